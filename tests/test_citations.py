"""The citation linker: what it finds, what it dares to name, and what it leaves untouched."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from gandan.citations import Aliases, Citation, Reason, Register, find, in_markdown, link
from gandan.model import Directive, Issuer
from gandan.model.fields import PartialDay

CASES = yaml.load(  # every scalar as text, as the content files are read
    (Path(__file__).parent / "cases" / "citations.yml").read_text("utf-8"),
    Loader=yaml.BaseLoader,
)


def issuer(name: str, *tails: str, names: tuple[str, ...] = ()) -> Issuer:
    return Issuer(id="co-quan", name=name, tails=tails, names=names)


ISSUERS = {
    "quoc-hoi": issuer("Quốc hội", "QH13", "QH15"),
    "ubtvqh": issuer("Ủy ban Thường vụ Quốc hội", "UBTVQH11", "UBTVQH15"),
    "chinh-phu": issuer("Chính phủ", "CP"),
    "thu-tuong": issuer("Thủ tướng Chính phủ", "TTg"),
    "bo-tttt": issuer("Bộ Thông tin và Truyền thông", "BTTTT"),
    "ubnd-hue": issuer("Ủy ban nhân dân thành phố Huế", "UBND"),
    "ubnd-ben-mau": issuer("Ủy ban nhân dân phường Bến Mẫu", "UBND"),
    "trung-uong": issuer("Ban Chấp hành Trung ương", "TW", names=("Trung ương Đảng",)),
    "bo-chinh-tri": issuer("Bộ Chính trị", "TW"),
    "ban-bi-thu": issuer("Ban Bí thư", "TW"),
    "vptw": issuer("Văn phòng Trung ương Đảng", "VPTW"),
    "tinh-uy": issuer("Ban Thường vụ Tỉnh ủy Thừa Thiên Huế", "TU"),
    "dang-uy-ben-mau": issuer("Đảng ủy phường Bến Mẫu", "ĐU"),
}

# id: number, type, issuer, issued, aliases. The ward Bến Mẫu and its papers are invented.
RECORDS: dict[str, tuple[str, str, str, str | None, tuple[str, ...]]] = {
    "luat-dan-chu": (
        "10/2022/QH15",
        "Luật",
        "quoc-hoi",
        "2022-11-10",
        ("Luật Thực hiện dân chủ ở cơ sở",),
    ),
    "luat-khieu-nai": ("02/2011/QH13", "Luật", "quoc-hoi", "2011-11-11", ()),
    "phap-lenh-dan-chu": ("34/2007/PL-UBTVQH11", "Pháp lệnh", "ubtvqh", "2007-04-20", ()),
    "nghi-quyet-1675": ("1675/NQ-UBTVQH15", "Nghị quyết", "ubtvqh", "2025-06-16", ()),
    "nghi-dinh-59": ("59/2023/NĐ-CP", "Nghị định", "chinh-phu", "2023-08-14", ()),
    "nghi-dinh-61": ("61/2023/NĐ-CP", "Nghị định", "chinh-phu", "2023-08-16", ()),
    "nghi-dinh-29": ("29/2021/NĐ-CP", "Nghị định", "chinh-phu", None, ()),
    "thong-tu-26": ("26/2020/TT-BTTTT", "Thông tư", "bo-tttt", "2020-09-23", ()),
    "quyet-dinh-72": ("72/2002/QĐ-TTg", "Quyết định", "thu-tuong", "2002-06-10", ()),
    "chi-thi-33": ("33/CT-TTg", "Chỉ thị", "thu-tuong", None, ()),
    "chi-thi-05-mau": ("05/CT-TTg", "Chỉ thị", "thu-tuong", "2026-02-01", ()),
    "chi-thi-18-hue": ("18/CT-UBND", "Chỉ thị", "ubnd-hue", "2025-12-29", ()),
    "quyet-dinh-12-ben-mau": (
        "12/2026/QĐ-UBND",
        "Quyết định",
        "ubnd-ben-mau",
        "2026-03-02",
        (),
    ),
    "quy-dinh-11": ("11-QĐi/TW", "Quy định", "bo-chinh-tri", "2019-02-18", ("Quy định 11",)),
    "quy-dinh-66": ("66-QĐ/TW", "Quy định", "ban-bi-thu", "2017-02-06", ()),
    "quyet-dinh-217": ("217-QĐ/TW", "Quyết định", "bo-chinh-tri", "2013-12-12", ()),
    "quyet-dinh-218": ("218-QĐ/TW", "Quyết định", "bo-chinh-tri", "2013-12-12", ()),
    "quyet-dinh-23": ("23-QĐ/TW", "Quyết định", "bo-chinh-tri", "2021-07-30", ()),
    "nghi-quyet-25-2003": ("25-NQ/TW", "Nghị quyết", "trung-uong", "2003", ()),
    "nghi-quyet-25-2008": (
        "25-NQ/TW",
        "Nghị quyết",
        "trung-uong",
        "2008-07",
        ("Nghị quyết về công tác dân vận",),
    ),
    "nghi-quyet-25-2013": (
        "25-NQ/TW",
        "Nghị quyết",
        "trung-uong",
        "2013-06-03",
        ("Nghị quyết về công tác dân vận",),
    ),
    "huong-dan-36": ("36-HD/VPTW", "Hướng dẫn", "vptw", "2018-04-03", ()),
    "chi-thi-14-thua-thien-hue": ("14-CT/TU", "Chỉ thị", "tinh-uy", "2021-04-14", ()),
    "quy-dinh-04-ben-mau": (
        "04-QyĐ/ĐU",
        "Quy định",
        "dang-uy-ben-mau",
        "2025-09-05",
        ("Quy ước thỏa thuận 7 điểm",),
    ),
    "cong-van-307-ben-mau": ("307-CV/ĐU", "Công văn", "dang-uy-ben-mau", "2025-10-10", ()),
}
TITLES = {"luat-khieu-nai": "Luật Khiếu nại", "luat-dan-chu": "Luật Thực hiện dân chủ ở cơ sở"}


def directive(name: str) -> Directive:
    number, sort, issued_by, issued, aliases = RECORDS[name]
    return Directive.model_validate(
        {
            "number": number,
            "type": sort,
            "issuer": issued_by,
            "issued": issued,
            "title": TITLES.get(name, "Văn bản dùng để thử"),
            "aliases": aliases,
            "sources": ("bộ thử",),
        }
    )


REGISTER = Register({name: directive(name) for name in RECORDS}, ISSUERS)


def told(citation: Citation, fields: set[str]) -> dict[str, Any]:
    """A citation and its resolution, in the words of the case file."""
    resolution = REGISTER.resolve(citation)
    known: dict[str, Any] = {
        "written": citation.written,
        "number": citation.number,
        "is": resolution.directive,
        "why": resolution.reason.name if resolution.reason else None,
        "type": citation.type,
        "day": citation.day.iso if citation.day else None,
        "issuer": citation.issuer,
        "alias": citation.alias,
        "title": citation.title,
    }
    always = {"written", "number", "is", "why"}
    return {key: known[key] for key in always | fields if known[key] is not None}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_text_gives_the_citations_of_its_case(case: dict[str, Any]) -> None:
    expected = case["finds"]
    found = find(case["text"], REGISTER.aliases)
    fields = [set(one) for one in expected] + [set()] * len(found)
    assert [told(one, extra) for one, extra in zip(found, fields, strict=False)] == expected


def test_every_form_of_the_list_has_a_case() -> None:
    assert {int(case["row"]) for case in CASES if "row" in case} == set(range(1, 27))


def test_a_stem_says_so_and_tells_staff_what_it_may_mean() -> None:
    (stem,) = find("theo Nghị định 29 chưa thực sự hiệu quả")
    assert stem.stem and stem.type == "Nghị định"
    assert REGISTER.resolve(stem).candidates == ("nghi-dinh-29",)


def test_an_ambiguous_number_tells_all_records_that_fit() -> None:
    (number,) = find("25-NQ/TW")
    resolution = REGISTER.resolve(number)
    assert (resolution.directive, resolution.reason) == (None, Reason.AMBIGUOUS)
    assert len(resolution.candidates) == 3


def test_an_alias_of_a_number_resolves_it_unless_the_date_is_anothers() -> None:
    named = directive("chi-thi-14-thua-thien-hue").model_copy(update={"aliases": ("14-CT/TU",)})
    register = Register({"chi-thi": named}, ISSUERS)
    plain, other = find("14-CT/TU; 14-CT/TU năm 2024", register.aliases)
    assert register.resolve(plain).directive == "chi-thi"
    assert register.resolve(other).reason is Reason.CONTRADICTION


def test_an_alias_gives_way_to_a_number_that_names_another_record() -> None:
    old = directive("nghi-quyet-25-2003").model_copy(update={"aliases": ("25-NQ/TW",)})
    register = Register({"old": old, "new": directive("nghi-quyet-25-2013")}, ISSUERS)
    (number,) = find("25-NQ/TW ngày 03/6/2013", register.aliases)
    assert register.resolve(number).directive == "new"


def test_a_record_whose_issuer_is_not_listed_is_no_reason_to_stumble() -> None:
    register = Register({"nghi-dinh": directive("nghi-dinh-59")}, {})
    (number,) = find("59/2023/NĐ-CP của Chính phủ")
    assert register.resolve(number).directive == "nghi-dinh"


def test_an_empty_register_calls_every_number_unknown() -> None:
    (number,) = find("59/2023/NĐ-CP")
    assert Register({}, {}).resolve(number).reason is Reason.UNKNOWN


# --- links in a page ------------------------------------------------------------------------------


def linked(html: str) -> str:
    return link(html, REGISTER, lambda name: f"/van-ban/{name}/")


DECREE = '<a href="/van-ban/nghi-dinh-59/" data-directive="nghi-dinh-59">59/2023/NĐ-CP</a>'
UNRESOLVED = '<span data-citation="unresolved">{}</span>'


def test_a_resolved_citation_becomes_a_link() -> None:
    assert linked("<p>Nghị định 59/2023/NĐ-CP.</p>") == f"<p>Nghị định {DECREE}.</p>"


def test_an_unresolved_citation_is_marked() -> None:
    marked = UNRESOLVED.format("Nghị định 29")
    assert linked("<p>theo Nghị định 29 thì</p>") == f"<p>theo {marked} thì</p>"


def test_context_is_seen_across_inline_tags() -> None:
    html = linked("<p>Chỉ thị <strong>14-CT/TU</strong>, ngày <em>14/4/2021</em></p>")
    assert '<strong><a href="/van-ban/chi-thi-14-thua-thien-hue/"' in html


def test_context_is_not_seen_across_blocks() -> None:
    html = linked("<ul><li>14-CT/TU</li><li>ngày 14/4/2021</li></ul>")
    assert html.startswith("<ul><li>" + UNRESOLVED.format("14-CT/TU"))


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">Nghị định <em>59/2023/NĐ-CP</em></a></p>',
        "<p><code>59/2023/NĐ-CP</code></p>",
        "<pre><code><span>59/2023/NĐ-CP</span></code></pre>",
        "<h1>Nghị định 59/2023/NĐ-CP</h1>",
        "<script>59/2023/NĐ-CP</script>",
        "<style>59/2023/NĐ-CP</style>",
        "<kbd>59/2023/NĐ-CP</kbd>",
        '<p><img alt="59/2023/NĐ-CP" src="59/2023/NĐ-CP" /></p>',
        '<p title="59/2023/NĐ-CP">không có gì</p>',
        "<!-- 59/2023/NĐ-CP --><p>không có gì</p>",
        "<p>59/<strong>2023</strong>/NĐ-CP</p>",
        "<p><strong>Nghị định</strong> 29 chưa</p>",
        "<p>59/2023<br />/NĐ-CPx</p>",
    ],
)
def test_links_code_titles_attributes_and_straddled_citations_stay_as_they_are(html: str) -> None:
    assert linked(html) == html


def test_a_glossary_tag_inside_a_number_does_not_hinder_its_link() -> None:
    number = '18/CT-<abbr title="Ủy ban nhân dân">UBND</abbr>'
    html = linked(f"<p>{number} ngày 29/12/2025</p>")
    assert f'data-directive="chi-thi-18-hue">{number}</a>' in html


def test_entities_survive_and_are_understood() -> None:
    html = "<p>&quot;Chỉ thị&nbsp;14&#8209;CT/TU&quot;, ngày&nbsp;14/4/2021 &amp; 15/2017/TT-BGD&amp;ĐT</p>"
    out = linked(html)
    assert UNRESOLVED.format("14&#8209;CT/TU") in out  # a quotation mark parts it from its date
    assert UNRESOLVED.format("15/2017/TT-BGD&amp;ĐT") in out
    assert stripped(out) == html


def test_an_entity_at_the_edge_of_a_citation_is_not_cut() -> None:
    assert linked("<p>&#53;9/2023/NĐ-CP&#160;</p>") == (f"<p>{DECREE.replace('>59', '>&#53;9')}&#160;</p>")


def test_the_address_is_escaped() -> None:
    html = link("<p>59/2023/NĐ-CP</p>", REGISTER, lambda name: f'/?a&b="{name}"')
    assert '<a href="/?a&amp;b=&quot;nghi-dinh-59&quot;" data-directive' in html


# --- the source of a page -------------------------------------------------------------------------


def listed(text: str) -> list[tuple[str, str | None]]:
    found = in_markdown(text, REGISTER)
    assert all(text[one.start : one.end] == one.written for one, _ in found)
    return [(one.written, resolution.directive) for one, resolution in found]


@pytest.mark.parametrize(
    "text",
    [
        "`59/2023/NĐ-CP` và ``59/2023/NĐ-CP ` 61/2023/NĐ-CP``",
        "```\n59/2023/NĐ-CP\n```\n\n~~~~ text\n59/2023/NĐ-CP\n~~~~\n",
        "[Nghị định 59/2023/NĐ-CP](https://vi.example/59/2023/NĐ-CP 'Nghị định 59/2023/NĐ-CP')",
        "![Bìa 59/2023/NĐ-CP](bia.png)",
        "[![Bìa 59/2023/NĐ-CP](bia.png)](nghi-dinh.md)",
        "[59/2023/NĐ-CP][nd] và [nd]\n\n[nd]: https://vi.example/59/2023/NĐ-CP '59/2023/NĐ-CP'\n",
        "<https://vi.example/59/2023/NĐ-CP> https://vi.example/?so=59/2023/NĐ-CP",
        "<span title='59/2023/NĐ-CP'></span><!-- 59/2023/NĐ-CP\n\n59/2023/NĐ-CP -->",
        "*[NĐ]: Nghị định 59/2023/NĐ-CP\n",
        "59/**2023**/NĐ-CP",
        "- Nghị định\n- 29 hộ\n\n## Nghị định\n29 hộ\n",
    ],
)
def test_what_is_no_running_text_is_passed_over(text: str) -> None:
    assert listed(text) == []


@pytest.mark.parametrize(
    "text", ["# Theo Nghị định 59/2023/NĐ-CP\n", "---\nTheo Nghị định 59/2023/NĐ-CP\n\n---\nHết\n"]
)
def test_a_heading_of_the_body_and_what_stands_between_rules_is_running_text(text: str) -> None:
    assert listed(text) == [("59/2023/NĐ-CP", "nghi-dinh-59")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**14-CT/TU**, ngày *14/4/2021*", [("14-CT/TU", "chi-thi-14-thua-thien-hue")]),
        ("14\\-CT/TU&nbsp;ngày 14/4/2021", [("14\\-CT/TU", "chi-thi-14-thua-thien-hue")]),
        ("## Nghị định 59/2023/NĐ-CP\n", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
        ("> 1. Chỉ thị\n>    59/2023/NĐ-CP", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
        ("| a | 59/2023/NĐ-CP |\n|---|---|", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
        ("Xem[^1].\n\n[^1]: 59/2023/NĐ-CP\n", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
        ("[không phải liên kết] 59/2023/NĐ-CP `", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
        ("``` chưa đóng\n59/2023/NĐ-CP", [("59/2023/NĐ-CP", "nghi-dinh-59")]),
    ],
)
def test_running_text_is_read_through_its_markup(text: str, found: list[tuple[str, str | None]]) -> None:
    assert listed(text) == found


# --- what holds for any text ----------------------------------------------------------------------

PIECES = """
59/2023/NĐ-CP 14-CT/TU 217 , 218-QĐ/TW ngày 14/4/2021 của Ban Thường vụ Tỉnh ủy ( ) năm 2013
Nghị định 29 Quy định 11 Luật số 10/2022/QH15 và KH- 01/KH-MTTQ ; . - / \u00ad \u2011 \u00a0
<p> </p> <strong> </strong> <a> </a> <code> <br/> &amp; &nbsp; &#53; & < > <!-- --> <abbr> </abbr>
` ``` [ ]( ) * _ \\ https://vi.example @ TP. Bộ Giáo dục Đào tạo hoà hòa İ \u0301 \u200b
"""
FRAGMENTS = st.sampled_from([*PIECES.split(), "\n", "\n\n", " "])
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS).map("".join), st.lists(FRAGMENTS).map(" ".join))
ADDED = re.compile(
    r'<a href="/van-ban/[a-z0-9-]+/" data-directive="[a-z0-9-]+">(.*?)</a>'
    r'|<span data-citation="unresolved">(.*?)</span>',
    re.DOTALL,
)


def stripped(html: str) -> str:
    return ADDED.sub(lambda added: added[1] if added[1] is not None else added[2], html)


@given(TEXTS)
@example("I\u0307\u0301 59/2023/N\u0110-CP\u0301")
def test_spans_are_in_order_and_hold_what_was_written(text: str) -> None:
    place = 0
    for citation in find(text, REGISTER.aliases):
        assert place <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.written
        place = citation.end


@given(TEXTS)
def test_a_page_without_the_added_tags_is_the_page_as_it_was(html: str) -> None:
    assert stripped(linked(html)) == html


@given(TEXTS)
def test_the_source_of_any_page_can_be_read(text: str) -> None:
    for citation, resolution in in_markdown(text, REGISTER):
        assert text[citation.start : citation.end] == citation.written
        assert (resolution.directive is None) == (resolution.reason is not None)


@given(TEXTS)
def test_split_letters_are_read_like_whole_ones(text: str) -> None:
    whole = find(unicodedata.normalize("NFC", text), REGISTER.aliases)
    split = find(unicodedata.normalize("NFD", text), REGISTER.aliases)
    assert [one.number for one in whole] == [one.number for one in split]


@given(st.lists(st.text(), max_size=5))
def test_any_words_can_be_an_alias_and_are_found_alone(names: list[str]) -> None:
    aliases = Aliases(names)
    for name in names:
        find(name, aliases)


@pytest.mark.parametrize(
    "piece",
    [
        "1-",
        "1/",
        "1 ",
        "1, ",
        "217, 218-QĐ/TW, ",
        "Nghị định 1 ",
        "Quyết định số ",
        "ngày 1/1/",
        "59/2023/NĐ-CP của Bộ ",
        "14-CT/TU ngày ",
        "14-CT/A-",
        "Luật Luật ",
        "Quy định 11",
        "a\u0301",
        "\u0301\u0323",
        "\u00ad",
        " \n",
        "<",
        "<a",
        "<!--",
        "<a href='",
        "&",
        "&#",
        "`",
        "`` ` ",
        "[",
        "](",
        "![a](b ",
        "*_",
        "# ",
        "- ",
        "> ",
        "{: ",
        "---\n",
        "[a]: b\n",
        "a@",
        "@a.",
        "https://",
    ],
)
def test_200_kilobytes_of_malice_are_read_in_their_stride(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    find(text, REGISTER.aliases)
    linked(text)
    in_markdown(text, REGISTER)


def test_a_day_of_which_only_a_part_is_written_is_kept_as_such() -> None:
    texts = ("14-CT/TU năm 2021", "14-CT/TU tháng 4/2021", "14-CT/TU ngày 31/02/2021")
    days = [find(text)[0].day for text in texts]
    assert days == [PartialDay(2021), PartialDay(2021, 4), None]
