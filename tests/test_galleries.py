"""Pictures in a row are a gallery, a picture alone is a figure; which words they have."""

import re

import pytest

from gandan import markup, prose

ONE, TWO = '![Kênh](a.webp "Dọn kênh")', "![Hẻm](b.webp)"
SHAPE = re.compile(r'<(/?(?:figure|figcaption|a|img|p|ul|li|blockquote|div))\b(?:[^<>]* class="(gallery)")?')


def shape(text: str) -> str:
    """The tags of a text: `gallery[figure figure]` and the like."""
    return " ".join(found[2] or found[1] for found in SHAPE.finditer(prose.html(text)) if found[1][0] != "/")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (ONE, "figure img figcaption"),
        (TWO, "figure img"),
        (f"Một dòng {TWO}", "p img"),
        (f"{ONE}\n{TWO}", "gallery figure a img figcaption figure a img"),
        (f"{ONE} {TWO}", "gallery figure a img figcaption figure a img"),
        (f"{ONE}\n\n{TWO}\n\n\n{TWO}", "gallery figure a img figcaption figure a img figure a img"),
        (f"- {ONE}\n- {TWO}", "gallery figure a img figcaption figure a img"),
        (f"- {ONE}\n\n- {TWO}", "gallery figure a img figcaption figure a img"),
        (f"> {ONE}\n> {TWO}", "blockquote gallery figure a img figcaption figure a img"),
        (f"{ONE}\n\nLời.\n\n{TWO}", "figure img figcaption p figure img"),
        (f"{ONE}\n{TWO}\nLời ngay dưới.", "p img img"),
        (f"- {TWO}", "ul li img"),
        (f"- {ONE}\n- Lời", "ul li img li"),
        (f"[{TWO}](c.md)\n[{TWO}](c.md)", "p a img a img"),
        (f"{TWO}\n![Trang trí](c.webp)", "gallery figure a img figure img"),
    ],
)
def test_pictures_with_nothing_between_them_are_a_gallery(text: str, made: str) -> None:
    assert shape(text) == made


def test_a_gallery_tells_what_it_is_and_its_pictures_lead_to_their_files() -> None:
    made = prose.html(f"{ONE}\n{TWO}\n\nLời.\n\n{TWO}\n{TWO}\n{TWO}")
    assert re.findall(r'aria-label="([^"]+)" class="gallery" role="group"', made) == [
        "Bộ ảnh 1: 2 ảnh",
        "Bộ ảnh 2: 3 ảnh",
    ]
    assert re.findall(r'<a href="([^"]+)"', made) == ["a.webp", *["b.webp"] * 4]


@pytest.mark.parametrize(
    ("words", "seen"), [("trang trí", ""), (" Trang trí ", ""), ("Dây hoa trang trí", "Dây hoa trang trí")]
)
def test_decoration_is_said_so_and_has_no_words(words: str, seen: str) -> None:
    assert markup.seen(words) == seen
    assert f'alt="{seen}"' in prose.html(f"![{words.strip()}](a.webp)")
    assert markup.plain(f"Một ![{words.strip()}](a.webp) hai") == (f"Một {seen} hai" if seen else "Một   hai")
