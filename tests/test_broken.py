"""Broken content: told where it is, all at once, by check and build; the site of before stays whole."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
import ward
from hypothesis import given
from hypothesis import strategies as st

from gandan.assemble import assemble
from gandan.command.main import main
from gandan.problems import errors

HERE = Path(__file__).resolve().parent.parent
Changes: TypeAlias = Mapping[str, str | bytes]
NEWS = "docs/tin-tuc/2026/hong-{}.md"
RECORD = "data/van-ban/hong-{}.yml"


def news(slug: str, front: str = "", body: str = "Một câu.\n", title: str = "Tin hỏng") -> Changes:
    return {NEWS.format(slug): f"---\ntitle: {title}\ndate: 2026-11-20\n{front}---\n{body}"}


def directive(slug: str, front: str = "", **changed: str) -> Changes:
    fields = {"type": "Luật", "issuer": "ubnd-ben-mau", "title": "Văn bản hỏng", "sources": "[Sổ văn bản]"}
    text = "".join(f"{name}: {one}\n" for name, one in (fields | changed).items())
    return {RECORD.format(slug): text + front}


# What is wrong -> the files that hold it, and the codes that must be told. No two touch one file.
KINDS: dict[str, tuple[Changes, tuple[str, ...]]] = {
    "a colon in a title": (news("hai-cham", title="Tổ 1: gói bánh"), ("Y101",)),
    "a tab": (news("tab", "\tauthor: A\n"), ("Y101",)),
    "a quotation mark without end": (news("nhay", 'author: "A\n'), ("Y101",)),
    "a field twice": (news("hai-lan", "title: Lần nữa\n"), ("Y102",)),
    "an alias": (news("bi-danh", "author: *a\n"), ("Y103",)),
    "a tag": (directive("the", signer="!!python/name:os.system A"), ("Y103",)),
    "no front matter": ({NEWS.format("tran"): "Một câu.\n"}, ("Y104",)),
    "a front matter without end": ({NEWS.format("ho"): "---\ntitle: A\n"}, ("Y105",)),
    "an empty file": ({NEWS.format("rong"): ""}, ("Y104",)),
    "a list where fields are wanted": ({RECORD.format("danh-sach"): "- a\n- b\n"}, ("Y106",)),
    "brackets in brackets": (directive("sau", relations="[" * 30 + "]" * 30), ("Y107",)),
    "an unknown field": (news("muc-la", "autor: A\n"), ("M101",)),
    "fields that lack": ({RECORD.format("thieu"): "number: 1/2026/QĐ-UBND\n"}, ("M102",)),
    "a day that does not exist": (news("ngay", "updated: 2026-02-30\n"), ("M103",)),
    "a day as people write it": (directive("ngay", effective="20/11/2026"), ("M103",)),
    "a choice that does not exist": (directive("chon", type="Luat"), ("M104",)),
    "a title without end": (news("dai", title="Dài " * 100), ("M105",)),
    "a topic by its name": (news("chu-de", "topics: [Dân chủ]\n"), ("M106",)),
    "one topic where a list is wanted": (news("mot", "topics: dan-chu\n"), ("M107",)),
    "a picture without words": (news("anh", body="![](hong-anh.png)\n"), ("M108", "B103")),
    "Windows letters": ({NEWS.format("cp1258"): "---\ntitle: Ngày\n---\n".encode("utf-16")}, ("T101",)),
    "a front matter without measure": (news("lon", "#" * 70_000 + "\n"), ("T103",)),
    "a name with accents": ({"docs/tin-tuc/2026/Hỏng rồi.md": ward.DIALOGUE}, ("T104",)),
    "another ending": ({"docs/tin-tuc/2026/hong.markdown": ward.DIALOGUE}, ("T104",)),
    "two files of one address": (
        {"docs/tin-tuc/2026/2026-01-02-hong.md": ward.DIALOGUE, "docs/tin-tuc/2026/hong.md": ward.DIALOGUE},
        ("T105",),
    ),
    "no list of old addresses": ({"data/dia-chi-cu.yml": "- /a/\n"}, ("Y106",)),
    "an attachment that is not there": (
        news("tep", "attachments:\n  - file: khong-co.pdf\n    title: A\n"),
        ("T107",),
    ),
    "in force before it was issued": (
        directive("som", issued="2026-02-01", effective="2026-01-01"),
        ("N101",),
    ),
    "out of force before it was in force": (
        directive("nguoc", effective="2026-02-01", expires="2026-01-01"),
        ("N102",),
    ),
    "a topic that does not exist": (news("khong-chu-de", "topics: [khong-co]\n"), ("Q101",)),
    "an issuer that does not exist": (directive("khong-ai", issuer="khong-co"), ("Q101",)),
    "two records of one document": (
        directive("trung-1", number="7/2026/QĐ-UBND", issued="2026-01-02", type="Quyết định")
        | directive("trung-2", number="7/2026/QĐ-UBND", issued="2026-01-02", type="Quyết định"),
        ("Q102",),
    ),
    "a relation to itself": (
        directive("tu-than", relations="[{kind: amends, target: hong-tu-than}]"),
        ("Q103",),
    ),
    "one alias for two documents": (
        directive("ten-1", aliases="[Luật Hỏng]") | directive("ten-2", aliases="[luật hỏng]"),
        ("Q104",),
    ),
    "one code twice": ({"data/to-dan-pho.yml": ward.GROUPS + ward.GROUPS}, ("Q106",)),
    "HTML": (news("html", body="<script>alert(1)</script>\n"), ("B101",)),
    "a link that could run something": (news("chay", body="[a](java&#115;cript:alert(1))\n"), ("B102",)),
    "a link that leads nowhere": (news("dut", body="[a](khong-co.md) [b](/van-ban/)\n"), ("B103",)),
    "lists without end": (news("long", body="- " * 300 + "a\n"), ("B104",)),
    "no telephone of the ward": (
        {
            "data/phuong.yml": ward.WARD.replace(
                "telephones:\n  - name: Trực ban\n    number: 0200 000 0001\n", ""
            )
        },
        ("M102",),
    ),
}
LINKS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a symbolic link": (lambda root: (root / "docs" / "hong.md").symlink_to("index.md"), "T102"),
    "a pipe": (lambda root: os.mkfifo(root / "data" / "van-ban" / "hong-ong.yml"), "T110"),
}
ALL = "all of them together"
FOUND = re.compile(r"((?:docs|data)/[^:\n]+:\d+:\d+) ([A-Z]\d{3}) ")
SITE = {"index.html": "trang cũ", "tin-tuc/a/index.html": "tin cũ", "sitemap.xml": "<a/>"}


def lay(root: Path, name: str) -> Path:
    """A ward with one mistake, or with all, with the settings of this house and a site built before."""
    changes: dict[str, str | bytes] = {}
    for kind, (files, _) in KINDS.items():
        changes |= files if name in (kind, ALL) else {}
    ward.write(root, changes)
    for kind, (make, _) in LINKS.items():
        if name in (kind, ALL):
            make(root)
    shutil.copy(HERE / "mkdocs.yml", root)
    for folder in ("hooks", "overrides"):
        (root / folder).symlink_to(HERE / folder)
    for file, text in SITE.items():
        (root / "site" / file).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / file).write_text(text)
    return root


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in folder.rglob("*")
    }


def codes(name: str) -> set[str]:
    wanted = {kind: set(told) for kind, (_, told) in KINDS.items()}
    wanted |= {kind: {code} for kind, (_, code) in LINKS.items()}
    return set().union(*wanted.values()) if name == ALL else wanted[name]


# One process builds all: MkDocs as people run it, without the second that each start of Python takes.
BUILDS = """
import contextlib, io, json, sys
from mkdocs.__main__ import cli
told = {}
for root in sys.argv[1:]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            cli(["build", "--strict", "-f", root + "/mkdocs.yml"])
        except SystemExit as end:
            status = end.code
    told[root] = [1 if isinstance(status, str) else status or 0, out.getvalue() + str(status)]
print(json.dumps(told))
"""


@cache
def environment() -> dict[str, str]:
    return os.environ | {"GANDAN_TODAY": "2026-11-22", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def wards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("broken")
    names = ["none", *KINDS, *LINKS, ALL]
    return {name: lay(folder / f"ward-{number}", name) for number, name in enumerate(names)}


@pytest.fixture(scope="module")
def builds(wards: dict[str, Path]) -> dict[str, tuple[int, str]]:
    roots = {name: str(root) for name, root in wards.items() if name != "none"}
    command = [sys.executable, "-c", BUILDS, *roots.values()]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    told = json.loads(done.stdout)
    return {name: tuple(told[root]) for name, root in roots.items()}


@pytest.mark.parametrize("name", [*KINDS, *LINKS, ALL])
def test_the_check_tells_it_with_its_place(
    name: str, wards: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(wards[name]), "--today", "2026-11-22"]) == 1
    out, told = capsys.readouterr()
    assert {code for _, code in FOUND.findall(out)} >= codes(name)
    assert told == "" and "Traceback" not in out


@pytest.mark.parametrize("name", [*KINDS, *LINKS, ALL])
def test_a_strict_build_tells_it_too_and_leaves_the_old_site_as_it_was(
    name: str, wards: dict[str, Path], builds: dict[str, tuple[int, str]]
) -> None:
    status, told = builds[name]
    assert status == 1, told
    assert {code for _, code in FOUND.findall(told)} >= codes(name)
    assert "Traceback" not in told
    site = wards[name] / "site"
    assert {str(one.relative_to(site)): one.read_text() for one in site.rglob("*") if one.is_file()} == SITE


def test_all_mistakes_are_told_in_one_run(wards: dict[str, Path], builds: dict[str, tuple[int, str]]) -> None:
    alone = [
        place for name in (*KINDS, *LINKS) for place in FOUND.findall(builds[name][1]) if place[1][0] != "V"
    ]
    assert len(alone) >= len(KINDS) + len(LINKS)
    assert set(alone) <= set(FOUND.findall(builds[ALL][1]))


def test_a_build_as_people_start_it_ends_with_1_and_touches_nothing(wards: dict[str, Path]) -> None:
    before = fingerprint(wards[ALL] / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        command, cwd=wards[ALL], capture_output=True, text=True, env=environment(), check=False
    )
    told = done.stdout + done.stderr
    assert done.returncode == 1 and "trang chưa được dựng lại" in told
    assert "Traceback" not in told and "Logging error" not in told
    assert {code for _, code in FOUND.findall(told)} >= codes(ALL)
    assert fingerprint(wards[ALL] / "site") == before


def test_the_ward_without_mistakes_is_built(wards: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        command, cwd=wards["none"], capture_output=True, text=True, env=environment(), check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Ngày hội của tổ 1" in (wards["none"] / "site/tin-tuc/2026/ngay-hoi/index.html").read_text("utf-8")


@pytest.mark.parametrize("day", ["mai", "2026-02-30"])
def test_a_build_for_no_day_says_so(day: str, wards: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    told = subprocess.run(
        command,
        cwd=wards["none"],
        capture_output=True,
        text=True,
        env=environment() | {"GANDAN_TODAY": day},
        check=False,
    )
    assert told.returncode == 1 and f"«{day}» không phải ngày" in told.stderr
    assert "Traceback" not in told.stderr


# --- texts nobody thought of ----------------------------------------------------------------------

FILES = [*ward.FILES, "data/dia-chi-cu.yml"]
SYNTAX = """
--- ... : - , [ ] { } & * ! | > ' " % @ ` # ? ~ null \\ << = title: date: topics: slug: id: relations: kind:
target: 2026-11-20 2026-02-30 20/11/2026 59/2023/NĐ-CP 08/2023/QĐ-UBND quy-che-moi dan-chu / /a/ ../ .md
<b> --> [a](b) ![](c) [a]: [^1]: javascript: ``` ~~~ &#115; Ngày Đ \u00d0 o\u0302 \u200b \u202e \ufeff \x00
"""
PIECES = st.sampled_from([*SYNTAX.split(), " ", "\t", "\n", "\n\n", "\n  ", "\n- ", ": "])
YAMLISH = st.lists(PIECES, max_size=40).map("".join)
CONTENT = st.one_of(
    st.binary(max_size=200), st.text(max_size=100), YAMLISH, YAMLISH.map("---\n{}\n---\n".format)
)


def survives(changes: Mapping[str, str | bytes]) -> None:
    with TemporaryDirectory() as folder:
        joined = assemble(ward.write(Path(folder), changes), ward.TODAY)
    for problem in joined.problems:
        assert str(problem).encode() and problem.place.line >= 1 and problem.place.column >= 1
    assert joined.portal is not None or errors(joined.problems)


@given(changes=st.dictionaries(st.sampled_from(FILES), CONTENT, min_size=1, max_size=3))
def test_any_content_is_read_or_told(changes: dict[str, str | bytes]) -> None:
    survives(changes)


def mutated(text: str, chance: random.Random) -> str:
    """The text with some lines cut, doubled, exchanged or moved in, some letters spoiled."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[one]
            case 1:
                lines.insert(one, lines[other])
            case 2:
                lines[one], lines[other] = lines[other], lines[one]
            case 3:
                lines[one] = " " * chance.randint(1, 5) + lines[one]
            case 4:
                lines = lines[: one + 1]
            case _:
                place, piece = chance.randint(0, len(lines[one])), chance.choice(SYNTAX.split())
                lines[one] = lines[one][:place] + piece + lines[one][place + chance.randint(0, 3) :]
        text = "\n".join(lines)
    return text


@pytest.mark.parametrize("name", ward.FILES)
def test_any_slip_in_a_right_file_is_read_or_told(name: str) -> None:
    for seed in range(40):
        survives({name: mutated(ward.FILES[name], random.Random(f"{name} {seed}"))})
