"""Signs and stops: what is said (và, cộng, đến), what is a pause, what is only for the eye."""

import re

from gandan.patterns import late

SAID = {
    ">=": "ít nhất", "<=": "không quá",
    "&": "và", "+": "cộng", "=": "bằng", "→": "đến", "⇒": "suy ra", "×": "nhân", "÷": "chia", "±": "cộng trừ",
    "≥": "ít nhất", "≤": "không quá", ">": "trên", "<": "dưới", "≈": "khoảng", "~": "khoảng", "≠": "khác",
    "@": "a còng", "°": "độ", "%": "phần trăm", "‰": "phần nghìn", "$": "đô la", "€": "ơ rô", "₫": "đồng",
    "§": "mục", "№": "số", "−": "trừ",
}  # fmt: skip
SIGN = late("|".join(re.escape(sign) for sign in SAID))
SO_ON = late(r"(?<!\w)v\.v(?:\.|…){0,4}", re.IGNORECASE)
# 30 (ba mươi) ngày, bảo hiểm y tế (BHYT): what stands in brackets has been said.
AGAIN = late(r" ?\((?P<words>[^()\n]{2,160})\)")
WRITTEN_OUT = late(r"^\s*(?:viết |bằng chữ:? )+|[\s.]+$| chẵn[\s.]*$", re.IGNORECASE)
ELLIPSIS = late(r"…|\.{2,3}")
PAUSES = late(r"[()\[\]{}|/\\]| [–—·]+ |[–—]+")
SILENT = late(r"[\"'“”‘’«»`*_#^©®™•·†‡°¬¦¨´¸¯]|[-‐‑]+")
MARKED = late(r"[(…]|\.\.|v\.v|V\.V|v\.V|V\.v")
STOPS = late(r" ?[.,;:!?](?:[ ]?[.,;:!?])*")
STRENGTH = ".?!;:,"  # of stops in a row the first of these is heard


def say(text: str) -> str:
    """A text without figures -> words, blanks, ends of lines and , ; : . ? ! only where they pause."""
    text = _shortened(text) if MARKED.search(text) else text
    text = SIGN.sub(lambda found: f" {SAID[found[0]]} ", text)
    text = SILENT.sub(" ", PAUSES.sub(", ", text))
    return "\n".join(line for line in map(_line, text.split("\n")) if line)


def _shortened(text: str) -> str:
    """What is said twice, and what is left out."""
    text = AGAIN.sub(_again, text)
    text = SO_ON.sub(lambda found: "vân vân" + (". " if _closes(found) else ""), text)
    return ELLIPSIS.sub(lambda found: ". " if _closes(found) else ", ", text)


def _again(found: re.Match[str]) -> str:
    words = WRITTEN_OUT.sub("", found["words"]).strip()
    before = found.string[max(0, found.start() - len(words)) : found.start()]
    return "" if words and before.casefold() == words.casefold() else found[0]


def _closes(found: re.Match[str]) -> bool:
    """Whether a sentence ends here: the line does, or a capital follows."""
    after = found.string[found.end() : found.end() + 3].lstrip(' \t”"’»)')
    return not after or not (after[0].islower() or after[0] in ",;:?!")


def _line(line: str) -> str:
    """One line: single blanks, one stop of several, no stop before the first word, no comma at the end."""
    line = STOPS.sub(_stop, " ".join(line.split()))
    return " ".join(line.split()).strip(" .,;:!?") + _end(line.rstrip())


def _stop(found: re.Match[str]) -> str:
    return f"{min(found[0].replace(' ', ''), key=STRENGTH.index)} "


def _end(line: str) -> str:
    return line[-1] if line and line[-1] in ".;:!?" and any(map(str.isalnum, line)) else ""
