"""Which record a citation means, or why none can be named. It never guesses.

A document is known by issuer + type + number + date. What a number needs besides itself:

- with its year, from a body of which the land has one (59/2023/NĐ-CP, 10/2022/QH15,
  34/2007/PL-UBTVQH11): nothing, if one record has it and nothing near it contradicts that;
- with its year, from a UBND or HĐND: each province and commune counts its own, so the whole name of
  the issuer, or the day, must be written and agree;
- without a year (33/CT-TTg, 18/CT-UBND, 1675/NQ-UBTVQH15, every number of the Party): a date that
  agrees with the record's, at least in the year. The whole name of the issuer does not do, even
  where the register holds one such number: offices begin again at 01 each year (Điều 15 Nghị định
  30/2020/NĐ-CP), Party committees with each term, and no register holds them all;
- a bare stem (Nghị định 29): an alias, nothing less.

An alias stands for its one record unless a date or issuer written with it contradicts the record.
"""

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from gandan.citations import bodies, kinds, symbols, titles
from gandan.citations.aliases import Aliases
from gandan.citations.find import Citation
from gandan.citations.fold import phrase
from gandan.citations.symbols import Number
from gandan.model import Directive, Issuer


class Reason(Enum):
    """Why a citation has no record."""

    UNKNOWN = "unknown"  # well formed, not in the register
    INCOMPLETE = "incomplete"  # what is written could name several documents
    AMBIGUOUS = "ambiguous"  # several records fit
    CONTRADICTION = "contradiction"  # date, issuer, type or title written with it disagree


class Resolution(NamedTuple):
    """The id of the record meant, or the reason for none; `candidates` were weighed."""

    directive: str | None
    reason: Reason | None
    candidates: tuple[str, ...] = ()


class Register:
    """The directives by number and by alias, built once and asked for every citation."""

    def __init__(self, directives: Mapping[str, Directive], issuers: Mapping[str, Issuer]) -> None:
        self._directives = dict(directives)
        self._issuers = dict(issuers)
        self._by_number: defaultdict[tuple[str, str, str, str], list[str]] = defaultdict(list)
        self._by_digits: defaultdict[str, list[str]] = defaultdict(list)
        self._by_alias: defaultdict[str, list[str]] = defaultdict(list)
        self._resolved: dict[tuple[object, ...], Resolution] = {}  # many texts name a document alike
        for name in sorted(self._directives):
            self._enter(name, self._directives[name])
        self.aliases = Aliases(alias for name in sorted(directives) for alias in directives[name].aliases)

    def resolve(self, citation: Citation) -> Resolution:
        """The record that a citation means, or the reason why none is named."""
        if (found := self._resolved.get(citation.told)) is None:
            found = self._resolved[citation.told] = self._resolve(citation)
        return found

    def _resolve(self, citation: Citation) -> Resolution:
        if citation.alias is not None:
            by_name = self._by_name(citation, citation.alias)
            if by_name.directive or citation.number is None or citation.stem:
                return by_name
            by_number = self._by_symbol(citation, citation.number)
            return by_number if by_number.directive else by_name
        if citation.stem or citation.number is None:
            return Resolution(None, Reason.INCOMPLETE, self._alike(citation))
        return self._by_symbol(citation, citation.number)

    def _enter(self, name: str, directive: Directive) -> None:
        if directive.number and (number := symbols.read(directive.number)):
            self._by_number[number.key].append(name)
            self._by_digits[number.key[0]].append(name)
        for alias in {phrase(alias) for alias in directive.aliases}:
            self._by_alias[alias].append(name)

    def _by_name(self, citation: Citation, alias: str) -> Resolution:
        known = tuple(self._by_alias[phrase(alias)])
        fitting = [
            name
            for name in known
            if not self._other_day(citation, name) and not self._other_body(citation, name)
        ]
        return _one(fitting, known)

    def _by_symbol(self, citation: Citation, written: str) -> Resolution:
        number = symbols.read(written)
        known = tuple(self._by_number.get(number.key, ())) if number else ()
        if number is None or not known:
            return Resolution(None, Reason.UNKNOWN)
        fitting = [name for name in known if not self._contradicts(citation, number, name)]
        if len(fitting) == 1 and not self._suffices(citation, number, fitting[0]):
            return Resolution(None, Reason.INCOMPLETE, known)
        return _one(fitting, known)

    def _contradicts(self, citation: Citation, number: Number, name: str) -> bool:
        directive = self._directives[name]
        if self._other_day(citation, name) or self._other_body(citation, name):
            return True
        if citation.title and not titles.agree(
            citation.title, " ".join((directive.title, *directive.aliases))
        ):
            return True
        return citation.type is not None and not kinds.agree(
            citation.type, directive.type, number.kind, number.party
        )

    def _suffices(self, citation: Citation, number: Number, name: str) -> bool:
        """Whether what is written singles out a record that nothing contradicts."""
        if number.unique:
            return True
        written, issued = citation.day, self._directives[name].issued
        agreed = written is not None and issued is not None
        if number.year is None:
            return agreed
        return self._named(citation, name) or bool(
            agreed and written and issued and written.day and issued.day
        )

    def _other_day(self, citation: Citation, name: str) -> bool:
        issued = self._directives[name].issued
        return bool(citation.day and issued and not issued.allows(citation.day))

    def _other_body(self, citation: Citation, name: str) -> bool:
        issuer = self._issuers.get(self._directives[name].issuer)
        return bool(citation.issuer and issuer and bodies.contradicts(citation.issuer, issuer))

    def _named(self, citation: Citation, name: str) -> bool:
        issuer = self._issuers.get(self._directives[name].issuer)
        return bool(citation.issuer and issuer and bodies.names(citation.issuer, issuer))

    def _alike(self, citation: Citation) -> tuple[str, ...]:
        """Records that a bare stem may mean, for staff to choose from."""
        digits, _, year = (citation.number or "").partition("/")
        return tuple(
            name
            for name in self._by_digits.get(digits.lstrip("0").lower(), ())
            if self._could_be(citation, name, year)
        )

    def _could_be(self, citation: Citation, name: str, year: str) -> bool:
        number = symbols.read(self._directives[name].number or "")
        if number is None or (year and number.year not in (None, year)):
            return False
        return not self._contradicts(citation, number, name)


def _one(fitting: list[str], known: tuple[str, ...]) -> Resolution:
    if len(fitting) == 1:
        return Resolution(fitting[0], None, known)
    return Resolution(None, Reason.AMBIGUOUS if fitting else Reason.CONTRADICTION, known)
