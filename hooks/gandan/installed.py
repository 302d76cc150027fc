"""What is installed beside us, by which what it makes is known again."""

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution


@cache
def version(package: str) -> str:
    """The version of a package; "" where it is not installed.

    Python's own way reads through all that makers tell there, a manual long; this one stops at the line.
    """
    try:
        told = distribution(package)
    except PackageNotFoundError:
        return ""
    found = re.search(r"^Version: *(\S+)", told.read_text("METADATA") or "", re.MULTILINE)
    return found[1] if found else told.version
