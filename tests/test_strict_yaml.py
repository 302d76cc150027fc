"""YAML without surprises, the front matter of an item, and the files that are opened at all."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import ward
from hypothesis import example, given
from hypothesis import strategies as st

from gandan.problems import Place
from gandan.read import front, glance, strict
from gandan.read.files import FACTS_LIMIT, WORDS_LIMIT, folder
from gandan.read.raw import Raw

# What YAML would make numbers, flags, days and nothings of.
GUESSED = """
012 12:30 no yes on off true 1e3 0x1F 1_000 .5 .inf .nan Null NULL << = 14-CT/TU 59/2023/NĐ-CP
2026-02-30 2026-11-20 2026-11-20T16:38:00+07:00
"""


def read(text: str) -> object:
    raw, problems = strict.load(text, "data/a.yml")
    assert problems == []
    return raw.fields


def refused(reader: Callable[[str, str], object], text: str) -> tuple[str, int, int]:
    with pytest.raises(strict.Refused) as caught:
        reader(text, "a.md")
    problem = caught.value.problem
    assert str(caught.value) == str(problem)
    return problem.code, problem.place.line, problem.place.column


@pytest.mark.parametrize(
    "written",
    GUESSED.split(),
)
def test_a_value_stays_as_it_was_written(written: str) -> None:
    assert read(f"a: {written}") == {"a": written}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing_unless_it_is_quoted(nothing: str) -> None:
    assert read(f"a: {nothing}") == {"a": None}
    assert read(f'a: "{nothing}"') == {"a": nothing}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# chỉ có lời chú\n", None),
        ("- a\n- [b, c]\n", ["a", ["b", "c"]]),
        ("a:\n  b: c\n", {"a": {"b": "c"}}),
        ("a: 'Tổ ''1'''", {"a": "Tổ '1'"}),
        ('a: "Tổ \\"1\\""', {"a": 'Tổ "1"'}),
        ("a: >-\n  một\n  hai\n", {"a": "một hai"}),
        ("a: |\n  một\n  hai\n", {"a": "một\nhai\n"}),
        ("---\na: b\n", {"a": "b"}),
        ("012: a\n", {"012": "a"}),
        ("? a\n", {"a": None}),
    ],
)
def test_the_usual_forms_are_read(text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x b", ("Y103", 1, 4)),
        ("a: b\nc: *x", ("Y103", 2, 4)),
        ("a: !!python/object:os.system x", ("Y103", 1, 4)),
        ("a: ! b", ("Y103", 1, 4)),
        ("&x a: b", ("Y103", 1, 1)),
        ("a: &x\n  b: c", ("Y103", 1, 4)),
        ("a: &x [b]", ("Y103", 1, 4)),
        ("? [a]\n: b", ("Y106", 1, 3)),
        ("a: " + "[" * 20 + "]" * 20, ("Y107", 1, 16)),
        ("a: b\n---\nc: d", ("Y101", 2, 1)),
        ("a: b: c", ("Y101", 1, 5)),
        ("a: [b\nc: d", ("Y101", 1, 4)),
        ("\ta: b", ("Y101", 1, 1)),
        ('a: "b\nc: d', ("Y101", 1, 4)),
        ("a: b\x07", ("Y101", 1, 1)),
    ],
)
def test_what_could_surprise_is_refused_at_its_place(text: str, place: tuple[str, int, int]) -> None:
    assert refused(strict.load, text) == place


@pytest.mark.parametrize("escaped", ["\\0", "\\b", "\\u202e"])
def test_what_nobody_can_see_is_taken_out_and_told(escaped: str) -> None:
    raw, (problem,) = strict.load(f'a: "Tổ {escaped}1"', "data/a.yml")
    assert raw.fields == {"a": "Tổ 1"}
    assert (problem.code, problem.place) == ("C103", Place("data/a.yml", 1, 4))


def test_a_file_of_aliases_does_not_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert refused(strict.load, bomb)[0] == "Y103"


def test_a_field_twice_is_told_and_the_first_is_kept() -> None:
    raw, (problem,) = strict.load("a: 1\nb:\n  a: 2\n  c: 3\n  c: [4]\n", "data/a.yml", 5)
    assert raw.fields == {"a": "1", "b": {"a": "2", "c": "3"}}
    assert (problem.code, problem.place) == ("Y102", Place("data/a.yml", 9, 3))
    assert "dòng 8" in problem.message
    assert raw.at("b", "c") == Place("data/a.yml", 8, 6)


PIECES = st.sampled_from(
    [
        *"\"'\\#:-,[]{}&*!|>%@`~?= ",
        "\n",
        "\n\n",
        "title: ",
        'date: "',
        '"\n',
        "null",
        "Tổ 2",
        "ỳ",
        "\u00a0",
        "\t",
        "...",
    ]
)
LINES = st.tuples(
    st.sampled_from(["title: ", 'title: "', "a_b: ", "a-b: ", "- "]), st.lists(PIECES).map("".join)
)


@given(st.lists(st.tuples(LINES, st.sampled_from(['"', "", " "])), max_size=4))
@example([(("title: ", "null"), ""), (("a_b: ", "2026-11-20"), "")])
@example([(('title: "', 'Họp \\" tổ 2: #sửa '), '"')])
def test_what_is_read_at_a_glance_means_the_same_to_yaml(lines: list[tuple[tuple[str, str], str]]) -> None:
    text = "\n".join(f"{name}{value}{end}" for (name, value), end in lines)
    if text and (seen := glance.fields(text, "a.md", 2)):
        assert (seen, []) == strict.load(text, "a.md", 2)


def test_most_front_matter_is_read_at_a_glance() -> None:
    assert glance.fields('title: "Họp tổ 2: bầu tổ trưởng"\ndate: 2026-11-20', "a.md", 2)


def test_every_value_and_every_name_has_its_place() -> None:
    raw, _ = strict.load("a:\n  - b: Tổ\n    c: [d, ê]\n", "data/a.yml", 3)
    assert raw.at("a", 0, "b") == Place("data/a.yml", 4, 8)
    assert raw.at("a", 0, "c", 1) == Place("data/a.yml", 5, 12)
    assert raw.key("a", 0, "c") == Place("data/a.yml", 5, 5)
    assert raw.at("a", 0, "lacking") == raw.at("a", 0) == raw.key("a", 0, "lacking")
    assert Raw("data/a.yml", None).at("a") == Place("data/a.yml", 1, 1)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (strict.load, front.split):
        try:
            raw, _ = reader(text, "a.md")
        except strict.Refused as caught:
            assert caught.problem.place.line >= 1 and caught.problem.place.column >= 1
        else:
            assert isinstance(raw, Raw)


# --- front matter ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fields", "body", "line"),
    [
        ("---\na: b\n---\nMột\n", {"a": "b"}, "Một\n", 4),
        ("---\na: b\n---", {"a": "b"}, "", 4),
        ("---\n---\nMột", None, "Một", 3),
        ("\n \n---\na: b\n...\nMột", {"a": "b"}, "Một", 6),
        ("--- \na: b\n---\t\nMột\n---\nHai", {"a": "b"}, "Một\n---\nHai", 4),
        ("---\na: '\n---\n'\n---\n", None, None, 0),
    ],
)
def test_the_front_matter_ends_at_its_first_fence(
    text: str, fields: object, body: str | None, line: int
) -> None:
    if body is None:
        assert refused(front.split, text)[0] == "Y101"
        return
    raw, problems = front.split(text, "docs/a.md")
    assert (raw.fields, raw.body, raw.body_line, problems) == (fields, body, line, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ("Y104", 1, 1)),
        ("\n\n", ("Y104", 1, 1)),
        ("\nMột\n", ("Y104", 2, 1)),
        ("----\na: b\n---\n", ("Y104", 1, 1)),
        (" ---\na: b\n---\n", ("Y104", 1, 1)),
        ("---\na: b\n", ("Y105", 1, 1)),
        ("\n---\na: b\n ---\n", ("Y105", 2, 1)),
        ("---\na: b: c\n---\n", ("Y101", 2, 5)),
        ("\n---\na: &b c\n---\n", ("Y103", 3, 4)),
        ("---\n" + "#" * 65_537 + "\n---\n", ("T103", 1, 1)),
    ],
)
def test_a_front_matter_that_is_none_is_refused_at_its_place(text: str, place: tuple[str, int, int]) -> None:
    assert refused(front.split, text) == place


def test_a_place_in_the_words_counts_from_the_top_of_the_file() -> None:
    raw, _ = front.split("---\na: b\n---\nMột\nhai ba\n", "docs/a.md")
    assert raw.in_body(raw.body.index("ba")) == Place("docs/a.md", 5, 5)


# --- files ----------------------------------------------------------------------------------------


def codes(root: Path) -> list[tuple[str, str]]:
    return [(one.place.file, one.code) for one in folder(root).problems]


def test_only_words_and_facts_are_read_and_nothing_hidden(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("docs/a.md", "docs/.an.md", "docs/b.jpg", "c.md"):
        (tmp_path / name).write_text("---\n---\n")
    found = folder(tmp_path)
    assert list(found.raws) == ["docs/a.md"]
    assert found.files == {"docs/a.md": 8, "docs/b.jpg": 8}


def test_no_link_leads_out_of_the_ward(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("---\n---\n")
    root = ward.write(tmp_path / "ward")
    (root / "docs" / "a.md").symlink_to(outside / "a.md")
    (root / "docs" / "thu-muc").symlink_to(outside)
    (root / "data" / "mat.yml").symlink_to(outside / "khong-co.yml")
    assert codes(root) == [("docs/a.md", "T102"), ("docs/thu-muc", "T102"), ("data/mat.yml", "T102")]


def test_a_whole_folder_of_words_or_facts_is_no_link(tmp_path: Path) -> None:
    root = ward.write(tmp_path / "ward")
    (root / "data").rename(tmp_path / "data")
    (root / "data").symlink_to(tmp_path / "data")
    assert codes(root) == [("data", "T102")]


@pytest.mark.parametrize(("limit", "name"), [(WORDS_LIMIT, "docs/a.md"), (FACTS_LIMIT, "data/a.yml")])
def test_a_file_may_be_as_large_as_its_limit(limit: int, name: str, tmp_path: Path) -> None:
    head = b"---\na: b\n---\n" if name.endswith("md") else b"a: b\n"
    ward.write(tmp_path, {name: head + b"\n" * (limit - len(head))})
    assert codes(tmp_path) == []
    ward.write(tmp_path, {name: head + b"\n" * (limit - len(head) + 1)})
    assert codes(tmp_path) == [(name, "T103")]


def test_a_byte_that_is_not_utf_8_is_shown_at_its_place(tmp_path: Path) -> None:
    ward.write(tmp_path, {"data/a.yml": "a: ngày\nb: ".encode() + b"\xea\n"})
    (problem,) = folder(tmp_path).problems
    assert (problem.code, problem.place) == ("T101", Place("data/a.yml", 2, 4))


@pytest.mark.parametrize("name", [b"ng\xe0y.md", b"a\nb.md", b"a\x1b[31m.jpg", "nga\u0300y.jpg".encode()])
def test_a_name_that_cannot_be_printed_or_linked_is_told(name: bytes, tmp_path: Path) -> None:
    root = ward.write(tmp_path)
    try:
        Path(root, "docs", os.fsdecode(name)).write_text("---\n---\n")
    except OSError:
        pytest.skip("macOS keeps UTF-8 names only: there nobody can make such a file")
    (problem,) = folder(root).problems
    assert problem.code == "T104"
    assert str(problem).isprintable() and str(problem).encode()


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    root = ward.write(tmp_path)
    os.mkfifo(root / "docs" / "ong.md")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(root / "docs" / "o-cam.md"))
        assert codes(root) == [("docs/o-cam.md", "T110"), ("docs/ong.md", "T110")]


def test_what_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    root = ward.write(tmp_path, {name: None for name in ward.FILES if name != "docs/index.md"})
    monkeypatch.setattr(os, "open", closed)
    assert codes(root) == [("docs/index.md", "T110")]
    monkeypatch.setattr(os, "scandir", closed)
    assert codes(root) == [("docs", "T110")]


def test_a_folder_that_lacks_is_no_mistake_of_reading(tmp_path: Path) -> None:
    assert (folder(tmp_path).problems, folder(tmp_path).files) == ([], {})
