"""A draft -> files of the ward: all of them or none, never over one that is there."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gandan import sections
from gandan.importing.drafting import Draft
from gandan.importing.refusal import Refused

TAKEN = "đã có {}, không ghi đè. Đổi tên hoặc xoá tệp cũ rồi chạy lại."
CLOSED = "không ghi được vào {}: {}. Xem quyền ghi của thư mục, ổ đĩa còn chỗ không."
WAITING = ".gandan-"  # hidden, so that neither MkDocs nor the check sees what is not finished


def files(draft: Draft) -> dict[str, bytes]:
    """What the draft puts where, by path below the ward's root; the item itself comes last."""
    folder = draft.file.rpartition("/")[0]
    found = {f"{folder}/{one.file}": one.data for one in draft.figures}
    return {**found, draft.file: draft.text.encode()}


def place(root: Path, draft: Draft) -> list[Path]:
    """Writes the files and gives their paths, the item's first. Raises `Refused` when one is there."""
    wanted = files(draft)
    _free(root, draft, wanted)
    try:
        waiting = Path(tempfile.mkdtemp(prefix=WAITING, dir=root))
        try:
            for number, data in enumerate(wanted.values()):
                (waiting / str(number)).write_bytes(data)
            return _moved(root, waiting, list(wanted))
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except OSError as error:
        raise Refused(CLOSED.format(root, error.strerror)) from None


def _free(root: Path, draft: Draft, wanted: Mapping[str, bytes]) -> None:
    named = sections.address(draft.file)
    for other in (root / draft.file).parent.glob("*.md"):
        if sections.address(other.relative_to(root).as_posix()) == named:
            raise Refused(TAKEN.format(other.relative_to(root).as_posix()))
    for name in wanted:
        path = root / name
        if path.exists() or path.is_symlink():
            raise Refused(TAKEN.format(name))
        above = next(one for one in path.parents if one.exists())
        # A link in the ward's folder could lead the writing anywhere on the machine.
        if not above.resolve().is_relative_to(root.resolve()):
            raise Refused(f"{above} dẫn ra ngoài thư mục của phường, không ghi.")


def _moved(root: Path, waiting: Path, names: list[str]) -> list[Path]:
    done: list[Path] = []
    try:
        for number, name in enumerate(names):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            os.link(waiting / str(number), path)  # fails where somebody wrote the same name meanwhile
            done.append(path)
    except OSError:
        for path in done:
            path.unlink(missing_ok=True)
        raise
    return [done[-1], *done[:-1]]
