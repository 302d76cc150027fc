"""A picture that pages show -> the forms in which browsers get it: how wide each is, where it stands.

A browser takes the smallest that is sharp on its screen. No form is larger than the picture itself.
"""

from typing import NamedTuple, TypeAlias

from gandan import addresses

Size: TypeAlias = tuple[int, int]  # width and height in points, as the picture is seen

WIDTHS = (400, 800, 1280)  # points: a row of a list, the column of a text, the same on the sharpest screens
NEAR = 0.8  # a form that is hardly narrower than the widest is not worth a file
OWN = ".webp"  # the kind in which forms are drawn


class Source(NamedTuple):
    """One form: its address and its width in points."""

    address: str
    width: int


def drawn(file: str, size: Size) -> tuple[Source, ...]:
    """The forms that have to be made of a picture (`docs/…`), the narrowest first."""
    widest = min(size[0], WIDTHS[-1])
    widths = [one for one in WIDTHS if one <= NEAR * widest]
    if not _fits(file, size):
        widths.append(widest)
    below = file.removeprefix("docs/")
    return tuple(Source(addresses.of_rendition(below, one), one) for one in widths)


def sources(file: str, size: Size) -> tuple[Source, ...]:
    """All forms a page offers: those that are made, and the picture itself where none of them is as wide."""
    made = drawn(file, size)
    if not made or not _fits(file, size):
        return made
    return (*made, Source(file.removeprefix("docs/"), size[0]))


def _fits(file: str, size: Size) -> bool:
    """Whether a picture is its own widest form."""
    return size[0] <= WIDTHS[-1] and file.lower().endswith(OWN)
