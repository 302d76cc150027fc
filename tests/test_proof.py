"""A proof says of every page when it was published and what changed; plain git and hashlib say the same."""

import hashlib
import html
import re
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import built
import publishing
import pytest
import ward
from publishing import SITE_URL, Desk, desk, git

from gandan import clock
from gandan.command import proof as command
from gandan.command.main import main
from gandan.proof import account, changes, checking, reading
from gandan.proof.account import Account
from gandan.proof.changes import Deed
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused

VIETNAM = timezone(timedelta(hours=7))
TIMES = [
    datetime(2026, 11, 1, 8, 0, 5, tzinfo=VIETNAM),
    datetime(2026, 11, 3, 23, 59, 59, tzinfo=VIETNAM),
    datetime(2026, 11, 5, 0, 0, 1, tzinfo=VIETNAM),
    datetime(2026, 11, 9, 7, 30, tzinfo=VIETNAM),
    datetime(2026, 12, 31, 17, 0, tzinfo=VIETNAM),
    datetime(2027, 1, 1, 0, 30, tzinfo=VIETNAM),
    datetime(2027, 1, 2, 9, 15, 59, tzinfo=VIETNAM),
]
ONE = {number: f"tin-tuc/2026/tin-{number}/" for number in range(1, 11)}
NEW = "tin-tuc/2026/tin-9-moi/"


def page(title: str, *sentences: str, frame: str = "2026", state: str = "Đang lấy ý kiến") -> str:
    """A page as the templates make one, its badge, its day and its frame included."""
    return (
        f"<html><body><header>Menu {frame}</header><main><article class='item' data-kind='news'>"
        f'<h1>{title}</h1><p class="state"><span class="badge due" data-state="x">{state}</span> <span '
        f'class="small" data-by-day>tính đến ngày <time data-as-of>01/11/{frame}</time></span></p>'
        f'<div class="prose">{"".join(f"<p>{one}</p>" for one in sentences)}</div></article></main>'
        f"<footer>{frame}</footer></body></html>\n"
    )


GONE = '<html><main><h1>Trang đã gỡ</h1><h2 id="da-go">Nội dung này đã được gỡ</h2></main></html>'
MOVED = (
    '<html><head><meta http-equiv="refresh" content="0; url=../tin-9-moi/"></head><main>'
    f'<h1>Trang đã chuyển</h1><p>Nay ở <a href="../tin-9-moi/">{SITE_URL}{NEW}</a></p></main></html>'
)


def tell(one: Desk, pages: dict[str, str]) -> None:
    """A build with these pages among the usual ones."""
    one.build("trang", (*publishing.PAGES, *pages))
    for address, text in pages.items():
        (one.site / address / "index.html").write_text(text, "utf-8")


def states() -> list[dict[str, str]]:
    """The pages of six builds: one added, changed, retitled, removed, moved, only the frame changed."""
    first = {
        address: page(f"Tin {number}", f"Câu một của tin {number}. Câu hai.", "Câu ba.")
        for number, address in ONE.items()
        if number < 10
    }
    second = first | {ONE[10]: page("Tin 10", "Mới thêm.")}
    third = second | {ONE[2]: page("Tin 2", "Câu một của tin 2. Câu hai đã sửa.", "Câu ba."), ONE[3]: page(
        "Tin 3 có tên mới", "Câu một của tin 3. Câu hai.", "Câu ba.")}  # fmt: skip
    fourth = third | {
        ONE[8]: GONE,
        ONE[9]: MOVED,
        NEW: page("Tin 9", "Câu một của tin 9. Câu hai.", "Câu ba."),
    }
    fifth = {name: text.replace("2026</", "2027</") for name, text in fourth.items()}
    sixth = fifth | {ONE[4]: page("Tin 4", "Đăng nhầm.", frame="2027", state="Đã đóng")}
    return [first, second, third, fourth, fifth, sixth]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A ward whose site was published six times, then brought back by one."""
    place = tmp_path_factory.mktemp("proof")
    one = desk(place / "mine")
    (one.root / "data/phuong.yml").write_text(ward.WARD.replace("https://benmau.example/", SITE_URL), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for moment, pages in zip(TIMES, states(), strict=False):
            patch.setattr(clock, "now", lambda moment=moment: moment)
            tell(one, pages)
            one.commit("docs/ghi-chu.txt", moment.isoformat())
            assert one.publish("--site", str(one.site)) == 0
        patch.setattr(clock, "now", lambda: TIMES[6])
        assert one.publish("--back") == 0
    return one


def of(one: Desk, address: str) -> Account:
    return account.of(Branch(Git(one.root), "origin", "gh-pages"), address)


def commits(one: Desk) -> list[str]:
    return git(one.remote, "rev-list", "--reverse", "--first-parent", "gh-pages").splitlines()


def plain(one: Desk, path: str) -> list[tuple[str, datetime, str | None]]:
    """By plain git and hashlib alone: (commit, time, sum) of each commit in which the file is another."""
    rows, before = [], None
    for commit in commits(one):
        shown = subprocess.run(["git", "show", f"{commit}:{path}"], cwd=one.remote, capture_output=True)
        digest = hashlib.sha256(shown.stdout).hexdigest() if shown.returncode == 0 else None
        if digest != before:
            seconds = int(git(one.remote, "show", "-s", "--format=%ct", commit))
            rows.append((commit, datetime.fromtimestamp(seconds, VIETNAM), digest))
        before = digest
    return rows


def deeds(one: Desk, address: str) -> list[tuple[int, Deed]]:
    """(number of the publication, what it did)."""
    order = commits(one)
    return [(order.index(row.publication.commit) + 1, row.change.deed) for row in of(one, address).entries]


# --- every day, every sum ---------------------------------------------------------------------------


@pytest.mark.parametrize("address", [*ONE.values(), NEW, "", "lien-he/"])
def test_every_day_and_sum_is_what_plain_git_says(address: str, published: Desk) -> None:
    told = [
        (row.publication.commit, row.publication.time, row.sha256) for row in of(published, address).entries
    ]
    assert told == plain(published, f"{address}index.html") and told


def test_the_day_of_a_publication_is_the_moment_it_was_made(published: Desk) -> None:
    times = [row.publication.time for row in of(published, ONE[4]).entries]
    assert times == [TIMES[0], TIMES[4], TIMES[5], TIMES[6]]


FRAME = (5, Deed.FRAME)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [(1, Deed.FIRST), FRAME]),
        (2, [(1, Deed.FIRST), (3, Deed.CHANGED), FRAME]),
        (3, [(1, Deed.FIRST), (3, Deed.CHANGED), FRAME]),
        (4, [(1, Deed.FIRST), FRAME, (6, Deed.CHANGED), (7, Deed.CHANGED)]),
        (8, [(1, Deed.FIRST), (4, Deed.REMOVED)]),
        (9, [(1, Deed.FIRST), (4, Deed.MOVED)]),
        (10, [(2, Deed.FIRST), FRAME]),
    ],
)
def test_each_publication_is_called_what_it_did(
    number: int, expected: list[tuple[int, Deed]], published: Desk
) -> None:
    assert deeds(published, ONE[number]) == expected


def test_what_changed_is_told_in_sentences_and_fields(published: Desk) -> None:
    change = of(published, ONE[2]).entries[1].change
    assert (change.taken, change.added, change.fields) == (("Câu hai.",), ("Câu hai đã sửa.",), ())
    change = of(published, ONE[3]).entries[1].change
    assert change.fields == (("Tên", "Tin 3", "Tin 3 có tên mới"),)
    change = of(published, ONE[4]).entries[2].change
    assert change.fields == (("Trạng thái", "Đang lấy ý kiến", "Đã đóng"),)
    assert change.added == ("Đăng nhầm.",)


def test_a_page_that_was_removed_keeps_its_title(published: Desk) -> None:
    assert of(published, ONE[8]).title == "Tin 8" and of(published, ONE[9]).title == "Tin 9"


WHILE = (
    "<section class='ways' data-shown-from='2026-11-01' data-shown-until='2026-12-01'><b>Gọi</b></section>",
    "<section class='over' data-shown-from='2026-12-02' hidden>Hết hạn</section>",
)

# --- what of a page counts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "deed"),
    [
        (page("A", "B."), page("A", "B.", frame="2030"), Deed.FRAME),
        (page("A", "B."), page("A", "B.", state="Đã hết hạn"), Deed.STATE),
        (page("A", "B."), page("A", "B. C."), Deed.CHANGED),
        (page("A", "B."), page("A", "<em>B</em>."), Deed.FRAME),
        (page("A", "B."), page("A", "B.<br data-x>"), Deed.FRAME),
        (page("A", "B."), page("A", "B.<script>C</script>"), Deed.FRAME),
        (page("A", "B."), page("A", "B.<span data-left-until='x'>Còn 8 ngày</span>"), Deed.FRAME),
        (page("A", "B."), page("A", "B.<img src='x.jpg' alt=''>"), Deed.CHANGED),
        (
            page("A", "<a href='a.pdf' download>Bảng</a>"),
            page("A", "<a href='b.pdf' download>Bảng</a>"),
            Deed.CHANGED,
        ),
        (page("A", "B.", *WHILE), page("A", "B.", WHILE[1]), Deed.FRAME),
        (page("A", "B.", WHILE[0]), page("A", "B.", WHILE[0].replace("Gọi", "Viết")), Deed.CHANGED),
        (page("A", "B."), GONE, Deed.REMOVED),
        (page("A", "B."), MOVED, Deed.MOVED),
        (GONE, page("A", "B."), Deed.BACK),
    ],
)
def test_what_counts_as_a_change_of_the_record(old: str, new: str, deed: Deed) -> None:
    found = changes.between(reading.read(old.encode()), reading.read(new.encode()), before=True)
    assert found.deed is deed


@pytest.mark.parametrize(
    "broken", [b"", b"\xff\xfe", b"<article", b"</article></p>", b"<svg><svg>", b"<!--<article>"]
)
def test_any_bytes_can_be_read(broken: bytes) -> None:
    reading.read(broken)
    reading.read(page("A", broken.decode("latin-1")).encode())


def test_real_pages_are_read_whole_and_without_the_day() -> None:
    pages = [path for path in built.site().rglob("index.html") if b"<article" in path.read_bytes()]
    assert len(pages) > 20
    for path in pages:
        found = reading.read(path.read_bytes())
        assert found.title and found.told, path
        assert not [one for one in found.told if re.match(r"tính đến ngày", one)], path


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same ward, built on another day."""
    folder = tmp_path_factory.mktemp("later") / "site"
    assert built.mkdocs(built.ROOT, folder, today="2027-03-01", strict=False).returncode == 0
    return folder


def test_a_page_that_tells_nothing_as_of_a_day_is_the_same_on_another(later: Path) -> None:
    same = 0
    for path in (built.site() / "tin-tuc").glob("20*/**/index.html"):
        page = path.read_bytes()
        if b"data-state" not in page:
            assert page == (later / path.relative_to(built.site())).read_bytes(), path
            assert "Trang dựng lần cuối" not in page.decode(), path
            same += 1
    assert same > 5
    front = (later / "index.html").read_text("utf-8")
    assert 'Trang dựng lần cuối: <time datetime="2027-03-01">01/03/2027</time>' in front


def test_days_alone_change_no_record(later: Path) -> None:
    compared = 0
    for path in built.site().rglob("index.html"):
        after = later / path.relative_to(built.site())
        if b'<article class="item" data-kind' in path.read_bytes() and after.is_file():
            old, new = reading.read(path.read_bytes()), reading.read(after.read_bytes())
            found = changes.between(old, new, before=True)
            assert found.deed in (Deed.FRAME, Deed.STATE), (path, found)
            compared += 1
    assert compared > 50


# --- tampering --------------------------------------------------------------------------------------


@pytest.fixture
def mine(published: Desk, tmp_path: Path) -> Desk:
    """The same ward, to be spoiled."""
    subprocess.run(["cp", "-r", published.root, published.remote, tmp_path], check=True)
    return Desk(tmp_path / "mine", tmp_path / "remote.git")


def tampered(one: Desk, *, anew: bool) -> str:
    """Another hand changes a word on the branch: on top of it, or as if it had always been so."""
    place = one.root.parent / "other"
    git(one.root.parent, "clone", "-q", "--branch", "gh-pages", str(one.remote), str(place))
    for name, value in (("user.name", "Kẻ khác"), ("user.email", "khac@benmau.example")):
        git(place, "config", name, value)
    file = place / ONE[1] / "index.html"
    file.write_text(file.read_text("utf-8").replace("Câu hai", "Câu khác"), "utf-8")
    git(place, "commit", "-qa", *(("--amend", "--no-edit") if anew else ("-m", "Sửa lén")))
    git(place, "push", "-q", "--force", "origin", "gh-pages")
    return git(place, "rev-parse", "HEAD")


def prove(one: Desk, address: str, *words: str) -> int:
    return main(["proof", address, "--root", str(one.root), "--today", "2027-01-05", *words])


def test_a_change_by_another_hand_is_seen(mine: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    commit = tampered(mine, anew=False)
    last = of(mine, ONE[1]).entries[-1]
    assert last.publication.commit == commit and not last.sound and last.change.added == ("Câu khác.",)
    assert prove(mine, ONE[1]) == 0
    sheet = (mine.root / "xac-nhan-dang/tin-tuc-2026-tin-1.html").read_text("utf-8")
    assert "do Kẻ khác đưa thẳng lên nhánh, không qua gandan" in sheet and 'class="warning"' in sheet
    assert "không phải do gandan đăng" in capsys.readouterr().err


def test_a_branch_that_was_written_anew_is_seen(mine: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove(mine, ONE[1]) == 0
    sums = commands(mine, ONE[1])
    before = git(mine.remote, "rev-parse", "gh-pages")
    tampered(mine, anew=True)
    assert prove(mine, ONE[1]) == 0
    told = capsys.readouterr().err
    assert f"đã bị viết lại: bản {before}" in told and "hoặc đã bị đổi" in told
    assert commands(mine, ONE[1]) != sums


def test_a_clone_that_lacks_the_beginning_proves_nothing(
    mine: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    place = mine.root.parent / "short"
    git(
        mine.root.parent,
        "clone",
        "-q",
        "--depth",
        "2",
        "--branch",
        "gh-pages",
        f"file://{mine.remote}",
        "short",
    )
    subprocess.run(["cp", "-r", mine.root / "data", place], check=True)
    git(place, "checkout", "-q", "-b", "main")
    git(place, "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    assert prove(Desk(place, mine.remote), ONE[1]) == 1
    assert "--unshallow" in capsys.readouterr().err


# --- the sheet --------------------------------------------------------------------------------------


def commands(one: Desk, address: str) -> list[str]:
    name = address.rstrip("/").replace("/", "-")
    text = (one.root / f"xac-nhan-dang/{name}.html").read_text("utf-8")
    return re.findall(r"<pre[^>]*>(.*?)</pre>", text, re.S)


@pytest.mark.parametrize("number", ONE)
def test_the_commands_on_the_sheet_give_the_sums_on_the_sheet(
    number: int, published: Desk, tmp_path: Path
) -> None:
    assert prove(published, f"{SITE_URL}{ONE[number]}") == 0
    found = [html.unescape(text) for text in commands(published, ONE[number])]
    log, sums, every = (text for text in found if "git " in text)
    text = (published.root / f"xac-nhan-dang/tin-tuc-2026-tin-{number}.html").read_text("utf-8")
    expected = plain(published, f"{ONE[number]}index.html")
    shell(log.replace("../remote.git", str(published.remote)), tmp_path)
    place = tmp_path / "trang-da-dang"
    rows = [line.split(" ", 1) for line in shell(log.splitlines()[-1], place)]
    assert [row[0] for row in rows] == [row[0] for row in expected]
    for line in sums.splitlines():
        assert f"<code>{shell(line, place)[0].split()[0]}</code>" in text
        assert next(time for commit, time in rows if commit in line) in text
    told = [line.split()[:2] for line in shell(every, place)]
    assert told == [[commit, digest] for commit, _, digest in expected if digest]
    assert all(commit in text and digest in text for commit, digest in told)


def shell(line: str, place: Path) -> list[str]:
    done = subprocess.run(line, shell=True, cwd=place, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_sheet_says_who_when_and_what(published: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove(published, "tin-tuc/2026/tin-3") == 0
    path = published.root / "xac-nhan-dang/tin-tuc-2026-tin-3.html"
    assert capsys.readouterr().out.strip() == str(path)
    text = path.read_text("utf-8")
    for words in (
        "Ủy ban nhân dân",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "ngày 05 tháng 01 năm 2027",
        f"{SITE_URL}{ONE[3]}",
        "08 giờ 00 phút, ngày 01/11/2026",
        "00 giờ 00 phút, ngày 05/11/2026",
        "Tên: «Tin 3» thành «Tin 3 có tên mới».",
        "size: A4 portrait",
        "<svg",
    ):
        assert words in text
    assert not re.search(r"""(?:src|href)=["']http""", text)


def test_the_sheet_shows_no_password_of_the_remote() -> None:
    assert checking.public("https://ten:mat-khau@may.example/kho.git") == "https://may.example/kho.git"
    assert checking.public("git@may.example:kho.git") == "git@may.example:kho.git"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/tin-tuc/2026/tin-1/", ONE[1]),
        ("tin-tuc/2026/tin-1", ONE[1]),
        ("tin-tuc/2026/tin-1/index.html", ONE[1]),
        (f"{SITE_URL}tin-tuc/2026/tin-1/?q=1#_x", ONE[1]),
        ("http://noi-khac.example/tin-tuc/2026/tin-1/", ONE[1]),
        (SITE_URL, ""),
        ("/", ""),
    ],
)
def test_an_address_is_understood_however_it_is_copied(written: str, expected: str) -> None:
    assert command.relative(written, SITE_URL) == expected


@pytest.mark.parametrize(
    "written", ["../data/", "a/../b", "C:\\trang", "tin\ntuc", "http://[", "a//b", "HEAD:x"]
)
def test_what_is_no_address_is_told(written: str) -> None:
    with pytest.raises(Refused, match="không phải địa chỉ"):
        command.relative(written, SITE_URL)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("tin-tuc/2026/tim-1",), 1, "chưa từng có trang /tin-tuc/2026/tim-1/. Có phải /tin-tuc/2026/tin-1/"),
        (("khong-co-gi-giong-the",), 1, "chưa từng có trang /khong-co-gi-giong-the/."),
        ((ONE[1], "--branch", "khong-co"), 1, "nhánh khong-co chưa có bản nào"),
        ((ONE[1], "--branch", "a..b"), 1, "không thể là tên nhánh"),
        ((ONE[1], "--remote", "noi-nao"), 1, "không có nơi nhận nào tên «noi-nao»"),
        ((ONE[1], "--today", "hôm nay"), 2, "hôm nay"),
        (("../x",), 1, "không phải địa chỉ"),
        ((), 2, "còn thiếu"),
    ],
)
def test_what_cannot_be_proved_is_a_sentence(
    words: tuple[str, ...], status: int, said: str, published: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = main(["proof", "--root", str(published.root), *words])
    except SystemExit as error:
        found = int(str(error.code))
    caught = capsys.readouterr()
    assert found == status and said in caught.err and "Traceback" not in caught.err


def test_a_sheet_that_cannot_be_written_is_told(mine: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["rm", "-rf", mine.root / "xac-nhan-dang"], check=True)
    (mine.root / "xac-nhan-dang").write_text("", "utf-8")
    assert prove(mine, ONE[1]) == 1
    assert "không ghi được vào" in capsys.readouterr().err
