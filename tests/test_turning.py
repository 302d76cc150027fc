"""States between two builds: a page built on 22/11/2026, opened later, or left open over midnight."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

BADGE = "article [data-state]"


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    # A telephone that stands far away: its own zone must not matter.
    context = browser.new_context(viewport={"width": 390, "height": 844}, timezone_id="America/New_York")
    page = context.new_page()
    yield page
    context.close()


def at(page: Page, when: str, url: str) -> None:
    """Open a page at a time of Vietnam, `2026-11-22 23:59`."""
    page.clock.install(time=datetime.fromisoformat(f"{when}:00+07:00"))
    page.goto(url)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-22 09:00", "Còn 8 ngày"),
        ("2026-11-29 23:59", "Còn 1 ngày"),
        ("2026-11-30 00:00", "Hôm nay là ngày cuối"),
        ("2026-11-30 23:59", "Hôm nay là ngày cuối"),
    ],
)
def test_the_days_left_are_counted_in_vietnam(
    telephone: Page, sample_host: str, when: str, words: str
) -> None:
    at(telephone, when, f"{sample_host}lay-y-kien/2026/dang/")
    expect(telephone.locator(".deadline .left:visible")).to_have_text(words)
    expect(telephone.locator(BADGE)).to_have_text("Đang lấy ý kiến")
    expect(telephone.get_by_role("heading", name="Cách góp ý")).to_be_visible()


def test_a_closed_consultation_offers_no_way_to_answer(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-12-01 00:00", f"{sample_host}lay-y-kien/2026/dang/")
    badge = telephone.locator(BADGE)
    expect(badge).to_have_text("Đang tổng hợp ý kiến")
    expect(badge).to_have_attribute("data-state", "dang-tong-hop")
    expect(badge).to_have_attribute("data-from", "2026-12-01")
    assert badge.get_attribute("data-until") is None
    expect(badge).to_have_class("badge pending")
    expect(telephone.get_by_role("heading", name="Cách góp ý")).to_be_hidden()
    expect(telephone.get_by_role("heading", name="Hạn góp ý", exact=True)).to_be_hidden()
    expect(telephone.get_by_role("heading", name="Đã hết hạn góp ý")).to_be_visible()
    expect(telephone.locator(".left:visible")).to_have_count(0)
    expect(telephone.locator("[data-as-of]")).to_have_text("01/12/2026")


def test_a_page_left_open_turns_over_at_midnight(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-11-30 23:59", f"{sample_host}lay-y-kien/2026/dang/")
    expect(telephone.locator(BADGE)).to_have_text("Đang lấy ý kiến")
    telephone.clock.run_for(59_000)
    expect(telephone.locator(BADGE)).to_have_text("Đang lấy ý kiến")
    telephone.clock.run_for(2_000)
    expect(telephone.locator(BADGE)).to_have_text("Đang tổng hợp ý kiến")
    expect(telephone.get_by_role("heading", name="Cách góp ý")).to_be_hidden()


def test_a_page_left_open_wakes_every_midnight(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-11-30 22:00", f"{sample_host}lay-y-kien/2026/sap/")
    expect(telephone.locator(BADGE)).to_have_text("Sắp lấy ý kiến")
    expect(telephone.locator(".left:visible")).to_have_count(0)
    telephone.clock.run_for(3 * 3_600_000)
    expect(telephone.locator(BADGE)).to_have_text("Đang lấy ý kiến")
    expect(telephone.locator(".deadline .left:visible")).to_have_text("Còn 20 ngày")
    telephone.clock.run_for(24 * 3_600_000)
    expect(telephone.locator(".deadline .left:visible")).to_have_text("Còn 19 ngày")


def test_weeks_without_a_build_turn_a_badge_over_twice(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-12-25 08:00", f"{sample_host}lay-y-kien/2026/sap/")
    expect(telephone.locator(BADGE)).to_have_text("Đang tổng hợp ý kiến")
    expect(telephone.locator(BADGE)).to_have_attribute("data-from", "2026-12-22")


def test_in_a_list_a_row_goes_where_its_new_state_stands(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-11-22 23:59", f"{sample_host}lay-y-kien/")
    row = telephone.get_by_role("link", name="Vườn hoa tổ 6")
    expect(telephone.locator("[data-holds='dang-lay-y-kien']").filter(has=row)).to_be_visible()
    telephone.clock.run_for(120_000)
    expect(telephone.locator("[data-holds='dang-tong-hop']").filter(has=row)).to_be_visible()
    expect(row).to_be_visible()


def test_the_front_page_lets_go_of_what_has_ended(telephone: Page, sample_host: str) -> None:
    at(telephone, "2026-11-23 23:59", sample_host)
    alert = telephone.locator(".alert")
    expect(alert).to_be_visible()
    expect(telephone.get_by_role("link", name="Vườn hoa tổ 6")).to_be_hidden()
    expect(telephone.get_by_role("link", name="Cải tạo hẻm 12")).to_be_visible()
    telephone.clock.run_for(120_000)
    expect(alert).to_be_hidden()
    telephone.clock.run_for(8 * 24 * 3_600_000)
    expect(telephone.get_by_role("link", name="Cải tạo hẻm 12")).to_be_hidden()
    expect(telephone.get_by_text("Hiện không có nội dung nào đang lấy ý kiến.")).to_be_visible()
    expect(telephone.get_by_text("Hiện không có nội dung nào đang niêm yết.")).to_be_visible()


def test_without_a_script_a_page_says_only_what_stays_true(browser: Browser, sample_host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample_host}lay-y-kien/2026/dang/")
    expect(page.get_by_text("Hết Thứ Hai, 30/11/2026", exact=True)).to_be_visible()
    expect(page.locator(".left:visible")).to_have_count(0)
    expect(page.locator("[data-as-of]")).to_have_text("22/11/2026")
    context.close()


@pytest.mark.parametrize("address", ["", "lay-y-kien/"])
def test_a_list_on_paper_counts_no_days(telephone: Page, sample_host: str, address: str) -> None:
    at(telephone, "2026-11-22 09:00", sample_host + address)
    expect(telephone.locator(".left:visible")).not_to_have_count(0)
    telephone.emulate_media(media="print")
    expect(telephone.locator(".left:visible")).to_have_count(0)


def test_on_paper_the_deadline_and_the_ways_are_there_and_no_button(
    telephone: Page, sample_host: str
) -> None:
    at(telephone, "2026-11-22 09:00", f"{sample_host}lay-y-kien/2026/dang/")
    telephone.emulate_media(media="print")
    expect(telephone.get_by_text("Hết Thứ Hai, 30/11/2026", exact=True)).to_be_visible()
    expect(telephone.get_by_role("heading", name="Cách góp ý")).to_be_visible()
    expect(telephone.get_by_role("button", name="In trang")).to_be_hidden()
    expect(telephone.locator(".left:visible")).to_have_count(0)  # paper hangs for weeks
    expect(telephone.get_by_text("https://benmau.example/lay-y-kien/2026/dang/")).to_be_visible()
