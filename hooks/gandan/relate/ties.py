"""Relations between documents, seen from both ends."""

from collections.abc import Iterable, Iterator

from gandan.check.entry import Entry
from gandan.model import Directive
from gandan.problems import Problem
from gandan.relate.portal import Tie

# What one document does -> how the other bears it.
PASSIVE = {
    "replaces": "replaced_by",
    "repeals": "repealed_by",
    "amends": "amended_by",
    "details": "detailed_by",
    "implements": "implemented_by",
    "continues": "continued_by",
    "corrects": "corrected_by",
    "cites": "cited_by",
}
OTHER_END = PASSIVE | {passive: active for active, passive in PASSIVE.items()}
ENDING = frozenset({"replaced_by", "repealed_by"})


def both_ends(entries: Iterable[Entry[Directive]]) -> dict[str, tuple[Tie, ...]]:
    """For each id its ties; a relation written at either end, or at both, stands once at each."""
    ties: dict[str, dict[tuple[str, str], Tie]] = {entry.id: {} for entry in entries}
    for entry in entries:
        for relation in entry.record.relations:
            kind, target, articles = relation.kind, relation.target, relation.articles
            known = target in ties
            tie = Tie(kind, target if known else None, None if known else target, articles)
            _add(ties[entry.id], tie)
            if known:
                _add(ties[target], Tie(OTHER_END[kind], entry.id, None, articles))
    return {identity: tuple(found.values()) for identity, found in ties.items()}


def _add(shelf: dict[tuple[str, str], Tie], tie: Tie) -> None:
    key = tie.kind, tie.target or tie.number or ""
    told = shelf[key].articles if key in shelf else ()
    shelf[key] = tie._replace(articles=tuple(dict.fromkeys((*told, *tie.articles))))


def problems(entries: Iterable[Entry[Directive]], ties: dict[str, tuple[Tie, ...]]) -> Iterator[Problem]:
    """Q103: a relation to itself, or two documents that replace (repeal, amend …) each other.

    Two documents of one day may cite each other.
    """
    for entry in entries:
        held = {(tie.kind, tie.target) for tie in ties[entry.id]}
        for number, relation in enumerate(entry.record.relations):
            path, other = ("relations", number, "target"), OTHER_END[relation.kind]
            if relation.target == entry.id:
                message = "văn bản có quan hệ với chính nó."
                yield Problem(entry.at(*path), "Q103", message, "Xem lại «target».")
            elif (other, relation.target) in held and "cites" not in (relation.kind, other):
                message = f"hai văn bản vừa {relation.kind} vừa {other} lẫn nhau."
                yield Problem(entry.at(*path), "Q103", message, "Bỏ quan hệ viết ngược chiều.")
