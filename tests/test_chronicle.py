"""Beside its page stands what the branch knows of a record; a resident reads it at the page's foot."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import built
import publishing
import pytest
import ward
from conftest import serve
from playwright.sync_api import Browser, expect
from publishing import Desk, desk, git

from gandan import clock
from gandan.command.main import main
from gandan.proof import account, attached, growth, objects, reading
from gandan.proof.account import Account
from gandan.proof.changes import Deed
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git

ONE, TWO, LIST = "tin-tuc/2026/mot/", "tin-tuc/2026/hai/", "tin-tuc/"
CHANGED = "tin-tuc/2026/cai-tao-hem-27/"
FILE = "tin-tuc/2026/bang.pdf"
LINK = "<a href='../bang.pdf' download>Bảng</a>"


def page(title: str, *sentences: str, frame: str = "2026") -> str:
    told = "".join(f"<p>{one}</p>" for one in sentences)
    article = f"<article data-kind='news'><h1>{title}</h1>{told}</article>"
    return f"<html><body><header>{frame}</header><main>{article}</main></body></html>\n"


FIRST = {ONE: page("Một", "Câu một. Câu hai."), TWO: page("Hai", f"Xem {LINK}.")}
GONE = "<html><main><h1>Trang đã gỡ</h1></main></html>"


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    """Publishes these pages, an hour after the publication before; the desk."""
    one = desk(tmp_path / "mine")
    hours = iter(range(1000))

    def go(pages: dict[str, str] = FIRST, file: bytes = b"%PDF-1", *words: str) -> Desk:
        now = datetime(2026, 11, 1, 8, 0, tzinfo=timezone(timedelta(hours=7))) + timedelta(hours=next(hours))
        monkeypatch.setattr(clock, "now", lambda: now)
        one.build("trang", (*publishing.PAGES, *pages))
        for address, text in pages.items():
            (one.site / address / "index.html").write_text(text, "utf-8")
        (one.site / FILE).write_bytes(file)
        assert one.publish("--site", str(one.site), *words) == 0
        return one

    return go


def told(one: Desk, address: str) -> dict[str, Any]:
    return dict(json.loads(git(one.remote, "show", f"gh-pages:lich-su-dang/{address.rstrip('/')}.json")))


def said(one: Desk, address: str) -> list[list[str]]:
    return [event["said"] for event in told(one, address)["events"]]


def folder(one: Desk) -> str:
    return git(one.remote, "rev-parse", "gh-pages:lich-su-dang")


def proof(one: Desk, address: str) -> Account:
    return account.of(Branch(Git(one.root), "origin", "gh-pages"), address)


# --- what it says -----------------------------------------------------------------------------------


def test_a_record_has_one_from_its_first_day_and_a_list_has_none(say: Callable[..., Desk]) -> None:
    one = say()
    found = git(one.remote, "ls-tree", "-r", "--name-only", "gh-pages", "lich-su-dang").splitlines()
    names = ("lien-he", "tin-tuc/2026/hai", "tin-tuc/2026/mot")
    assert found == [f"lich-su-dang/{name}.json" for name in names]
    assert told(one, ONE)["line"] == "Đăng lần đầu 08:00 ngày 01/11/2026; chưa sửa lần nào."


def test_each_change_is_told_with_its_time_its_words_and_its_sum(say: Callable[..., Desk]) -> None:
    say()
    one = say(FIRST | {ONE: page("Một", "Câu một. Câu hai đã sửa.")})
    found = told(one, ONE)
    assert found["line"] == ("Đăng lần đầu 08:00 ngày 01/11/2026; sửa 1 lần, lần cuối 09:00 ngày 01/11/2026.")
    assert said(one, ONE) == [["Đăng lần đầu"], ["Sửa", "Bỏ: «Câu hai.»", "Thêm: «Câu hai đã sửa.»"]]
    assert found["events"][1]["source"] == git(one.root, "rev-parse", "HEAD")
    rows = proof(one, ONE).of_record
    assert [event["sha256"] for event in found["events"]] == [row.sha256 for row in rows]


def test_a_file_that_was_replaced_under_its_name_is_a_change_of_its_record(say: Callable[..., Desk]) -> None:
    say()
    one = say(FIRST, b"%PDF-2")
    assert said(one, TWO)[1:] == [["Sửa", "Tệp bang.pdf: thay bằng tệp khác cùng tên."]]
    assert len(said(one, ONE)) == 1
    sums = [event["files"][FILE] for event in told(one, TWO)["events"]]
    assert sums == [_sum(one, "gh-pages~1"), _sum(one, "gh-pages")]


def test_a_proof_holds_the_sums_of_the_files(say: Callable[..., Desk]) -> None:
    say()
    say(FIRST, b"%PDF-2")
    one = say({name: text.replace("2026</h", "2027</h") for name, text in FIRST.items()}, b"%PDF-2")
    rows = proof(one, TWO).entries
    assert [row.change.deed for row in rows] == [Deed.FIRST, Deed.CHANGED, Deed.FRAME]
    assert [row.files[FILE] for row in rows] == [_sum(one, f"gh-pages~{ago}") for ago in (2, 1, 0)]
    (one.root / "data/phuong.yml").write_text(ward.WARD, "utf-8")
    assert main(["proof", TWO, "--root", str(one.root), "--today", "2026-12-01"]) == 0
    text = (one.root / "xac-nhan-dang/tin-tuc-2026-hai.html").read_text("utf-8")
    for row in rows[:2]:
        assert row.files[FILE] in text
        assert f"git show {row.publication.commit}:{FILE} | sha256sum" in text


@pytest.mark.parametrize(
    "href", ["https://x.example/a.pdf", "//x/a.pdf", "../../../../a.pdf", "http://[", "", "a%0Ab.pdf", "#x"]
)
def test_only_files_of_the_site_are_its_attachments(href: str) -> None:
    found = page("Một", f'<a href="{href}" download>Tệp</a>').encode()
    assert attached.paths(ONE, reading.read(found)) == ()


def _sum(one: Desk, commit: str) -> str:
    done = subprocess.run(
        f"git show {commit}:{FILE} | sha256sum", shell=True, cwd=one.remote, capture_output=True, text=True
    )
    return done.stdout.split()[0]


def test_a_record_that_was_taken_down_says_so_and_repeats_none_of_its_words(say: Callable[..., Desk]) -> None:
    say()
    say(FIRST | {ONE: page("Một", "Số nhà của ông A.")})
    one = say(FIRST | {ONE: GONE})
    assert said(one, ONE) == [["Đăng lần đầu"], ["Sửa"], ["Gỡ"]]
    assert told(one, ONE)["line"].endswith("; gỡ 10:00 ngày 01/11/2026.")
    assert len(said(say(FIRST | {ONE: GONE + "\n"}), ONE)) == 3
    assert said(say(), ONE)[3] == ["Đăng lại"]


@pytest.mark.parametrize("words", ["số 079 085 000 123", "điện thoại 0905123456", "sinh ngày 03/02/1985"])
def test_what_may_be_somebodys_is_not_repeated(words: str, say: Callable[..., Desk]) -> None:
    say()
    say(FIRST | {ONE: page("Một", f"Ông Nguyễn Văn An, {words}.")})
    one = say(FIRST | {ONE: page("Một", "Ông An.")})
    assert words not in str(said(one, ONE))
    assert said(one, ONE)[2][1].startswith("Bỏ: một câu có số") and said(one, ONE)[2][2] == "Thêm: «Ông An.»"


def test_a_return_is_told(say: Callable[..., Desk]) -> None:
    say()
    one = say(FIRST | {ONE: page("Một", "Nhầm.")})
    before = one.tip()
    assert one.publish("--back") == 0
    last = said(one, ONE)[-1]
    assert last[0] == "Sửa" and last[1].startswith("Trở lại bản ") and "Bỏ: «Nhầm.»" in last
    assert len(said(one, TWO)) == 1 and before != one.tip()


# --- how it grows -----------------------------------------------------------------------------------


def test_a_night_that_turns_the_frame_alone_writes_none_anew(say: Callable[..., Desk]) -> None:
    before = folder(say())
    assert folder(say({name: text.replace("2026</h", "2027</h") for name, text in FIRST.items()})) == before


def test_one_changed_page_costs_one_page(say: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {f"tin-tuc/2026/tin-{number}/": page(f"Tin {number}", "Câu.") for number in range(60)}
    say(pages)
    read: list[str] = []
    contents = objects.contents

    def counted(git: Git, identities: Sequence[str]) -> Iterator[bytes]:
        read.extend(identities)
        return contents(git, identities)

    monkeypatch.setattr(objects, "contents", counted)
    say(pages | {"tin-tuc/2026/tin-7/": page("Tin 7", "Câu khác.")})
    assert len(read) == 3  # the page before, the page now, its chronicle


def test_a_branch_without_any_is_read_from_its_beginning(
    say: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(growth, "grown", lambda *_: {})
        say()
        say(FIRST | {ONE: page("Một", "Câu ba.")})
    one = say(FIRST | {ONE: page("Một", "Câu bốn.")})
    assert "đang đọc 2 bản đã đăng" in capsys.readouterr().err
    rows = proof(one, ONE).of_record
    expected = [(row.publication.time.isoformat(), str(row.change.deed), row.sha256) for row in rows]
    assert [(each["time"], each["deed"], each["sha256"]) for each in told(one, ONE)["events"]] == expected
    assert len(expected) == 3 and len(said(one, TWO)) == 1


def test_what_another_hand_wrote_into_one_is_not_believed(say: Callable[..., Desk], tmp_path: Path) -> None:
    one = say()
    place = tmp_path / "other"
    git(tmp_path, "clone", "-q", "--branch", "gh-pages", str(one.remote), str(place))
    for name, value in (("user.name", "Kẻ khác"), ("user.email", "khac@benmau.example")):
        git(place, "config", name, value)
    (place / ONE / "index.html").write_text(page("Một", "Câu lén."), "utf-8")
    path = place / "lich-su-dang/tin-tuc/2026/mot.json"
    path.write_text(path.read_text("utf-8").replace("Đăng lần đầu", "Chưa từng đăng"), "utf-8")
    git(place, "commit", "-qam", "Sửa lén")
    git(place, "push", "-q", "origin", "gh-pages")
    found = said(say(), ONE)
    assert found[0] == ["Đăng lần đầu"] and len(found) == 3
    assert "do Kẻ khác đưa thẳng lên nhánh" in found[1][1] and "Thêm: «Câu lén.»" in found[1]


def test_a_clone_without_the_beginning_publishes_and_says_what_is_missing(
    say: Callable[..., Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(growth, "grown", lambda *_: {})
        say()
        one = say(FIRST | {ONE: page("Một", "Câu ba.")})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{one.remote}", "short")
    short = Desk(tmp_path / "short", one.remote)
    git(short.root, "fetch", "-q", "--depth", "1", "origin", "gh-pages")
    publishing.build(short.site, "khác", (*publishing.PAGES, ONE, TWO))
    (short.site / FILE).write_bytes(b"%PDF-1")
    assert short.publish("--site", str(short.site)) == 0
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert "lich-su-dang" not in git(one.remote, "ls-tree", "--name-only", "gh-pages")


@pytest.mark.parametrize("spoilt", [b"", b"[]", b"{", b'{"format": 9}', b'{"format": 1, "events": [{}]}'])
def test_what_is_no_chronicle_begins_anew(spoilt: bytes) -> None:
    assert growth.chronicle.read(ONE, spoilt).events == ()


def test_a_chronicle_is_read_as_it_was_written() -> None:
    event = growth.chronicle.Event("2026-11-01T08:00:00+07:00", Deed.FIRST, ("A",), "b", "c", {"d": "e"})
    whole = growth.chronicle.Chronicle(ONE, (event,))
    assert growth.chronicle.read(ONE, whole.written()) == whole


# --- at the foot of the page ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The demonstration ward published twice, an item of it changed in between."""
    place = tmp_path_factory.mktemp("published")
    one = desk(place / "mine")
    subprocess.run(["cp", "-r", f"{built.site()}/.", one.site], check=True)
    assert one.publish("--site", str(one.site)) == 0
    path = one.site / CHANGED / "index.html"
    evil = "&lt;img src=x onerror=window.__x=1&gt;"
    path.write_text(
        path.read_text("utf-8").replace('<div class="prose">', f'<div class="prose"><p>{evil}</p>')
    )
    assert one.publish("--site", str(one.site)) == 0
    shutil.copy(built.ROOT / "data/phuong.yml", one.root / "data")
    return one


@pytest.fixture(scope="module")
def live(twice: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What a host shows of it."""
    place = tmp_path_factory.mktemp("host") / "up"
    git(place.parent, "clone", "-q", "--branch", "gh-pages", str(twice.remote), str(place))
    yield from serve(place)


HEADS = ("thong-bao/2026", "lay-y-kien/2026", "cong-khai/2026", "hoi-dap/2026", "giam-sat/2026")
MORE = ("bieu-quyet/2026", "mo-hinh/2026", "van-ban", "lich/2026")


@pytest.mark.parametrize("pattern", [CHANGED, *(f"{head}/*/" for head in HEADS + MORE)])
def test_ten_records_of_the_demonstration_are_proved_by_plain_git(pattern: str, twice: Desk) -> None:
    """An independent reader: `git log` for the days, `git show` and hashlib for the sums."""
    pages = (path / "index.html" for path in sorted(twice.site.glob(pattern)))
    found = next(path for path in pages if b"data-kind" in path.read_bytes())
    path = found.relative_to(twice.site).as_posix()
    address = path.removesuffix("index.html")
    assert main(["proof", address, "--root", str(twice.root), "--today", "2026-12-01"]) == 0
    sheet = (twice.root / f"xac-nhan-dang/{address[:-1].replace('/', '-')}.html").read_text("utf-8")
    log = git(twice.remote, "log", "--reverse", "--format=%H %cI", "gh-pages", "--", path)
    rows = [line.split() for line in log.splitlines()]
    assert len(rows) == (2 if address == CHANGED else 1)
    for commit, time in rows:
        shown = subprocess.run(["git", "show", f"{commit}:{path}"], cwd=twice.remote, capture_output=True)
        digest = hashlib.sha256(shown.stdout).hexdigest()
        moment = datetime.fromisoformat(time).astimezone(timezone(timedelta(hours=7)))
        assert commit in sheet and digest in sheet and f'datetime="{moment.isoformat()}"' in sheet
        assert digest in [event["sha256"] for event in told(twice, address)["events"]]


def test_a_resident_reads_when_a_page_went_out_and_what_changed(browser: Browser, live: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(f"{live}{CHANGED}")
    place = page.locator("[data-chronicle]")
    place.scroll_into_view_if_needed()
    expect(place.locator("> p")).to_contain_text("Đăng lần đầu")
    expect(place.locator("> p")).to_contain_text("sửa 1 lần, lần cuối")
    expect(place.locator("li").first).to_be_hidden()
    place.get_by_text("Xem thay đổi").click()
    expect(place.locator("li").first).to_contain_text("Thêm: «<img src=x onerror=window.__x=1>»")
    expect(place.locator("li").last).to_contain_text("Đăng lần đầu")
    assert place.locator("img, script").count() == 0 and page.evaluate("window.__x") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not heard
    page.close()


@pytest.mark.parametrize("address", ["van-ban/10-2022-qh15/", "gioi-thieu/", "lich/2026/bau-to-truong-to-4/"])
def test_every_kind_of_record_tells_its_first_day(browser: Browser, live: str, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{live}{address}")
    page.locator("[data-chronicle]").scroll_into_view_if_needed()
    expect(page.locator("[data-chronicle]")).to_contain_text("chưa sửa lần nào")
    page.close()


def test_a_build_that_nobody_published_shows_nothing(browser: Browser, host: str) -> None:
    page = browser.new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    with page.expect_response("**/lich-su-dang/**") as answer:
        page.goto(f"{host}{CHANGED}")
        page.locator(".byline").scroll_into_view_if_needed()
    assert answer.value.status == 404
    expect(page.locator("[data-chronicle]")).to_be_empty()
    assert not heard
    page.close()
