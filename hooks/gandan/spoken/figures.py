"""Numbers as they are written in Vietnam, read: 1.234.567, 1,5, 2.1, ½."""

import re
import unicodedata

from gandan.patterns import late
from gandan.spoken.numerals import figures, whole

# It begins once and never gives back: a wall of figures costs no more than its length.
FIGURE = r"\d(?<!\d\d)(?<!\d[.,]\d)\d*+(?:[.,]\d++)*+"
GROUPED = late(r"[1-9]\d{0,2}(?:\.\d{3})+")
ENGLISH = late(r"[1-9]\d{0,2}(?:,\d{3}){2,}")
VULGAR = late(r"(?P<whole>(?<!\d)\d++ ?)?(?P<part>[\u00bc-\u00be\u2150-\u215e\u2189])")
MARKS = late(r"([.,])")


def number(written: str) -> str:
    """1.200 -> một nghìn hai trăm, 1,5 -> một phẩy năm, 2.1 -> hai chấm một, 1,2,3 -> một, hai, ba.

    Between figures the point parts thousands where each part after it has three figures, the comma
    parts the fraction; with two commas or more it parts thousands or the members of a list.
    """
    if ENGLISH.fullmatch(written):
        return whole(written.replace(",", ""))
    left, comma, right = written.partition(",")
    if "," in right:
        return ", ".join(number(part) for part in written.split(","))
    head = whole(left.replace(".", "")) if GROUPED.fullmatch(left) else _pointed(left)
    return f"{head} phẩy {_fraction(right)}" if comma else head


def value(written: str) -> float:
    """How large a number is, to tell 3–5 (a range) from 5-3 (none)."""
    left, _, right = written.partition(",")
    left = left.replace(".", "") if GROUPED.fullmatch(left) else left
    found = re.match(r"\d+(?:\.\d+)?", f"{left}.{right}" if right else left)
    return float(found[0]) if found else 0.0


def vulgar(text: str) -> str:
    """½ -> một phần hai, 1½ -> một và một phần hai."""
    return VULGAR.sub(_vulgar, text)


def _vulgar(found: re.Match[str]) -> str:
    over, _, under = unicodedata.normalize("NFKC", found["part"]).partition("\u2044")
    parts = f"{whole(over)} phần {whole(under)}" if over and under else ""
    return f" {whole(found['whole'].strip())} và {parts} " if found["whole"] else f" {parts} "


def _pointed(written: str) -> str:
    return " chấm ".join(whole(part) for part in written.split("."))


def _fraction(written: str) -> str:
    """What stands behind the comma: 25 -> hai mươi lăm; 05 and long ones figure by figure."""
    parts = written.split(".")
    short = len(parts) == 1 and len(written) <= 3 and not written.startswith("0")
    return whole(written) if short else " chấm ".join(figures(part) for part in parts)
