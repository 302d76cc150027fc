"""The Markdown of one record: no HTML, no picture without words, no link that could run something."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TypeAlias
from urllib.parse import urlsplit

from gandan import markup
from gandan.patterns import late
from gandan.problems import Place, Problem

Where: TypeAlias = Callable[[int], Place]

DEPTH = 10  # levels of lists and quotations
BRACKETS = 200  # in one paragraph
MARKS = 5000  # backslashes and entities in one paragraph: Markdown takes their number squared
NOTES = 1000  # in one text, for the same reason
LINES = 20_000  # a thousand printed pages
NESTED = late(
    rf"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{{1,9}}[.)](?=[ \t])|\[\^[^\]\n]{{1,60}}\]:)){{{DEPTH + 1}}}"
    rf"|^(?:[ \t]{{0,9}}>)*[ \t]{{{4 * DEPTH}}}",
    re.M,
)
POINTED = late(r"<(https?://[^<>\s]*)>")


def problems(text: str, place: Where) -> Iterator[Problem]:
    """B101, B102, B104, B105 and M108 of a Markdown text; `place` tells where a character of it stands."""
    if markup.bare(text):  # nothing but its length can be wrong
        yield from _endless(text, place)
        return
    prose = markup.without_code(text)
    yield from _tangled(markup.without_code(text, "\ufffc"), place)
    yield from _endless(prose, place)
    if "<" in prose:
        yield from _html(prose, place)
    if "](" in prose or "]:" in prose:
        for link in markup.links(prose):
            yield from _link(link, place)
    if "[" in prose and markup.CHART.search(prose):
        yield from import_module("gandan.drawing.asked").problems(prose, place)
    for found in POINTED.finditer(prose):
        yield from _address(found[1], place, found.start())


def _html(prose: str, place: Where) -> Iterator[Problem]:
    for tag, offset in markup.html(prose):
        message = f"thẻ HTML «{tag}» không được dùng trong bài."
        hint = "Dùng cách viết của Markdown; muốn hiện dấu < thì viết &lt;."
        yield Problem(place(offset), "B101", message, hint)


def _address(target: str, place: Where, offset: int) -> Iterator[Problem]:
    try:
        urlsplit(target)
    except ValueError:
        yield Problem(place(offset), "B102", f"địa chỉ «{target[:60]}» không đọc được.", "Chép lại địa chỉ.")


def _link(link: markup.Link, where: Where) -> Iterator[Problem]:
    if link.image and not link.words.strip():
        message = "ảnh chưa có lời mô tả cho người không nhìn được."
        hint = f"Viết ![điều thấy trong ảnh](tệp); ảnh chỉ để đẹp thì viết ![{markup.DECORATION}](tệp)."
        yield Problem(where(link.offset), "M108", message, hint)
    scheme = markup.scheme(link.target)
    if scheme and link.image:
        message = "ảnh nằm ở trang khác: trang ấy biết ai đang xem, và ảnh có thể đổi hoặc mất."
        yield Problem(where(link.offset), "B102", message, "Chép ảnh vào cạnh bài rồi ghi tên tệp.")
    elif scheme and scheme not in markup.SAFE_SCHEMES:
        message = f"liên kết kiểu «{scheme}:» không được dùng."
        yield Problem(where(link.offset), "B102", message, "Chỉ dùng https:, http:, mailto:, tel:.")
    yield from _address(link.target, where, link.offset)


def _endless(prose: str, place: Where) -> Iterator[Problem]:
    if len(prose) <= 2 * NOTES:  # too short for any of it
        return
    if len(prose) > LINES and prose.count("\n") > LINES:
        yield Problem(place(0), "B104", f"bài dài hơn {LINES} dòng.", "Chia thành nhiều bài.")
    if "[" in prose and prose.count("[^") > NOTES:
        message = f"bài có hơn {NOTES} chỗ ghi chú."
        yield Problem(place(prose.index("[^")), "B104", message, "Chia thành nhiều bài, hoặc bớt ghi chú.")
    start = 0
    many = len(prose) > MARKS and prose.count("\\") + prose.count("&") > MARKS
    for block in prose.split("\n\n") if many else ():
        if block.count("\\") + block.count("&") > MARKS:
            message = f"một đoạn có hơn {MARKS} dấu «\\» hay «&»."
            yield Problem(place(start), "B104", message, "Chia thành nhiều đoạn, hoặc bỏ dấu thừa.")
        start += len(block) + 2


def _tangled(prose: str, place: Where) -> Iterator[Problem]:
    # Python-Markdown calls itself for every level of nesting and, for every open bracket, looks for its end:
    # what nobody writes on purpose would stop the build with a traceback, or for minutes.
    if nested := NESTED.search(prose):
        message = f"danh sách hay trích dẫn lồng nhau quá {DEPTH} tầng, hoặc dòng thụt vào quá xa."
        yield Problem(place(nested.start()), "B104", message, "Bớt thụt vào.")
    start = 0
    for block in prose.split("\n\n"):
        if block.count("[") > BRACKETS:
            message = f"một đoạn có hơn {BRACKETS} dấu «[»."
            yield Problem(
                place(start + block.index("[")), "B104", message, "Chia thành nhiều đoạn, hoặc bỏ dấu thừa."
            )
        start += len(block) + 2
