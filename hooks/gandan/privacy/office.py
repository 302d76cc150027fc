"""The members of an Office file (a ZIP), each only as far as is bearable, and the pictures in it."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

from gandan import segments
from gandan.patterns import late

LIMIT = 40 * 1024 * 1024  # bytes of one member; a book has some
PICTURES = 200  # of one file that are asked
_MEDIA = late(r"^(?:word|xl)/media/[^/]+\.(?:jpe?g|png|webp)$", re.I)


class Broken(Exception):
    """A file that cannot be opened: a sentence for staff."""


def opened(data: bytes) -> zipfile.ZipFile:
    """The file. Raises Broken."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        raise Broken("tệp hỏng, không mở được.") from None


def member(file: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member, empty where there is none. Raises Broken."""
    try:
        with file.open(name) as one:
            found = one.read(LIMIT + 1)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        raise Broken("tệp hỏng hoặc có mật khẩu, không đọc được chữ.") from None
    if len(found) > LIMIT:
        raise Broken("tệp quá dài, không đọc hết được.")
    return found


def text(file: zipfile.ZipFile, name: str) -> str:
    """A member as XML's text."""
    return member(file, name).decode("utf-8", "replace")


def plain(xml: str) -> str:
    """The words of a piece of XML without their marks."""
    return html.unescape(xml)


def told(file: zipfile.ZipFile) -> Iterator[str]:
    """What the pictures of the file tell of place and camera."""
    for name in [one for one in file.namelist() if _MEDIA.match(one)][:PICTURES]:
        try:
            yield from segments.tells(member(file, name))
        except ValueError:
            continue
