"""What is drawn: the relations of a document. Every word of a drawing is a word of the page."""

import re

import built
import pytest
from playwright.sync_api import Browser

from gandan.relate.ties import OTHER_END, PASSIVE
from gandan.views.relations import HEADINGS

LAW = "van-ban/10-2022-qh15/"


def page(address: str) -> str:
    return (built.site() / address / "index.html").read_text("utf-8")


def drawing(html: str) -> str:
    return html.partition('<div class="scheme">')[2].partition("</section>")[0]


def test_every_relation_has_a_heading() -> None:
    assert set(HEADINGS) == set(OTHER_END)


def test_what_a_document_acts_on_stands_above_it_and_what_acts_on_it_below() -> None:
    above, _, below = drawing(page(LAW)).partition('class="self"')
    heads = {"above": re.findall("<h3>(.*?)</h3>", above), "below": re.findall("<h3>(.*?)</h3>", below)}
    assert heads == {
        "above": ["Bãi bỏ"],
        "below": [
            "Được sửa đổi, bổ sung bởi",
            "Được quy định chi tiết, hướng dẫn bởi",
            "Được triển khai thực hiện bởi",
        ],
    }
    assert {HEADINGS[kind] for kind in PASSIVE}.isdisjoint(heads["below"])


def test_each_box_leads_to_its_page_and_tells_its_state_in_words() -> None:
    found = drawing(page(LAW))
    boxes = re.findall(r"<li>(.*?)</li>", found, flags=re.S)
    assert len(boxes) == 7
    assert all(
        re.search(r'<a href="[^"]+"', one) and re.search(r"data-state=\"[^\"]+\"[^>]*>\w", one)
        for one in boxes
    )
    assert found.count('class="foreign"') == 1 and "55/1998/NQ-UBTVQH10" in found


def test_a_drawing_is_hidden_from_ears_and_takes_no_stop_of_the_keyboard() -> None:
    pictures = re.findall(r"<svg[^>]*>", drawing(page(LAW)))
    assert pictures and all('aria-hidden="true" focusable="false"' in one for one in pictures)


def test_a_document_without_relations_has_no_drawing() -> None:
    assert "scheme" not in page("van-ban/30-2020-nd-cp/")


# Boxes of words that touch another, or hold more than they are wide; the same for lines of a drawing.
CLASHES = """selector => {
  const boxes = [...document.querySelectorAll(selector)].filter(one => one.offsetParent);
  const wrong = boxes.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent);
  for (const [at, one] of boxes.entries()) for (const other of boxes.slice(at + 1)) {
    if (one.contains(other) || other.contains(one)) continue;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      wrong.push(one.textContent + " × " + other.textContent);
  }
  return wrong;
}"""


@pytest.mark.parametrize("letters", [100, 200])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_words_of_a_drawing_touch_or_are_cut(
    browser: Browser, host: str, width: int, letters: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong = {}
    for address, words in {
        LAW: ".scheme h3, .scheme li, .self",
        "lay-y-kien/2026/gio-len-hang-quanh-cho/": ".steps li > *",
    }.items():
        page.goto(host + address)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        wrong[address] = page.evaluate(CLASHES, words)
    page.close()
    assert not any(wrong.values()), wrong
