"""Words with an address of another site in them -> a link."""

import re

from gandan.views.parts import Link


def link(text: str) -> Link:
    """`Báo Thanh Hóa: https://…, trang 2` -> a link that reads `Báo Thanh Hóa, trang 2`."""
    found = re.search(r":? *(https?://[^\s<>\"]+?)(?=[,;.]?(?:\s|$))", text)
    if not found:
        return Link("", text)
    words = (text[: found.start()] + text[found.end() :]).strip(" ;,")
    return Link(found[1], words or found[1])
