"""Whole numbers as words: hai mươi mốt, một trăm linh tư, hai nghìn không trăm hai mươi sáu.

The reading taught at school in the North and used by the national radio: nghìn, linh, tỷ. A house that
says ngàn and lẻ changes `THOUSAND` and `ODD` and nothing else.
"""

from functools import lru_cache

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
THOUSAND, MILLION, BILLION = "nghìn", "triệu", "tỷ"
ODD = "linh"  # between hundreds and ones where there are no tens
LONGEST = 15  # figures; nobody follows a longer number by ear, so it is told figure by figure


@lru_cache(maxsize=4096)  # days, years, hours: the same come again
def cardinal(number: int) -> str:
    """A number from 0 on: 21 -> hai mươi mốt, 105 -> một trăm linh năm, 2004 -> … không trăm linh tư."""
    if number == 0:
        return DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words = [cardinal(billions), BILLION] if billions else []
    for size, name in ((10**6, MILLION), (10**3, THOUSAND), (1, "")):
        group = rest // size % 1000
        if group:
            words += [_group(group, whole=bool(words)), name]
    return " ".join(word for word in words if word)


def figures(written: str) -> str:
    """Figure by figure: 0905 -> không chín không năm."""
    return " ".join(DIGITS[int(figure)] for figure in written)


def whole(written: str) -> str:
    """Figures that stand together: 05 -> năm, 2026 -> hai nghìn …; a code (007) and a giant one by one."""
    coded = written.startswith("0") and len(written) > 2
    return figures(written) if coded or len(written) > LONGEST else cardinal(int(written))


def ordinal(number: int) -> str:
    """What stands behind `thứ`: nhất, hai, ba, tư, năm …"""
    return {1: "nhất", 4: "tư"}.get(number) or cardinal(number)


def _group(number: int, *, whole: bool) -> str:
    """Three figures; `whole` tells that larger groups stand before, so that no hundred is left out."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens == 0 and ones and words:
        words.append(ODD)
    elif tens:
        words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones:
        words.append(_ones(ones, tens, after=bool(words)))
    return " ".join(words)


def _ones(ones: int, tens: int, *, after: bool) -> str:
    """The last figure changes its name: mười lăm, hai mươi mốt, hai mươi tư, một trăm linh tư."""
    if ones == 5 and tens:
        return "lăm"
    if ones == 1 and tens > 1:
        return "mốt"
    return "tư" if ones == 4 and after and tens != 1 else DIGITS[ones]
