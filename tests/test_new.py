"""`gandan new`: a form of each kind stands where it belongs and passes as soon as it is filled in."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import values
import ward

from gandan import describe
from gandan.assemble import assemble
from gandan.blank import files, form, kinds
from gandan.check import fields
from gandan.command.main import main
from gandan.model import Item, Record
from gandan.problems import Problem, errors
from gandan.read.raw import Value
from gandan.read.strict import load

DAY = "2026-11-22"
TITLE = "Ngày hội ở «Bến Mẫu»: 100% vui, C:\\mẫu"
NAME = "ngay-hoi-o-ben-mau-100-vui-c-mau"
# Where each kind goes, and what its form leaves to be filled in.
PLACES: Mapping[str, tuple[str, dict[str, str]]] = {
    "news": (f"docs/tin-tuc/2026/{DAY}-{NAME}.md", {}),
    "notice": (f"docs/thong-bao/2026/{DAY}-{NAME}.md", {}),
    "consultation": (
        f"docs/lay-y-kien/2026/{DAY}-{NAME}.md",
        {"opens": "2026-11-23", "closes": "2026-12-20"},
    ),
    "disclosure": (f"docs/cong-khai/2026/{DAY}-{NAME}.md", {"item": "2", "decided": "2026-11-20"}),
    "question": (f"docs/hoi-dap/2026/{DAY}-{NAME}.md", {"asked": "2026-11-20"}),
    "supervision": (
        f"docs/giam-sat/2026/{DAY}-{NAME}.md",
        {"by": "Ban Thanh tra", "received": "2026-11-20", "recommendation": "Sửa cống.", "to": "Chủ tịch"},
    ),
    "decision": (
        f"docs/bieu-quyet/2026/{DAY}-{NAME}.md",
        {
            "matter": "1",
            "held": "2026-11-20",
            "households": "80",
            "present": "70",
            "for": "60",
            "against": "10",
        },
    ),
    "exemplar": (
        f"docs/mo-hinh/2026/{DAY}-{NAME}.md",
        {"year": "2026", "holder": "Tổ 1", "work": "Vớt rác.", "name": "Rác", "value": "1 tấn"},
    ),
    "directive": (f"data/van-ban/{NAME}.yml", {"type": "Quyết định", "issuer": "ubnd-ben-mau"}),
    "event": ("data/lich/2026.yml", {"starts": "2026-12-01T07:30:00+07:00"}),
    "page": (f"docs/gioi-thieu/{NAME}.md", {}),
}


def told(root: Path) -> tuple[Problem, ...]:
    return assemble(root, date.fromisoformat(DAY)).problems


def filled(text: str, given: Mapping[str, str]) -> str:
    """The form as somebody filled it in."""
    for name, value in given.items():
        text, times = re.subn(rf"^( *(?:- )?{name}:)$", rf"\1 {value}", text, flags=re.M)
        assert times == 1, name
    return re.sub(r"^  -$", "  - Sổ của phường", text, flags=re.M)


def test_every_kind_of_markdown_and_directives_and_events_can_be_begun() -> None:
    assert PLACES.keys() == {kind.name for kind in kinds.KINDS}


@pytest.mark.parametrize("kind", PLACES)
def test_a_form_passes_as_soon_as_what_is_required_is_filled_in(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path)
    assert main(["new", kind, TITLE, "--root", str(root), "--date", DAY][: 5 if kind == "event" else 7]) == 0
    out, said = capsys.readouterr()
    file, given = PLACES[kind]
    assert out.splitlines()[0].partition(":")[0] == file
    lacking = [one for one in told(root) if one.place.file == file]
    assert {one.code for one in lacking} <= {"M102"}
    told_names = {found[1] for one in lacking if (found := re.search(r"\((\w+)\): để trống", one.message))}
    assert told_names - {"sources"} == given.keys() and all(f"({name})" in said for name in given)
    path = root / file
    path.write_text(filled(path.read_text("utf-8"), given), "utf-8")
    joined = assemble(root, date.fromisoformat(DAY))
    assert errors(joined.problems) == () and joined.portal is not None


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.name)
def test_every_field_of_the_model_stands_in_the_form_where_it_belongs(kind: kinds.Kind) -> None:
    text = form.text(kind.model, {"title": form.quoted(TITLE)})
    whole = "\n".join(map(_without_signs, text.splitlines()))
    value = load(whole, "a.yml")[0].fields
    assert isinstance(value, dict) and value["title"] == TITLE
    rows = list(describe.rows(kind.model))
    assert {row.path for row in rows} == set(_paths(value, ()))
    raw = load("a: b", "a.yml")[0]
    record, problems = fields.record(kind.model, _filled(value, values.right(kind.model)), raw)
    assert not problems and isinstance(record, Record)


def _filled(value: Value, right: Value) -> Value:
    """The form's own structure, with right values at its ends."""
    if isinstance(value, list) and isinstance(right, list):
        return [_filled(one, right[0]) for one in value]
    if isinstance(value, dict) and isinstance(right, dict):
        return {name: _filled(one, right[name]) for name, one in value.items()}
    return right


def _without_signs(line: str) -> str:
    """The line when the # before its field is taken away, and before the fields within it."""
    while found := re.match(r"^( *)#(?=[^ #]| {2})", line):
        line = line[: found.end() - 1] + line[found.end() :]
    return line


def _paths(value: Value, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    if isinstance(value, list):
        return [one for inner in value for one in _paths(inner, path)]
    if not isinstance(value, dict):
        return []
    return [one for name, inner in value.items() for one in ((*path, name), *_paths(inner, (*path, name)))]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((kind.name, kind.name) for kind in kinds.KINDS),
        *((kind.word, kind.name) for kind in kinds.KINDS),
        *((kind.title, kind.name) for kind in kinds.KINDS),
        ("Tin tức", "news"),
        ("THÔNG BÁO", "notice"),
        ("lich", "event"),
        ("van_ban", "directive"),
    ],
)
def test_a_kind_has_an_english_and_a_vietnamese_word(word: str, kind: str) -> None:
    found = kinds.named(word)
    assert found and found.name == kind


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["thong-boa", "A"], 2, "Có phải «thong-bao» (Thông báo)?"),
        (["nwes", "A"], 2, "Có phải «tin-tuc» (Tin tức)?"),
        (["xyz", "A"], 2, "Các loại: tin-tuc, thong-bao,"),
        (["news", "!!!"], 2, "tiêu đề phải có chữ"),
        (["news", "A", "--name", "…"], 2, "tiêu đề phải có chữ"),
        (["news", "A", "--date", "20/11/2026"], 2, "«20/11/2026» không phải ngày"),
        (["news", "Mẫu " * 60], 1, "tối đa 220"),
        (["news", "Trang 2", "--name", "trang-2"], 1, "dành cho trang danh sách"),
        (["news", "Ngày hội", "--date", "2026-11-20"], 1, f"đã có {ward.FESTIVAL_FILE}"),
        (["news", "Ngày hội", "--date", "2026-01-02"], 1, f"đã có {ward.FESTIVAL_FILE}"),
        (["van-ban", "Quy chế mới"], 1, f"đã có {ward.RULES_FILE}"),
        (["event", "2026"], 1, "«2026» sai dạng"),
        (["news"], 2, "còn thiếu"),
        (["news", "A", "--root", "khong-co"], 2, "không phải thư mục của phường"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    words: list[str],
    status: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ward.write(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    try:
        done = main(["new", *words])
    except SystemExit as end:
        done = int(end.code or 0)
    out, told_ = capsys.readouterr()
    assert (done, out) == (status, "") and said in told_ and told_.startswith("gandan new: ")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_an_event_is_put_behind_the_others_which_stay_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "# lịch của phường\r\n- {id: a1, title: A, starts: 2026-11-01}  "
    root = ward.write(tmp_path, {"data/lich/2026.yml": before})
    for title, status in (("Họp tổ 1", 0), ("Họp tổ 2", 0), ("Họp tổ 2", 1)):
        words = ["new", "lich", title, "--date", "2026-12-01", "--root", str(root)]
        assert main(words) == status
    out, said = capsys.readouterr()
    text = (root / "data/lich/2026.yml").read_bytes().decode()
    assert text.startswith(before) and "đã có sự kiện «hop-to-2»" in said
    first = int(out.splitlines()[0].rpartition(":")[2])
    assert text.split("\n")[first - 1].startswith("  # Dòng có dấu #")
    assert told(root) == () and text.count("- id: ") == 2


@pytest.mark.parametrize("text", ["a: 1\n", "- a: [\n", "- {id: x,\n"])
def test_a_list_that_cannot_be_read_is_left_alone(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path, {"data/lich/2026.yml": text})
    assert main(["new", "lich", "Họp", "--date", "2026-12-01", "--root", str(root)]) == 1
    assert (root / "data/lich/2026.yml").read_text("utf-8") == text
    assert capsys.readouterr().err.startswith("gandan new: data/lich/2026.yml:")


def test_nothing_is_written_through_a_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, outside = ward.write(tmp_path / "ward"), tmp_path / "outside"
    outside.mkdir()
    (root / "docs/thong-bao").symlink_to(outside)
    assert main(["new", "thong-bao", "A", "--root", str(root)]) == 1
    assert list(outside.iterdir()) == [] and "liên kết" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đại hội Đảng bộ", "dai-hoi-dang-bo"),
        ("Hộ  nghèo\n(quý\tIV)", "ho-ngheo-quy-iv"),
        ("Mẫu " * 40, "mau-" * 14 + "mau"),
        ("x" * 300, "x" * files.NAME_LIMIT),
    ],
)
def test_a_name_is_plain_and_short(title: str, name: str) -> None:
    assert files.named(title) == name


def test_an_item_begins_as_a_draft(tmp_path: Path) -> None:
    for kind in kinds.KINDS:
        blank = files.place(kind, "a", date(2026, 11, 22))
        assert blank.startswith("docs/") or not issubclass(kind.model, Item)
        if issubclass(kind.model, Item):
            text = files.written(kind, "A", "a", date(2026, 11, 22)).text
            assert "\ndraft: true\n" in text and f"\ndate: {DAY}\n" in text
