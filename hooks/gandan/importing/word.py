"""A Word file -> its blocks: mammoth reads it, nh3 cleans what comes out, `hypertext` takes it apart.

Before mammoth the parts are put right where it would lose something: numbers that Word draws, fonts of before
Unicode, weight that only a style gives, fields and formulas.
"""

import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import mammoth
import nh3
from mammoth import transforms

from gandan.importing import fonts, hypertext, ooxml, package, remainder
from gandan.importing.blocks import Document, Drawing
from gandan.importing.numbering import Numbering
from gandan.importing.ooxml import MATH, WORD
from gandan.importing.refusal import Refused
from gandan.importing.styles import Look, Styles, look

PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
# The readers let what they meet in a spoiled file come through as it is.
SPOILED = (ElementTree.ParseError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError,
           TypeError, ValueError, zipfile.BadZipFile)  # fmt: skip
BROKEN = "tệp hỏng: bên trong không đọc được. Mở bằng Word, lưu lại, hoặc xin lại bản gốc."
MAP = """
p[style-name='gandan centre'] => p.centre:fresh
p[style-name='gandan right'] => p.right:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Title'] => p.centre > strong:fresh
p[style-name='Quote'] => p:fresh
"""
TAGS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "s", "sup", "sub", "a",
        "img", "br", "table", "thead", "tbody", "tr", "td", "th"}  # fmt: skip
ATTRIBUTES = {"p": {"class"}, "a": {"href"}, "li": {"id"}, "img": {"src", "alt"},
              "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}  # fmt: skip
SIDES = {"center": "gandan centre", "right": "gandan right", "end": "gandan right"}


def read(path: Path) -> Document:
    """Everything that the file says. Raises `Refused` with a sentence for what must not or cannot be read."""
    with package.opened(path) as parts:
        try:
            return _read(parts)
        except SPOILED:
            raise Refused(BROKEN) from None


def _read(parts: zipfile.ZipFile) -> Document:
    document = Document()
    trees = {name: ElementTree.fromstring(parts.read(name)) for name in PARTS if name in parts.namelist()}
    remainder.tell(parts, trees[PARTS[0]], document)
    _prepared(parts, trees, document)
    clean = nh3.clean(
        _html(_packed(parts, trees), document),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    whole = unicodedata.normalize("NFC", clean)
    if whole != clean:
        document.done.append("đã ghép chữ có dấu rời (NFD, thường từ máy Mac)")
    hypertext.read(whole, document)
    return document


def _html(file: BytesIO, document: Document) -> str:
    """What mammoth makes of the file; its pictures go to the document."""

    def drawn(image: Any) -> dict[str, str]:
        with image.open() as picture:
            document.drawings.append(Drawing(picture.read(), image.alt_text or ""))
        return {"src": f"anh-{len(document.drawings) - 1}"}

    found = mammoth.convert_to_html(
        file,
        style_map=MAP,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(drawn),
        transform_document=transforms.paragraph(_sided),
    )
    remainder.messages([message.message for message in found.messages], document)
    return str(found.value)


def _sided(paragraph: Any) -> Any:
    """Carries where a paragraph stands (centre, right) through a style, for HTML would lose it."""
    style = SIDES.get(paragraph.alignment)
    named = (paragraph.style_name or "").lower()
    if style is None or paragraph.numbering or named.startswith(("heading", "caption", "title")):
        return paragraph
    return paragraph.copy(style_name=style, style_id=None)


def _prepared(parts: zipfile.ZipFile, trees: dict[str, Element], document: Document) -> None:
    styles = Styles(_tree(parts, "word/styles.xml"))
    numbering = Numbering(_tree(parts, "word/numbering.xml"), styles)
    met: set[str] = set()
    for name, tree in trees.items():
        _unfolded(tree)
        for paragraph in ooxml.paragraphs(tree):
            named = ooxml.value(paragraph, "pPr/pStyle")
            around = styles.of(named).over(styles.usual)
            runs = {id(run): _look(run, styles).over(around) for run in ooxml.runs(paragraph)}
            met |= fonts.settle([paragraph], lambda run, runs=runs: runs[id(run)].font)
            if not styles.heading(named):
                _weighed(paragraph, runs)
            if name == PARTS[0]:
                numbering.write(paragraph)
    if met:
        document.done.append(f"đã chuyển chữ gõ bằng phông cũ ({', '.join(sorted(met))}) sang Unicode")


def _look(run: Element, styles: Styles) -> Look:
    return look(run).over(styles.of(ooxml.value(run, "rPr/rStyle")))


def _weighed(paragraph: Element, runs: dict[int, Look]) -> None:
    """Writes into each run that it is bold or slanted, where only its style says so."""
    for run in ooxml.runs(paragraph):
        properties = ooxml.below(run, "rPr")
        for name, wanted in (("b", runs[id(run)].bold), ("i", runs[id(run)].slanted)):
            if not wanted or ooxml.below(run, f"rPr/{name}") is not None:
                continue
            if properties is None:
                properties = Element(WORD + "rPr")
                run.insert(0, properties)
            SubElement(properties, WORD + name)


def _unfolded(tree: Element) -> None:
    """Fields and formulas, whose words mammoth leaves out, become plain runs."""
    for element in tree.iter():
        if element.tag == WORD + "fldSimple":
            element.tag = WORD + "smartTag"
        elif element.tag == MATH + "oMath":
            words = "".join(text.text or "" for text in element.iter(MATH + "t"))
            element[:] = [ooxml.run(words)]
            element.tag = WORD + "smartTag"
        elif element.tag == MATH + "oMathPara":
            element.tag = WORD + "smartTag"


def _tree(parts: zipfile.ZipFile, name: str) -> Element | None:
    return ElementTree.fromstring(parts.read(name)) if name in parts.namelist() else None


def _packed(parts: zipfile.ZipFile, trees: dict[str, Element]) -> BytesIO:
    """The file again, with the parts that were put right."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in parts.namelist():
            data = ElementTree.tostring(trees[name], "utf-8") if name in trees else parts.read(name)
            if name in trees or not re.search(r"(?:^|/)(?:embeddings|fonts|customXml)/", name):
                made.writestr(name, data)
    out.seek(0)
    return out
