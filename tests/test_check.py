"""Every kind of mistake is told where it is, in words staff can act on."""

import re
import unicodedata
from pathlib import Path

import golden
import pytest
import ward

from gandan import markup, prose
from gandan.assemble import assemble
from gandan.check import body
from gandan.problems import LEVELS, Level, Place, Problem, errors

CASES = golden.cases()
LINES = sorted({line for _, _, case in CASES for line in case["problems"]})
AS_WRITTEN = r"«[^»]*»|\([a-z_]+\)|(?:Chọn một|Các mục có): .*"  # names of fields and values are English
ENGLISH = re.compile(
    r"\b(error|invalid|expected|missing|required|unknown|field|value|should|string|input|none|null)\b", re.I
)


@pytest.mark.parametrize(
    ("name", "number", "case"),
    CASES,
    ids=[f"{name}: {case['case']}" for name, _, case in CASES],
)
def test_a_spoiled_ward_is_told_as_its_case_says(
    name: str, number: int, case: golden.Case, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    told = [str(problem) for problem in assemble(golden.lay(tmp_path, case), ward.TODAY).problems]
    if request.config.getoption("--update"):
        golden.update(name, number, told)
    else:
        assert told == case["problems"]


def test_every_code_is_shown_by_a_case() -> None:
    told = {found[1] for line in LINES if (found := re.search(r":\d+:\d+ ([A-Z]\d{3}) ", line))}
    assert told == set(LEVELS)


def test_no_code_is_used_that_has_no_level() -> None:
    package = Path(__file__).parent.parent / "hooks" / "gandan"
    written = re.compile(r'"([A-Z]\d{3})"')
    used = {code for path in package.rglob("*.py") for code in written.findall(path.read_text("utf-8"))}
    assert used == set(LEVELS)


@pytest.mark.parametrize("line", LINES)
def test_a_problem_is_a_vietnamese_sentence_with_its_place(line: str) -> None:
    found = re.fullmatch(r"(?:docs|data)[^:]*:\d+:\d+ (?P<code>[A-Z]\d{3}) (?P<words>.*)", line)
    assert found and found["code"] in LEVELS
    assert found["words"].endswith((".", "?")) and unicodedata.is_normalized("NFC", found["words"])
    assert not ENGLISH.search(re.sub(AS_WRITTEN, "", found["words"]))


def test_the_tiny_ward_is_right(tmp_path: Path) -> None:
    joined = assemble(ward.write(tmp_path), ward.TODAY)
    assert joined.problems == () and joined.portal is not None


def test_problems_come_by_file_line_and_column() -> None:
    here = [Place("b.md", 1, 1), Place("a.md", 2, 1), Place("a.md", 1, 9), Place("a.md", 1, 2)]
    told = sorted(Problem(place, "Y101", "x") for place in here)
    assert [(one.place.file, one.place.line, one.place.column) for one in told] == [
        ("a.md", 1, 2),
        ("a.md", 1, 9),
        ("a.md", 2, 1),
        ("b.md", 1, 1),
    ]


def test_only_errors_stop_a_build() -> None:
    all_ = tuple(Problem(Place("a.md"), code, "x") for code in LEVELS)
    assert {one.code for one in errors(all_)} == {
        code for code, level in LEVELS.items() if level is Level.ERROR
    }


def test_one_broken_record_spoils_no_other(tmp_path: Path) -> None:
    ward.write(tmp_path, {ward.FESTIVAL_FILE: "---\ntitle: [\n---\n"})
    joined = assemble(tmp_path, ward.TODAY)
    assert len(joined.problems) == 1
    assert joined.portal and [one.item.title for one in joined.portal.articles] == ["Đối thoại về hẻm 27"]


@pytest.mark.parametrize("file", [*ward.FACTS[1:], ward.RULES_FILE])
def test_a_broken_list_is_told_once_and_not_by_everyone_who_points_into_it(file: str, tmp_path: Path) -> None:
    ward.write(tmp_path, {file: "- a: [\n"})
    told = assemble(tmp_path, ward.TODAY).problems
    assert [one.place.file for one in told if one.level is Level.ERROR] == [file]


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("[a](b)", ["b"]),
        ("![a](b 'c')", ["b"]),
        ('[a]( <b c> "d")', ["b c"]),
        ("[a](tệp (2).pdf)", ["tệp (2).pdf"]),
        ("[a](javascript:alert(1))", ["javascript:alert(1)"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a]()", [""]),
        ("[a]: b", ["b"]),
        ("[a]:\n  <b>\n  (c)", ["b"]),
        ("[Hình 1]: hai người", []),
        ("[^1]: x", []),
        ("*[UBND]: x", []),
        ("[a] (b)", []),
    ],
)
def test_links_are_found_as_markdown_finds_them(source: str, targets: list[str]) -> None:
    assert [link.target for link in markup.links(source)] == targets


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://benmau.example/", "https"),
        ("JavaScript:x", "javascript"),
        ("java\tscript:x", "javascript"),
        ("java&#115;cript:x", "javascript"),
        ("javascript&colon;x", "javascript"),
        ("java%73cript:x", "javascript"),
        (" data:x", "data"),
        ("a.md", None),
        ("../a:b.md", None),
        ("#a:b", None),
        ("", None),
    ],
)
def test_a_scheme_is_seen_through_its_disguises(target: str, scheme: str | None) -> None:
    assert markup.scheme(target) == scheme


@pytest.mark.parametrize(
    "text",
    [
        "![Bánh](https://vi.example/banh.png)",
        "[![Bánh](https://vi.example/banh.png)](a.md)",
        "![Bánh][anh]\n\n[anh]: https://vi.example/banh.png",
        "![anh][]\n\n[Anh]: https://vi.example/banh.png",
        "![anh]\n\n[anh]: https://vi.example/banh.png",
        "![Bánh](mailto:banh@vi.example)",
    ],
)
def test_a_picture_of_another_site_is_refused(text: str) -> None:
    told = list(body.problems(text, lambda offset: Place("a.md", 1, offset + 1)))
    assert [one.code for one in told] == ["B102"]
    assert "vi.example" not in prose.html(text)


def test_a_link_to_another_site_is_none() -> None:
    text = "[Bánh](https://vi.example/), [b]\n\n[b]: https://vi.example/b"
    assert not list(body.problems(text, lambda offset: Place("a.md")))
