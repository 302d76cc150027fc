"""Directives as https://schema.org/Legislation: force, who passed them, what they do to others.

Its properties are those of the European Legislation Identifier under other names. What another document
does to this one is told by `@reverse`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from gandan import dates, states
from gandan.linked.articles import interval
from gandan.linked.frame import LANGUAGE, SCHEMA, Frame, Node, filled
from gandan.relate.portal import Document, Tie
from gandan.relate.ties import PASSIVE
from gandan.states import State
from gandan.views.parts import issuer_name

FORCE = {
    State.IN_FORCE: "InForce",
    State.PARTLY: "PartiallyInForce",
    State.NOT_YET: "NotInForce",
    State.SUSPENDED: "NotInForce",
    State.EXPIRED: "NotInForce",
}
# What one document does to another; of a replacement or repeal of parts only a change can be said.
PROPERTIES = {
    "replaces": "legislationRepeals",
    "repeals": "legislationRepeals",
    "amends": "legislationAmends",
    "corrects": "legislationCorrects",
    "details": "legislationEnsuresImplementationOf",
    "implements": "legislationEnsuresImplementationOf",
    "cites": "citation",
}
IN_PART = "legislationChanges"
ACTIVE = {passive: active for active, passive in PASSIVE.items()}
BODIES = {"state": "GovernmentOrganization"}  # a Party committee is no body of the state


def node(document: Document, frame: Frame) -> Node:
    """What one document is. Its days are told where they are known to the day."""
    one = document.directive
    state = states.of_directive(one, frame.today, document.superseded).state
    issued = dates.exact(one.issued) if one.issued else None
    ends = [day for day in (one.expires, document.superseded) if day]
    last = min(ends) - timedelta(days=1) if ends else None
    return filled(
        {
            "@type": "Legislation",
            "@id": frame.url(document.address),
            "url": frame.url(document.address),
            "name": one.title,
            "legislationIdentifier": one.number,
            "legislationType": one.type if one.type != "Chưa rõ" else None,
            "legislationDate": issued.isoformat() if issued else None,
            "legislationDateVersion": one.checked.isoformat() if one.checked else None,
            "temporalCoverage": interval(one.effective, last),
            "legislationPassedBy": _body(document, frame),
            "legislationLegalForce": f"{SCHEMA}/{FORCE[state]}" if state in FORCE else None,
            "inLanguage": LANGUAGE,
            **_relations(document, frame),
        }
    )


def _body(document: Document, frame: Frame) -> Node:
    one = document.directive
    issuer = frame.portal.issuers.get(one.issuer)
    family = one.family or (issuer.family if issuer else None)
    return {"@type": BODIES.get(family or "", "Organization"), "name": issuer_name(one, frame.portal)}


def _relations(document: Document, frame: Frame) -> Node:
    forth: dict[str, list[Node]] = defaultdict(list)
    back: dict[str, list[Node]] = defaultdict(list)
    for tie in document.ties:
        for name in _property(tie):
            (forth if tie.kind in PASSIVE else back)[name].append(_other(tie, frame))
    return filled({**forth, "@reverse": dict(back)})


def _property(tie: Tie) -> Iterator[str]:
    """The property of a relation, seen from whichever end; none for what schema.org has no word."""
    name = PROPERTIES.get(ACTIVE.get(tie.kind, tie.kind))
    if name == "citation" and tie.kind not in PASSIVE:
        return  # whoever cites says so; a law would name hundreds
    if name:
        yield IN_PART if name == "legislationRepeals" and tie.articles else name


def _other(tie: Tie, frame: Frame) -> Node:
    if tie.target:
        return {"@type": "Legislation", "@id": frame.document(tie.target)}
    return filled({"@type": "Legislation", "legislationIdentifier": tie.number})
