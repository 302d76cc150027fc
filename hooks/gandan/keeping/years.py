"""The form in which records are kept: a part a folder, for a build reads all and makes few of them anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from gandan import packs, stock
from gandan.cache import Store
from gandan.check.entry import Listed
from gandan.keeping import columns, disk, frozen
from gandan.keeping.disk import Signature
from gandan.markup import Link
from gandan.model import Record
from gandan.privacy.gate import Numbers
from gandan.problems import Problem
from gandan.relate.citing import NOTHING, Cited

NAME = "ban-ghi"  # of the pack
ALL = "/"  # of the part that no file has

# One file that passed: the digest of its bytes, the id of its record, what it says.
Kept: TypeAlias = tuple[bytes, str, Record | Listed]

Files: TypeAlias = Iterable[tuple[str, Kept]]  # by path

# Files of one model of which the same fields were written: their paths, their digests, ids, what they say.
Shelf: TypeAlias = tuple[type[Record | Listed], list[str], bytes, Sequence[str], Any]


class More(NamedTuple):
    """What is told of a file besides its record, which is nothing of most: its problems and links; what it
    cites, and its mentions as bytes, for they are seldom asked for; the personal data found in it beside the
    numbers of offices, None where it is searched each time; where its fields stand, as bytes, once a problem
    asked for that."""

    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()
    cited: Cited | None = None
    mentions: bytes = b""
    personal: tuple[Problem, ...] | None = ()
    places: bytes = b""


PLAIN = More()


class Memory(NamedTuple):
    """All that is kept: files by path, `more` of those of which there is more; what the disk said of each,
    apart from them because it is another in every checkout; the register and the aliases they were read
    with; the numbers of the offices by file; `parts` are files and more as bytes, by folder."""

    files: Mapping[str, Kept] = MappingProxyType({})
    more: Mapping[str, More] = MappingProxyType({})
    signatures: Mapping[str, Signature] = MappingProxyType({})
    register: bytes = b""
    aliases: str = ""
    offices: Numbers = MappingProxyType({})
    parts: Mapping[str, bytes | memoryview] = MappingProxyType({})


def _year(file: str) -> str:
    """Its part: the folder, which is that of a year where there are many files."""
    return file[: file.rindex("/")]


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
    anew: dict[str, list[str]] = defaultdict(list)
    for file in changed:
        anew[_year(file)].append(file)
    told = [*memory.signatures], b"".join(memory.signatures.values()), *memory[3:6]
    parts = {name: part for name, part in memory.parts.items() if name not in anew}
    for name, files in anew.items():
        held = {file for file in (*files, *_held(memory.parts.get(name))) if file in memory.files}
        if held:
            parts[name] = _frozen(sorted(held), memory)
    store.save(NAME, "", {ALL: frozen.freeze(told), **parts})


def _held(part: bytes | memoryview | None) -> list[str]:
    """The files of a part."""
    return [file for shelf in frozen.thaw(part)[0] for file in shelf[1]] if part else []


def _frozen(files: list[str], memory: Memory) -> bytes:
    forms: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for file in files:
        record = memory.files[file][2]
        written = () if isinstance(record, Listed) else record.model_fields_set
        forms[type(record), frozenset(written)].append(file)
    more = {file: memory.more[file] for file in files if file in memory.more}
    return frozen.freeze(([_shelf(form[0], alike, memory) for form, alike in forms.items()], more))


def _shelf(model: type[Record | Listed], files: list[str], memory: Memory) -> Shelf:
    digests, ids, records = zip(*map(memory.files.__getitem__, files), strict=True)
    return model, files, b"".join(digests), ids, records if model is Listed else columns.parted(records)


def _files(
    model: type[Record | Listed], files: list[str], digests: bytes, ids: Sequence[str], told: Any
) -> Files:
    if model is not Listed:
        told = columns.joined(model, told, len(files))
    elif {*map(type, told)} != {Listed}:
        raise TypeError("no lists")
    return zip(files, zip(stock.digests(digests), ids, told, strict=True), strict=True)


def _thawed(parts: dict[str, memoryview]) -> Memory:
    paths, signed, register, aliases, offices = frozen.thaw(parts.pop(ALL))
    signatures = dict(zip(paths, packs.rows(signed, disk.SIGNED.size), strict=True))
    files: dict[str, Kept] = {}
    more: dict[str, More] = {}
    for shelves, others in map(frozen.thaw, parts.values()):
        for shelf in shelves:
            files.update(_files(*shelf))
        more |= others
    known = isinstance(aliases, str) and isinstance(offices, dict)
    if not (known and all(map(_sound, more.values()))):
        raise TypeError("no records")
    return Memory(files, more, signatures, register, aliases, offices, parts)


def _sound(one: More) -> bool:
    told = isinstance(one, More) and type(one.mentions) is type(one.places) is bytes
    return told and isinstance(one.personal or (), tuple) and isinstance(one.cited or NOTHING, Cited)
