"""Words and numbers of many things, one thing after another, as bytes and back."""

from array import array
from collections.abc import Iterable

from gandan.outputs import Data


def joined(texts: Iterable[str]) -> bytes:
    """Texts that hold no line breaks, as words, keys and addresses hold none."""
    return "\n".join([*texts, ""]).encode("utf-8")


def texts(part: Data) -> list[str]:
    """What was joined."""
    return str(part, "utf-8").split("\n")[:-1]


def counted(numbers: Iterable[int]) -> bytes:
    """Whole numbers of 64 bits."""
    return array("q", numbers).tobytes()


def numbers(part: memoryview) -> list[int]:
    """What was counted."""
    return part.cast("q").tolist()
