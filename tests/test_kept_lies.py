"""What is kept is data: whoever writes it for us, with right sums, makes nothing run and nothing stop."""

import builtins
import operator
import os
import pickle
import shutil
from collections import OrderedDict
from functools import reduce
from pathlib import Path
from typing import Any

import built
import pytest
import ward

from gandan.assemble import assemble
from gandan.cache import Store
from gandan.check import kinds
from gandan.check.entry import Listed
from gandan.keeping import columns, frozen
from gandan.keeping.years import ALL, NAME, More
from gandan.model import News
from gandan.model.fields import Moment
from gandan.problems import Level, Place, Problem, Swap
from gandan.read import files


class Call:
    """Pickled, it asks the reader to call something."""

    def __init__(self, called: Any, *arguments: Any) -> None:
        self._asked = called, arguments

    def __reduce__(self) -> Any:
        return self._asked


def named(module: str, name: str, *arguments: bytes) -> bytes:
    """A pickle that calls a thing by its name, in the oldest form and with dots."""
    return b"c" + f"{module}\n{name}\n".encode() + b"(" + b"".join(arguments) + b"tR."


MARK = "da-chay"  # the file that a lie would make
FILE, DIGEST = "docs/index.md", bytes(16)
LIES: dict[str, bytes] = {
    "a command": pickle.dumps(Call(os.system, f"touch {MARK}")),
    "a text that is run": pickle.dumps(Call(eval, f"open({MARK!r}, 'w')")),
    "a way to it": pickle.dumps(Call(getattr, Call(__import__, "os"), "system")),
    "a folder that goes": pickle.dumps(Call(shutil.rmtree, ".")),
    "a file that is opened": pickle.dumps(Call(open, MARK, "w")),
    "a class of another room": pickle.dumps(OrderedDict(a=1)),
    "a chain of calls": pickle.dumps(Call(reduce, operator.add, [1, 2])),
    "a name with dots": pickle.PROTO + b"\x04" + b"\x8c\x0cgandan.model\x8c\x11fields.date.today\x93)R.",
    "what a room has imported": named("gandan.model.fields", "date"),
    "a module that a room has imported": named("gandan.markup", "re.compile", b"Va\n"),
    "a function of a room": named("gandan.markup", "plain", b"Va\n"),
    "the builtins of a room": named("gandan.model.fields", "__builtins__"),
    "itself, by the name of the reader": named("gandan.keeping.frozen", "thaw", b"Va\n"),
    "a program that is cut": pickle.dumps({"docs/index.md": (1, 2)})[:-3],
    "no pickle": b"khong phai",
    "a number": pickle.dumps(7),
    "three of something else": pickle.dumps((1, 2, 3)),
    "texts where files should be": pickle.dumps({"docs/index.md": "abcdef"}),
    "numbers where files should be": pickle.dumps({"docs/index.md": (1, 2, 3, 4, 5, 6)}),
    "columns of another length": pickle.dumps(([(News, [FILE], DIGEST, {"title": [7, 7]})], {})),
    "more files than digests": pickle.dumps(([(News, [FILE, FILE], DIGEST, {"title": [7, 7]})], {})),
    "half a letter": pickle.dumps(([(News, [FILE], DIGEST, {"title": b"a"})], {})),
    "a number where a list should be": pickle.dumps(([(Listed, [FILE], DIGEST, [7])], {})),
    "a problem where a record should be": pickle.dumps(([(Problem, [FILE], DIGEST, {})], {})),
    "a text for a digest": pickle.dumps(([(News, [FILE], "x" * 16, {"title": [7]})], {})),
    "half a digest": pickle.dumps(([(News, [FILE], DIGEST[:7], {"title": [7]})], {})),
    "a text where more should be": pickle.dumps(([], {FILE: "abcde"})),
    "a text for places": pickle.dumps(([], {FILE: More(places="x")})),  # type: ignore[arg-type]
    "a number where a citation should be": pickle.dumps(([], {FILE: More((), (), 7)})),
    "nesting without end": b"\x80\x04" + b"(" * 100_000 + b".",
}


@pytest.mark.parametrize("lie", LIES)
def test_what_was_not_frozen_here_is_thrown_away_and_runs_nothing(
    lie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ward.write(tmp_path / "ward")
    monkeypatch.chdir(tmp_path)
    wanted = assemble(root, ward.TODAY)
    store = Store(root / ".cache")
    store.save(NAME, "", {ALL: frozen.freeze(([], b"", b"", "", {})), "docs": LIES[lie]})
    joined = assemble(root, ward.TODAY, store)
    assert joined.portal and wanted.portal and joined.problems == wanted.problems
    assert joined.portal.articles == wanted.portal.articles
    assert store.said == [f"Bỏ .cache/{NAME} và làm lại từ đầu, vì tệp ấy bị hỏng hoặc bị cắt."]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ward"]
    again = Store(root / ".cache")
    assert assemble(root, ward.TODAY, again).problems == wanted.problems and again.said == []


def test_a_record_that_was_kept_is_the_one_that_was_written() -> None:
    checked = kinds.records(files.folder(built.ROOT))
    shelves = (checked.items, checked.directives, checked.pages, checked.events, checked.rules, checked.years)
    for record in (entry.record for shelf in shelves for entry in shelf):
        column = frozen.thaw(frozen.freeze(columns.parted([record])))
        for again in (frozen.thaw(frozen.freeze(record)), *columns.joined(type(record), column, 1)):
            assert again == record and type(again) is type(record) and repr(again) == repr(record)
            assert again.model_fields_set == record.model_fields_set and hash(again) == hash(record)
            assert again.model_dump_json() == record.model_dump_json()
    told = {*checked.problems, *(link for entry in checked.items for link in entry.links)}
    told |= {Problem(Place("a", 2, 3), "N107", "x", "y", Level.ERROR, Swap(Place("a"), "b", "c"), "d")}
    assert sorted(map(repr, frozen.thaw(frozen.freeze(told)))) == sorted(map(repr, told))


def test_a_place_that_a_problem_names_is_looked_up_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = "---\ntitle: Họp tổ\ndate: 2026-12-24\n---\n\nHọp.\n"  # a day to come is told each time
    root = ward.write(tmp_path, {"docs/tin-tuc/2026/2026-12-24-hop-to.md": news})
    store, read = Store(root / ".cache"), list[str]()
    wanted = assemble(root, ward.TODAY, store).problems
    once = files.split

    def split(text: str, file: str) -> Any:
        read.append(file)
        return once(text, file)

    monkeypatch.setattr("gandan.read.front.split", split)
    assert "N103" in {one.code for one in wanted} and not read
    assert assemble(root, ward.TODAY, store).problems == wanted and len(read) == 1
    assert assemble(root, ward.TODAY, store).problems == wanted and len(read) == 1


@pytest.mark.parametrize("texts", [["Tin", ""], ["😀", "a\0b"], ["\ud83d", "\ude00"], ["\ud83d\ude00", "x"]])
def test_every_text_is_the_same_in_a_column(texts: list[str]) -> None:
    day = Moment(ward.TODAY)
    records = [News.model_construct(title=text, date=day) for text in texts]
    again = columns.joined(News, columns.parted(records), len(texts))
    assert again == records and [one.title for one in again] == texts


def test_only_plain_values_come_from_outside_our_rooms() -> None:
    for name in sorted(vars(builtins)):
        if name not in ("set", "frozenset"):
            with pytest.raises(ValueError):
                frozen.thaw(b"c" + f"builtins\n{name}\n".encode() + b".")
