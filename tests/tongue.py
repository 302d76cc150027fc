"""Whether a word can be Vietnamese, by how its syllables are built: what a word list of English would miss.

A syllable is an onset, a nucleus and a coda (Đoàn Thiện Thuật, Ngữ âm tiếng Việt). A few short English words
can be one, too ("in", "can"); nearly every longer word of another tongue falls through.
"""

import re
import unicodedata
from collections.abc import Iterable

ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
NUCLEUS = (
    "uyê|uya|uyu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|ươ|uô|iê|yê|ia|ya|ưa|ua|oa|oă|oe|uâ|uê|uơ|uy|oo|"
    "ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy]"
)
CODA = "ng|nh|ch|[cmnpt]"
MARKED = re.compile(rf"(?:{ONSET})?(?:{NUCLEUS})(?:{CODA})?")
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# Letters of one word; a word with a figure or within an address is no word of a tongue.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NO_WORDS = re.compile(
    r"https?://\S+|\S+@\S+|\b\S*[/\\_.]\S*[a-z0-9]\S*|\S*\d\S*|#\w+|[^\W\d_]+(?:-[^\W\d_]+)*-(?=\d)"
)


def plain(text: str) -> str:
    """Without tones, and without the marks of letters."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


UNMARKED = re.compile(rf"(?:{plain(ONSET)})?(?:{plain(NUCLEUS)})(?:{CODA})?")


def vietnamese(word: str) -> bool:
    """Whether it can be a Vietnamese syllable. An abbreviation in capitals is read letter by letter."""
    if word.isupper() and len(word) <= 6:
        return True
    lower = unicodedata.normalize("NFC", word.lower())
    bare = unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", lower) if c not in TONES)
    )
    return bool(MARKED.fullmatch(bare) if bare != plain(bare) else UNMARKED.fullmatch(bare))


def foreign(text: str, known: Iterable[str]) -> list[str]:
    """Words that are neither Vietnamese nor known, as they stand there."""
    known = set(known)
    found = WORD.findall(NO_WORDS.sub(" ", text))
    return [word for word in found if len(word) > 1 and word.lower() not in known and not vietnamese(word)]
