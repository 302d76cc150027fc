"""Patterns of rooms that read texts closely. Most builds try few: each is made when it is first tried."""

import re
from typing import Any, cast

ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Late:
    """Stands in for a pattern; once one of its methods was asked for, it has them all."""

    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self.flags = written, flags

    def __getattr__(self, name: str) -> Any:
        if name not in ASKED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        for one in ASKED:
            setattr(self, one, getattr(made, one))
        return getattr(made, name)


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for the same, as far as its users can tell."""
    return cast("re.Pattern[str]", _Late(written, flags))
