"""The web editor in a real browser: a ward's folder is opened, edited, saved, and nobody else is asked."""

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import conftest
import editor
import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from gandan.assemble import assemble
from gandan.editing import hosts

DAY = date(2026, 11, 23)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
TITLE = 'Tổ dân phố 5 dọn kênh: "2 giờ", 40 người Đường Mẫu'
NEW = "docs/tin-tuc/2026/2026-11-23-to-dan-pho-5-don-kenh-2-gio-40-nguoi-duong-mau.md"

# One file of every form and every kind: where the editor shows it, its field, the file.
EDITED = [
    ("tin-tuc/entries/2026/2026-11-20-ngay-hoi", "title", "docs/tin-tuc/2026/2026-11-20-ngay-hoi.md"),
    ("thong-bao/entries/2026/{}", "title", "docs/thong-bao/2026"),
    ("lay-y-kien/entries/2026/{}", "title", "docs/lay-y-kien/2026"),
    ("cong-khai/entries/2026/{}", "title", "docs/cong-khai/2026"),
    ("hoi-dap/entries/2026/{}", "title", "docs/hoi-dap/2026"),
    ("giam-sat/entries/2026/{}", "title", "docs/giam-sat/2026"),
    ("bieu-quyet/entries/2026/{}", "title", "docs/bieu-quyet/2026"),
    ("mo-hinh/entries/2026/{}", "title", "docs/mo-hinh/2026"),
    ("van-ban/entries/10-2022-qh15", "title", "data/van-ban/10-2022-qh15.yml"),
    ("gioi-thieu/entries/lien-he", "title", "docs/gioi-thieu/lien-he.md"),
    ("dau-muc/entries/index", "title", "docs/index.md"),
    ("lich/entries/lich-2026", "items.0.title", "data/lich/2026.yml"),
    ("danh-sach/entries/quy-tac", "items.0.what", "data/quy-tac.yml"),
    ("danh-sach/entries/noi-dung-cong-khai", "wording", "data/noi-dung-cong-khai.yml"),
    ("danh-sach/entries/phuong", "hours", "data/phuong.yml"),
    ("danh-sach/entries/ngay-nghi", "items.0.sources.0", "data/ngay-nghi.yml"),
    ("danh-sach/entries/dia-chi-cu", "items.0.moved", "data/dia-chi-cu.yml"),
]


def photograph() -> bytes:
    """What a telephone sends: a large picture that tells where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Zalo"
    exif.get_ifd(0x8825)[1] = "N"
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((3000, 2000)).convert("RGB").save(kept, "JPEG", exif=exif)
    return kept.getvalue()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the editor, which saves to GitHub or to a folder."""
    editor.built()
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(editor.ROOT / "overrides" / "assets", site / "assets")
    for name in ("404.html", "favicon.ico"):
        (site / name).write_text("")
    (site / "index.html").write_text("<!doctype html>")
    editor.add(site, hosts.Host("github", "ben-mau/trang", "main", None, None), DAY)
    yield from conftest.serve(site)


@pytest.fixture(scope="module")
def desk(browser: Browser, shown: str) -> Iterator[editor.Desk]:
    one = editor.Desk(browser, shown, DESK)
    yield one
    one.context.close()


def test_saving_changes_the_edited_field_and_not_a_byte_more(desk: editor.Desk) -> None:
    before, edited = editor.take(desk.page), {}
    for place, name, file in EDITED:
        whole = file if file in before else next(one for one in sorted(before) if one.startswith(f"{file}/"))
        desk.open(place.format(Path(whole).stem))
        if name.startswith("items.0."):
            desk.unfold("items.0." + name.split(".")[2])
        if name.endswith(".sources.0"):  # what lies below is drawn when it comes into sight
            desk.field("items.0.sources").scroll_into_view_if_needed()
        box = desk.field(name).locator("input, textarea").first
        old = box.input_value()
        new = f"{old}a/" if name.endswith("moved") else f"{old} mới"
        box.fill(new)
        desk.save()
        edited[whole] = (old, new)
    after = editor.take(desk.page)
    assert {one for one in after if after[one] != before.get(one)} == set(edited)
    for file, (old, new) in edited.items():
        lines = zip(before[file].decode().split("\n"), after[file].decode().split("\n"), strict=True)
        changed = [(one, other) for one, other in lines if one != other]
        assert [one.replace(old, new) for one, _ in changed] == [other for _, other in changed]
        assert len(changed) == 1
    assert desk.said == []
    assert desk.outside == []


def test_a_new_item_and_its_picture_are_saved_where_they_belong(desk: editor.Desk, tmp_path: Path) -> None:
    before = editor.take(desk.page)
    desk.open("tin-tuc/new")
    desk.page.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk.field("title")).to_contain_text("Trường bắt buộc")
    expect(desk.page.get_by_text("Có 1 trường bị lỗi")).to_be_visible()
    desk.field("title").locator("input").fill(TITLE)
    desk.field("body").locator("textarea").fill("Sáng nay **40 người** dọn kênh.\n\n- một\n- hai")
    desk.field("image").scroll_into_view_if_needed()
    picture = {"name": "Ảnh chụp (1).JPG", "mimeType": "image/jpeg", "buffer": photograph()}
    desk.field("image").locator("input[type=file]").first.set_input_files(picture)
    expect(desk.field("image")).to_contain_text("anh-chup-1.webp")
    desk.field("image_alt").locator("textarea").fill("Nhiều người đứng bên kênh.")
    desk.save()
    after = editor.take(desk.page)
    assert set(after) - set(before) == {NEW, "docs/tin-tuc/2026/anh/anh-chup-1.webp"}
    assert after[NEW].decode() == (
        f"---\ntitle: '{TITLE}'\ndate: 2026-11-23\nimage: anh/anh-chup-1.webp\n"
        "image_alt: Nhiều người đứng bên kênh.\n---\nSáng nay **40 người** dọn kênh.\n\n- một\n- hai\n"
    )
    shrunk = Image.open(io.BytesIO(after["docs/tin-tuc/2026/anh/anh-chup-1.webp"]))
    assert max(shrunk.size) <= 1600 and not shrunk.getexif()
    for name, data in after.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    told = [str(one) for one in assemble(tmp_path, DAY).problems if one.place.file == NEW]
    assert told == []


def test_what_is_written_wrong_is_told_where_it_stands(desk: editor.Desk) -> None:
    desk.open("danh-sach/entries/to-dan-pho")
    desk.unfold("items.0.telephone")
    desk.field("items.0.telephone").locator("input").fill("không có")
    desk.page.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk.field("items.0.telephone")).to_contain_text("Chưa đúng cách viết. Máy việc chung")


def test_it_speaks_vietnamese_and_fits_a_telephone(browser: Browser, shown: str) -> None:
    phone = editor.Desk(browser, shown, PHONE)
    phone.open("thong-bao/new")
    expect(phone.field("title")).to_contain_text("Tiêu đề")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    words = phone.page.locator("body").inner_text()
    phone.context.close()
    assert not re.search(r"\b(Save|Create|Required|Today|Show|Select|Options)\b", words)


def test_signing_in_asks_the_chosen_host_and_nobody_else(browser: Browser, shown: str) -> None:
    context = browser.new_context(viewport=DESK, locale="vi")
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.route(re.compile(r"^https://"), lambda route: route.fulfill(status=401, json={"message": "no"}))
    page.goto(f"{shown}quan-tri/")
    page.get_by_role("button", name="Đăng nhập bằng mã truy cập").click()
    page.get_by_role("textbox", name="Mã truy cập").fill("ghp_thu")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_text("không hợp lệ")).to_be_visible(timeout=editor.WAIT)
    outside = {re.match(r"https?://[^/]+/", url)[0] for url in asked if url.startswith("http")}  # type: ignore[index]
    context.close()
    assert outside == {shown, "https://api.github.com/"}
