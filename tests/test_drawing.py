"""What is drawn: relations of a document, tables of figures. All words of a drawing are words of the page."""

import re
from datetime import date

import built
import pytest
from playwright.sync_api import Browser

from gandan import markup, prose
from gandan.drawing import figures
from gandan.drawing.bars import Cell, Undrawn, chart
from gandan.drawing.year import stretch
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
    assert pictures and all('aria-hidden="true"' in one for one in pictures)


def test_a_document_without_relations_has_no_drawing() -> None:
    assert "scheme" not in page("van-ban/30-2020-nd-cp/")


# ------------------------------------------------------------------------------------- figures and charts


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("0", "0", ""), ("412", "412", ""), ("1.286", "1286", ""), ("1.234.567,8", "1234567.8", ""),
        ("76,0%", "76.0", "%"), ("0,6", "0.6", ""), ("4.200 triệu đồng", "4200", "triệu đồng"),
        ("36,1 %", "36.1", "%"), ("24,63 km²", "24.63", "km²"),
        # not sure, or no figure: a point that parts no thousands, a share, a span, a day, a sum, a minus
        ("1.5", None, ""), ("12.34", None, ""), ("1.2345", None, ""), ("30 trên 32", None, ""),
        ("5-6", None, ""), ("20/11", None, ""), ("-5", None, ""), ("thường xuyên", None, ""), ("", None, ""),
        ("1 234", None, ""), ("Tổ 1", None, ""), ("1,", None, ""),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_it_is_written_in_vietnam(words: str, value: str | None, unit: str) -> None:
    found = figures.read(words)
    assert (found and (str(found.value), found.unit)) == (value and (value, unit))


def cells(*rows: str) -> list[list[Cell]]:
    return [[Cell(one.strip(" *"), "**" in one) for one in row.split("|")] for row in rows]


@pytest.mark.parametrize(
    ("heads", "rows", "wanted", "drawn"),
    [
        # lengths are shares of the longest bar; the sum, in bold or by its name, is not drawn
        ("Tổ|Triệu", ["Tổ 1|50", "Tổ 2|200", "**Cộng**|**250**"], [], {"Tổ 1": [25.0], "Tổ 2": [100.0]}),
        ("Khoản|Số", ["Tổng thu|9", "Phí|4", "Quỹ|5", "Cộng|9"], [], {"Phí": [80.0], "Quỹ": [100.0]}),
        # words that only begin like a sum
        ("Ai|Số", ["Cộng đồng|4", "Tổng công ty|2"], [], {"Cộng đồng": [100.0], "Tổng công ty": [50.0]}),
        # all in bold: then bold means nothing
        ("Nguồn|Số", ["**A**|4", "**B**|2"], [], {"A": [100.0], "B": [50.0]}),
        # a number of the row stands before its name; a table of years has figures only
        ("STT|Tên|Số", ["1|A|4", "2|B|2"], [], {"A": [100.0], "B": [50.0]}),
        ("Năm|Thu", ["2024|4", "2025|2"], [], {"2024": [100.0], "2025": [50.0]}),
        # a column of words is no column of figures; an empty cell has no bar
        ("Tên|Số|Nơi", ["A|4|chợ", "B||đình", "C|–|"], [], {"A": [100.0], "B": [], "C": []}),
        # columns that are named, in the order in which they are
        ("A|Thu|Chi|%", ["A|4|2|5%", "B|1|1|9%"], ["chi", "Thu"], {"A": [50.0, 100.0], "B": [25.0, 25.0]}),
    ],
)  # fmt: skip
def test_a_table_becomes_bars(
    heads: str, rows: list[str], wanted: list[str], drawn: dict[str, list[float]]
) -> None:
    made = chart(heads.split("|"), cells(*rows), wanted)
    assert {label: [bar.length for bar in bars] for label, bars in made.groups} == drawn


@pytest.mark.parametrize(
    ("heads", "rows", "why"),
    [
        ("Tên|Số", ["A|4"], "ít hơn hai hàng"),
        ("Tên|Số", ["A|4", "**Cộng**|4"], "ít hơn hai hàng"),
        ("Tên|Nơi", ["A|chợ", "B|đình"], "không có cột số"),
        ("Tên|Số", ["A|4", "B|-2"], "«-2» (hàng «B», cột «Số») không phải một số"),
        ("Tên|Số", ["A|4", "B|1.5"], "«1.5»"),
        ("Tên|Số|Tỷ lệ", ["A|4|5%", "B|2|3%"], "khác đơn vị («không ghi», «%»)"),
        ("Tên|Đất (m²)|Dân (người)", ["A|4|5", "B|2|3"], "khác đơn vị («m²», «người»)"),
        ("Tên|A|B|C|D", ["A|4|5|6|7", "B|2|3|4|5"], "nhiều hơn 3 cột"),
        ("Tên|Số", ["A|0", "B|"], "trống hoặc bằng 0"),
        ("Tên|Số", ["A|4", "B"], "ô gộp"),
        ("Tên|Số", [f"{n} tổ|{n}" for n in range(31)], "hơn 30 hàng"),
    ],
)
def test_what_would_be_drawn_wrongly_is_not_drawn(heads: str, rows: list[str], why: str) -> None:
    with pytest.raises(Undrawn, match=re.escape(why)):
        chart(heads.split("|"), cells(*rows))


def test_a_chart_in_html() -> None:
    text = (
        "| Tổ | Thu | Chi |\n|---|---:|---:|\n| A & B | 4,5 | 9 |\n| C | | 3[^1] |\n\n[biểu đồ]\n\n[^1]: Tạm."
    )
    made = prose.html(text).partition("</div><figure")[2].partition("</figure>")[0]
    bar = (
        '<svg class="{} s{}" focusable="false" preserveAspectRatio="none" viewBox="0 0 100 10">'
        '<rect height="10" width="{}"></rect></svg>'
    )
    assert made == (
        ' aria-hidden="true" class="chart"><figcaption>Vẽ từ bảng trên. Tổ: '
        f'<span class="series">{bar.format("swatch", 1, 100)} Thu </span>'
        f'<span class="series">{bar.format("swatch", 2, 100)} Chi </span></figcaption>'
        f'<div class="bars"><span class="label">A &amp; B</span>{bar.format("length", 1, 50)}'
        f'<span class="value">4,5</span>{bar.format("length", 2, 100)}<span class="value">9</span>'
        f'<span class="label">C</span>{bar.format("length", 2, "33.33")}<span class="value">3</span></div>'
    )


def test_what_asks_for_a_chart_is_no_word_of_the_text() -> None:
    assert markup.plain("Một.\n\n| Tổ | 1 |\n\n[biểu đồ: Thu, Chi]\n\nHai [biểu đồ].") == (
        "Một.\nTổ   1\nHai [biểu đồ]."
    )


CHART = re.compile(r'<figure aria-hidden="true" class="chart">(.*?)</figure>', re.S)


def test_a_chart_says_what_its_table_says_and_no_more() -> None:
    seen = 0
    for file in built.pages():
        if file.parent.name == "niem-yet":
            continue
        html = file.read_text("utf-8")
        for found in CHART.finditer(html):
            table = words(html[: found.start()].rpartition("<table>")[2].partition("</table>")[0])
            drawn = re.findall(r'<span class="(?:label|value)">(.*?)</span>', found[1])
            assert drawn and all(one in table for one in drawn), (file, drawn)
            seen += 1
    assert seen == 4


def words(html: str) -> list[str]:
    return [
        re.sub("<[^>]+>", "", cell).strip() for cell in re.findall("<t[dh][^>]*>(.*?)</t[dh]>", html, re.S)
    ]


def test_the_answers_of_a_consultation_are_drawn_as_the_shares_they_tell() -> None:
    figures = (
        page("lay-y-kien/2026/gio-mo-nha-van-hoa/").partition('<dl class="figures">')[2].partition("</dl>")[0]
    )
    told = re.findall(r'<dd>(\d+) <span class="small">([\d,]+)%</span>', figures)
    drawn = re.findall(r'class="part" width="([\d.]+)"', figures)
    assert told == [("96", "69,57"), ("24", "17,39"), ("18", "13,04")]
    assert [share.replace(",", ".") for _, share in told] == drawn
    assert "<dd>138</dd>" in figures


# ------------------------------------------------------------------------------------- a year of publicity


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        ("2026-01-01", "2026-12-31", (0, 372, False)),
        ("2026-02-01", "2026-02-28", (31, 28, False)),  # months are equally wide, days are not
        ("2026-11-20", "2026-11-20", (329, 1, False)),
        ("2025-07-15", "2026-01-10", (0, 10, False)),
        ("2026-12-20", "2027-01-10", (360, 12, True)),
        ("2026-12-20", None, (360, 12, True)),
        ("2024-12-20", None, (0, 372, True)),
        ("2025-01-01", "2025-12-31", None),
        ("2027-01-01", None, None),
    ],
)
def test_what_lasts_is_drawn_within_its_year(
    first: str, last: str | None, drawn: tuple[float, float, bool] | None
) -> None:
    end = date.fromisoformat(last) if last else None
    found = stretch(date.fromisoformat(first), end, 2026)
    assert (found and (found.start, found.length, found.on)) == drawn


@pytest.mark.parametrize(("address", "published", "late"), [("cong-khai/", 20, 1), ("cong-khai/2025/", 2, 0)])
def test_a_year_of_publicity_says_in_words_what_it_draws(address: str, published: int, late: int) -> None:
    section = page(address).partition('<section class="year"')[2].partition("</section>")[0]
    tracks = re.findall(r"<li>(.*?)</li>", section, re.S)
    assert len(tracks) == 14 and f"Đã công khai {published} lần" in section
    told = [(track.count('class="told"'), track.count('class="late"')) for track in tracks]
    assert (sum(map(sum, told)), sum(one for _, one in told)) == (published, late)
    for track, (in_time, overdue) in zip(tracks, told, strict=True):
        assert len(re.findall(r"Đăng \d\d/\d\d(?!/)", track)) == in_time + overdue
        assert track.count("(chậm)") == overdue
        assert track.count('class="hung"') == track.count("niêm yết ")
        assert ("Không có." in track) == (not in_time + overdue and "niêm yết " not in track)


def test_only_the_first_page_of_a_year_shows_it_and_only_of_disclosures() -> None:
    assert 'class="year"' not in page("thong-bao/2026/")


# ---------------------------------------------------------------------------------------------- on a screen


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
        "lay-y-kien/2026/gio-mo-nha-van-hoa/": ".figures dt, .figures dd",
        "cong-khai/": ".year .name, .tracks .small, .months span, .legend span",
        "cong-khai/2026/ngan-sach-quy-3/": ".chart .series, .chart .label, .chart .value",
    }.items():
        page.goto(host + address)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        wrong[address] = page.evaluate(CLASHES, words)
    page.close()
    assert not any(wrong.values()), wrong
