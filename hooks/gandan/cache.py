"""What a build keeps for the next: files of bytes, each under the key of everything it was made from.

A store is one folder; it may be deleted at any time, and carried from machine to machine. Nothing in it is
believed unless its key and its sums agree. Whatever is wrong with it, the build goes on without it and `said`
tells so in Vietnamese. A file is replaced in one step, so that a build that is killed, or two at once, leave
a whole one behind.
"""

import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from gandan.packs import Pack, Parts, Strange, packed

R = TypeVar("R")

DIGEST = 16  # bytes
PIECE = 1 << 16  # bytes that a module hardly has


def digest(*parts: bytes | memoryview) -> bytes:
    """The name of a content; parts of another division have the same."""
    return hashlib.sha256(parts[0] if len(parts) == 1 else b"".join(parts)).digest()[:DIGEST]


def _software() -> Iterator[bytes]:
    """Everything that stands between a source and what is made of it: our own code, Python and its kin."""
    yield " ".join([sys.version, sys.byteorder, zlib.ZLIB_RUNTIME_VERSION]).encode()
    within = str(Path(__file__).parent)
    for path in sorted(_modules(within)):
        handle = os.open(path, os.O_RDONLY)  # the cheapest way: four hundred files, and each build reads them
        try:
            words = iter(partial(os.read, handle, PIECE), b"")
            yield digest(path.removeprefix(within).encode(), b"\n", *words)
        finally:
            os.close(handle)


def _modules(within: str) -> Iterator[str]:
    for folder, folders, names in os.walk(within):
        folders[:] = (one for one in folders if one != "__pycache__")
        yield from (f"{folder}/{name}" for name in names if name.endswith(".py"))


# Read once, with the modules themselves: under `make serve` the files change, the code that runs does not.
SOFTWARE = digest(*_software()).hex()


class Store:
    """A folder of packs; None is one that holds nothing and keeps nothing. One that keeps nothing (`keeps`)
    only reads what builds have kept."""

    def __init__(self, folder: Path | None, keeps: bool = True, software: str = SOFTWARE) -> None:
        self.folder, self.keeps, self._software = folder, keeps, software
        self._thrown: dict[str, list[Path]] = {}  # by reason
        self._notes: list[str] = []

    @property
    def said(self) -> list[str]:
        """What people are told: what was thrown away, a line a reason, and what could not be kept."""
        again = "và làm lại từ đầu, vì"
        lines = [
            f"Bỏ {_shown(paths[0]) if len(paths) == 1 else f'{len(paths)} tệp đã cất'} {again} {reason}."
            for reason, paths in self._thrown.items()
        ]
        return lines + self._notes

    def tell(self, sentence: str) -> None:
        """Something that people have to know of what was made."""
        self._notes.append(sentence)

    def room(self, name: str) -> "Store":
        """A folder within, of things whose names tell all that they are made from, the software included."""
        within = Store(self.folder and self.folder / name, self.keeps, "")
        within._thrown, within._notes = self._thrown, self._notes
        return within

    def load(self, name: str, key: str) -> dict[str, memoryview] | None:
        """The parts that `save` was given under the same name and key by the same software."""
        return self._tried(name, key, Pack.whole)

    def open(self, name: str, key: str) -> Pack | None:
        """The same to be read part by part; what turns out to be spoiled is told then and cleared away."""
        return self._tried(name, key, lambda pack: pack)

    def _tried(self, name: str, key: str, read: Callable[[Pack], R]) -> R | None:
        if self.folder is None:
            return None
        path = self.folder / name
        try:
            return read(Pack(path, f"{self._software} {name} {key}", self._spoiled))
        except FileNotFoundError:
            return None
        except OSError:
            self._throw(path, "máy không cho đọc tệp ấy")
        except Strange:
            self._throw(path, "tệp ấy do phần mềm khác hoặc cài đặt khác ghi")
        except (ValueError, KeyError, TypeError):
            self._spoiled(path)
        return None

    def throw(self, name: str) -> None:
        """Tell that what is kept under this name cannot be used."""
        self._spoiled(Path(self.folder or "", name))

    def save(self, name: str, key: str, parts: Parts) -> bool:
        """Keep the parts; what was kept under this name before goes. False where nothing was kept."""
        if self.folder is None or not self.keeps:
            return False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._replace(name, packed(f"{self._software} {name} {key}", parts))
            return True
        except FileNotFoundError:
            pass  # a build beside this one has kept its own and cleared the folder
        except OSError:
            self._notes.append(
                f"Không ghi được {_shown(self.folder / name)} (đĩa đầy, hoặc máy không cho ghi): "
                "trang vẫn đúng, chỉ là lần dựng sau lâu hơn."
            )
        return False

    def clear(self, beginning: str, but: str, most: int = 1) -> None:
        """Take away the oldest files whose names begin so, until `most` are left; this one stays."""
        with suppress(OSError):  # a build beside this one clears, too
            found = self.folder.glob(f"{beginning}*") if self.folder and self.keeps else ()
            others = [path for path in found if path.name != but]
            others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
            for path in others[most - 1 :]:
                path.unlink()

    def _replace(self, name: str, chunks: Iterator[bytes | memoryview]) -> None:
        assert self.folder
        with tempfile.NamedTemporaryFile(
            prefix=f"{name}.", suffix=".moi", dir=self.folder, delete=False
        ) as file:
            new = Path(file.name)
            try:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
            except OSError:
                new.unlink(missing_ok=True)
                raise
        new.replace(self.folder / name)
        for left in self.folder.glob(f"{name}.*.moi"):  # by builds that were killed
            with suppress(OSError):
                left.unlink()

    def _spoiled(self, path: Path) -> None:
        self._throw(path, "tệp ấy bị hỏng hoặc bị cắt")
        with suppress(OSError):
            if self.keeps:
                path.unlink()

    def _throw(self, path: Path, reason: str) -> None:
        self._thrown.setdefault(reason, []).append(path)


EMPTY = Store(None)


def _shown(path: Path) -> str:
    return "/".join(path.parts[-2:])
