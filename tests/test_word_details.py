"""What Word says in ways of its own becomes Markdown: numbers it draws, notes, boxes, what a style tells."""

import zipfile
from pathlib import Path

import pytest

from gandan import markup, prose
from gandan.importing import fonts, markdown, tables, tidying, word
from gandan.importing.blocks import Cell, Document, Line, Table
from gandan.importing.drafting import _settled
from gandan.importing.numbering import sign

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
ROOT = RELATIONS.format(f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>')
LEVELS = (
    ("upperRoman", "%1."),
    ("decimal", "%2."),
    ("lowerLetter", "%3)"),
)
NUMBERING = (
    "<w:abstractNum w:abstractNumId='1'>"
    + "".join(
        f"<w:lvl w:ilvl='{n}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{words}'/></w:lvl>"
        for n, (form, words) in enumerate(LEVELS)
    )
    + "</w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='decimal'/><w:lvlText w:val='Điều %1.'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='3'>"
    "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='+'/></w:lvl></w:abstractNum>"
    + "".join(f"<w:num w:numId='{n}'><w:abstractNumId w:val='{n}'/></w:num>" for n in (1, 2, 3))
)
STYLES = (
    "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Old'><w:name w:val='Old'/><w:basedOn w:val='N'/>"
    "<w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Strong'><w:name w:val='Strong line'/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def p(words: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(words, run)}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def listed(words: str, number: int, level: int = 0, run: str = "") -> str:
    where = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    return p(words, where, run)


def read(
    folder: Path, body: str, notes: str = "", relations: str = "", extra: dict[str, str] | None = None
) -> Document:
    path = folder / "a.docx"
    found = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering", "footnotes")
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS.format(found + relations),
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>",
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return word.read(path)


def written(document: Document) -> str:
    return markdown.write(_settled(document.blocks, tidying.Mends()), document.notes, {}).strip()


def test_numbers_that_word_draws_are_written_and_go_on(tmp_path: Path) -> None:
    body = (
        listed("Mục đích", 1, run="<w:b/>")
        + listed("Việc một.", 1, 1)
        + p("Lời giữa.")
        + listed("Việc hai.", 1, 1)
        + listed("ý nhỏ", 1, 2)
        + listed("Kinh phí", 1, run="<w:b/>")
        + listed("Lại từ đầu.", 1, 1)
        + listed("Phạm vi", 2)
        + listed("Hiệu lực", 2)
    )
    assert written(read(tmp_path, body)).split("\n\n") == [
        "## I. Mục đích",
        "1. Việc một.",
        "Lời giữa.",
        "2. Việc hai.",
        "a) ý nhỏ",
        "## II. Kinh phí",
        "1. Lại từ đầu.",
        "Điều 1. Phạm vi",
        "Điều 2. Hiệu lực",
    ]


def test_bullets_keep_their_depth(tmp_path: Path) -> None:
    body = listed("một", 3) + listed("nhỏ", 3, 1) + listed("hai", 3)
    assert written(read(tmp_path, body)) == "- một\n    - nhỏ\n- hai"


def test_notes_stand_below_and_are_pointed_to(tmp_path: Path) -> None:
    body = (
        "<w:p>"
        + r("Theo số liệu")
        + "<w:r><w:footnoteReference w:id='7'/></w:r>"
        + r(" của phường.")
        + "</w:p>"
    )
    notes = f"<w:footnote w:id='7'>{p('Báo cáo quý III.')}{p('Trang 4.')}</w:footnote>"
    text = written(read(tmp_path, body, notes))
    assert text == "Theo số liệu[^7] của phường.\n\n[^7]: Báo cáo quý III. Trang 4."
    assert 'class="footnote"' in prose.html(text)


def test_links_stay_where_they_are_safe(tmp_path: Path) -> None:
    relation = '<Relationship Id="{}" Type="' + OFFICE + '/hyperlink" Target="{}" TargetMode="External"/>'
    links = relation.format("h1", "https://benmau.example/a_(b)?x=1&amp;y=2") + relation.format(
        "h2", "javascript:x()"
    )
    linked = "<w:hyperlink r:id='{}'>{}</w:hyperlink>"
    body = f"<w:p>{linked.format('h1', r('trang'))}{linked.format('h2', r(' khác'))}</w:p>"
    text = written(read(tmp_path, body, relations=links))
    assert text == "[trang](https://benmau.example/a_%28b%29?x=1&y=2) khác"


def test_words_of_fields_boxes_and_formulas_stay(tmp_path: Path) -> None:
    field = f"<w:p><w:fldSimple w:instr='SEQ'>{r('Bảng 1')}</w:fldSimple>{r('. Thu, chi')}</w:p>"
    signs = "<m:r><m:t>a+b</m:t></m:r><m:r><m:t>=c</m:t></m:r>"
    formula = f"<w:p><m:oMathPara><m:oMath>{signs}</m:oMath></m:oMathPara></w:p>"
    text = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    box = f"<w:p><w:r><w:pict><v:shape><v:textbox>{text}</v:textbox></v:shape></w:pict></w:r></w:p>"
    document = read(tmp_path, field + formula + box)
    assert written(document).split("\n\n") == ["Bảng 1. Thu, chi", "a+b=c", "Trong khung"]
    assert any("công thức" in one for one in document.unsure)


def test_what_only_a_style_says_counts(tmp_path: Path) -> None:
    body = p("Kinh phí tổ chức", "<w:pStyle w:val='Strong'/>") + p(
        "B¸o c¸o tµi chÝnh", "<w:pStyle w:val='Old'/>"
    )
    assert written(read(tmp_path, body)) == "## Kinh phí tổ chức\n\nBáo cáo tài chính"


def test_letters_of_old_fonts_are_found_run_by_run(tmp_path: Path) -> None:
    drawn = [
        f"<w:rFonts w:ascii='{name}' w:hAnsi='{name}'/>" for name in (".VnTime", ".VnTimeH", "VNI-Times")
    ]
    old, capital, vni = drawn
    soft = f"<w:r><w:rPr>{old}</w:rPr><w:t>T</w:t><w:softHyphen/><w:t> vÊn</w:t></w:r>"
    body = (
        f"<w:p>{r('ñy ban', capital)}{r(' nh©n d©n', old)}{r(' đã là Unicode', old)}</w:p>"
        f"<w:p>{soft}</w:p>"
        f"<w:p>{r('Coäng ho', vni)}{r('aø xaõ', vni)}</w:p>"
        f"<w:p>{r('ca', vni)}{r('àu', vni)}</w:p>"
    )
    document = read(tmp_path, body)
    assert written(document).split("\n\n") == [
        "ỦY BAN nhân dân đã là Unicode",
        "Tư vấn",
        "Cộng hoà xã",
        "cầu",
    ]
    assert document.done == ["đã chuyển chữ gõ bằng phông cũ (.VnTime, .VnTimeH, VNI-Times) sang Unicode"]


def test_without_its_library_an_old_font_is_told_with_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "get_charmap", None)
    with pytest.raises(word.Refused, match="make fonts"):
        read(tmp_path, p("B¸o c¸o", run="<w:rFonts w:ascii='.VnTime'/>"))
    assert written(read(tmp_path, p("Báo cáo"))) == "Báo cáo"


def test_what_cannot_be_carried_over_is_told(tmp_path: Path) -> None:
    extra = {
        "word/comments.xml": f"<w:comments {NAMES}><w:comment w:id='1'>{p('Sửa')}</w:comment></w:comments>",
        "word/header1.xml": f"<w:hdr {NAMES}>{p('Mật')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{p('Trang 1')}</w:ftr>",
    }
    document = read(tmp_path, p("Lời.", run="<w:strike/>") + "<w:p><w:r><w:object/></w:r></w:p>", extra=extra)
    told = " | ".join(document.lost + document.unsure)
    for words in ("1 bảng Excel", "1 lời góp ý", "«Mật»", "1 chỗ gạch ngang"):
        assert words in told
    assert "Trang" not in told


@pytest.mark.parametrize(
    ("words", "becomes"),
    [
        ("# một", r"\# một"),
        ("- ", r"\-"),
        ("2027. Năm", r"2027\. Năm"),
        ("5) điểm", r"5\) điểm"),
        ("*sao* _gạch_ a_b `mã`", r"\*sao\* \_gạch\_ a_b \`mã\`"),
        ("[a](b) <b>đậm</b> &lt;", r"\[a\](b) &lt;b>đậm&lt;/b> &amp;lt;"),
        ("![x](y)", r"!\[x\](y)"),
        ("a < b & c", "a < b & c"),
        ("> lời", r"\> lời"),
        ("Họ tên: _______", "Họ tên: ……"),
        ("C:\\tep", r"C:\\tep"),
        ("=====", ""),
    ],
)
def test_words_stay_words(words: str, becomes: str) -> None:
    text = markdown.write([Line(words)], {}, {}).strip()
    assert text == becomes
    assert "<b>" not in prose.html(text) and "<h1>" not in prose.html(text) and "<li>" not in prose.html(text)


def test_numbers_that_do_not_follow_each_other_are_kept() -> None:
    lines = [Line("Một.", label="1."), Line("Ba.", label="3."), Line("Bốn.", label="4.")]
    assert markdown.write(lines, {}, {}) == "1. Một.\n\n3\\. Ba.\n\n4. Bốn.\n"


def test_a_cell_that_reaches_down_the_whole_table_heads_nothing() -> None:
    def cell(words: str, rows: int = 1) -> Cell:
        return Cell((Line(words),), 1, rows)

    table = Table(((cell("Tổ 1", 2), cell("Sáng")), (cell("Chiều"),)))
    text = tables.write(table, lambda line: line.words)
    assert text == "|  |  |\n| --- | --- |\n| Tổ 1 | Sáng |\n| ^^ | Chiều |"
    html = prose.html(text)
    assert "<thead>" not in html and '<td rowspan="2">Tổ 1</td>' in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("| a | << |\n|---|---|\n| 1 | 2 |", '<th colspan="2">a</th>'),
        ("| a | b | << |\n|---|---|---|\n| ^^ | c | d |\n| 1 | 2 | 3 |", '<th rowspan="2">a</th>'),
        ("| a | b |\n|---|---|\n| c | d |\n| ^^ | ^^ |", '<td rowspan="2">d</td>'),
        ("| << | b |\n|---|---|\n| 1 | 2 |", "<th>&lt;&lt;</th>"),  # nothing stands to its left
        ("| a | b |\n|---|---|\n| c | << |\n| ^^ | d |", "<td>^^</td>"),  # no rectangle
    ],
)
def test_cells_span_where_the_table_says_so(text: str, html: str) -> None:
    assert html in prose.html(text)


def test_marks_of_cells_that_span_are_no_words_of_a_text() -> None:
    said = markup.plain("| a | << |\n|---|---|\n| ^^ | 2 << 3 |")
    assert said.split() == ["a", "2", "<<", "3"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (4, "upperRoman", "IV"),
        (19, "lowerRoman", "xix"),
        (27, "lowerLetter", "aa"),
        (3, "decimalZero", "03"),
        (0, "upperRoman", "0"),
    ],
)
def test_signs_of_lists(number: int, form: str, written: str) -> None:
    assert sign(number, form) == written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("xong việc.Ủy ban họp", "xong việc. Ủy ban họp"),
        ("xem www.a.Vn.Com và a.b@Ac.Vn", "xem www.a.Vn.Com và a.b@Ac.Vn"),
        ("TP.HCM, ThS.Nguyễn, 1.234.567 đồng", "TP.HCM, ThS.Nguyễn, 1.234.567 đồng"),
        ("gồm:cam,quýt;ổi", "gồm:cam, quýt; ổi"),
        ("64\u00a0m  cống .", "64 m cống."),
        ("khác\u200b nhau\u00ad", "khác nhau"),
        ("25\u00adNQ/TW, 8\u201111", "25-NQ/TW, 8-11"),
        ("Ðảng", "Đảng"),
        ("lúc 7 : 30", "lúc 7: 30"),
        ("chờ .....", "chờ ....."),
    ],
)
def test_tidying_mends_what_has_one_right_answer(before: str, after: str) -> None:
    mends = tidying.Mends()
    assert mends.tidy(before) == after
    assert bool(mends.counts) == (before != after)
