"""Who cites whom: the citations of every text, resolved once, and what could not be resolved."""

from collections.abc import Iterator
from dataclasses import dataclass

from gandan.check.entry import Entry
from gandan.citations.link import in_markdown
from gandan.citations.resolve import Reason, Register, Resolution
from gandan.model import Directive, Item
from gandan.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Cited:
    """The ids that one text names, in order of first mention, and the problems of the rest."""

    ids: tuple[str, ...]
    problems: tuple[Problem, ...]


def by_item(entry: Entry[Item], register: Register) -> Cited:
    """Of a news item: those its staff listed, then those of its summary and its body."""
    listed = [(identity, None) for identity in entry.record.directives]
    found = [*listed, *_in_field(entry, "description", register)]
    for citation, resolution in in_markdown(entry.raw.body, register):
        place = entry.raw.in_body(citation.start)
        found.append((resolution.directive, _told(citation.written, resolution, place)))
    return _cited(found)


def by_directive(entry: Entry[Directive], register: Register) -> Cited:
    """Of a directive: those that its summary names."""
    return _cited([*_in_field(entry, "summary", register)])


def _in_field(
    entry: Entry[Item] | Entry[Directive], field: str, register: Register
) -> Iterator[tuple[str | None, Problem | None]]:
    for citation, resolution in in_markdown(getattr(entry.record, field) or "", register):
        told = _told(citation.written, resolution, entry.at(field))
        yield resolution.directive, told


def _cited(found: list[tuple[str | None, Problem | None]]) -> Cited:
    ids = dict.fromkeys(identity for identity, _ in found if identity)
    return Cited(tuple(ids), tuple(problem for _, problem in found if problem))


def _told(written: str, resolution: Resolution, place: Place) -> Problem | None:
    if resolution.reason is None:
        return None
    code, why, hint = _REASONS[resolution.reason]
    which = f" ({', '.join(resolution.candidates)})" if resolution.candidates else ""
    return Problem(place, code, f"«{written}» {why}{which}; để nguyên là chữ.", hint)


_REASONS = {
    Reason.INCOMPLETE: (
        "V101",
        "chưa đủ để biết là văn bản nào",
        "Viết đủ số, ký hiệu và ngày ban hành, hoặc thêm vào «aliases» của văn bản.",
    ),
    Reason.UNKNOWN: ("V102", "chưa có trong sổ văn bản", "Thêm một tệp vào data/van-ban/."),
    Reason.AMBIGUOUS: ("V103", "khớp nhiều văn bản", "Viết thêm ngày ban hành."),
    Reason.CONTRADICTION: (
        "V104",
        "không khớp với sổ văn bản",
        "So lại loại, ngày và cơ quan ban hành với sổ.",
    ),
}
