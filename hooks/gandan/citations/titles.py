"""The name of a law that stands before its number: one digit apart, two laws differ by it alone."""

import re

from gandan.citations.fold import GAP, LOOSE, phrase
from gandan.patterns import late

# Luật Khiếu nại số 02/2011/QH13 · Pháp lệnh Dân chủ (số 34/2007/PL-UBTVQH11)
NAMED = late(
    rf"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh){GAP}(?P<title>[^\W\d_][^.;:()]*?)"
    rf"(?:{LOOSE},?{LOOSE}(?:năm{GAP}\d{{4}}))?{LOOSE}[,(]?{LOOSE}(?:số{LOOSE}:?{LOOSE})?$"
)
REACH = 160
ANOTHER = late(r"Luật|Bộ luật|Pháp lệnh")


def before(text: str, place: int) -> str | None:
    """The words between the last `Luật` (or Pháp lệnh) and a number that stands at `place`."""
    left = max(0, place - REACH)
    window = text[left:place].rpartition("\n\n")[2]
    starts = [match.start() for match in ANOTHER.finditer(window)]
    if not starts:
        return None
    found = NAMED.search(window, starts[-1])
    return found["title"].strip() if found and found["title"][0].isupper() else None


def agree(written: str, recorded: str) -> bool:
    """Whether half of the written words, or more, occur in the recorded title."""
    heard, known = phrase(written).split(), set(re.findall(r"\w+", phrase(recorded)))
    words = [word.strip(",“”\"'") for word in heard]
    return 2 * sum(word in known for word in words) >= len(words)
