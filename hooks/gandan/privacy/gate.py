"""A ward's folder -> the personal data that would go out with it, each piece told once, masked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from gandan.addresses import PUBLISHED
from gandan.privacy import permits, sayings, search, written
from gandan.privacy.finding import Kind
from gandan.privacy.numbers import telephones
from gandan.privacy.permits import Used
from gandan.problems import Place, Problem
from gandan.read.files import Folder
from gandan.read.raw import Raw

MOST = 10  # findings of one code in one file that are told one by one
OFFICES = ("data/phuong.yml", "data/to-dan-pho.yml", "docs/gioi-thieu/")  # where numbers of offices stand
_APART = str.maketrans("-_", "  ")


@dataclass(frozen=True, slots=True)
class Searched:
    """What was found and is not let through, and every exception with what it let through."""

    problems: tuple[Problem, ...]
    permits: tuple[Used, ...]


def watched(folder: Folder) -> Searched:
    """Everything below docs/ and data/ that was read, and the names of all files."""
    official = frozenset(_official(folder.raws))
    allowed = permits.by_file(folder.raws, {})
    found: list[Problem] = []
    for file, raw in folder.raws.items():
        if file != PUBLISHED:
            found += _told(raw, official, allowed.get(file, ()))
    for file in folder.files:
        found += _named(file, official)
    return Searched((*_few(found), *_idle(allowed)), tuple(one for each in allowed.values() for one in each))


def _official(raws: Mapping[str, Raw]) -> Iterator[str]:
    for file, raw in raws.items():
        if file.startswith(OFFICES):
            yield from telephones(written.of(raw).text)


def _told(raw: Raw, official: frozenset[str], allowed: tuple[Used, ...]) -> Iterator[Problem]:
    text = written.of(raw)
    for finding in search.find(text.text, official):
        place = text.place(finding.start)
        if not permits.let(finding, allowed, place):
            yield sayings.problem(finding, place)


def _named(file: str, official: frozenset[str]) -> Iterator[Problem]:
    name = PurePosixPath(file).stem.translate(_APART)
    for finding in search.find(name, official):
        if finding.kind is not Kind.PLATE:
            yield sayings.problem(finding, Place(file), "tên tệp")


def _few(problems: list[Problem]) -> Iterator[Problem]:
    """Of a flood of one code in one file the first ones, and how many more."""
    count: Counter[tuple[str, str]] = Counter()
    for one in problems:
        count[one.place.file, one.code] += 1
        if count[one.place.file, one.code] <= MOST:
            yield one
    for (file, code), number in count.items():
        if number > MOST:
            place = max(one.place for one in problems if (one.place.file, one.code) == (file, code))
            yield Problem(place, code, f"còn {number - MOST} chỗ như vậy trong tệp.", "Xem lại cả tệp.")


def _idle(allowed: Mapping[str, tuple[Used, ...]]) -> Iterator[Problem]:
    for used in {id(one): one for each in allowed.values() for one in each}.values():
        if not used.found:
            message = "ngoại lệ này không cho qua điều gì trong bài."
            yield Problem(used.place, "R301", message, "Xoá đi, hoặc chép lại «value» đúng như trong bài.")
