"""Whether what an item, or a rule, rests on was in force."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from gandan import sections, states
from gandan.check.entry import Checked, Entry
from gandan.duties.finding import against
from gandan.duties.rulebook import Rulebook
from gandan.model import Consultation, Decision, Directive, Disclosure, Item, Notice, Rule
from gandan.problems import Level, Problem
from gandan.relate.portal import Tie
from gandan.relate.ties import ENDING
from gandan.relate.timing import superseded

Ties = Mapping[str, tuple[Tie, ...]]

# Kinds that act upon a document; news may well speak of old ones.
ACTING: tuple[type[Item], ...] = (Disclosure, Consultation, Notice, Decision)

MEND = "Viện dẫn văn bản đang có hiệu lực; sổ ghi sai thì sửa «expires» của văn bản."


def problems(checked: Checked, ties: Ties, rulebook: Rulebook, today: date) -> Iterator[Problem]:
    """D119: of an item on its own day, of a rule that still holds on `today`."""
    register = _Register({entry.id: entry.record for entry in checked.directives}, ties)
    for kind in ACTING:
        for entry in checked.published(kind):
            yield from _of_item(entry, register, rulebook)
    for rule in checked.rules:
        yield from _of_rule(rule, register, today)


def _of_item(entry: Entry[Item], register: "_Register", rulebook: Rulebook) -> Iterator[Problem]:
    item, day = entry.record, entry.record.date.day
    rule = rulebook.on(day, "basis", kind=sections.of(item).kind)
    for number, identity in enumerate(item.directives):
        if rule and (ended := register.ended(identity, day)):
            yield against(rule, entry.at("directives", number), "D119", ended, MEND)


def _of_rule(entry: Entry[Rule], register: "_Register", today: date) -> Iterator[Problem]:
    rule = entry.record
    holds = (rule.valid_to or date.max) >= today
    if holds and rule.directive and (ended := register.ended(rule.directive, today)):
        message = f"quy tắc «{rule.id}» còn áp dụng mà {ended}."
        yield Problem(entry.at("directive"), "D119", message, MEND, Level(rule.level))


class _Register(NamedTuple):
    """The documents, and what others do to them."""

    directives: Mapping[str, Directive]
    ties: Ties

    def ended(self, identity: str, day: date) -> str | None:
        """The sentence that says that a document was out of force on `day`, or None."""
        one = self.directives.get(identity)
        if one is None:
            return None
        standing = states.of_directive(one, day, superseded(self.ties[identity], self.directives, day))
        if standing.state is not states.State.EXPIRED or standing.since is None:
            return None
        heirs = ", ".join(self._heirs(identity))
        instead = f", nay là {heirs}" if heirs else ""
        return f"{one.number or identity} hết hiệu lực từ {standing.since:%d/%m/%Y}{instead}"

    def _heirs(self, identity: str) -> Iterator[str]:
        for tie in self.ties[identity]:
            if tie.kind in ENDING and not tie.articles:
                heir = self.directives.get(tie.target or "")
                yield (heir.number if heir else tie.number) or tie.target or ""
