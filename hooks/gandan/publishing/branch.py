"""The branch that the host shows, at its remote: read, given one more commit, read back. Never forced."""

import hashlib
import re
from dataclasses import dataclass
from enum import Enum, auto

from gandan.publishing.git import Git, Silent, why
from gandan.publishing.refusal import Refused

_TOO_LATE = re.compile(
    r"fetch first|non-fast-forward|stale info|cannot lock|failed to update ref|reference already"
)
_GREETING = 60.0  # seconds a remote gets to say what the branch shows


class Outcome(Enum):
    """What became of a push."""

    THERE = auto()  # the remote shows our commit
    BEHIND = auto()  # somebody else's commit is on top of ours
    OVERTAKEN = auto()  # somebody else came first; nothing of ours is there


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a remote, which is a name that the repository knows or an address."""

    git: Git
    remote: str
    name: str

    def check(self) -> None:
        """Raises Refused for what can be no branch for pages."""
        if self.remote.startswith("-") or self.git.ask("check-ref-format", self._ref).status:
            raise Refused(f"«{self.name}» ở «{self.remote}» không thể là tên nhánh.")
        head = self.git.ask("symbolic-ref", "--quiet", "HEAD")
        if "not a git repository" in head.told:
            raise Refused(f"{self.git.root} không nằm trong kho git nào.")
        if head.text == self._ref:
            raise Refused(f"nhánh {self.name} đang giữ nguồn của trang. Chọn nhánh khác: --branch gh-pages.")
        if self.git.ask("remote", "get-url", self.remote).status and not re.search(r"[/:\\]", self.remote):
            known = ", ".join(self.git.ask("remote").text.split()) or "chưa có nơi nào"
            raise Refused(f"kho này không có nơi nhận nào tên «{self.remote}» (đang có: {known}).")

    def tip(self) -> str | None:
        """The branch's commit at the remote, None when there is no such branch; asked each time."""
        answer = self._afar(
            min(_GREETING, self.git.patience), "ls-remote", "--refs", "--", self.remote, self._ref
        )
        for line in answer.splitlines():
            identity, _, ref = line.partition("\t")
            if ref == self._ref:
                return identity
        return None

    def fetched(self) -> str | None:
        """The same, with everything below it brought here."""
        tip = self.tip()
        if tip and tip != self.known():
            words = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=")
            self._afar(self.git.patience, *words, "--", self.remote, self._ref)
            if self.git.ask("cat-file", "-e", f"{tip}^{{commit}}").status:  # it moved meanwhile, by force
                raise Refused(f"nhánh {self.name} đang bị viết lại. Thử lại sau ít phút.")
            self.remember(tip)
        return tip

    def known(self) -> str | None:
        """The commit that this repository last saw there, by its own note."""
        return self.git.ask("rev-parse", "--verify", "--quiet", self._note).text or None

    def remember(self, commit: str) -> None:
        """Keeps what was fetched from being thrown away; when it cannot be noted it is fetched again."""
        self.git.ask("update-ref", self._note, commit)

    def holds(self, commit: str, tip: str) -> bool:
        """Whether `commit` is in the history of `tip`."""
        return self.git.ask("merge-base", "--is-ancestor", commit, tip).status == 0

    def push(self, commit: str, base: str | None) -> Outcome:
        """Puts `commit`, which stands on `base`, on the branch and reads it back. Raises Refused."""
        words = ("push", "--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no")
        reason, late = "", False
        try:
            target = (self.remote, f"{commit}:{self._ref}")
            answer = self.git.ask(*words, "--", *target, patience=self.git.patience)
            if answer.status:
                reason, late = why(answer), bool(_TOO_LATE.search(answer.told + answer.text))
        except Silent as silent:
            reason = silent.sentences[0]
        outcome = self._read_back(commit, base, reason)
        if outcome is None and not late:
            reason = reason or "máy chủ nhận mà không đổi nhánh."
            place = f"nhánh {self.name} ở {self.remote}"
            raise Refused(f"chưa đăng được lên {place}: {reason} Trang đang đăng vẫn nguyên.")
        return outcome or Outcome.OVERTAKEN

    def _read_back(self, commit: str, base: str | None, reason: str) -> Outcome | None:
        try:
            tip = self.fetched()
        except Refused as refused:
            told = reason or f"đã gửi nhưng không đọc lại được: {refused.sentences[0]}"
            again = "Chưa chắc đã đăng: chạy lại lệnh này, đã đăng rồi thì nó báo không có gì mới."
            raise Refused(f"{told} {again}") from None
        if tip == commit:
            return Outcome.THERE
        if tip and self.holds(commit, tip):
            return Outcome.BEHIND
        return None if tip == base else Outcome.OVERTAKEN

    def _afar(self, patience: float, *words: str) -> str:
        answer = self.git.ask(*words, patience=patience)
        if answer.status:
            raise Refused(f"không đọc được nhánh {self.name} ở {self.remote}: {why(answer)}")
        return answer.text

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self.name}"

    @property
    def _note(self) -> str:
        return f"refs/gandan/{hashlib.sha256(self.remote.encode()).hexdigest()[:12]}/{self.name}"
