"""A ward as it grows: more news than one page holds, documents of one number, a saved file seen at once."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import attached
import built
import pytest


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration ward with 30 items of 2024, a second 25-NQ/TW and links between pages."""
    root = built.copy(tmp_path_factory.mktemp("grown") / "ward")
    folder = root / "docs/tin-tuc/2024"
    folder.mkdir()
    for day in range(1, 31):
        text = f"---\ntitle: Tin mẫu ngày {day}\ndate: 2024-06-{day:02}\ntopics: [an-sinh]\n---\n\nMột câu.\n"
        (folder / f"2024-06-{day:02}-tin-{day}.md").write_text(text, "utf-8")
    (root / "data/van-ban/25-nq-tw-2008.yml").write_text(
        "number: 25-NQ/TW\ntype: Nghị quyết\nissuer: ban-chap-hanh-tw\nissued: 2008-07\n"
        "title: (Mẫu) Văn bản cùng số\nsources: [Chỉ để thử]\n",
        "utf-8",
    )
    (folder / "2024-07-01-dan-chieu.md").write_text(
        "---\ntitle: Dẫn chiếu\ndate: 2024-07-01\n---\n"
        "Theo Nghị quyết 25-NQ/TW ngày 03/6/2013; còn 25-NQ/TW thì chưa rõ. "
        "Xem [Luật](../../van-ban/10-2022-qh15/index.md).\n\n## Nội dung\n\n## Tải về\n",
        "utf-8",
    )
    (folder / "mat.pdf").write_bytes(b"%PDF-1.4")
    (folder / "2024-07-02-nhap.md").write_text(
        "---\ntitle: Nháp\ndate: 2024-07-02\ndraft: true\nattachments: [{file: mat.pdf, title: Mật}]\n---\n",
        "utf-8",
    )
    (folder / "ANH.JPG").write_bytes(attached.jpeg())
    (folder / "ngoai.html").write_text("<script>1</script>", "utf-8")
    done = built.mkdocs(root, root / "site")
    assert done.returncode == 0, done.stderr
    assert "«25-NQ/TW»" in done.stderr and "25-nq-tw-2008" in done.stderr
    return root / "site"


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def items(html: str) -> list[int]:
    return [int(day) for day in re.findall(r"Tin mẫu ngày (\d+)</a>", html)]


def test_a_year_is_split_into_pages_counted_from_the_oldest(grown: Path) -> None:
    assert items(read(grown, "tin-tuc/2024/trang-1")) == list(range(12, 0, -1))
    assert items(read(grown, "tin-tuc/2024")) == list(range(30, 12, -1))
    assert "Trang 1/2" in read(grown, "tin-tuc/2024") and "Trang 2/2" in read(grown, "tin-tuc/2024/trang-1")
    assert 'rel="next" href="trang-1/"' in read(grown, "tin-tuc/2024")
    assert 'rel="prev" href="../"' in read(grown, "tin-tuc/2024/trang-1")


def test_topics_are_split_in_the_same_way(grown: Path) -> None:
    assert (grown / "chu-de/an-sinh/trang-1/index.html").is_file()


def test_two_documents_of_one_number_are_told_apart_everywhere(grown: Path) -> None:
    one, other = read(grown, "van-ban/25-nq-tw-2013"), read(grown, "van-ban/25-nq-tw-2008")
    assert "<title>Nghị quyết 25-NQ/TW (Ban Chấp hành Trung ương, 03/06/2013)" in one
    assert "<title>Nghị quyết 25-NQ/TW (Ban Chấp hành Trung ương, tháng 7/2008)" in other
    assert "(Ban Chấp hành Trung ương, 03/06/2013)" in read(grown, "tin-tuc/2024/dan-chieu")


def test_the_day_decides_which_of_them_is_meant(grown: Path) -> None:
    item = read(grown, "tin-tuc/2024/dan-chieu")
    assert re.findall(r'data-directive="([^"]*)"', item) == ["25-nq-tw-2013"]
    assert '<span data-citation="unresolved">25-NQ/TW</span>' in item


def test_a_link_to_a_page_that_has_no_file_is_followed(grown: Path) -> None:
    assert 'href="../../../van-ban/10-2022-qh15/"' in read(grown, "tin-tuc/2024/dan-chieu")


def test_a_saved_file_is_seen_in_the_preview(tmp_path: Path) -> None:
    root = built.copy(tmp_path / "ward")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "GANDAN_TODAY": built.TODAY}
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(root / "mkdocs.yml"), "-a", address]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://{address}/tin-tuc/2026/ngay-hoi/", "Ngày hội")
            (root / "data/chu-de.yml").write_text(
                (root / "data/chu-de.yml").read_text("utf-8").replace("Dân vận khéo", "Dân vận rất khéo"),
                "utf-8",
            )
            wait_for(f"http://{address}/chu-de/", "Dân vận rất khéo")
        finally:
            server.terminate()


def wait_for(url: str, words: str) -> None:
    """Asks until the words are there, for a minute at most."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass
        time.sleep(0.25)
    raise AssertionError(f"{url} never showed {words}")


def test_a_heading_of_an_item_never_takes_an_id_of_the_page(grown: Path) -> None:
    ids = re.findall(r'\bid="([^"]+)"', read(grown, "tin-tuc/2024/dan-chieu"))
    assert "noi-dung" in ids and len(ids) == len(set(ids))


def test_what_lies_beside_an_item_is_published_by_its_kind_alone(grown: Path) -> None:
    assert (grown / "tin-tuc/2024/ANH.JPG").is_file()
    assert not (grown / "tin-tuc/2024/ngoai.html").exists()


def test_a_draft_stays_at_home_with_all_it_brings(grown: Path) -> None:
    assert not (grown / "tin-tuc/2024/nhap").exists() and not (grown / "tin-tuc/2024/mat.pdf").exists()
