"""Words with marks in them: what is bold, a link, a note, as letters of the private use area of Unicode.

A bold word stands between two such letters. Tidying sees letters only, the Markdown writer turns marks into
Markdown's own; words as people read them come out of `plain`.
"""

import re

BOLD, BOLD_END = "\ue000", "\ue001"
SLANT, SLANT_END = "\ue002", "\ue003"
LINK, LINK_WORDS, LINK_END = "\ue004", "\ue005", "\ue006"  # LINK address LINK_WORDS words LINK_END
NOTE, NOTE_END = "\ue007", "\ue008"  # NOTE its name NOTE_END
PICTURE, PICTURE_END = "\ue009", "\ue00a"  # PICTURE its place in the list of pictures PICTURE_END
LABEL, LABEL_END = "\ue00b", "\ue00c"  # LABEL the number that Word would draw LABEL_END

ALL = re.compile("[\ue000-\ue00f]")
_HIDDEN = re.compile(
    f"{LINK}[^{LINK_WORDS}]*{LINK_WORDS}|{NOTE}[^{NOTE_END}]*{NOTE_END}|{PICTURE}[^{PICTURE_END}]*{PICTURE_END}"
)
_PICTURE = re.compile(f"{PICTURE}([0-9]+){PICTURE_END}")
_LABEL = re.compile(f"{LABEL}([^{LABEL_END}]*){LABEL_END}")


def plain(words: str) -> str:
    """The words alone: no marks, no addresses, no notes, no pictures."""
    return ALL.sub("", _HIDDEN.sub("", words))


def pictures(words: str) -> list[int]:
    """The pictures that stand in the words, by their place in the document's list."""
    return [int(found[1]) for found in _PICTURE.finditer(words)]


def without_pictures(words: str) -> str:
    """The words with every picture taken out."""
    return _PICTURE.sub("", words)


def labelled(words: str) -> tuple[str, str]:
    """(number that Word draws, or "", the words without it)."""
    found = _LABEL.search(words)
    return (found[1], _LABEL.sub("", words)) if found else ("", words)


def without(words: str, *emphasis: str) -> str:
    """The words with the given marks taken out: `without(words, BOLD, BOLD_END)`."""
    return words.translate({ord(mark): None for mark in emphasis})


def wholly(words: str, start: str, end: str) -> bool:
    """Whether every letter stands between the two marks: bold from the first to the last word."""
    outside = re.sub(f"{start}[^{end}]*{end}", "", words)
    return start in words and not re.search(r"\w", plain(outside))


def notes(words: str) -> list[str]:
    """The names of the notes that the words point to, each once, in their order."""
    found = re.findall(f"{NOTE}([^{NOTE_END}]*){NOTE_END}", words)
    return list(dict.fromkeys(found))
