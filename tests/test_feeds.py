"""Feeds, sitemap and robots.txt: what machines read is well formed and the same for the same ward."""

import json
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import built
import pytest
import ward

from gandan.assemble import assemble
from gandan.cache import Store
from gandan.feeds import calendar, files
from gandan.feeds.rss import NEWEST
from gandan.relate.portal import Portal
from gandan.views import site
from gandan.zone import VIETNAM

ROOT = "https://benmau.example/"
BELOW = "https://minhhoa.example/ben-mau/"
AWKWARD = "Bánh & mứt: <b>ngon</b> \"lắm\" 'thật' ]]>"


def portal(root: Path, **changes: str) -> Portal:
    text = ward.FESTIVAL.replace("Tổ dân phố 1 gói bánh.", f"'{AWKWARD.replace(chr(39), chr(39) * 2)}'")
    joined = assemble(ward.write(root, {ward.FESTIVAL_FILE: text} | changes), ward.TODAY)
    assert joined.portal is not None and joined.problems == ()
    return joined.portal


def texts(portal: Portal, root: str = ROOT, today: date = ward.TODAY) -> dict[str, str]:
    found = built.contents(files.of(portal, list(site.plans(portal, today)), root))
    return {address: str(data, "utf-8") for address, data in found.items()}


def test_there_is_one_file_for_each_reader(tmp_path: Path) -> None:
    assert set(texts(portal(tmp_path))) == {
        "tin-tuc/rss.xml",
        "tin-tuc/feed.json",
        "sitemap.xml",
        "robots.txt",
        "lich/lich.ics",
        "lay-y-kien/lich.ics",
    }


def test_a_calendar_that_was_told_is_not_put_together_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, kept = portal(tmp_path / "ward"), tmp_path / ".cache"
    plans = list(site.plans(shown, ward.TODAY))
    first = built.contents(files.of(shown, plans, ROOT, Store(kept)))
    monkeypatch.setattr(calendar, "_text", lambda *_: pytest.fail("put together again"))
    assert built.contents(files.of(shown, plans, ROOT, Store(kept))) == first


@pytest.mark.parametrize("root", [ROOT, BELOW])
def test_rss_tells_the_newest_items_with_their_own_days(root: str, tmp_path: Path) -> None:
    channel = ElementTree.fromstring(texts(portal(tmp_path), root)["tin-tuc/rss.xml"]).find("channel")
    assert channel is not None and channel.findtext("title") == "Tin tức Phường Bến Mẫu"
    assert channel.findtext("language") == "vi"
    first, second = channel.findall("item")
    assert first.findtext("title") == "Ngày hội của tổ 1: trăm người gói bánh"
    assert first.findtext("description") == AWKWARD
    assert first.findtext("link") == first.findtext("guid") == urljoin(root, "tin-tuc/2026/ngay-hoi/")
    moment = datetime(2026, 11, 20, 16, 38, tzinfo=VIETNAM)
    assert parsedate_to_datetime(first.findtext("pubDate") or "") == moment
    assert (second.findtext("pubDate") or "").endswith("00:00:00 +0700")
    assert [one.text for one in second.findall("category")] == ["Dân chủ ở cơ sở", "Đối thoại, tiếp công dân"]


@pytest.mark.parametrize("root", [ROOT, BELOW])
def test_json_feed_tells_the_same(root: str, tmp_path: Path) -> None:
    feed = json.loads(texts(portal(tmp_path), root)["tin-tuc/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == urljoin(root, "tin-tuc/feed.json")
    first, second = feed["items"]
    assert first["id"] == first["url"] == urljoin(root, "tin-tuc/2026/ngay-hoi/")
    assert first["content_text"] == AWKWARD
    assert first["date_published"] == "2026-11-20T16:38:00+07:00"
    assert first["authors"] == [{"name": "Nguyễn Thị Ví Dụ"}]
    assert second["date_published"] == "2026-05-07T00:00:00+07:00"
    assert second["date_modified"] == "2026-05-09T00:00:00+07:00"
    assert second["content_text"] == second["title"]


@pytest.mark.parametrize("root", [ROOT, BELOW])
def test_the_sitemap_names_every_page_once_below_the_site(root: str, tmp_path: Path) -> None:
    found = portal(tmp_path)
    tree = ElementTree.fromstring(texts(found, root)["sitemap.xml"])
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    places = [one.text or "" for one in tree.findall("s:url/s:loc", space)]
    assert places == sorted(set(places)) and all(one.startswith(root) for one in places)
    assert {urljoin(root, one.address) for one in (*found.articles, *found.documents.values())} <= set(places)
    days = [one.text for one in tree.findall("s:url/s:lastmod", space)]
    assert "2026-05-09" in days and all(datetime.strptime(day or "", "%Y-%m-%d") for day in days)  # noqa: DTZ007


def test_what_has_moved_is_not_in_the_sitemap(tmp_path: Path) -> None:
    found = portal(tmp_path, **{"data/dia-chi-cu.yml": "/cu/: /tin-tuc/2026/ngay-hoi/\n"})
    assert "benmau.example/cu/" not in texts(found)["sitemap.xml"]
    assert "cu/" in {plan.address for plan in site.plans(found, ward.TODAY)}


def test_robots_may_read_everything(tmp_path: Path) -> None:
    robots = texts(portal(tmp_path))["robots.txt"]
    assert "Allow: /" in robots and f"Sitemap: {ROOT}sitemap.xml" in robots


def test_feeds_of_an_empty_ward_are_whole_too(tmp_path: Path) -> None:
    none = dict.fromkeys([ward.FESTIVAL_FILE, ward.DIALOGUE_FILE])
    joined = assemble(ward.write(tmp_path, none), ward.TODAY)
    assert joined.portal is not None
    found = texts(joined.portal)
    assert ElementTree.fromstring(found["tin-tuc/rss.xml"]).findall("channel/item") == []
    assert json.loads(found["tin-tuc/feed.json"])["items"] == []


def test_a_feed_holds_the_newest_only(tmp_path: Path) -> None:
    many = {
        f"docs/tin-tuc/2025/tin-{number}.md": f"---\ntitle: Tin {number}\ndate: 2025-01-{number:02}\n---\n"
        for number in range(1, NEWEST + 6)
    }
    found = texts(portal(tmp_path, **many))
    assert len(ElementTree.fromstring(found["tin-tuc/rss.xml"]).findall("channel/item")) == NEWEST
    assert len(json.loads(found["tin-tuc/feed.json"])["items"]) == NEWEST


def test_the_same_ward_gives_the_same_files_wherever_and_whenever_it_lies(tmp_path: Path) -> None:
    one = portal(tmp_path / "a")
    other = portal(tmp_path / "b")
    assert texts(one) == texts(other)
    later = texts(one, ROOT, ward.TODAY + timedelta(days=400))
    assert later == texts(one)
