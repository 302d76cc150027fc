"""A ward's folder -> the personal data that would go out with it, each piece told once, masked."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from gandan.addresses import PUBLISHED
from gandan.cache import Store, digest
from gandan.check.attachments import UNPACKED
from gandan.privacy import annexes, beside, papers, permits, sayings, search, written
from gandan.privacy.annexes import Holder
from gandan.privacy.cleared import Cleared
from gandan.privacy.finding import Kind
from gandan.privacy.numbers import telephones
from gandan.privacy.permits import Used
from gandan.problems import Place, Problem
from gandan.read.content import Content
from gandan.read.files import Folder
from gandan.read.raw import Raw

MOST, BESIDE = 10, 3  # findings of one code that are told one by one: of a text, of an attachment
OFFICES = ("data/phuong.yml", "data/to-dan-pho.yml", "docs/gioi-thieu/")  # where numbers of offices stand
Numbers: TypeAlias = Mapping[str, frozenset[str]]  # of telephones, as digits, by the file of an office
_DAY = re.compile(r"^\d{4}-\d\d-\d\d-")  # with which the names of items begin
_APART = str.maketrans("-_", "  ")


class Watched(NamedTuple):
    """What was found and is not let through; every exception, and the files that items name, by path."""

    problems: tuple[Problem, ...]
    permits: tuple[Used, ...]
    holders: Mapping[str, tuple[Holder, ...]]


def watched(
    folder: Folder, numbers: Numbers, data: Callable[[str], bytes], today: date, store: Store
) -> Watched:
    """The whole folder: words, facts, names of files, attachments, whose bytes `data` gives.

    What held nothing before, by the digest of its bytes, is not searched again.
    """
    gate = _Gate(folder.raws, official(numbers), data, store)
    found = [one for file, raw in folder.raws.items() if file != PUBLISHED for one in gate.words(raw)]
    found += [one for file in folder.files for one in gate.name(file)]
    found += [one for file in _papers(folder.contents) for one in gate.paper(file)]
    gate.cleared.save()
    used = tuple({id(one): one for each in gate.allowed.values() for one in each}.values())
    found += [*_idle(used), *annexes.over(gate.holders, folder.files, today)]
    return Watched(tuple(found), used, gate.holders)


class _Gate:
    """What is to be known of the whole ward when one file of it is searched."""

    def __init__(
        self, raws: Mapping[str, Raw], official: frozenset[str], data: Callable[[str], bytes], store: Store
    ) -> None:
        self._official, self._data = official, data
        self.cleared = Cleared(store, official)
        self.holders = annexes.holders(raws)
        self.allowed = permits.by_file(raws, self.holders)

    def words(self, raw: Raw) -> Iterator[Problem]:
        """What a file of words or facts tells."""
        if self.cleared.has(raw.digest):
            return
        allowed = self.allowed.get(raw.file, ())
        told = list(_told(raw, self._official, allowed))
        if not told and not allowed and raw.digest:
            self.cleared.keep(raw.digest)
        yield from _few(told, MOST)

    def name(self, file: str) -> Iterator[Problem]:
        """What the name of a file tells."""
        last = file.rpartition("/")[2]
        name = _DAY.sub("", last.rpartition(".")[0] or last).translate(_APART)
        for finding in search.find(name, self._official):
            if finding.kind is not Kind.PLATE:
                yield sayings.problem(finding, Place(file), "tên tệp")

    def paper(self, file: str) -> Iterator[Problem]:
        """What an attachment tells."""
        try:
            data = self._data(file)
        except OSError:  # told as T110 by whoever read the folder
            return
        allowed, items, name = self.allowed.get(file, ()), self.holders.get(file, ()), digest(data)
        watch = bool(allowed) or any(one.naming for one in items)
        if not watch and self.cleared.has(name):
            return
        told = list(beside.problems(file, data, self._official, allowed, items))
        if not told and not watch:
            self.cleared.keep(name)
        yield from _few(told, BESIDE)


def _papers(contents: Mapping[str, Content]) -> Iterator[str]:
    """The attachments that hold words; one that is not what its name says is told as that."""
    for file, content in contents.items():
        bearable = content.unpacked <= UNPACKED
        if content.kind == beside.suffix(file) and content.kind in papers.ROOMS and bearable:
            yield file


def offices(raws: Mapping[str, Raw], known: Numbers = MappingProxyType({})) -> Numbers:
    """The telephone numbers of the ward's offices; those of files that were read before are `known`."""
    told = (file for file in raws if file.startswith(OFFICES))
    return {file: known[file] if file in known else _telephones(raws[file]) for file in told}


def official(numbers: Numbers) -> frozenset[str]:
    """All of them."""
    return frozenset().union(*numbers.values())


def _telephones(raw: Raw) -> frozenset[str]:
    return frozenset(telephones(written.of(raw).text))


def _told(raw: Raw, official: frozenset[str], allowed: tuple[Used, ...]) -> Iterator[Problem]:
    text = written.of(raw)
    for finding in search.find(text.text, official):
        place = text.place(finding.start)
        if not permits.let(finding, allowed, place):
            yield sayings.problem(finding, place)


def _few(problems: list[Problem], most: int) -> Iterator[Problem]:
    """Of a flood of one code in one file the first ones, and how many more."""
    count: Counter[str] = Counter()
    for one in problems:
        count[one.code] += 1
        if count[one.code] <= most:
            yield one
    for code, number in count.items():
        if number > most:
            place = next(one.place for one in reversed(problems) if one.code == code)
            yield Problem(place, code, f"còn {number - most} chỗ như vậy trong tệp.", "Xem lại cả tệp.")


def _idle(allowed: tuple[Used, ...]) -> Iterator[Problem]:
    for used in allowed:
        if not used.found:
            message = "ngoại lệ này không cho qua điều gì trong bài."
            yield Problem(used.place, "R301", message, "Xoá đi, hoặc chép lại «value» đúng như trong bài.")
