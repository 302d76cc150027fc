"""`gandan check --fix` mends what has one right answer, shows it, and leaves every other byte as it was."""

import json
import unicodedata
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import ward
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gandan.command import mend
from gandan.command.main import main
from gandan.mending import letters, shown
from gandan.mending.file import Mended, mended
from gandan.read.letters import settle

FILE = "docs/thong-bao/2026/a.md"
FRONT = "title: Ngày hội\ndate: 2026-11-20\n"

# What is written in a front matter, what it becomes, and by which mends.
RIGHT_ANSWERS = [
    ("title: Ngày hội\ndate: 20/11/2026\n", FRONT, "M103"),
    ("title: Ngày hội\ndate: 20.11.2026\n", FRONT, "M103"),
    ("title: Ngày hội\ndate: 2026-11-2\n", "title: Ngày hội\ndate: 2026-11-02\n", "M103"),
    ("title: Ngày hội\ndate: '20-11-2026'\n", "title: Ngày hội\ndate: '2026-11-20'\n", "M103"),
    (FRONT + "until: 5/6/2027\n", FRONT + "until: 2027-06-05\n", "M103"),
    (
        FRONT + "corrections: [{date: 21/11/2026, text: A}]\n",
        FRONT + "corrections: [{date: 2026-11-21, text: A}]\n",
        "M103",
    ),
    ("Title: Ngày hội\nDATE: 2026-11-20\n", FRONT, "M101"),
    ("tiêu đề: Ngày hội\nNgày đăng: 2026-11-20\n", FRONT, "M101"),
    (FRONT + "draft: TRUE\n", FRONT + "draft: true\n", "M104"),
    (FRONT + "topics: [Dan-Van]\n", FRONT + "topics: [dan-van]\n", "M106"),
    ("title: “Ngày hội”\ndate: 2026-11-20\n", 'title: "Ngày hội"\ndate: 2026-11-20\n', "M109"),
    (FRONT + "topics:\n- “a”\n", FRONT + 'topics:\n- "a"\n', "M109"),
    ("title: Hội: vui\ndate: 2026-11-20\n", 'title: "Hội: vui"\ndate: 2026-11-20\n', "Y101"),
    ("title: “Hội: vui”\ndate: 2026-11-20\n", 'title: "Hội: vui"\ndate: 2026-11-20\n', "Y101"),
    ("title: %vui\ndate: 2026-11-20\n", 'title: "%vui"\ndate: 2026-11-20\n', "Y101"),
    (
        "title: A: b\ndate: 2026-11-20\nsource: C: d\n",
        'title: "A: b"\ndate: 2026-11-20\nsource: "C: d"\n',
        "Y101",
    ),
    ("title:Ngày hội\ndate: 2026-11-20\n", FRONT, "Y101"),
    (FRONT + "author:A\nunit:B\n", FRONT + "author: A\nunit: B\n", "Y101"),
    (FRONT + "topics:\n\t- dan-van\n", FRONT + "topics:\n  - dan-van\n", "Y101"),
    (
        FRONT + "attachments:\n\t- file: a.pdf\n\t  title: A\n",
        FRONT + "attachments:\n  - file: a.pdf\n    title: A\n",
        "Y101",
    ),
    ("title:\u00a0Ngày hội\ndate: 2026-11-20\n", FRONT, "Y101"),
    (FRONT + "topics:\n\u00a0 - dan-van\n", FRONT + "topics:\n  - dan-van\n", "Y101"),
    ("title: Ngày hội  \ndate: 2026-11-20\t\n", FRONT, "SPACES"),
    ("title: Ngày h\u200bội\ndate: 2026-11-20\n", FRONT, "C103"),
    ("title: Ðại hội\ndate: 2026-11-20\n", "title: Đại hội\ndate: 2026-11-20\n", "C102"),
    (unicodedata.normalize("NFD", FRONT), FRONT, "C101"),
    (FRONT.replace("\n", "\r\n"), FRONT, "CRLF"),
]

# What a person must decide.
LEFT_ALONE = [
    FRONT + "until: 31/11/2026\n",
    FRONT + "until: 11/25/2026\n",
    FRONT + "until: 25/11/26\n",
    FRONT + "until: mai\n",
    FRONT + "titel: A\n",
    FRONT + "Title: A\n",  # there is one already
    FRONT + "fomr: 2026-11-20\n",
    FRONT + "draft: có\n",
    FRONT + "topics: [Dân vận]\n",
    'title: “Ngày "hội"”\ndate: 2026-11-20\n',
    'title: Hội: "vui"\ndate: 2026-11-20\n',
    "title: A: b\n  c\ndate: 2026-11-20\n",
    "title: A: b # c\ndate: 2026-11-20\n",
    "title: Ngày hội date: 2026-11-20\n",
    "title: [A\ndate: 2026-11-20\n",
    "title: |\n  “Ngày hội”\n  20/11/2026\ndate: 2026-11-20\n",
    FRONT + "title: A\n",
    FRONT + 'author: "“A”"\n',
    FRONT + "source: |\n  hai dấu cách\u00a0ở giữa\n",
]


def item(front: str, body: str = "Bài viết.  \nDòng hai\u00a0.\n\n\tmã\n") -> bytes:
    return f"---\n{front}---\n{body}".encode()


@pytest.mark.parametrize(("before", "after", "by"), RIGHT_ANSWERS)
def test_what_has_one_right_answer_is_mended_and_nothing_else(before: str, after: str, by: str) -> None:
    assert mended(FILE, item(before)) == Mended(item(after), (by,))


@pytest.mark.parametrize("front", LEFT_ALONE)
def test_what_a_person_must_decide_is_left_alone(front: str) -> None:
    data = item(front)
    assert mended(FILE, data).data is data


def test_many_mistakes_of_one_file_are_mended_at_once() -> None:
    before = (
        "\ufeff---\r\nTitle: Hội: vui “lắm”\r\ndate: 20/11/2026 \r\ntopics:\r\n\t- dan-van\r\n---\r\nÐ\r\n"
    )
    after = '---\ntitle: "Hội: vui “lắm”"\ndate: 2026-11-20\ntopics:\n  - dan-van\n---\nĐ\n'
    done = mended(FILE, before.encode())
    assert done.data.decode() == after
    assert done.mends == ("BOM", "CRLF", "C102", "Y101", "M101", "M103", "SPACES")


def test_a_space_lacking_in_lines_on_end_is_put_into_each() -> None:
    before = "title:Ngày hội\ndate:2026-11-20\nunit: A\n"
    after = "title: Ngày hội\ndate: 2026-11-20\nunit: A\n"
    assert mended(FILE, item(before)) == Mended(item(after), ("Y101",))


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("data/lich/2026.yml", "- {id: a1, title: A, starts: 1/12/2026}\n", "2026-12-01"),
        ("data/van-ban/a.yml", "type: luật\nissuer: a\ntitle: A\nsources: [A]\n", "type: Luật"),
        ("data/ngay-nghi.yml", "2026:\n  off: [{from: 1/9/2026, until: 2/9/2026, name: A}]\n", "2026-09-02"),
        ("data/to-dan-pho.yml", "- Slug: to-1\n  name: A\n", "- slug: to-1"),
    ],
)
def test_facts_are_mended_too(file: str, before: str, after: str) -> None:
    assert after in mended(file, before.encode()).data.decode()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"", b"---\n", "không có phần đầu\n".encode(), b"---\na: [\n---\n"]
)
def test_what_cannot_be_read_stays_as_it_is(data: bytes) -> None:
    assert mended(FILE, data).data is data


@given(st.text(alphabet=st.sampled_from("aÐđ: -\t\n\r\u200b\u00a0“”\"'[]{}#%@/0123456789")))
def test_a_mended_file_needs_no_mend(text: str) -> None:
    once = mended(FILE, item(f"{FRONT}{text}\n")).data
    assert mended(FILE, once).data == once


def test_the_letters_are_mended_as_the_door_reads_them() -> None:
    text = "\ufeffÐa\u0323i ho\u0323\u0302i\r\n\u200bA\u000bB\u2028C 25\u00adNQ/TW"
    better = text
    for one in letters.MENDS.values():
        better = one(better)
    assert better == settle(text, "a.md")[0]


# --- the command -----------------------------------------------------------------------------------

WRONG = {
    ward.FESTIVAL_FILE: ward.FESTIVAL.replace("2026-11-20T16:38:00+07:00", "20/11/2026"),
    ward.DIALOGUE_FILE: ward.DIALOGUE.replace("topics:", "zzz: 1\ntopics:"),
}


def check(root: Path, *words: str) -> int:
    return main(["check", "--root", str(root), "--today", "2026-11-22", *words])


def test_it_shows_what_it_mends_and_tells_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path, WRONG)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert check(root, "--fix") == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{ward.FESTIVAL_FILE}: viết ngày theo năm-tháng-ngày (M103).\n@@ ")
    assert "\n-date: 20/11/2026\n+date: 2026-11-20\n" in out and "\nĐã sửa 1 tệp.\n" in out
    assert f"\n{ward.DIALOGUE_FILE}:5:1 M101 không có mục «zzz»." in out and out.count(" M103 ") == 0
    changed = [path for path, data in before.items() if path.read_bytes() != data]
    assert changed == [root / ward.FESTIVAL_FILE]
    assert {path for path in root.rglob("*") if path.is_file()} == before.keys()
    assert check(root, "--fix") == 1 and "Không có gì máy sửa được." in capsys.readouterr().out


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ward.write(tmp_path, WRONG)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert check(root, "--fix", "--dry-run") == 1
    assert "Sẽ sửa 1 tệp." in capsys.readouterr().out
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_what_machines_read_stays_alone_on_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(ward.write(tmp_path, WRONG), "--fix", "--json") == 1
    out, told = capsys.readouterr()
    assert [one["code"] for one in json.loads(out)] == ["M101"] and "Đã sửa 1 tệp." in told


def test_a_dry_run_alone_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(ward.write(tmp_path), "--dry-run") == 2
    assert "--fix" in capsys.readouterr().err


def test_permissions_stay_and_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    root = ward.write(tmp_path, WRONG)
    (root / ward.FESTIVAL_FILE).chmod(0o640)
    assert check(root, "--fix") == 1
    assert (root / ward.FESTIVAL_FILE).stat().st_mode & 0o777 == 0o640


def test_pictures_lose_their_place_and_are_made_smaller(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image, exif = Image.new("RGB", (2400, 30), "red"), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"  # the place: north
    exif[0x0110] = "Máy ảnh mẫu".encode().decode("latin-1")
    exif.get_ifd(0x8825)[2] = (16.0, 28.0, 12.0)
    kept = BytesIO()
    image.save(kept, "JPEG", exif=exif)
    picture = "docs/tin-tuc/2026/anh/hoi.jpg"
    root = ward.write(tmp_path, {picture: kept.getvalue()})
    check(root)
    assert f"{picture}:1:1 R201 " in capsys.readouterr().out
    check(root, "--fix")
    out = capsys.readouterr().out
    assert f"{picture}: " in out and "R201" not in out and "R202" not in out
    with Image.open(root / picture) as opened:
        assert max(opened.size) == 2000 and not opened.getexif()
    mended_once = (root / picture).read_bytes()
    check(root, "--fix")
    assert (root / picture).read_bytes() == mended_once


def test_every_mend_has_its_words() -> None:
    assert {by for _, _, by in RIGHT_ANSWERS} | {"BOM"} == shown.WORDS.keys()


def test_what_cannot_be_seen_is_shown_and_a_terminal_has_colours() -> None:
    told = shown.text("a.md", "a\u200bb \nho\u0323\n", "ab\nhọ\n", ("C103",), colours=True)
    assert "\033[31m-a⟨U+200B⟩b·\033[0m\n" in told and "◌\u0323" in told and "\033[32m+ab\033[0m" in told
    assert "\033" not in shown.text("a.md", "a", "b", ("C103",), colours=False)


def test_nothing_is_mended_in_what_the_check_would_not_open(tmp_path: Path) -> None:
    root = ward.write(tmp_path / "ward", {"docs/tin-tuc/2026/a.md": None})
    outside = tmp_path / "b.md"
    outside.write_text("---\ntitle: A\ndate: 20/11/2026\n---\n", "utf-8")
    (root / "docs/tin-tuc/2026/a.md").symlink_to(outside)
    assert mend.mend(root, StringIO(), dry=False) == 0
    assert "20/11/2026" in outside.read_text("utf-8")
