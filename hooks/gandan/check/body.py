"""The Markdown of one record: no HTML, no link that could run something, none that leads nowhere."""

import posixpath
from collections.abc import Container, Iterator
from urllib.parse import unquote

from gandan import markup
from gandan.problems import Problem
from gandan.read.raw import Raw


def problems(raw: Raw, files: Container[str]) -> Iterator[Problem]:
    """B101-B103 and M108 of a body; `files` are all paths below the ward's root."""
    prose = markup.without_code(raw.body)
    if "<" in prose:
        yield from _html(raw, prose)
    if "](" in prose or "]:" in prose:
        for link in markup.links(prose):
            yield from _link(raw, link, files)


def _html(raw: Raw, prose: str) -> Iterator[Problem]:
    for tag, offset in markup.html(prose):
        message = f"thẻ HTML «{tag}» không được dùng trong bài."
        hint = "Dùng cách viết của Markdown; muốn hiện dấu < thì viết &lt;."
        yield Problem(raw.in_body(offset), "B101", message, hint)


def _link(raw: Raw, link: markup.Link, files: Container[str]) -> Iterator[Problem]:
    place = raw.in_body(link.offset)
    if link.image and not link.words.strip():
        message = "ảnh chưa có lời mô tả cho người không nhìn được."
        yield Problem(place, "M108", message, "Viết ![điều thấy trong ảnh](tệp).")
    if scheme := markup.scheme(link.target):
        if scheme not in markup.SAFE_SCHEMES:
            message = f"liên kết kiểu «{scheme}:» không được dùng."
            yield Problem(place, "B102", message, "Chỉ dùng https:, http:, mailto:, tel:.")
        return
    path = unquote(link.target.split("#")[0].split("?")[0])
    if not path:
        return
    if path.startswith("/"):
        message = f"liên kết «{link.target}» bắt đầu bằng dấu /."
        hint = "Trỏ tới tệp, tính từ bài này: ví dụ ../../van-ban/index.md."
        yield Problem(place, "B103", message, hint)
    elif posixpath.normpath(posixpath.join(posixpath.dirname(raw.file), path)) not in files:
        message = f"không có tệp «{path}» mà liên kết này trỏ tới."
        yield Problem(place, "B103", message, "Xem lại tên tệp, kể cả chữ hoa, chữ thường.")
