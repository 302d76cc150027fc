"""Every address ever published: none may vanish without a line in `data/dia-chi-cu.yml`.

The list is a text, one address a line with its leading slash, sorted; other lines are passed over, so that
a clash of two versions in it harms nothing. It is kept in the publication and in the ward's `data/`.
"""

from collections.abc import Iterable, Set
from pathlib import Path, PurePosixPath

from gandan import addresses
from gandan.model.fields import FILE_PATH

NAME = "dia-chi.txt"


def read(text: str) -> frozenset[str]:
    """The addresses of a list, without the leading slash."""
    return frozenset(addresses.listed(text).values())


def written(published: Iterable[str]) -> str:
    """The list as a text."""
    return "".join(f"/{address}\n" for address in sorted(published))


def pages(files: Iterable[str]) -> frozenset[str]:
    """The addresses at which these files of a site are pages: `a/b/index.html` -> `a/b/`."""
    paths = (PurePosixPath(file) for file in files if PurePosixPath(file).name == "index.html")
    return frozenset("" if str(path.parent) == "." else f"{path.parent}/" for path in paths)


def lasting(files: Iterable[str]) -> frozenset[str]:
    """The addresses of these files that are kept for ever: pages, attachments, feeds."""
    names = frozenset(files)
    own = frozenset(name for name in names if name in addresses.FEEDS or attachment(name))
    return own | frozenset(filter(addresses.lasting, pages(names)))


def attachment(file: str) -> bool:
    """Whether a file is one that staff published beside an item."""
    return not file.startswith("assets/") and bool(FILE_PATH.fullmatch(f"/{file}"))


def vanished(published: Set[str], files: Iterable[str]) -> list[str]:
    """The addresses that were published and answer no more on a site, with their leading slash, sorted."""
    names = frozenset(files)
    there = names | pages(names)
    return sorted(f"/{address}" for address in published if not addresses.answered(address, there))


def in_ward(root: Path) -> frozenset[str]:
    """What the ward's own copy lists; nothing when there is none."""
    try:
        return read((root / addresses.PUBLISHED).read_text("utf-8", "replace"))
    except OSError:
        return frozenset()


def keep(root: Path, published: Set[str]) -> bool:
    """Writes the ward's own copy, whole or not at all; whether it changed. Raises OSError."""
    path = root / addresses.PUBLISHED
    text = written(published)
    if not path.parent.is_dir() or (path.is_file() and path.read_text("utf-8", "replace") == text):
        return False
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, "utf-8", newline="\n")
    new.replace(path)
    return True
