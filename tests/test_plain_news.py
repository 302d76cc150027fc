"""What is done for news without a mark in a tenth of the time comes to the same."""

import random
import re
import sys
from collections import Counter
from pathlib import Path

import forked
import kept_walk
import kept_ward
import pytest
import ward
from hypothesis import given
from hypothesis import strategies as st
from test_citations import REGISTER

from gandan import markup, moulds, prose
from gandan.citations import masks, symbols
from gandan.citations.aliases import Aliases
from gandan.citations.find import find
from gandan.citations.link import in_markdown
from gandan.citations.named import word
from gandan.model import Abbreviation
from gandan.patterns import FIGURE, look
from gandan.privacy import lists, search
from gandan.privacy.finding import Kind
from gandan.search.abbreviations import Shortener
from gandan.search.normalise import Speller
from gandan.search.numbering import BREAK, Numbering

NAMES = (
    "Nghị định|Chỉ thị|Kế hoạch|quyết định|Quy định|Luật|số|59/2023/NĐ-CP|14-CT/TU|10/2022/QH15|14|5|59|11|/"
    "|-CT/TU"
)
BETWEEN = (
    "năm|ngày|2023|và|,|.|:|(|)|của UBND|www.a.vn/59/2023/NĐ-CP|https://a.vn/14-CT/TU|a@b.vn|\n\n|thứ 14,"
)
CITING = st.sampled_from(f"{NAMES}|{BETWEEN}|& |>".split("|"))


@given(st.lists(CITING, max_size=12).map(" ".join))
def test_citations_read_in_the_source_of_a_page_made_of_paragraphs_are_those_of_the_page(text: str) -> None:
    found = in_markdown(text, REGISTER)
    named = " ".join(word(one, to.directive, True) for one, to in found)
    if html := prose.unmarked(text, "<br />"):
        assert prose.finished(text, named, REGISTER, str.upper) == prose.finish(html, REGISTER, str.upper)


SIGNS = st.sampled_from(f"{NAMES}|{BETWEEN}|CTrHĐ|TW| - |-|–|\n|QĐi|12345|1|a|QH15|UBTVQH 11|  ".split("|"))


@given(st.lists(SIGNS, max_size=14).map("".join))
def test_numbers_with_symbols_are_looked_for_near_slashes_and_nothing_is_missed(text: str) -> None:
    assert [one.span() for one in symbols.matches(text)] == [
        one.span() for one in symbols.SYMBOL.finditer(text)
    ]


MARKDOWN = st.sampled_from(
    [*"<>b/a{#}.&;*_\\-=+1)\n\t[]!( ", "amp", "lt", "Www.", "HTTP", "://", "a@b.vn", "{:.x}"]
)


@given(st.lists(MARKDOWN, max_size=12).map("".join))
def test_what_is_hidden_before_citations_are_read_never_lacks_its_signs(text: str) -> None:
    for signs, pattern, _ in masks.BLOTS:
        if pattern.search(text):
            assert any(sign in text.lower() for sign in signs)


SOMEBODY = (
    "ông Nguyễn Văn An|bà Lê Thị Bé|TRẦN VĂN BA|bị|hộ|thuộc diện|là|ung thư|bệnh|hộ nghèo|ho ngheo|nhiễm HIV"
    "|người khuyết tật|tâm thần|sinh|sinh ngày|NS|sn.|năm|1/2/1990|05-10-1990|2 tháng 9 năm 1985|1990|,|.|:"
    "|số tài khoản|STK|Tk|0123456789|079085000012|CCCD|0912 000 014|59A1-234.56|danh sách|DANH SACH|\n|\n"
    "|\n\n|-|\t|\u00a0|\u0130|\ud800|Nghị định số|quyết định|Quy định|kế hoạch|29|115|số|14-CT/TU"
    "|59/2023/NĐ-CP|–|của UBND|sinh ngày 1/2/1990|bị ung thư|\nLê Thị Bé 079085000012\n|\nLê Thị Bé 1990"
    "|STK: 12345678"
)
FIND = sys.modules[find.__module__]  # its package has a function of the same name
ALIASES = Aliases(["Nghị định 29", "Quy chế 05/2022", "Luật Hòa giải - cơ sở", "217"])
WRITTEN = (
    "nghị  định\n29|QUY CHẾ 05 / 2022|quy chế 05/2022|Luật hoà giải-cơ sở|luật\u00a0Hòa giải – cơ sở|217"
)


def told(text: str) -> tuple[object, ...]:
    return (*search.find(text), *lists.find(text, frozenset())), find(text, ALIASES)


def test_what_texts_are_asked_first_hides_nothing_that_is_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, pieces = random.Random(12), f"{SOMEBODY}|{WRITTEN}".split("|")
    texts = [" ".join(chance.choices(pieces, k=chance.randint(1, 14))) for _ in range(2500)]
    short = [told(text) for text in texts]
    asked = (
        (search, "_anything"),
        (search, "_figures"),
        (search, "_words"),
        (lists, "_rows"),
        (ALIASES, "_stands"),
    )
    for room, name in asked:
        monkeypatch.setattr(room, name, lambda text: True)
    monkeypatch.setattr(FIND, "_cites", lambda names: lambda text: True)
    assert short == [told(text) for text in texts]
    kinds = Counter(one.kind for found, _ in short for one in found)
    assert min(kinds[kind] for kind in Kind) > 5, kinds
    assert sum(len(cited) for _, cited in short) > 1000


def test_a_text_is_asked_for_what_fits_the_engine_and_else_taken_to_hold_it() -> None:
    asked = (search._anything, search._figures, search._words, lists._rows, ALIASES._stands, markup.MARKED)
    assert not any(ask("Một, hai ba.") for ask in (*asked, FIND._cites(ALIASES.look)))
    endless = look("|".join(f"{number:07}\\w{{9}}" for number in range(4000)))
    assert endless("Một, hai ba.")


def test_the_class_of_figures_holds_those_of_every_script() -> None:
    letters = "".join(map(chr, range(0x10000)))
    assert re.findall(FIGURE, letters) == re.findall(r"\d", letters)


SHORT = (
    Abbreviation(short="UBND", long="ủy ban nhân dân"),
    Abbreviation(short="UB", long="ủy ban"),
    Abbreviation(short="DCCS", long="dân chủ cơ sở"),
)
WORDS = st.sampled_from(
    [
        *["ủy", "ban", "nhân", "dân", "chủ", "cơ", "sở", "chỉ", "thị", "luật", "số", "so"],
        "14",
        "07/2022",
        "họp,",
        "Tổ",
    ]
)


def by_one(text: str, speller: Speller) -> list[list[str]]:
    """The words of a text, and behind them each short form between its neighbours."""
    words, done, found = speller.tokens(text), 0, []
    for place in range(len(words)):
        for long, short in ((speller.tokens(one.long), speller.tokens(one.short)) for one in SHORT):
            if place >= done and words[place : place + len(long)] == long:
                done = place + len(long)
                found.append([*words[max(place - 1, 0) : place], *short, *words[done : done + 1]])
    return [words, *found]


@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=4))
def test_texts_counted_together_are_read_as_each_alone(texts: list[str]) -> None:
    speller, vocabulary = Speller(), list[str]()
    numbering = Numbering(vocabulary, speller, Shortener(SHORT, speller))
    words, owners = numbering.of(enumerate(text.encode() for text in texts))
    runs: dict[int, list[list[str]]] = {place: [[]] for place in range(max(len(texts), 1))}
    for number, owner in zip(words.tolist(), owners.tolist(), strict=True):
        if number == BREAK:
            runs[owner].append([])
        else:
            runs[owner][-1].append(vocabulary[number])
    for place, text in enumerate(texts):
        assert sorted(filter(None, runs[place])) == sorted(filter(None, by_one(text, speller)))


def nothing_is_spared() -> None:
    markup.bare = lambda text: False  # type: ignore[assignment]
    moulds.Moulds.page = lambda self, kind, values, render, way: render(values)  # type: ignore[method-assign]


def test_pages_without_markdown_and_from_moulds_are_those_that_mkdocs_makes(tmp_path: Path) -> None:
    root, today = kept_ward.lay(tmp_path / "ward"), str(ward.TODAY)
    assert forked.build(root, today, site=tmp_path / "ours").code == 0
    (tmp_path / "ward/.cache").rename(tmp_path / "cache")
    assert forked.build(root, today, site=tmp_path / "theirs", before=nothing_is_spared).code == 0
    ours, theirs = (kept_walk.contents(tmp_path / name) for name in ("ours", "theirs"))
    assert {name: one.content for name, one in ours.items()} == {n: one.content for n, one in theirs.items()}
