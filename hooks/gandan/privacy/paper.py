"""An attachment as text: what a reader sees, and what he does not see but gets with the file."""

from typing import NamedTuple


class Part(NamedTuple):
    """A page, a sheet, a chapter; `where` is told to staff: `trang 3`, `trang tính «Danh sách»`."""

    where: str
    text: str


class Paper(NamedTuple):
    """`hidden` counts what is deleted or remarked but still in the file; `told` is what its pictures tell of
    place and camera; `unread` says, as a Vietnamese sentence, why not everything could be read."""

    parts: tuple[Part, ...] = ()
    hidden: int = 0
    told: tuple[str, ...] = ()
    unread: str = ""
