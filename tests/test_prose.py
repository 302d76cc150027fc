"""A text without any mark needs no Markdown: its HTML is told at once, and is the same."""

import random

import pytest
from markdown import Markdown

from gandan import markup, paragraphs, prose
from gandan.check import body
from gandan.citations import masks
from gandan.citations.link import _read, _simple
from gandan.problems import Place

PIECES = (
    "Một", "hai ", "\n", "\n\n", "\n\n\n", " ", "1", "1. ", "1) ", "20.11 ", "-", "- ", "=", "==", "---",
    "#", "# x", ">", "& ", "&", "&amp;", ";", "~", "~~~", "```", "|", "a|b", "*", "_", "<", "[", "]", "{",
    "\\", "\t", "\x00", "\x02", "\x85", "\u00a0", "\u2003", "\u2028", "\u3000", "\u00ad", "\u200b", "(", ")",
    "!", "^", "+", ": x", '"', "'", "“", "…", "–", "http://a.vn ", "a@b.vn ", "WWW.a.vn", "٣. ", "½", "amp",
    "wzxhzdk:0", "zz1337820767766393449900zz", "Nghị định 30/2020/NĐ-CP", "đồng",
)  # fmt: skip


def markdown(text: str, form: str) -> str:
    return Markdown(
        extensions=[*prose.EXTENSIONS, prose.Prose()],
        extension_configs=prose.configuration(),
        output_format=form,
    ).convert(text)


def test_a_text_without_marks_becomes_what_markdown_makes_of_it() -> None:
    chance, seen = random.Random(8), 0
    while seen < 1500:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 8)))
        for line_end, form in (("<br />", "xhtml"), ("<br>", "html")):
            made = prose.unmarked(text, line_end)
            seen += made is not None
            assert made in (None, markdown(text, form)), text


def test_a_text_with_plain_lists_becomes_what_markdown_makes_of_it() -> None:
    chance, seen = random.Random(11), 0
    pieces = [*PIECES, *["\n\n- ", "- ", "\n\n* ", "\n\n+  ", "\n\n- một", "\n\nhai"] * 9]
    while seen < 1500:
        text = "".join(chance.choice(pieces) for _ in range(chance.randint(2, 9))).strip(" ")
        if paragraphs.spared(text):
            seen += "- " in text
            for line_end, form in (("<br />", "xhtml"), ("<br>", "html")):
                assert paragraphs.listed(text, line_end) == markdown(text, form), text


def test_what_else_reads_marks_finds_none_either(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, texts = random.Random(9), []
    while len(texts) < 500:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 8)))
        texts += [text] if markup.bare(text) else []
    short = [read(text) for text in texts]
    monkeypatch.setattr(markup, "bare", lambda text: False)
    assert short == [read(text) for text in texts]


def read(text: str) -> tuple[object, ...]:
    """What stands in a text for the check and for the reader of citations."""
    told = body.problems(text, lambda offset: Place("a.md", 1, offset))
    return masks.mask(text), tuple(told), prose.anchors(text), tuple(markup.links(text))


@pytest.mark.parametrize(
    "text",
    [
        "# Một", "Một\n---", "- một", "1. một", "1) một", "> một", " một", "a\n    b", "một  \nhai", "*một*",
        "_một_", "`a`", "~~~\na\n~~~", "a|b\n-|-", "[a](b)", "<b>", "a\\b", "&lt;", "\u3000một", "a\tb",
        "a[^1]", "một ",
    ],
)  # fmt: skip
def test_whatever_may_be_a_mark_is_left_to_markdown(text: str) -> None:
    assert prose.unmarked(text, "<br>") is None


def test_what_holds_no_mark_was_found_for_these_extensions() -> None:
    assert prose.EXTENSIONS == ("tables", "toc", "fenced_code", "nl2br", "sane_lists", "footnotes")


def test_news_as_it_is_written_holds_no_mark() -> None:
    assert markup.bare("Một câu; hai câu (ngày 20/11).\nDòng hai: 30.000 đồng & quà.\n\n\nĐoạn hai - hết.\n")


def test_what_is_read_of_paragraphs_is_what_is_read_of_any_page() -> None:
    chance, seen = random.Random(10), 0
    for _ in range(3000):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 8)))
        made = prose.unmarked(text, "<br />")
        if made is not None and (simple := _simple(made)) is not None:
            assert simple == _read(made)[1], text
            seen += 1
    assert seen > 200
