"""The Markdown of one record: no HTML, no picture without words, no link that could run something."""

from collections.abc import Iterator

from gandan import markup
from gandan.problems import Problem
from gandan.read.raw import Raw


def problems(raw: Raw) -> Iterator[Problem]:
    """B101, B102 and M108 of a body."""
    prose = markup.without_code(raw.body)
    if "<" in prose:
        yield from _html(raw, prose)
    if "](" in prose or "]:" in prose:
        for link in markup.links(prose):
            yield from _link(raw, link)


def _html(raw: Raw, prose: str) -> Iterator[Problem]:
    for tag, offset in markup.html(prose):
        message = f"thẻ HTML «{tag}» không được dùng trong bài."
        hint = "Dùng cách viết của Markdown; muốn hiện dấu < thì viết &lt;."
        yield Problem(raw.in_body(offset), "B101", message, hint)


def _link(raw: Raw, link: markup.Link) -> Iterator[Problem]:
    place = raw.in_body(link.offset)
    if link.image and not link.words.strip():
        message = "ảnh chưa có lời mô tả cho người không nhìn được."
        yield Problem(place, "M108", message, "Viết ![điều thấy trong ảnh](tệp).")
    scheme = markup.scheme(link.target)
    if scheme and scheme not in markup.SAFE_SCHEMES:
        message = f"liên kết kiểu «{scheme}:» không được dùng."
        yield Problem(place, "B102", message, "Chỉ dùng https:, http:, mailto:, tel:.")
