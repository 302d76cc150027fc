"""The form in which records are kept: a part a month, in columns, for a build reads all of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from gandan.cache import Store
from gandan.check.entry import Listed
from gandan.keeping import frozen
from gandan.keeping.disk import Signature
from gandan.markup import Link
from gandan.model import Record
from gandan.privacy.gate import Numbers
from gandan.problems import Problem
from gandan.relate.citing import NOTHING, Cited

NAME = "ban-ghi"  # of the pack
ALL = "/"  # of the part that no file has

# One file that passed: the digest of its bytes, what it says.
Kept: TypeAlias = tuple[bytes, Record | Listed]


class More(NamedTuple):
    """What is told of a file besides its record, which is nothing of most: its problems and links; what it
    cites, and its mentions as bytes, for they are seldom asked for; the personal data found in it beside the
    numbers of offices, None where it is searched each time."""

    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()
    cited: Cited | None = None
    mentions: bytes = b""
    personal: tuple[Problem, ...] | None = ()


PLAIN = More()


class Memory(NamedTuple):
    """All that is kept: files by path, `more` of those of which there is more; what the disk said of each,
    apart from them because it is another in every checkout; the register and the aliases they were read
    with; the numbers of the offices by file; `parts` are files and more as bytes, by `month`."""

    files: Mapping[str, Kept] = MappingProxyType({})
    more: Mapping[str, More] = MappingProxyType({})
    signatures: Mapping[str, Signature | None] = MappingProxyType({})
    register: bytes = b""
    aliases: str = ""
    offices: Numbers = MappingProxyType({})
    parts: Mapping[str, bytes | memoryview] = MappingProxyType({})


def month(file: str) -> str:
    """Its part: the folder, and the month with which the names of items begin."""
    return file[: file.rfind("/") + (len("/2026-11") if file.startswith("docs/") else 0)]


def load(store: Store) -> Memory:
    """What the store has; nothing, and that is told, where it is not what `save` wrote."""
    parts = store.load(NAME, "")
    try:
        return _thawed(parts) if parts else Memory()
    except (ValueError, TypeError, KeyError, AttributeError):
        store.throw(NAME)
        return Memory()


def save(store: Store, memory: Memory, changed: Iterable[str]) -> None:
    """Keep it for the next build. Its parts are those of before; where a file `changed` one is made anew."""
    anew = {*map(month, changed)}
    made: dict[str, list[str]] = defaultdict(list)
    for file in memory.files:
        if (name := month(file)) in anew:
            made[name].append(file)
    told = frozen.freeze(memory[2:6])
    parts = {name: part for name, part in memory.parts.items() if name not in anew}
    made_anew = {name: _frozen(files, memory) for name, files in made.items()}
    store.save(NAME, "", {ALL: told, **parts, **made_anew})


def _frozen(files: list[str], memory: Memory) -> bytes:
    columns = zip(*map(memory.files.__getitem__, files), strict=True)
    more = {file: memory.more[file] for file in files if file in memory.more}
    return frozen.freeze((files, *columns, more))


def _thawed(parts: dict[str, memoryview]) -> Memory:
    signatures, register, aliases, offices = frozen.thaw(parts.pop(ALL))
    files: dict[str, Kept] = {}
    more: dict[str, More] = {}
    for names, digests, records, others in map(frozen.thaw, parts.values()):
        files.update(zip(names, zip(digests, records, strict=True), strict=True))
        more |= others
        kinds = {*map(type, records)}
        if {*map(type, digests)} != {bytes} or not all(issubclass(one, Record | Listed) for one in kinds):
            raise TypeError("no records")
    known = isinstance(signatures, dict) and isinstance(aliases, str) and isinstance(offices, dict)
    if not (known and all(map(_sound, more.values()))):
        raise TypeError("no records")
    return Memory(files, more, signatures, register, aliases, offices, parts)


def _sound(one: More) -> bool:
    told = isinstance(one, More) and isinstance(one.mentions, bytes) and isinstance(one.personal or (), tuple)
    return told and isinstance(one.cited or NOTHING, Cited)
