"""Trees of git: read, made anew, and made from a folder by ghp-import's way into git fast-import."""

import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

import ghp_import  # type: ignore[import-untyped]

from gandan.publishing.git import ALONE, Answer, Git, why
from gandan.publishing.refusal import Refused

_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")
_NOWHERE = "refs/gandan/import"  # named in the stream, taken back at its end: never written
FILE = "100644"
Pipe: TypeAlias = "subprocess.Popen[bytes]"


class Entry(NamedTuple):
    """One name of a tree: its mode and the id of its object."""

    mode: str
    id: str

    @property
    def kind(self) -> str:
        return {"040000": "tree", "160000": "commit"}.get(self.mode, "blob")


Entries: TypeAlias = Mapping[str, Entry]


def of(git: Git, treeish: str) -> dict[str, Entry]:
    """The top of a tree, by name."""
    return dict(_rows(git.say("ls-tree", "-z", "--full-tree", treeish).out))


def files(git: Git, treeish: str) -> list[str]:
    """The path of every file below a tree."""
    out = git.say("ls-tree", "-r", "-z", "--name-only", "--full-tree", treeish).out
    return [os.fsdecode(name) for name in out.split(b"\0") if name]


def made(git: Git, entries: Entries) -> str:
    """Writes a tree; its id."""
    rows = (
        f"{one.mode} {one.kind} {one.id}\t".encode() + os.fsencode(name) + b"\0"
        for name, one in entries.items()
    )
    return git.say("mktree", "-z", given=b"".join(rows)).text


def blob(git: Git, data: bytes) -> Entry:
    """Writes a file's bytes."""
    return Entry(FILE, git.say("hash-object", "-w", "--stdin", given=data).text)


def content(git: Git, entry: Entry | None) -> bytes:
    """The bytes of a file; none when there is no file."""
    return git.say("cat-file", "blob", entry.id).out if entry and entry.kind == "blob" else b""


def imported(git: Git, folder: Path, names: Iterable[str]) -> dict[str, Entry]:
    """Writes the files `names` below `folder`, and `.nojekyll`, as a tree; its top. No branch moves."""

    def feed(pipe: Pipe) -> None:
        for name in names:
            ghp_import.add_file(pipe, folder / name, quoted(name))
        ghp_import.add_nojekyll(pipe)

    return of(git, _fed(git, feed))


def grown(git: Git, name: str, old: Entry | None, texts: Mapping[str, bytes]) -> Entry | None:
    """The folder `name` as `old` with these files, named by their whole paths, written into it."""

    def feed(pipe: Pipe) -> None:
        if old:
            ghp_import.write(pipe, f"M {old.mode} {old.id} {quoted(name)}\n".encode())
        for path, data in texts.items():
            head = f"M {FILE} inline {quoted(path)}\ndata {len(data)}\n"
            ghp_import.write(pipe, head.encode() + data + b"\n")

    return of(git, _fed(git, feed)).get(name) if texts else old


def _fed(git: Git, feed: Callable[[Pipe], None]) -> str:
    """The commit that git's fast-import makes of what `feed` writes; no branch leads to it."""
    try:
        pipe = ghp_import.Git().open("fast-import", "--quiet", **git.settings())
    except OSError:
        raise Refused("không chạy được git ở đây; máy đã cài git chưa?") from None
    try:
        with suppress(BrokenPipeError):  # git ended early and tells why below
            _stream(pipe, feed, len(made(git, {})))
        out, told = pipe.communicate(timeout=ALONE)
    except OSError as error:
        raise Refused(
            f"không đọc được {error.filename}: trang đang được dựng lại? Dựng xong rồi đăng."
        ) from None
    except subprocess.TimeoutExpired:
        raise Refused("git ghi quá lâu, đã dừng. Đĩa có hỏng không?") from None
    finally:
        _ended(pipe, git)
    answer = Answer(pipe.returncode, out, told.decode("utf-8", "replace"))
    if answer.status or not answer.text:
        raise Refused(why(answer))
    return answer.text


def _stream(pipe: Pipe, feed: Callable[[Pipe], None], width: int) -> None:
    write = ghp_import.write
    write(pipe, f"commit {_NOWHERE}\nmark :1\ncommitter gandan <> 0 +0000\ndata 0\n".encode())
    feed(pipe)
    write(pipe, f"\nget-mark :1\nreset {_NOWHERE}\nfrom {'0' * width}\n\n".encode())


def quoted(name: str) -> str:
    """A path as fast-import reads any path: in quotes, what is not plain in octal."""
    return '"' + "".join(chr(one) if one in _PLAIN else f"\\{one:03o}" for one in os.fsencode(name)) + '"'


def _ended(pipe: Pipe, git: Git) -> None:
    if pipe.poll() is None:
        pipe.kill()
        pipe.wait()
    if pipe.returncode:
        report = git.ask("rev-parse", "--git-path", f"fast_import_crash_{pipe.pid}").text
        (git.root / report).unlink(missing_ok=True)


def _rows(listing: bytes) -> Iterable[tuple[str, Entry]]:
    for row in listing.split(b"\0"):
        if row:
            head, _, name = row.partition(b"\t")
            mode, _, identity = head.decode().split(" ")
            yield os.fsdecode(name), Entry(mode, identity)
