"""Addresses live for ever: what was published once answers, by a page or by a line."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote, urljoin

import publishing
import pytest
import ward
from publishing import PAGES, Desk, desk, files

from gandan import addresses
from gandan.assemble import assemble
from gandan.check.fields import record
from gandan.model import OldAddress
from gandan.problems import LEVELS, Level, Problem
from gandan.publishing import ledger
from gandan.read.raw import Raw
from gandan.views import site

DEMONSTRATION = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
WITHOUT = tuple(page for page in PAGES if page != "lien-he/")


# --- which addresses are kept ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("", True),
        ("tin-tuc/", True),
        ("tin-tuc/2026/", True),
        ("tin-tuc/2026/ngay-hoi/", True),
        ("van-ban/quy-che-moi/", True),
        ("lich/2026/doi-thoai/", True),
        (addresses.LEDGERS, True),
        (addresses.of_older("tin-tuc/", 2), False),
        (addresses.of_older("chu-de/dan-chu/", 12), False),
        (addresses.of_month(2026, 11), False),
        (addresses.of_ledger("2026-q4"), False),
        (addresses.of_sheet("cong-khai/2026/ngan-sach/"), False),
        (addresses.of_tellings("thong-bao/2026/mat-dien/"), False),
        ("tin-tuc/2026/trang-2-cua-ke-hoach/", True),
    ],
)
def test_what_is_a_page_of_its_own_is_kept_for_ever(address: str, kept: bool) -> None:
    assert addresses.lasting(address) is kept


def test_the_pages_of_a_site_are_its_folders() -> None:
    found = ledger.pages(["index.html", "a/b/index.html", "a/b/x.pdf", "404.html", "c/d.html"])
    assert found == {"", "a/b/"}


def test_attachments_and_feeds_are_kept_for_ever_too() -> None:
    names = ["tin-tuc/2026/Bang_ke.v2.PDF", "lich/lich.ics", "tin-tuc/rss.xml"]
    passing = [
        "assets/logo.png",
        "sitemap.xml",
        "tim-kiem/chi-muc/goc.json",
        "a/b.html",
        "x/.pdf",
        "tin-tuc/2026/Bảng kê.pdf",
    ]
    assert ledger.lasting([*names, *passing]) == set(names)


@pytest.mark.parametrize("suffix", sorted(addresses.FILES))
def test_every_kind_of_attachment_can_be_an_old_address(suffix: str) -> None:
    given = {"address": f"/tin-tuc/2026/bang-2{suffix}", "moved": "/tin-tuc/"}
    assert record(OldAddress, given, Raw("data/dia-chi-cu.yml", {}))[1] == []


def test_a_file_that_is_gone_answers_by_a_page_in_its_place(tmp_path: Path) -> None:
    address = "tin-tuc/2026/bang.pdf"
    ward.write(tmp_path, {addresses.PUBLISHED: f"/{address}\n/lich/lich.ics\n"})
    assert [one.message for one in _lost(tmp_path)] == [f"địa chỉ đã đăng /{address} sẽ mất."]
    (tmp_path / "data/dia-chi-cu.yml").write_text(f"/{address}: /tin-tuc/\n", "utf-8")
    assert _lost(tmp_path) == []
    portal = assemble(tmp_path, TODAY).portal
    assert portal and f"{address}/" in {plan.address for plan in site.plans(portal, TODAY)}
    assert ledger.vanished(frozenset({address}), [f"{address}/index.html"]) == []
    assert ledger.vanished(frozenset({address}), ["tin-tuc/2026/khac.pdf"]) == [f"/{address}"]


def test_a_file_that_is_there_is_not_missed(tmp_path: Path) -> None:
    ward.write(tmp_path, {addresses.PUBLISHED: "/tin-tuc/2026/bang.pdf\n"})
    (tmp_path / "docs/tin-tuc/2026/bang.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert _lost(tmp_path) == []


def _lost(root: Path) -> list[Problem]:
    return [one for one in assemble(root, TODAY).problems if one.code == "A103"]


def test_a_list_is_read_as_it_was_written() -> None:
    kept = frozenset({"", "tin-tuc/2026/a/", "b/"})
    assert ledger.written(kept) == "/\n/b/\n/tin-tuc/2026/a/\n"
    assert ledger.read(ledger.written(kept)) == kept


def test_a_clash_of_two_versions_loses_no_address() -> None:
    text = "/a/\n<<<<<<< HEAD\n/b/\n=======\n/c/\n>>>>>>> theirs\n\n  /d/  \r\nlời\n"
    assert ledger.read(text) == {"a/", "b/", "c/", "d/"}


def test_what_vanishes_is_named() -> None:
    assert ledger.vanished(frozenset({"a/", "b/", ""}), ["index.html", "b/index.html"]) == ["/a/"]


# --- the check -------------------------------------------------------------------------------------


def test_what_would_vanish_stops_the_build() -> None:
    assert LEVELS["A103"] is Level.ERROR


def test_every_page_of_the_demonstration_may_be_promised(tmp_path: Path) -> None:
    """Were the check not to know a page that the build makes, the next build would be stopped for nothing."""
    for top in ("data", "docs"):
        shutil.copytree(DEMONSTRATION / top, tmp_path / top)
    first = assemble(tmp_path, TODAY)
    assert first.portal
    kept = {plan.address for plan in site.plans(first.portal, TODAY) if addresses.lasting(plan.address)}
    assert len(kept) > 100 and ledger.keep(tmp_path, kept) and not ledger.keep(tmp_path, kept)
    assert assemble(tmp_path, TODAY).problems == first.problems


def test_no_lasting_page_of_the_demonstration_hangs_on_the_day() -> None:
    def kept(day: date) -> set[str]:
        portal = assemble(DEMONSTRATION, day).portal
        assert portal
        return {plan.address for plan in site.plans(portal, day) if addresses.lasting(plan.address)}

    assert kept(date(2026, 1, 1)) == kept(TODAY) == kept(date(2030, 1, 1))


def test_while_something_is_broken_nobody_is_told_that_it_vanishes(tmp_path: Path) -> None:
    broken = {ward.FESTIVAL_FILE: "---\ntitle: Ngày hội\n---\nThiếu ngày.\n"}
    ward.write(tmp_path, broken | {addresses.PUBLISHED: "/tin-tuc/2026/ngay-hoi/\n"})
    assert "A103" not in {one.code for one in assemble(tmp_path, TODAY).problems}


def test_an_item_that_becomes_a_draft_vanishes(tmp_path: Path) -> None:
    draft = ward.FESTIVAL.replace("author:", "draft: true\nauthor:")
    ward.write(tmp_path, {ward.FESTIVAL_FILE: draft, addresses.PUBLISHED: "/tin-tuc/2026/ngay-hoi/\n"})
    assert "A103" in {one.code for one in assemble(tmp_path, TODAY).problems}


# --- the publication -------------------------------------------------------------------------------


@pytest.fixture
def live(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = desk(tmp_path / "mine")
    made.build("một")
    assert made.publish() == 0
    capsys.readouterr()
    return made


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    return lambda: "".join(capsys.readouterr())


def test_a_publication_lists_every_lasting_address_there_and_here(live: Desk) -> None:
    listed = (live.root / addresses.PUBLISHED).read_bytes()
    assert listed == b"/\n/lien-he/\n/tin-tuc/\n/van-ban/\n" == files(live.remote)["dia-chi.txt"]


@pytest.mark.parametrize("lost", ["the ward's copy", "the branch's copy"])
def test_an_address_that_would_vanish_is_refused_and_named(
    lost: str, live: Desk, said: Callable[[], str]
) -> None:
    if lost == "the ward's copy":
        (live.root / addresses.PUBLISHED).unlink()
    else:
        publishing.git(live.remote, "update-ref", "-d", "refs/heads/gh-pages")
    before = live.tip()
    live.build("hai", WITHOUT)
    assert live.publish() == 1
    told = said()
    assert "1 địa chỉ đã đăng sẽ mất: /lien-he/." in told and "data/dia-chi-cu.yml" in told
    assert live.tip() == before


def test_no_reason_for_fewer_pages_lets_an_address_vanish(live: Desk) -> None:
    live.build("hai", WITHOUT)
    assert live.publish("--allow-shrink", "Gộp") == 1


def test_a_page_that_comes_and_goes_may_go(live: Desk) -> None:
    live.build("hai", tuple(page for page in PAGES if page != "tin-tuc/trang-11/"))
    assert live.publish() == 0


def test_what_was_published_in_between_counts_too(live: Desk, said: Callable[[], str]) -> None:
    live.build("hai", (*PAGES, "moi/"))
    assert live.publish() == 0
    assert live.publish("--back") == 0
    (live.root / addresses.PUBLISHED).unlink()
    live.build("ba")
    assert live.publish() == 1
    assert "/moi/" in said()


def test_many_that_vanish_are_counted_and_the_first_named(live: Desk, said: Callable[[], str]) -> None:
    more = tuple(f"bai-{number:02}/" for number in range(30))
    live.build("hai", (*PAGES, *more))
    assert live.publish() == 0
    live.build("ba")
    assert live.publish("--allow-shrink", "thử") == 1
    assert "30 địa chỉ đã đăng sẽ mất: /bai-00/, " in (told := said()) and "và 20 mục nữa" in told


@pytest.mark.parametrize(
    "root", ["https://a.example/", "https://a.example/b/", "https://a.example", "", "/b/"]
)
@pytest.mark.parametrize(
    "address",
    ["", "lich/", "tin-tuc/2026/1/", "tin-tuc/rss.xml", "a//b/", "../a/", "Đ/", "/a/", "a b/", "?q"],
)
def test_a_full_address_is_joined_as_browsers_join(root: str, address: str) -> None:
    assert addresses.full(root, address) == urljoin(root, quote(address))
