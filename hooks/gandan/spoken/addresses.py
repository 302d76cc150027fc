"""Addresses of pages and letters, told briefly: of a page its house only, of a letter all of it.

A listener cannot write down a path. Signs have their names: chấm, a còng, gạch ngang.
"""

import re

from gandan.patterns import late
from gandan.spoken.letters import spell
from gandan.spoken.numerals import figures

MAIL = late(
    r"(?:mailto:)?(?<![\w.+-])(?P<name>[\w.+-]{1,64})"
    r"@(?P<house>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
)
PAGE = late(
    r"(?P<lead>(?<!\w)(?i:trang thông tin điện tử|trang thông tin|cổng thông tin điện tử|cổng thông tin"
    r"|trang web|trang|website|địa chỉ|tại)(?: của phường)?:? )?"
    r"(?:https?://(?:www\.)?|(?<![\w.])www\.)(?P<house>[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?P<path>[/?#][^\s<>]*)?",
    re.IGNORECASE,
)
PARTS = late(r"\d+|[^\W\d_]+|[^\w\s]|_")
SIGNS = {".": "chấm", "-": "gạch ngang", "_": "gạch dưới", "+": "cộng", "@": "a còng"}
VOWEL = late(r"[aeiouyàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.IGNORECASE)
CLOSING = ".,;:!?)]}”’\"'»…"


def say(text: str) -> str:
    """https://benmau.example/tin/ -> trang benmau chấm example; a@b.example -> a a còng bê chấm example."""
    if "://" in text or "www." in text.lower():
        text = PAGE.sub(_page, text)
    if "@" not in text:
        return text
    return MAIL.sub(lambda found: _letters(f"{found['name']}@{found['house']}"), text)


def _page(found: re.Match[str]) -> str:
    path = found["path"] or ""
    closing = path[len(path.rstrip(CLOSING)) :]
    return f"{found['lead'] or 'trang '}{_letters(found['house'])}{closing}"


def _letters(address: str) -> str:
    """Figures one by one; what has no vowel is spelled (vn), the rest is read as a word."""
    return " ".join(_part(part) for part in PARTS.findall(address))


def _part(part: str) -> str:
    if part.isdigit():
        return figures(part)
    if part in SIGNS:
        return SIGNS[part]
    return part if VOWEL.search(part) else spell(part)
