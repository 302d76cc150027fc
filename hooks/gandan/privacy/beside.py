"""The attachments of a ward: what is in them, told with the page or sheet where it stands."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from gandan.check.attachments import TELLING
from gandan.privacy import annexes, papers, permits, sayings
from gandan.privacy.annexes import Holder
from gandan.privacy.finding import Kind
from gandan.privacy.paper import Paper
from gandan.privacy.permits import Used
from gandan.problems import Place, Problem


def suffix(file: str) -> str:
    """The kind of a file, as `papers.ROOMS` names it."""
    return PurePosixPath(file).suffix.lower()


def problems(
    file: str, data: bytes, official: frozenset[str], allowed: tuple[Used, ...], items: tuple[Holder, ...]
) -> Iterator[Problem]:
    """Everything to be told of one file; for a list of people that a law wants, what is too much in it."""
    paper = papers.read(data, suffix(file))
    place = Place(file)
    found = [one for one in papers.find(paper, official) if not permits.let(one.finding, allowed, place)]
    if naming := [one for one in items if one.naming]:
        found = [one for one in found if one.finding.kind is not Kind.LIST]
        if names := annexes.beyond(paper, found):
            yield from (annexes.too_much(one, names) for one in naming)
    else:
        yield from (sayings.problem(one.finding, place, one.where) for one in found)
    yield from _besides(paper, place)


def _besides(paper: Paper, place: Place) -> Iterator[Problem]:
    if told := [one for one in paper.told if one in TELLING]:
        message = f"ảnh trong tệp mang theo {' và '.join(told)}."
        yield Problem(place, "R201", message, "Bỏ ảnh ra, làm sạch rồi chèn lại; hoặc lưu tệp thành PDF.")
    if paper.unread:
        hint = "Người viết tự đọc cả tệp trước khi đăng; có bản chữ thì thay bằng bản chữ."
        yield Problem(place, "R203", paper.unread, hint)
    if paper.hidden:
        message = f"tệp Word còn giữ {paper.hidden} chỗ đã xoá hoặc nhận xét; ai tải về cũng đọc được."
        hint = "Trong Word chọn Review, Accept All Changes, Delete All Comments, rồi lưu lại."
        yield Problem(place, "R204", message, hint)
