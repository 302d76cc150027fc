"""Letters and line ends: what the door forgives, or tells with C101, C102, C103, put right in the file."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gandan.read.letters import BREAKS, UNSEEN
from gandan.vietnamese import LOOK_ALIKES

Mend = Callable[[str], str]


def _seen(text: str) -> str:
    return UNSEEN.sub(lambda found: " " if found[0] in BREAKS else "", text)


# In this order: what cannot be seen may stand between a letter and its mark.
MENDS: Mapping[str, Mend] = MappingProxyType(
    {
        "BOM": lambda text: text.removeprefix("\ufeff"),
        "CRLF": lambda text: re.sub("\r\n?", "\n", text),
        "C103": _seen,
        "C102": lambda text: text.translate(LOOK_ALIKES),
        "C101": lambda text: unicodedata.normalize("NFC", text),
    }
)
