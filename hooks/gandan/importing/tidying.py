"""Words as they were typed -> as they should stand: one space, nothing unseen, no glued sentences.

Every rule mends what has one right answer only, and tells what it changed.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from gandan.importing import marks
from gandan.vietnamese import INVISIBLE, LOOK_ALIKES

SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\uffff]")
SOFT = re.compile("\u00ad")
DASH = re.compile("(?<=\\d)\u00ad(?=\\w)|\u2011")  # a soft hyphen beside a digit stands for one: 25NQ/TW
MANY = re.compile(" {2,}")
EDGES = re.compile(r" *\n *")
BEFORE = re.compile(r"(?<=[\w)»”]) +(?=[,;:!?](?: |\n|$)|\.(?: [^\W\d_]|\n|$))")
# Small and capital letters take turns from U+1EA0 to U+1EF9, so that ranges would mix them.
LETTERS = [chr(code) for code in (*range(0x250), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
LOWER = "".join(one for one in LETTERS if one.islower())
UPPER = "".join(one for one in LETTERS if one.isupper())
# «xong.Ủy ban»: two small letters, a stop, a capital and a letter behind it; an address has @, // or www.
GLUED = re.compile(
    rf"(?<=[{LOWER}]{{2}})([.!?;])(?=[{UPPER}](?:[{LOWER}]| ))|(?<=[{LOWER}])([,;])(?=[{UPPER}{LOWER}])"
)
ADDRESS = re.compile(r"@|://|www\.", re.I)
TOKEN = re.compile(r"\S+")


@dataclass(slots=True)
class Mends:
    """What tidying changed: how often by rule, and each changed line as it was and as it is."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[tuple[str, str]] = field(default_factory=list)

    def tidy(self, words: str) -> str:
        """The words, put right; what changed is kept here."""
        before, seen = words, False
        for name, rule, shown in RULES:
            after = rule(words)
            if after != words:
                self.counts[name] += 1
                seen = seen or shown
            words = after
        if seen:
            self.lines.append((marks.plain(before), marks.plain(words)))
        return words.strip()


def _one_space(words: str) -> str:
    return EDGES.sub("\n", MANY.sub(" ", words))


def _unglued(words: str) -> str:
    return TOKEN.sub(
        lambda found: found[0] if ADDRESS.search(found[0]) else GLUED.sub(r"\1\2 ", found[0]), words
    )


def _seen(words: str) -> str:
    return SOFT.sub("", INVISIBLE.sub("", UNSEEN.sub("", words)))


RULES: tuple[tuple[str, Callable[[str], str], bool], ...] = (
    ("thay chữ chỉ giống Đ", lambda words: words.translate(LOOK_ALIKES), True),
    ("thay dấu cách lạ bằng dấu cách thường", lambda words: SPACES.sub(" ", BREAKS.sub("\n", words)), True),
    ("thay gạch nối lạ", lambda words: DASH.sub("-", words), True),
    ("bỏ ký tự không nhìn thấy", _seen, True),
    ("bỏ dấu cách thừa", _one_space, True),
    ("bỏ dấu cách trước dấu câu", lambda words: BEFORE.sub("", words), True),
    ("tách câu dính liền", _unglued, True),
)
