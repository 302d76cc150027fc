"""A text cut where an announcer ends a sentence or takes breath, and the minutes it takes to read."""

import re
from collections.abc import Iterator, Sequence

from gandan.model import Abbreviation
from gandan.patterns import late
from gandan.spoken.speech import of

# An assumption, to be mended by measuring: radio news runs at some 200 syllables a minute, a
# loudspeaker in the street, heard over traffic and its own echo, at about three quarters of that.
SYLLABLES_A_MINUTE = 150
BREATH = 25  # syllables; a listener holds about so many

END = late(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+(?=[ \t]|$)")
# A point after these ends no sentence: TP. Huế, ThS. Mẫu, v.v. và, 1. Thời gian.
GOES_ON = late(
    r"(?:^[ \t]*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])|(?<![\w.])(?:TP|Tp|tp|TX|TT|P|Q|Tr|tr"
    r"|Th\.?S|TS|PGS|GS|BS|KS|NGƯT|NGND|VD|vd|Đ/c|đ/c)|(?<!\w)v\.v)\.$"
)
TAIL = 14  # letters in which a point that ends nothing is told
PAUSE = late(r"(?<=[,;:]) +")
# Words that open a new thought, tried before those that only join.
TURNS = (
    late(r" +(?=(?:đồng thời|nhưng|nhằm|để|trong đó|bao gồm|do đó|vì vậy|cùng với|theo) )"),
    late(r" +(?=(?:từ ngày|tại|và|hoặc) )"),
    late(r" +(?=(?:của|đến|khi) )"),
)
SYLLABLE = late(r"[^\W_]+(?:[.,:/-][^\W_]+)*")


def sentences(text: str, longest: int | None = BREATH) -> tuple[str, ...]:
    """The sentences of a text, written or spoken, in order; an end of line ends a sentence.

    One with more than `longest` syllables is cut after , ; : or before a joining word (và, để, tại)
    where that helps; without such a place it stays whole. None cuts at the ends of sentences only.
    Blanks aside, the parts joined are the text.
    """
    whole = (one for line in text.split("\n") for one in _ends(line))
    return tuple(part for one in whole for part in (_breaths(one, longest) if longest else [one]))


def script(text: str, short_forms: Sequence[Abbreviation] = ()) -> tuple[str, ...]:
    """A written text -> the lines an announcer reads aloud, a breath each, sentences with a capital."""
    lines = []
    for one in sentences(of(text, short_forms), None):
        lines += _breaths(one[0].upper() + one[1:], BREATH)
    return tuple(lines)


def syllables(text: str) -> int:
    """How many syllables a spoken text has: in Vietnamese each is a word between blanks."""
    return len(SYLLABLE.findall(text))


def minutes(text: str) -> int:
    """Whole minutes, rounded up, that a spoken text takes at `SYLLABLES_A_MINUTE`; 0 for no words."""
    return -(-syllables(text) // SYLLABLES_A_MINUTE)


def _ends(line: str) -> Iterator[str]:
    start = 0
    for found in END.finditer(line):
        if found[0] == "." and GOES_ON.search(_tail(line, start, found.end())):
            continue
        yield line[start : found.end()].strip()
        start = found.end()
    if line[start:].strip():
        yield line[start:].strip()


def _tail(line: str, start: int, end: int) -> str:
    """The last letters of a sentence; a line break stands in for what is left out before them."""
    return line[start:end] if end - start <= TAIL else f"\n{line[end - TAIL : end]}"


def _breaths(sentence: str, longest: int) -> list[str]:
    pieces = [sentence]
    for cut in (PAUSE, *TURNS):
        pieces = [part for piece in pieces for part in _cut(piece, cut, longest)]
    return _joined(pieces, longest)


def _cut(piece: str, cut: re.Pattern[str], longest: int) -> list[str]:
    return [piece] if syllables(piece) <= longest else _joined(cut.split(piece), longest)


def _joined(pieces: list[str], longest: int) -> list[str]:
    """Neighbours put together as long as a breath holds them."""
    breaths: list[str] = []
    room = 0
    for piece in pieces:
        size = syllables(piece)
        if breaths and size <= room:
            breaths[-1] += f" {piece}"
            room -= size
        else:
            breaths.append(piece)
            room = longest - size
    return breaths
