"""The finished site of the demonstration ward, asked many questions."""

import hashlib
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import built
import pytest
from outline import Outline

from gandan import sections
from gandan.command.main import main

HOST = "https://benmau.minhhoa.example/"


@cache
def outline(path: Path) -> Outline:
    return Outline.of(path.read_text("utf-8"))


def page(address: str) -> str:
    return (built.site() / address / "index.html").read_text("utf-8")


def name(path: Path) -> str:
    return path.relative_to(built.site()).as_posix()


every_page = pytest.mark.parametrize("path", built.pages(), ids=name)


@every_page
def test_a_page_is_vietnamese_with_one_heading_and_its_own_description(path: Path) -> None:
    page = outline(path)
    assert page.all("html")[0]["lang"] == "vi"
    assert [one.text.strip() for one in page.all("h1")] and len(page.all("h1")) == 1
    assert page.all("title")[0].text.strip()
    assert not page.unbalanced
    if "robots" not in {one["name"] for one in page.all("meta")}:
        assert any(one["name"] == "description" and one["content"] for one in page.all("meta"))
        assert any(one["rel"] == "canonical" and one["href"].startswith(HOST) for one in page.all("link"))


@every_page
def test_a_page_weighs_at_most_thirty_kilobytes(path: Path) -> None:
    # A register is one paper, complete without a script: it is as long as what it lists.
    heavy = "so-theo-quy/" in name(path) or name(path) == "van-ban/index.html"
    assert path.stat().st_size <= (120_000 if heavy else 30_000)


@every_page
def test_headings_go_down_one_step_at_a_time(path: Path) -> None:
    levels = [int(one.tag[1]) for one in outline(path).elements if re.fullmatch("h[1-6]", one.tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), levels


@every_page
def test_ids_are_unique_pictures_have_words_and_times_can_be_read_by_machines(path: Path) -> None:
    page = outline(path)
    ids = [one["id"] for one in page.elements if one["id"]]
    assert len(ids) == len(set(ids))
    assert all("alt" in one.attributes for one in page.all("img"))
    form = r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}\+07:00)?)?)?"
    assert all(re.fullmatch(form, one["datetime"]) for one in page.all("time"))


@every_page
def test_nothing_is_asked_from_another_host(path: Path) -> None:
    page = outline(path)
    asked = [
        one["src"] for tag in ("script", "img", "source", "iframe") for one in page.all(tag) if one["src"]
    ]
    asked += [one["href"] for one in page.all("link") if one["rel"] not in ("canonical", "alternate")]
    assert not [url for url in asked if "//" in url]


@every_page
def test_every_link_of_the_site_leads_somewhere(path: Path) -> None:
    here = HOST + name(path).removesuffix("index.html")
    for one in outline(path).elements:
        target = urljoin(here, one["href"] or one["src"])
        if not (one["href"] or one["src"]) or not target.startswith(HOST):
            continue
        parts = urlsplit(target)
        file = built.site() / unquote(parts.path).lstrip("/")
        file = file / "index.html" if parts.path.endswith("/") else file
        assert file.is_file(), target
        if parts.fragment and file.suffix == ".html":
            assert parts.fragment in {each["id"] for each in outline(file).elements}, target


def test_two_pages_never_bear_the_same_title() -> None:
    titles = [outline(path).all("title")[0].text for path in built.pages()]
    twice = {title for title in titles if titles.count(title) > 1}
    assert twice <= {"Trang này đã chuyển | Phường Bến Mẫu"}


def test_two_builds_on_one_day_are_equal_to_the_byte(tmp_path: Path) -> None:
    copy = built.copy(tmp_path / "elsewhere")
    assert built.mkdocs(copy, tmp_path / "site").returncode == 0
    assert digests(tmp_path / "site") == digests(built.site())


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_nothing_of_the_theme_and_nothing_of_the_repository_is_published() -> None:
    kinds = {path.relative_to(built.site()).parts[0] for path in built.site().rglob("*") if path.is_file()}
    assert kinds <= {
        "index.html", "404.html", "assets", "van-ban", "lich", "chu-de", "to-dan-pho", "gioi-thieu",
        "tim-kiem", "du-lieu", "sitemap.xml", "robots.txt", "manifest.webmanifest", "favicon.ico", "the",
        "loi-doc.json", "sw.js",
        *(section.folder.rstrip("/") for section in sections.SECTIONS),
    }  # fmt: skip
    files = [path for path in (built.site() / "assets").rglob("*") if path.is_file()]
    assets = {path.name for path in files if "anh" not in path.parts}  # the forms of the ward's own pictures
    assert assets == {
        "portal.css",
        "landscape.css",
        "sheet.css",
        "portal.js",
        "qr.js",
        "reading.js",
        "gallery.js",
        "offline.js",
        "page.js",
        *("player.css", "player.js"),
        "noto-sans.woff2",
        "OFL.txt",
        "favicon.svg",
        "favicon-32.png",
        *("180.png", "192.png", "512.png", "512-cut.png"),
    }


def test_a_news_item_says_when_in_the_words_people_use() -> None:
    item = page("tin-tuc/2022/khao-sat-dan-van-chinh-quyen-hue")
    assert '<time datetime="2022-06-03T16:38:52+07:00">Thứ Sáu, 03/06/2022, 16:38</time>' in item
    assert "Nguồn: Văn phòng Thành ủy Huế" in item
    assert '<article class="item" data-kind="news">' in item


def test_citations_link_to_the_register_and_what_is_not_certain_stays_words() -> None:
    item = outline(built.site() / "tin-tuc/2022/khao-sat-dan-van-chinh-quyen-hue/index.html")
    linked = {one["data-directive"] for one in item.all("a", "data-directive")}
    assert {"14-ct-tu-thua-thien-hue-2021", "11-qdi-tw-2019"} <= linked
    open_ = {one.text for one in item.all("span", "data-citation") if one["data-citation"] == "unresolved"}
    assert {"Quy định 2083", "Nghị định 29"} <= open_


def test_a_directive_names_the_news_that_cite_it() -> None:
    assert "khao-sat-dan-van-chinh-quyen-hue" in page("van-ban/14-ct-tu-thua-thien-hue-2021")


def test_a_document_out_of_force_points_to_what_stands_in_its_place() -> None:
    old = page("van-ban/34-2007-pl-ubtvqh11")
    assert 'data-state="het-hieu-luc"' in old and "không còn hiệu lực" in old
    assert 'href="../10-2022-qh15/"' in old
    assert "Bị bãi bỏ bởi" in old and "Bãi bỏ" in page("van-ban/10-2022-qh15")


def test_what_is_not_known_is_shown_as_not_known() -> None:
    assert 'data-state="chua-ro"' in page("van-ban/quy-dinh-2083-tinh-uy-thua-thien-hue")
    assert "Chưa rõ" in page("van-ban/quy-dinh-2083-tinh-uy-thua-thien-hue")


def test_a_body_is_named_as_it_was_on_the_day_and_as_it_is_now() -> None:
    shown = page("van-ban/14-ct-tu-thua-thien-hue-2021")
    assert "Ban Thường vụ Tỉnh ủy Thừa Thiên Huế" in shown and "nay là Ban Thường vụ Thành ủy Huế" in shown


def test_the_register_is_complete_without_script() -> None:
    listed = set(re.findall(r'<a href="([a-z0-9-]+)/">', page("van-ban")))
    assert listed == {path.stem for path in (built.ROOT / "data/van-ban").glob("*.yml")}


def test_a_correction_stands_above_the_text() -> None:
    item = page("tin-tuc/2025/ngan-sach-chin-thang")
    assert item.index("Đính chính") < item.index('<div class="prose">')


def test_a_moved_page_leads_on_and_a_removed_one_says_why() -> None:
    moved = page("tin-tuc/2025/bi-thu-tiep-dan-cu")
    assert 'http-equiv="refresh" content="0; url=../bi-thu-tiep-dan/"' in moved
    gone = page("tin-tuc/2025/danh-sach-ho-tro-mua-lon")
    assert "18/11/2025" in gone and "thông tin cá nhân" in gone


def test_the_footer_says_that_the_ward_is_invented() -> None:
    assert all("hư cấu" in path.read_text("utf-8") for path in built.pages())


def test_feeds_name_the_newest_item_first() -> None:
    channel = ElementTree.parse(built.site() / "tin-tuc/rss.xml").getroot().find("channel")
    assert channel is not None
    feed = json.loads((built.site() / "tin-tuc/feed.json").read_text("utf-8"))
    first = channel.find("item/link")
    assert first is not None and first.text == feed["items"][0]["url"] == f"{HOST}tin-tuc/2026/ngay-hoi/"


def test_the_sitemap_lists_every_page_that_is_to_be_found() -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.parse(built.site() / "sitemap.xml")
    listed = {one.text for one in tree.iter(f"{space}loc")}
    wanted = {listed_as(path) for path in built.pages() if "noindex" not in path.read_text("utf-8")}
    assert listed == wanted


def listed_as(path: Path) -> str:
    return HOST + name(path).removesuffix("index.html")


def test_the_check_of_the_demonstration_ward_finds_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(built.ROOT), "--today", built.TODAY]) == 0
    said = capsys.readouterr().out
    assert "khao-sat-dan-van-chinh-quyen-hue.md" in said and "Quy định 2083" in said


ARTICLE = """---
title: Đoàn công tác làm việc với phường
date: 03/06/2022 4:38:52 CH
---
Đoàn công tác làm việc với phường
03/06/2022 4:38:52 CH
Xem cỡ chữ:
   Đề nghị thực hiện Chỉ thị 14-CT/TU, ngày 14/4/2021 của Ban Thường vụ Tỉnh ủy; tiếp công dân \
theo Quy định 11 của Bộ Chính trị, Quy định 2083 của Ban Thường vụ Tỉnh ủy,…
"""


def test_an_article_pasted_as_it_stood_on_a_city_portal_is_published(tmp_path: Path) -> None:
    ward = built.copy(tmp_path / "ward")
    folder = ward / "docs/tin-tuc/2022"
    (folder / "2022-06-03-doan-cong-tac.md").write_text(ARTICLE, "utf-8")
    done = built.mkdocs(ward, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "2022-06-03-doan-cong-tac.md:8:" in done.stderr and "«Quy định 2083»" in done.stderr
    html = (tmp_path / "site/tin-tuc/2022/doan-cong-tac/index.html").read_text("utf-8")
    assert html.count("16:38<") == 2 and "4:38:52 CH" not in html
    assert (
        'data-directive="14-ct-tu-thua-thien-hue-2021"' in html and 'data-directive="11-qdi-tw-2019"' in html
    )
