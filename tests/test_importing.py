"""Twelve papers of a ward become items: no word, number or cell of theirs is lost, their heads are read."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
import ward
from papers import PAPERS, Paper

from gandan import prose
from gandan.assemble import assemble
from gandan.importing import drafting, placing, reading
from gandan.importing.drafting import Draft
from gandan.read import front

KNOWN = ["Ủy ban nhân dân phường Bến Mẫu", "Đảng ủy phường Bến Mẫu", "Phường Bến Mẫu", "Thành phố Minh Họa"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture
def paper(name: str) -> Paper:
    return made(name)


@cache
def made(name: str) -> Paper:
    return PAPERS[name]()


@pytest.fixture
def draft(name: str, folder: Path) -> Draft:
    return drafted(name, folder)


@cache
def drafted(name: str, folder: Path) -> Draft:
    document = reading.read(made(name).save(folder / f"{name}.docx"), False, print)
    return drafting.draft(document, name, KNOWN, ward.TODAY, made(name).kind)


PICTURE, CLOSED = re.compile("(<img[^>]*)>"), r"\1/>"

every = pytest.mark.parametrize("name", list(PAPERS))


def page(draft: Draft) -> ElementTree.Element:
    """The body as a page shows it."""
    html = prose.html(front.split(draft.text, draft.file)[0].body).replace("<br>", "<br/>")
    return ElementTree.fromstring(f"<div>{PICTURE.sub(CLOSED, html)}</div>")


def words(element: ElementTree.Element) -> str:
    """All words of a page in one line, numbers of lists included."""
    for listed in element.iter("ol"):
        start = int(listed.get("start", "1"))
        for number, one in enumerate(listed.findall("li"), start):
            one.text = f"{number}. {one.text or ''}"
    return " ".join("".join(element.itertext()).split())


def grid(table: ElementTree.Element) -> list[list[str]]:
    """What stands in every place of a table, a cell that spans in all of its places."""
    taken: dict[tuple[int, int], str] = {}
    rows = list(table.iter("tr"))
    for down, row in enumerate(rows):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            for below in range(int(cell.get("rowspan", "1"))):
                for aside in range(int(cell.get("colspan", "1"))):
                    taken[down + below, across + aside] = words(cell)
    width = max(across for _, across in taken) + 1
    return [[taken[down, across] for across in range(width)] for down in range(len(rows))]


@every
def test_every_sentence_and_number_stays(paper: Paper, draft: Draft) -> None:
    said = words(page(draft))
    missing = [one for one in paper.said if re.sub(r"^[-+] ", "", one) not in said]
    assert not missing, said


@every
def test_every_cell_stands_in_its_place(paper: Paper, draft: Draft) -> None:
    assert [grid(table) for table in page(draft).iter("table")] == paper.grids


def read(draft: Draft) -> dict[str, str]:
    signer = draft.read.foot.signers[0] if draft.read.foot.signers else None
    return {
        "issuer": draft.read.head.issuer,
        "number": draft.read.head.number,
        "day": draft.read.head.day.isoformat() if draft.read.head.day else "",
        "place": draft.read.head.place,
        "title": draft.read.about.title,
        "signer": signer.name if signer else "",
        "office": signer.office if signer else "",
        "kind": draft.kind,
    }


@every
def test_head_foot_and_kind_are_read(paper: Paper, draft: Draft) -> None:
    assert read(draft) == paper.fields


@every
def test_nothing_of_head_and_foot_is_left_in_the_text(draft: Draft) -> None:
    body = front.split(draft.text, draft.file)[0].body
    assert not re.search(r"CỘNG HÒA|Độc lập - Tự do|Nơi nhận|Đã ký|CHỦ TỊCH$|_____", body, re.M)


@every
def test_what_was_made_passes_the_check(draft: Draft, tmp_path: Path) -> None:
    ward.write(tmp_path, dict(placing.files(draft)))
    wrong = [one for one in assemble(tmp_path, ward.TODAY).problems if one.place.file == draft.file]
    assert [one for one in wrong if one.level == "error"] == []
