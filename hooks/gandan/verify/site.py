"""The live site that is read: its root, the way to ask it, and what may be said of any answer of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gandan.verify.fetch import Answer, Web, joined
from gandan.verify.finding import Finding, advice

SLOW = 5.0  # seconds; longer is told, for a telephone waits longer still


@dataclass
class Site:
    """`root` is the full address with a slash at its end; `told` hears of each file that is asked."""

    root: str
    web: Web
    told: Callable[[str], None] = lambda _: None

    def get(self, address: str) -> Answer:
        """`address` is relative to the root."""
        self.told(address)
        return self.web.get(joined(self.root, address))

    def relative(self, url: str) -> str:
        """A full address of this site as seen from its root; of another site as it is."""
        return url.removeprefix(self.root)


def unanswered(address: str, answer: Answer) -> Iterator[Finding]:
    """Why a file that must be there cannot be had; nothing when it was given."""
    if answer.trouble:
        yield Finding(address, f"{answer.trouble}.")
    elif answer.status >= 500:
        yield Finding(address, f"máy chủ báo lỗi {answer.status}.")
    elif answer.status != 200:
        yield Finding(address, f"không có: máy chủ trả lời {answer.status}.")
    elif not answer.body:
        yield Finding(address, "tệp rỗng.")
    elif answer.seconds > SLOW:
        yield advice(address, f"chậm: mất {answer.seconds:.0f} giây.")


def given(address: str, answer: Answer) -> tuple[bool, list[Finding]]:
    """Whether the file came whole, and what is to be said of its coming."""
    found = list(unanswered(address, answer))
    return not any(one.wrong for one in found), found
