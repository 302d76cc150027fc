"""Git as a program: asked without a terminal, given up when silent, its refusals told in Vietnamese."""

import os
import re
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gandan.publishing.refusal import Refused

PATIENCE = 600.0  # seconds for one conversation with a remote, unless told otherwise
ALONE = 600.0  # seconds for what git does here by itself
GRACE = 3.0  # seconds git gets to put its lock files away
# What a hook or another tool may have set, and what would turn git to another repository.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
_SETTINGS = ("-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.quotePath=false")
_FULL = "không ghi được vì hết chỗ trên đĩa."
_PARTIAL = (
    "kho này lấy về thiếu tệp (--filter). Lấy cho đủ: git config --unset remote.origin.partialclonefilter;"
    " git fetch --refetch --no-filter origin; rồi làm lại."
)
_SAYINGS = (
    (r"object [0-9a-f]+ is unavailable|from promisor remote", _PARTIAL),
    (r"No space left|File too large|disk quota|unpack-objects abnormal|write error", _FULL),
    (r"terminal prompts disabled|could not read (?:Username|Password)|Authentication failed",
     "máy chủ đòi đăng nhập mà máy này chưa có quyền. Nhờ người phụ trách kỹ thuật cấp quyền ghi."),
    (r"Permission denied|access denied|403|Host key verification failed",
     "máy chủ không cho phép. Nhờ người phụ trách kỹ thuật xem lại quyền ghi."),
    (r"Could not resolve|unable to access|Connection (?:refused|timed out|reset)|Network is unreachable",
     "không nối được với máy chủ. Kiểm tra mạng rồi thử lại."),
    (r"does not appear to be a git repository|[Rr]epository .*not (?:found|exist)|not found",
     "không có kho nào ở địa chỉ ấy. Kiểm tra --remote."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said and how it ended; below zero when a signal ended it."""

    status: int
    out: bytes
    told: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "replace").strip()


class Silent(Refused):
    """Git was given up because it did not answer in time."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git in the repository that holds `root`; a conversation with a remote may last `patience` seconds."""

    root: Path
    patience: float = PATIENCE

    def ask(self, *words: str, given: bytes = b"", patience: float = ALONE) -> Answer:
        """Runs git and waits. Raises Silent after `patience` seconds, Refused when there is no git at all."""
        process = self._started(words)
        try:
            out, told = process.communicate(given, timeout=patience)
        except subprocess.TimeoutExpired:
            _end(process)
            waited = f"{patience:g} giây"
            raise Silent(f"đã chờ {waited} mà không có trả lời; đã thôi chờ. Thử lại sau.") from None
        except BaseException:  # Ctrl+C does not reach a program that has no terminal
            _end(process)
            raise
        return Answer(process.returncode, out, told.decode("utf-8", "replace"))

    def say(self, *words: str, given: bytes = b"") -> Answer:
        """The same, where anything but success is a reason to stop."""
        answer = self.ask(*words, given=given)
        if answer.status:
            raise Refused(why(answer))
        return answer

    def settings(self) -> dict[str, Any]:
        """How a program is to be started: here, without a terminal, without questions."""
        return {"cwd": self.root, "env": _environment(os.environ), "start_new_session": True}

    def _started(self, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        try:
            return subprocess.Popen(
                ["git", *_SETTINGS, *words], stdin=pipe, stdout=pipe, stderr=pipe, **self.settings()
            )
        except OSError:
            raise Refused("không chạy được git ở đây; máy đã cài git chưa?") from None


def why(answer: Answer) -> str:
    """Git's last words as a sentence: why it did not do what it was asked."""
    if answer.status == -int(getattr(signal, "SIGXFSZ", 25)):
        return _FULL
    for pattern, sentence in _SAYINGS:
        if re.search(pattern, answer.told):
            return sentence
    lines = [line.strip() for line in answer.told.splitlines() if line.strip() and "hint:" not in line]
    from_afar = [line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:")]
    words = " ".join(from_afar or lines[-1:])[:300]
    return f"git báo: «{words}»." if words else f"git dừng với mã {answer.status}."


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in given.items() if name not in _ELSEWHERE}
    return kept | {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C", "LANGUAGE": "C"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git and what it started; politely first, so that no lock file stays behind."""
    for polite in (True, False):
        try:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGTERM if polite else signal.SIGKILL)
            else:
                process.kill()
            process.wait(GRACE)
            break
        except subprocess.TimeoutExpired:
            continue
        except OSError:
            break
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()
