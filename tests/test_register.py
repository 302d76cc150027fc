"""The quarterly register and what comes from one source: complete, on paper, safe in a spreadsheet."""

import csv
import re
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import built
import pytest
import segno
import ward
import yaml
from hypothesis import given
from hypothesis import strategies as st
from outline import Outline
from playwright.sync_api import Browser

from gandan import ledger, qr, tables
from gandan.assemble import assemble
from gandan.command.main import main
from gandan.model import Disclosure, Posting
from gandan.quarters import Quarter, between, quarter_of, read
from gandan.read.raw import Raw
from gandan.relate import ledgers
from gandan.relate.portal import Portal
from gandan.views import paper, tellings
from gandan.views.quarter import of as quarter_view
from gandan.views.tellings import Message

TODAY = date.fromisoformat(built.TODAY)
SITE = "https://benmau.minhhoa.example/"
QUARTERS = ["2025-q3", "2025-q4", "2026-q1", "2026-q2", "2026-q3", "2026-q4"]

# ------------------------------------------------------------------------------------------- quarters


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        ("2026-01-01", "2026-q1", "2026-01-01", "2026-03-31"),
        ("2026-03-31", "2026-q1", "2026-01-01", "2026-03-31"),
        ("2024-02-29", "2024-q1", "2024-01-01", "2024-03-31"),
        ("2026-04-01", "2026-q2", "2026-04-01", "2026-06-30"),
        ("2026-09-30", "2026-q3", "2026-07-01", "2026-09-30"),
        ("2026-12-31", "2026-q4", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_quarter_is_three_whole_months(day: str, name: str, first: str, last: str) -> None:
    found = quarter_of(date.fromisoformat(day))
    assert (found.name, found.first.isoformat(), found.last.isoformat()) == (name, first, last)
    assert found.next.before == found == found.before.next


def test_quarters_follow_each_other_over_the_years() -> None:
    found = [one.name for one in between(Quarter(2025, 4), Quarter(2026, 2))]
    assert found == ["2025-q4", "2026-q1", "2026-q2"]
    assert Quarter(2026, 4).title == "Quý IV năm 2026"


@pytest.mark.parametrize("text", ["2026-Q4", "2026-q4", "2026Q4", " 2026-Q4 "])
def test_a_quarter_is_read_as_people_write_it(text: str) -> None:
    assert read(text) == Quarter(2026, 4)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-Q5", "2026-Q0", "Q4-2026", "26-Q4", "2026-Q44", "0026-Q4"]
)
def test_anything_else_is_no_quarter(text: str) -> None:
    assert read(text) is None


# -------------------------------------------------------------------------------- what belongs to a quarter


def disclosure(day: str, *rows: tuple[str, str, str | None]) -> Disclosure:
    posted = [{"form": form, "from": first} | ({"until": last} if last else {}) for form, first, last in rows]
    fields = {"title": "Tên", "date": day, "item": "2", "decided": "2026-01-05", "posted": posted}
    return Disclosure.model_validate(fields)


@pytest.mark.parametrize(
    ("sentence", "day", "rows", "belongs"),
    [
        ("it was put on the page in it", "2026-10-01", [], True),
        ("it was put on the page on its last day", "2026-12-31", [], True),
        ("it was put on the page a day too early and nowhere else", "2026-09-30", [], False),
        ("it hung until the first day of it", "2026-09-01", [("a", "2026-09-01", "2026-10-01")], True),
        ("it was taken down the day before", "2026-08-31", [("a", "2026-08-31", "2026-09-30")], False),
        ("it is put up on the last day of it", "2027-01-04", [("a", "2026-12-31", "2027-02-01")], True),
        ("it is put up the day after", "2027-01-04", [("a", "2027-01-01", "2027-02-01")], False),
        ("it hangs since spring without an end", "2026-03-02", [("a", "2026-03-02", None)], True),
        ("a letter of spring was sent on its day", "2026-03-02", [("h", "2026-03-02", None)], False),
        ("a letter was sent in it", "2026-03-02", [("h", "2026-10-02", None)], True),
        ("it was read out over the turn", "2026-09-29", [("c", "2026-09-29", "2026-10-01")], True),
        ("its row ends before it begins", "2026-03-02", [("a", "2026-10-20", "2026-10-10")], False),
    ],
)
def test_a_quarter_holds_what_was_published_shown_read_out_or_sent_in_it(
    sentence: str, day: str, rows: list[tuple[str, str, str | None]], belongs: bool
) -> None:
    assert ledgers.within(disclosure(day, *rows), Quarter(2026, 4), TODAY) is belongs, sentence


def test_all_lists_made_at_once_hold_what_each_quarter_holds() -> None:
    found = assemble(built.ROOT, TODAY).portal
    assert found
    all_ = ledgers.Ledgers(found, TODAY)
    assert len(all_.quarters) > 3
    for quarter in all_.quarters:
        there = {one.address for one in all_.entries(quarter)}
        shelf = found.of(Disclosure)
        assert there == {one.address for one in shelf if ledgers.within(one.item, quarter, TODAY)}


def test_a_board_without_an_end_hangs_until_today_and_is_not_promised_for_later() -> None:
    one = disclosure("2026-03-02", ("a", "2026-03-02", None))
    assert ledgers.within(one, Quarter(2026, 4), date(2026, 10, 1))
    assert not ledgers.within(one, Quarter(2026, 4), date(2026, 9, 30))


def test_a_ward_without_disclosures_has_no_registers_that_could_vanish() -> None:
    assert list(ledgers.quarters([], TODAY)) == []
    assert list(ledgers.quarters([_article(disclosure("2027-01-05"))], TODAY)) == []


def test_a_slip_in_a_year_does_not_make_a_register_for_every_quarter_since() -> None:
    posted = Posting.model_validate({"form": "a", "from": "2006-10-01"})
    one = disclosure("2026-10-05").model_copy(update={"posted": (posted,)})
    found = list(ledgers.quarters([_article(one)], TODAY))
    assert found[0] == Quarter(2025, 4) and found[-1] == Quarter(2026, 4)


def _article(one: Disclosure) -> ledgers.Article[Disclosure]:
    return ledgers.Article("cong-khai/2026/a/", one, (), Raw("docs/cong-khai/2026/a.md", None))


# ------------------------------------------------------- the demonstration, counted from the files themselves


def front(path: Path) -> dict[str, object]:
    return dict(yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n")))


FILES = {path: front(path) for path in sorted((built.ROOT / "docs/cong-khai").glob("[0-9]*/*.md"))}


def counted(name: str) -> Counter[str]:
    """The titles of a quarter, by the files and the calendar alone."""
    year, number = int(name[:4]), int(name[-1])
    first = date(year, 3 * number - 2, 1)
    after = date(year + number // 4, 3 * number % 12 + 1, 1)
    found: Counter[str] = Counter()
    for path, fields in FILES.items():
        days = [(fields["date"], fields["date"])]
        for row in fields.get("posted", []):  # type: ignore[attr-defined]
            end = row.get("until", max(TODAY, row["from"]) if row["form"] == "a" else row["from"])
            days.append((row["from"], end))
        if any(begun < after and end >= first for begun, end in days):
            assert path.stem
            found[str(fields["title"])] += 1
    return found


@pytest.fixture(scope="module")
def portal() -> Portal:
    found = assemble(built.ROOT, TODAY).portal
    assert found
    return found


def page(address: str) -> str:
    return (built.site() / address / "index.html").read_text("utf-8")


def cells(html: str, table: str) -> list[list[str]]:
    """The words of each row of a table that has the class `table`."""
    body = html.split(f'class="ledger {table}"')[1].split("<tbody>")[1].split("</tbody>")[0]
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in body.split("<tr>")[1:]]
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in rows]


def plain(text: str) -> str:
    return text.replace("&#34;", '"').replace("&quot;", '"').replace("&amp;", "&")


def test_the_demonstration_has_enough_to_count() -> None:
    assert len(FILES) >= 20 and sum(counted("2026-q4").values()) >= 16


@pytest.mark.parametrize("name", QUARTERS)
def test_page_and_spreadsheet_hold_what_an_independent_count_finds(name: str) -> None:
    html = page(f"cong-khai/so-theo-quy/{name}")
    wanted = counted(name)
    shown = cells(html, "register-of-quarter") if wanted else []
    assert Counter(plain(row[2]) for row in shown) == wanted
    file = built.site() / f"cong-khai/so-theo-quy/{name}/so-cong-khai-{name}.csv"
    assert Counter(row["Tên"] for row in spreadsheet(file.read_bytes())) == wanted
    assert f"so-cong-khai-{name}.csv" in html


def spreadsheet(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_there_is_a_register_for_every_quarter_since_the_first_disclosure_and_for_no_other() -> None:
    folder = built.site() / "cong-khai/so-theo-quy"
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == QUARTERS
    head = page("cong-khai/so-theo-quy")
    assert all(f'href="{name}/"' in head for name in QUARTERS)


def test_every_form_of_every_disclosure_stands_in_its_row_with_place_days_and_who_did_it() -> None:
    rows = {
        plain(row[2]): plain(row[4])
        for row in cells(page("cong-khai/so-theo-quy/2026-q4"), "register-of-quarter")
    }
    for fields in FILES.values():
        for row in fields.get("posted", []) if fields["title"] in rows else []:  # type: ignore[attr-defined]
            words = rows[str(fields["title"])]
            assert f"{row['form']}) " in words and row.get("place", "") in words
            assert "by" not in row or f"({row['by']})" in words
            assert f"{row['from']:%d/%m/%Y}" in words
            assert "until" not in row or f"{row['until']:%d/%m/%Y}" in words


def test_the_plan_of_the_quarter_is_told_line_by_line_with_what_is_late_and_missing() -> None:
    lines = yaml.safe_load((built.ROOT / "data/ke-hoach-cong-khai.yml").read_text("utf-8"))
    due = [line for line in lines if date(2026, 10, 1) <= line["due"] <= date(2026, 12, 31)]
    shown = cells(page("cong-khai/so-theo-quy/2026-q4"), "plan-of-quarter")
    assert sorted(plain(row[2]) for row in shown) == sorted(line["title"] for line in due)
    said = {plain(row[2]): row[5] for row in shown}
    assert said["Kết quả kiểm tra việc tiếp công dân ở phường"] == "Quá hạn, chưa công khai"
    assert said["Mua sắm và thanh lý tài sản công quý III"].startswith("Muộn, công khai 29/10/2026")
    assert said["Dự toán ngân sách năm 2027"] == "Chưa đến hạn"
    assert "Chưa thấy: c) Truyền thanh" in said["Thu chi tiền đóng góp cải tạo hẻm 27"]
    assert len(cells(page("cong-khai/ke-hoach"), "plan-of-quarter")) == len(lines)


def test_the_items_without_anything_are_named_in_the_register_and_on_the_head() -> None:
    there = {fields["item"] for fields in FILES.values() if counted("2026-q4")[str(fields["title"])]}
    missing = set(range(1, 15)) - there
    register = page("cong-khai/so-theo-quy/2026-q4").split('id="_chua-co"')[1].split("</section>")[0]
    assert {int(one) for one in re.findall(r"Khoản (\d+):", register)} == missing
    head = page("cong-khai")
    assert [int(one) for one in re.findall(r'id="_khoan-(\d+)"', head)] == list(range(1, 15))
    ever = set(range(1, 15)) - {fields["item"] for fields in FILES.values()}
    assert head.count("Chưa có") == len(ever) >= 1
    assert "bản gốc năm 2022" in head and '<time datetime="2026-11-22">22/11/2026</time>' in head
    assert 'href="../van-ban/10-2022-qh15/"' in head


def test_old_addresses_may_lead_to_registers_and_sheets(tmp_path: Path) -> None:
    wanted = (
        "so-theo-quy/2026-q4",
        "ke-hoach",
        "2026/phi/niem-yet",
        "2026/phi/cac-dang",
        "so-theo-quy/2031-q1",
    )
    old = "".join(f"/cong-khai/cu-{n}/: /cong-khai/{one}/\n" for n, one in enumerate(wanted))
    text = "---\ntitle: Phí\ndate: 2026-11-02\nitem: 12\ndecided: 2026-11-02\n---\nMức thu.\n"
    files = {"docs/cong-khai/2026/phi.md": text, "data/dia-chi-cu.yml": old}
    told = assemble(ward.write(tmp_path, files), TODAY).problems
    [one] = [str(one) for one in told if one.place.file == "data/dia-chi-cu.yml"]
    assert "2031-q1" in one


# ------------------------------------------------------------------------------------------- spreadsheets


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('=HYPERLINK("http://a.example";"Xem")', "'="),
        ("+84 200", "'+"),
        ("-5", "'-"),
        ("@SUM(1)", "'@"),
        ("\t=1", "'\t"),
        ("\r=1", "'\r"),
        ("  =1", "'  ="),
        ("＝1", "'＝"),
        ("Tên «=1»", "Tên"),
        ("12/KH-UBND", "12/"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_becomes_words(written: str, kept: str) -> None:
    assert tables.cell(written).startswith(kept)
    assert tables.cell(written).removeprefix("'") == written


def test_the_file_is_utf8_with_bom_crlf_and_quotes() -> None:
    data = tables.csv_bytes([("Tên", "Số"), ('Quỹ "Vì người nghèo", năm 2026', None)])
    assert data == '\ufeffTên,Số\r\n"Quỹ ""Vì người nghèo"", năm 2026",\r\n'.encode()


@given(st.lists(st.lists(st.text(st.characters(blacklist_categories=["Cs"])), min_size=1), max_size=4))
def test_no_cell_ever_begins_with_a_formula_and_nothing_is_lost(rows: list[list[str]]) -> None:
    back = list(csv.reader(StringIO(tables.csv_bytes(rows).decode("utf-8-sig"), newline="")))
    for written, found in zip(rows, [row or [""] for row in back], strict=True):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in found)
        assert [cell.removeprefix("'") for cell in found] == [cell.removeprefix("'") for cell in written]


def test_formulas_in_titles_places_and_units_are_not_run(tmp_path: Path) -> None:
    text = (
        "---\ntitle: =1+1\ndate: 2026-11-02\nitem: 2\nnumber: '@a'\ndecided: 2026-11-01\nunit: +84\n"
        "posted:\n  - {form: a, place: '=2', from: 2026-11-02, by: '-3'}\n---\nSố.\n"
    )
    found = assemble(ward.write(tmp_path, {"docs/cong-khai/2026/a.md": text}), TODAY).portal
    assert found
    data = tables.csv_bytes(ledger.rows(ledgers.Ledgers(found, TODAY), Quarter(2026, 4), SITE))
    [row] = spreadsheet(data)
    assert (row["Tên"], row["Số văn bản"], row["Đơn vị"]) == ("'=1+1", "'@a", "'+84")
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


# ------------------------------------------------------------------------------------------- the command


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["register", *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_command_writes_a_sheet_and_a_spreadsheet_and_names_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = built.copy(tmp_path / "ward")
    status, out, err = run(capsys, "--root", str(root), "--today", built.TODAY, "--quarter", "2026-Q4")
    files = [Path(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [one.relative_to(root).as_posix() for one in files] == [
        "so-cong-khai/2026-q4.html",
        "so-cong-khai/2026-q4.csv",
    ]
    assert Counter(row["Tên"] for row in spreadsheet(files[1].read_bytes())) == counted("2026-q4")
    html = files[0].read_text("utf-8")
    sheet = Outline.of(html)
    assert not sheet.unbalanced and len(sheet.all("h1")) == 1
    assert not sheet.all("script") + sheet.all("img") + sheet.all("link")
    assert all(one["href"].startswith(SITE) for one in sheet.all("a"))
    titles = [
        plain(re.sub("<[^>]+>", "", row)) for row in re.findall(r'<td>(<a href="[^"]+">.*?</a>)</td>', html)
    ]
    assert Counter(titles[: sum(counted("2026-q4").values())]) == counted("2026-q4")


def test_without_a_quarter_it_is_the_quarter_of_the_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path)
    status, out, _ = run(capsys, "--root", str(root), "--today", "2026-02-03")
    assert status == 0 and "2026-q1.html" in out
    assert "chưa công khai nội dung nào" in (root / "so-cong-khai/2026-q1.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--quarter", "2026-Q5"], 2, "«2026-Q5» không phải quý; viết năm và số quý, ví dụ 2026-Q4."),
        (["--quarter", "quý 4"], 2, "không phải quý"),
        (["--quarter", ""], 2, "không phải quý"),
        (["--quarter", "2027-Q1"], 2, "quý I năm 2027 chưa đến"),
        (["--today", "23/11/2026"], 2, "không phải ngày"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, said: str
) -> None:
    root = ward.write(tmp_path)
    found, out, err = run(capsys, "--root", str(root), "--today", built.TODAY, *words)
    assert (found, out) == (status, "") and said in err and "Traceback" not in err
    assert not (root / "so-cong-khai").exists()


def test_content_that_is_broken_gives_no_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ward.write(
        tmp_path, {"docs/cong-khai/2026/a.md": "---\ntitle: A\ndate: 2026-11-02\nitem: 15\n---\n"}
    )
    status, out, err = run(capsys, "--root", str(root), "--today", built.TODAY)
    assert (status, out) == (1, "") and "sổ có thể thiếu; chạy gandan check" in err


def test_a_folder_that_is_no_ward_or_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "--root", str(tmp_path / "none"))[0] == 2
    root = ward.write(tmp_path / "ward")
    (root / "so-cong-khai").write_text("a file stands here")
    status, _, err = run(capsys, "--root", str(root), "--today", built.TODAY)
    assert status == 1 and "không ghi được" in err


def test_a_link_never_leads_the_register_out_of_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, outside = ward.write(tmp_path / "ward"), tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs").write_text("kept")
    words = ("--root", str(root), "--today", "2026-02-03")
    (root / "so-cong-khai").symlink_to(outside)
    status, _, err = run(capsys, *words)
    assert status == 1 and "là liên kết" in err
    (root / "so-cong-khai").unlink()
    (root / "so-cong-khai").mkdir()
    (root / "so-cong-khai/2026-q1.csv").symlink_to(outside / "theirs")
    assert run(capsys, *words)[0] == 0
    assert not (root / "so-cong-khai/2026-q1.csv").is_symlink()
    assert [(one.name, one.read_text("utf-8")) for one in outside.iterdir()] == [("theirs", "kept")]


def test_words_of_the_content_never_become_markup_on_the_sheet(tmp_path: Path) -> None:
    text = (
        "---\ntitle: <b>A</b> & B\ndate: 2026-11-02\nitem: 2\ndecided: 2026-11-01\n"
        "posted:\n  - {form: a, place: '<script>1</script>', from: 2026-11-02}\n---\nSố.\n"
    )
    found = assemble(ward.write(tmp_path, {"docs/cong-khai/2026/a.md": text}), TODAY).portal
    assert found
    html = ledger.html(quarter_view(Quarter(2026, 4), ledgers.Ledgers(found, TODAY)), SITE)
    assert "<script" not in html and "&lt;b&gt;A&lt;/b&gt; &amp; B" in html


# ------------------------------------------------------------------------------------------- on paper

MM = 96 / 25.4  # pixels


@pytest.mark.parametrize("address", ["cong-khai/so-theo-quy/2026-q4/", "cong-khai/ke-hoach/"])
def test_the_register_is_printed_across_an_a4_without_cut_columns(
    browser: Browser, host: str, address: str
) -> None:
    page = browser.new_page(viewport={"width": int((297 - 20) * MM), "height": int((210 - 26) * MM)})
    page.emulate_media(media="print")
    page.goto(host + address)
    page.evaluate("document.fonts.ready")
    cut = page.evaluate(
        "[...document.querySelectorAll('td, th')].filter((one) => one.scrollWidth > one.clientWidth + 1"
        " || one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.textContent)"
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heads = page.evaluate("getComputedStyle(document.querySelector('thead')).display")
    assert heads == "table-header-group"
    hidden = page.evaluate(
        "['.masthead', '.footer', '.tools'].every((one) => !document.querySelector(one)?.offsetHeight)"
    )
    assert hidden
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    assert paper_sizes(pdf) == {(842, 595)} and 1 <= pages(pdf) <= 10


def test_the_sheet_of_the_command_is_printed_in_the_same_way(browser: Browser, portal: Portal) -> None:
    page = browser.new_page(viewport={"width": int((297 - 20) * MM), "height": 700})
    page.emulate_media(media="print")
    page.set_content(ledger.html(quarter_view(Quarter(2026, 4), ledgers.Ledgers(portal, TODAY)), SITE))
    cut = page.evaluate(
        "[...document.querySelectorAll('td, th')].filter((one) => one.scrollWidth > one.clientWidth + 1"
        " || one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.textContent)"
    )
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    assert cut == [] and paper_sizes(pdf) == {(842, 595)}


def test_a_posting_sheet_is_an_upright_a4(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}thong-bao/2026/ngung-cap-nuoc-to-5-to-6/niem-yet/")
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    assert paper_sizes(pdf) == {(595, 842)} and pages(pdf) == 1


def paper_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """The sizes of a PDF's pages in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return {(round(float(width)), round(float(height))) for width, height in boxes}


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# ---------------------------------------------------------------------------- one source, many forms

TOLD = [f"cong-khai/{path.parent.name}/{path.stem[11:]}/" for path in FILES]
TOLD += [
    f"thong-bao/{path.parent.name}/{path.stem[11:]}/"
    for path in sorted((built.ROOT / "docs/thong-bao").glob("[0-9]*/*.md"))
]


@pytest.mark.parametrize("address", TOLD)
def test_every_disclosure_and_notice_has_its_sheet_and_its_tellings(address: str) -> None:
    item, sheet, other = page(address), page(f"{address}niem-yet"), page(f"{address}cac-dang")
    assert 'href="niem-yet/"' in item and 'href="cac-dang/"' in item
    title = Outline.of(item).all("h1")[0].text
    assert Outline.of(sheet).all("h1")[0].text == Outline.of(other).all("h1")[0].text == title
    assert "Độc lập - Tự do - Hạnh phúc" in sheet and "Người gỡ xuống" in sheet
    assert f"{SITE}{address}" in sheet
    assert all('<meta name="robots" content="noindex">' in one for one in (sheet, other))
    assert f"{address}niem-yet/" not in (built.site() / "sitemap.xml").read_text("utf-8")


def test_the_code_on_the_sheet_leads_to_the_page_itself() -> None:
    address = "cong-khai/2026/ngan-sach-quy-3/"
    assert qr.svg(f"{SITE}{address}", f"Mã QR dẫn đến {SITE}{address}") in page(f"{address}niem-yet")


@pytest.mark.parametrize("text", [SITE, f"{SITE}cong-khai/2026/{'a' * 120}/"])
def test_what_is_drawn_are_the_modules_of_the_code(text: str) -> None:
    drawn = qr.svg(text, "Mã QR")
    size = int(re.findall(r'viewBox="0 0 (\d+) ', drawn)[0])
    path = re.findall(r' d="([^"]+)"', drawn)[0]
    dark, column, line = set(), 0.0, 0.0
    for verb, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        steps = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        if verb == "h":
            dark |= {(int(line), int(column) + step) for step in range(int(steps[0]))}
            column += steps[0]
        elif verb == "M":
            column, line = steps
        else:
            column, line = column + steps[0], line + steps[1]
    code = segno.make_qr(text, error="m")
    wanted = {
        (row + qr.QUIET, place + qr.QUIET)
        for row, modules in enumerate(code.matrix)
        for place, module in enumerate(modules)
        if module
    }
    assert dark == wanted and size == len(code.matrix) + 2 * qr.QUIET
    assert code.error in ("M", "Q", "H")


def test_the_official_heading_names_body_number_and_day() -> None:
    sheet = page("cong-khai/2026/ngan-sach-quy-3/niem-yet")
    assert re.findall(r'class="issuer[^"]*">([^<]+)<', sheet) == ["Ủy ban nhân dân", "phường Bến Mẫu"]
    assert "Số: 88/BC-UBND" in sheet
    assert "ngày 13 tháng 10 năm 2026" in sheet
    assert "Phải niêm yết ít nhất 30 ngày" in sheet


def test_links_fall_off_on_paper_pictures_and_times_stay() -> None:
    body = 'Xem [bảng kê](bang.pdf), ![](anh/a.webp "Ảnh"). 03/06/2022 4:38:52 CH[^1]\n\n[^1]: Chú thích.\n'
    made = paper.html(_article(disclosure("2026-10-01"))).strip()
    assert made == ""
    made = paper.html(ledgers.Article("a/", disclosure("2026-10-01"), (), Raw("a.md", None, body=body)))
    assert "<a" not in made and "bảng kê" in made
    assert 'src="../../anh/a.webp"' in made and "16:38" in made


@pytest.mark.parametrize(
    ("block", "table"),
    [
        ("| A | B |\n|---|---:|\n| 1 | 2 |", True),
        ("A | B\n--- | ---\n1 | 2", True),
        ("|A|\n|-|\n|1|", True),
        ("A\n---", False),
        ("- một | hai\n- ba", False),
        ("Giá 2 | 3 nghìn\ntiếp", False),
    ],
)
def test_a_table_is_told_from_words(block: str, table: bool) -> None:
    assert paper.is_table(block) is table


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-11-16", "Trụ sở; Nhà văn hóa"), ("2026-11-17", "Nhà văn hóa"), ("2026-11-21", "")],
)
def test_a_script_sends_nobody_to_a_board_that_was_cleared(tmp_path: Path, day: str, told: str) -> None:
    text = (
        "---\ntitle: Quỹ\ndate: 2026-10-15\nitem: 2\ndecided: 2026-10-15\nposted:\n"
        "  - {form: a, place: Trụ sở, from: 2026-10-15, until: 2026-11-16}\n"
        "  - {form: a, place: Nhà văn hóa, from: 2026-10-15, until: 2026-11-20}\n---\nSố.\n"
    )
    today = date.fromisoformat(day)
    found = assemble(ward.write(tmp_path, {"docs/cong-khai/2026/a.md": text}), today).portal
    assert found
    [article] = found.of(Disclosure)
    lines = [line for line in tellings.script(article, found, today) if line.startswith("Bản niêm yết ở")]
    assert lines == ([f"Bản niêm yết ở: {told}."] if told else [])


def test_a_script_leaves_out_tables_with_their_headings_pictures_and_notes() -> None:
    table = "## Bảng chi\n\n| A | B |\n|---|---|\n| 1 | 2 |"
    body = f"Mở đầu.[^a]\n\n{table}\n\n![Mô tả](a.webp)\n\n## Lý do\n\nVì mưa.\n"
    words = paper.words(ledgers.Article("a/", disclosure("2026-10-01"), (), Raw("a.md", None, body=body)))
    assert words.split("\n") == ["Mở đầu.", "Lý do", "Vì mưa."]


@pytest.mark.parametrize("address", TOLD)
def test_a_script_is_short_lines_of_words_without_a_figure(address: str) -> None:
    html = page(f"{address}cac-dang")
    lines = re.findall(r"<li>(.*?)</li>", html.split('class="script"')[1].split("</ol>")[0])
    assert lines[0].startswith("Kính thưa bà con") and lines[-1] == "Xin cảm ơn bà con đã lắng nghe."
    assert not [line for line in lines if re.search(r"[\d|*#<>]", line)]
    assert max(len(line.split()) for line in lines) <= 45
    assert re.search(r"Đọc chừng [1-9]\d? phút", html)


@pytest.mark.parametrize("address", TOLD)
def test_a_message_has_at_most_500_characters_and_the_link(address: str) -> None:
    [text] = re.findall(r'<p class="message">(.*?)</p>', page(f"{address}cac-dang"), re.S)
    text = plain(text)
    assert len(text) <= tellings.LIMIT and text.endswith(f"Xem đầy đủ: {SITE}{address}")


words = st.text(st.sampled_from("aăâ đêô. \n"), max_size=400)


@given(words, words, words, st.integers(20, 200))
def test_a_message_is_never_too_long_and_never_loses_its_link(
    title: str, term: str, summary: str, n: int
) -> None:
    url = f"https://a.example/{'x' * n}/"
    text = Message("Phường Bến Mẫu. Công khai: ", title, term[:100], summary).whole(url)
    assert len(text) <= tellings.LIMIT and text.endswith(url)


def test_a_message_cuts_its_summary_between_words() -> None:
    text = Message("Công khai: ", "Tên.", "", "từ " * 300).whole(SITE)
    assert re.search(r"\ntừ( từ)*…\nXem", text)
