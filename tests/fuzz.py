"""Front matter, YAML and Markdown that nobody wrote, by the thousand: `python tests/fuzz.py 20000`.

Each input is refused with a sentence, or taken as it was written: what YAML says is what PyYAML's reader of
plain text says, a title is the title, every word of a body stands in its HTML, and the HTML holds no tag and
no attribute that Markdown does not make.
"""

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import ward
import yaml
from outline import Outline

from gandan import markup, prose
from gandan.assemble import assemble
from gandan.check import body
from gandan.problems import Place, errors
from gandan.read.letters import settle
from gandan.read.raw import Value
from gandan.read.strict import Refused, load
from gandan.vietnamese import clean

FILE = "docs/tin-tuc/2026/2026-11-20-ngay-hoi.md"
MARKS = re.findall(
    r"[^ \n]+",
    """--- ... : - , [ ] { } & * ! | > ' " % @ ` # ? ~ null \\ << = ; ( ) < / $ ^ _ + . 0 012 12:30 no
    2026-02-30 title: date: topics: a: b: draft: true &a *a !!str !x "a" 'b' \u200b \u202e
    \ufeff \x00 \x85 \u2028 Đ \u0309""",
)
ENDS = (" ", "  ", "\n", "\n\n", "\n  ", "\n- ", ": ", "\t", "\n    ")
SHAPES = (
    "{w} ", "{w} ", "{w}\n", "{w}\n\n", "*{w}* ", "**{w}** ", "`{w}` ", "# {w}\n\n", "{w}\n---\n\n",
    "- {w}\n",
    "1. {w}\n", "> {w}\n", "[{w}](https://x.example/) ", "![{w}](anh.webp) ",
    "| {w} | {w} |\n|---|--:|\n| {w} | {w} |\n\n",
    "```\n{w}\n```\n\n", "    {w}\n\n", "{w}[^1] ", "\n\n[^1]: {w}\n\n",
    "<{w}> ", "&{w}; ", "\\{w} ", "***\n\n",
    "[{w}] ", "{w}  \n", "_{w}_ ", "~~~\n{w}\n~~~\n\n", "https://x.example/{w} ", "03/06/2022 4:38:52 CH ",
    "javascript:{w} ", "\"{w}\" '{w}' ", "{{{{ {w} }}}} ", "| {w}\n",
)  # fmt: skip
TAGS = set(
    re.findall(
        r"\w+",
        """p em strong code pre h1 h2 h3 h4 h5 h6 ul ol li blockquote a img figure figcaption table thead
        tbody tr th td div sup hr br""",
    )
)
ATTRIBUTES = set(
    re.findall(r"\S+", "href src alt title loading class id role aria-label tabindex start rel rev")
)


def _noise(chance: random.Random, marks: list[str]) -> str:
    return "".join(chance.choice(marks) + chance.choice(ENDS) for _ in range(chance.randint(1, 25)))


def _spoiled(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(0, 3)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(MARKS) + text[place + chance.randint(0, 2) :]
    return text


def _plain(value: object) -> object:
    """What the two readers of YAML may differ in: nothing, ~ and null are no value."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return None if value in ("", "~", "null", None) else value


def facts(chance: random.Random) -> str:
    """YAML: refused, or read as written."""
    text = _noise(chance, MARKS) if chance.random() < 0.5 else _spoiled(chance.choice(YAMLS), chance)
    try:
        raw, problems = load(text, "data/a.yml")
    except Refused as refused:
        assert refused.problem.message and refused.problem.place.line >= 1
        return "refused"
    if problems:
        return "told"
    wanted: Value = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    assert _plain(raw.fields) == _plain(wanted), text
    return "taken"


YAMLS = [text for name, text in ward.FILES.items() if name.endswith(".yml")]


def front(chance: random.Random) -> str:
    """A whole file in its ward: told, or its title stands on the portal letter by letter."""
    words = _noise(chance, MARKS).replace("\n", " ").strip()
    text = ward.FILES[FILE]
    if chance.random() < 0.5:
        text = re.sub("(?m)^title: .*$", lambda _: f"title: {json.dumps(words, ensure_ascii=False)}", text)
    else:
        words, text = "", _spoiled(text, chance)
    with TemporaryDirectory() as folder:
        joined = assemble(ward.write(Path(folder), {FILE: text}), ward.TODAY)
    for problem in joined.problems:
        assert problem.message and problem.place.line >= 1 and problem.place.column >= 1
    if errors(joined.problems):
        return "refused"
    assert joined.portal, text
    titles = [one.item.title for one in joined.portal.articles if one.file == FILE]
    wanted = " ".join(settle(clean(words), "")[0].split())
    assert not words or [" ".join(one.split()) for one in titles] == [wanted], (titles, wanted)
    return "taken"


def words(chance: random.Random) -> str:
    """Markdown: told, or nothing but its own tags, and every word of it there."""
    shapes = [chance.choice(SHAPES) for _ in range(chance.randint(1, 14))]
    text = "".join(
        shape.replace("{w}", "{}").format(*_names(shape, place)) for place, shape in enumerate(shapes)
    )
    text = _spoiled(text, chance) if (wild := chance.random() < 0.5) else text
    problems = list(body.problems(text, lambda offset: Place("a.md", 1, offset + 1)))
    if problems:
        assert all(problem.message for problem in problems)
        return "refused"
    made = prose.html(text)
    _harmless(made, text)
    if not wild:
        seen = unescape(made)
        lost = [word for word in re.findall(r"w\d+x\d+", text) if word not in seen]
        assert not lost or _undone(text), (lost, text, made)
    return "taken"


def _names(shape: str, place: int) -> list[str]:
    return [f"w{place}x{number}" for number in range(shape.count("{w}"))]


def _undone(text: str) -> bool:
    """The second of two notes of one name, which Markdown drops."""
    return text.count("[^1]:") > 1 or ("[^1]:" in text and markup.without_code(text) != text)


def _harmless(made: str, text: str) -> None:
    for one in Outline.of(made).elements:
        assert one.tag in TAGS, (one.tag, text)
        assert one.attributes.keys() <= ATTRIBUTES, (one.attributes, text)
        for name in ("href", "src"):
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", one[name], re.I)
            assert not scheme or scheme[1].lower() in markup.SAFE_SCHEMES, (one[name], text)


KINDS: dict[str, Callable[[random.Random], str]] = {"facts": facts, "words": words, "front": front}


def run(kind: str, count: int, seed: int = 0) -> Counter[str]:
    """How many of `count` inputs were refused, told and taken."""
    return Counter(KINDS[kind](random.Random(f"{kind} {seed + number}")) for number in range(count))


def main(count: int) -> None:
    """A third for each kind; the seed is the hour, so that every run tries others."""
    seed = int(time.time()) // 3600 * 1_000_000
    for kind in KINDS:
        share = -(-count // len(KINDS))
        print(f"{kind}, seed {seed}: {dict(run(kind, share, seed))}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
