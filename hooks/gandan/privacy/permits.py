"""The exceptions of a ward: which findings each lets through, and whether it lets any through at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from gandan.model import Permit
from gandan.privacy.annexes import Holder
from gandan.privacy.finding import Finding
from gandan.problems import Place
from gandan.read.raw import Raw
from gandan.vietnamese import fold


@dataclass(slots=True)
class Used:
    """An exception, where it is written, and the places of what it let through."""

    permit: Permit
    place: Place
    found: list[Place] = field(default_factory=list)


def of(raw: Raw) -> tuple[Used, ...]:
    """The exceptions of a file; one written wrong is told by the check of fields and lets nothing through."""
    fields = raw.fields if isinstance(raw.fields, dict) else {}
    listed = fields.get("privacy")
    found = []
    for number, one in enumerate(listed if isinstance(listed, list) else ()):
        try:
            found.append(Used(Permit.model_validate(one), raw.at("privacy", number)))
        except ValidationError:
            continue
    return tuple(found)


def let(finding: Finding, permits: Iterable[Used], place: Place) -> bool:
    """Whether one of the exceptions lets a finding through; it is noted there."""
    for used in permits:
        if used.permit.allows == finding.kind and _names(used.permit, finding):
            used.found.append(place)
            return True
    return False


def _names(permit: Permit, finding: Finding) -> bool:
    if permit.value is None:
        return True
    wanted = "".join(one for one in permit.value if one.isdecimal())
    if len(wanted) >= 6 and finding.kind != "birth":
        return wanted == finding.figures
    return fold(permit.value) in fold(finding.words)


def by_file(
    raws: Mapping[str, Raw], holders: Mapping[str, Sequence[Holder]]
) -> Mapping[str, tuple[Used, ...]]:
    """The exceptions that count for each file: its own, and for a file beside items those of the items."""
    own = {
        file: of(raw)
        for file, raw in raws.items()
        if isinstance(raw.fields, dict) and "privacy" in raw.fields
    }
    beside = {
        file: tuple(one for item in items for one in own.get(item.raw.file, ()))
        for file, items in holders.items()
    }
    return beside | own
