"""Citations of documents in running text: found, resolved without guessing, linked."""

from gandan.citations.aliases import Aliases
from gandan.citations.find import Citation, find
from gandan.citations.link import in_markdown, link
from gandan.citations.resolve import Reason, Register, Resolution

__all__ = [
    "Aliases",
    "Citation",
    "Reason",
    "Register",
    "Resolution",
    "find",
    "in_markdown",
    "link",
]
