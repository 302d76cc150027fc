"""Bytes -> a file of the ward, whole or not at all; nothing outside the ward is ever written."""

import os
import tempfile
from pathlib import Path


class NotWritten(Exception):
    """Why a file was not written, in words for people."""


def create(root: Path, file: str, data: bytes) -> None:
    """A file that was not there, with its folders. Raises NotWritten, also when it is there."""
    path = _inside(root, file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError:
        raise NotWritten(f"đã có {file}; tệp ấy giữ nguyên.") from None
    except OSError as error:
        raise NotWritten(f"không ghi được {file}: {error.strerror}.") from None


def replace(root: Path, file: str, data: bytes) -> None:
    """New bytes in the place of a file's old ones, at one stroke, its permissions kept. Raises NotWritten."""
    path = _inside(root, file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".moi", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWritten(f"không ghi được {file}: {error.strerror}.") from None


def _inside(root: Path, file: str) -> Path:
    """The path of a file below the root. A link on the way could lead anywhere on the machine."""
    path = root / file
    if any(one.is_symlink() for one in (path, *path.parents) if one != root and root in one.parents):
        raise NotWritten(f"{file} là liên kết, hoặc nằm trong thư mục liên kết; xoá liên kết rồi chạy lại.")
    return path
