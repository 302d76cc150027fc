"""A document that was read -> the item of the portal: fields, body, pictures, and what staff must see."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gandan import sections
from gandan.importing import (
    byline,
    figures,
    front,
    headings,
    kinds,
    letterhead,
    markdown,
    marks,
    signature,
    subject,
)
from gandan.importing.blocks import Block, Cell, Document, Line, Picture, Table
from gandan.importing.figures import Figure
from gandan.importing.letterhead import Letterhead
from gandan.importing.refusal import Refused
from gandan.importing.signature import Signature
from gandan.importing.subject import Subject
from gandan.importing.tidying import Mends
from gandan.vietnamese import slug

LONGEST = 60  # letters of the slug
SHORTER = 36  # letters of it in names of pictures
NEEDLESS = re.compile(r"^(?:thong-bao-)?(?:ve-viec-|v-v-)?(?=.)")  # the section's address says so already
TODAY = frozenset({"disclosure", "consultation"})  # here the law counts from the day on the site
ASK = "{why}. Chạy lại, thêm một trong: {choices}."


@dataclass(slots=True)
class Read:
    """A paper taken apart: head, subject, foot, the blocks between; and what was put right in it."""

    head: Letterhead
    about: Subject
    foot: Signature
    rest: list[Block]
    mends: Mends = field(default_factory=Mends)


@dataclass(slots=True)
class Draft:
    """An item that is not written yet: `file` below the ward's root, its `text`, the pictures beside it.

    `read` tells what of the paper went where and what was put right in its words.
    """

    file: str
    kind: str
    text: str
    figures: tuple[Figure, ...]
    read: Read
    unsure: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def describe(self, figure: Figure, alt: str) -> None:
        """Writes what is to be seen in a picture, which nobody wrote before."""
        said = replace(figure, alt=alt)
        self.figures = tuple(said if one is figure else one for one in self.figures)
        self.text = self.text.replace(figure.markdown, said.markdown)


def draft(
    document: Document, name: str, known: Sequence[str], today: date, kind: str | None = None, photos: int = 0
) -> Draft:
    """The item of a document; `name` is its file's, `known` the names that the ward's own data spell.

    The last `photos` pictures of the document came as files of their own and stand at the end. Raises
    `Refused` when the document is empty, or its kind must be asked for.
    """
    read = _taken(_filled(document), known)
    blocks = _settled(read.rest, read.mends)
    title = read.mends.tidy(read.about.title) or name
    chosen = _chosen(read, title, marks.plain(markdown.blocks_words(blocks)), today, kind)
    summary, author, blocks = byline.take(blocks) if chosen.kind == "news" else ("", "", blocks)
    day = _day(read.head, chosen.kind, today)
    stem = f"{day.isoformat()}-{short(title) or short(name) or 'bai'}"
    blocks[:0] = [Line(document.warning)] if document.warning else []
    blocks += [Picture(place) for place in range(len(document.drawings) - photos, len(document.drawings))]
    drawn, lost = figures.made(blocks, document, f"{day.isoformat()}-{short(title, SHORTER) or 'anh'}")
    notes = {key: read.mends.tidy(words) for key, words in document.notes.items()}
    body = markdown.write(blocks, notes, {place: one.markdown for place, one in drawn.items()})
    fields = {"title": title, "date": day, "description": summary, **chosen.fields}
    fields |= {"unit": read.head.issuer, "source": _source(read), "author": author}
    folder = f"docs/{sections.BY_KIND[chosen.kind].folder}{day.year}"
    made = Draft(f"{folder}/{stem}.md", chosen.kind, front.write(fields) + body, tuple(drawn.values()), read)
    _tell(made, document, chosen, lost)
    made.unsure += _dated(read.head, chosen.kind, day, today)
    return made


def _chosen(read: Read, title: str, text: str, today: date, given: str | None) -> kinds.Choice:
    choice = kinds.choose(read.about.type, title, text, read.head, today, given)
    if not choice.kind:
        choices = ", ".join(f"--kind {one.folder.rstrip('/')} ({one.name})" for one in sections.SECTIONS)
        raise Refused(ASK.format(why=choice.why or "chưa rõ là loại bài gì", choices=choices))
    return choice


def _filled(document: Document) -> Document:
    if not document.drawings and not _said(document.blocks):
        raise Refused("tệp không có chữ hay ảnh nào. Mở ra xem có đúng tệp, đã lưu chưa.")
    return document


def _said(blocks: Sequence[Block]) -> bool:
    return bool(marks.plain(markdown.blocks_words(blocks)).strip())


def _taken(document: Document, known: Sequence[str]) -> Read:
    """Takes head, subject and foot off a document."""
    head, below = letterhead.take(document.blocks, known)
    about = subject.take(below, head.about, known)
    foot, rest = signature.take(about.rest)
    return Read(head, about, foot, rest)


def _settled(blocks: Sequence[Block], mends: Mends) -> list[Block]:
    """Pictures with their captions, headings and lists told apart, words put right."""
    return [_tidy(block, mends) for block in headings.settle(figures.gather(blocks))]


def _tidy(block: Block, mends: Mends) -> Block:
    if isinstance(block, Line):
        return replace(block, words=mends.tidy(block.words))
    if isinstance(block, Picture):
        return replace(block, caption=mends.tidy(block.caption))
    return Table(
        tuple(
            tuple(
                Cell(
                    tuple(replace(line, words=mends.tidy(line.words)) for line in cell.lines),
                    cell.columns,
                    cell.rows,
                )
                for cell in row
            )
            for row in block.rows
        )
    )


def short(title: str, longest: int = LONGEST) -> str:
    """The slug of a title, cut between words; "" when nothing of it is a letter."""
    whole = NEEDLESS.sub("", slug(title))
    return whole if len(whole) <= longest else whole[: longest + 1].rpartition("-")[0]


def _day(head: Letterhead, kind: str, today: date) -> date:
    return head.day if head.day and head.day <= today and kind not in TODAY else today


def _dated(head: Letterhead, kind: str, day: date, today: date) -> list[str]:
    if day != today:
        return [f"ngày đăng (date) ghi theo ngày văn bản {day:%d/%m/%Y}; đăng hôm khác thì sửa"]
    if head.day and head.day > today:
        return [f"ngày văn bản {head.day:%d/%m/%Y} chưa đến; ngày đăng (date) ghi hôm nay"]
    return []


def _source(read: Read) -> str:
    """`Thông báo số 12/TB-UBND ngày 20/11/2026 của Ủy ban nhân dân phường Bến Mẫu, Chủ tịch A ký`."""
    head = read.head
    if not (head.number or (head.issuer and head.day) or (read.about.type and read.foot.signers)):
        return ""
    parts = [read.about.type or "Văn bản"]
    parts += [f"số {head.number}"] if head.number else []
    parts += [f"ngày {head.day:%d/%m/%Y}"] if head.day else []
    parts += [f"của {head.issuer}"] if head.issuer else []
    signed = [f"{one.office} {one.name}".strip() for one in read.foot.signers if one.name]
    return " ".join(parts) + (f", {' và '.join(signed)} ký" if signed else "")


def _tell(made: Draft, document: Document, chosen: kinds.Choice, lost: Sequence[str]) -> None:
    made.lost += [*document.lost, *lost]
    made.done += document.done
    made.unsure += [*document.unsure, *made.read.head.unsure, *made.read.about.unsure, *chosen.unsure]
    if not made.read.about.title:
        made.unsure.append("không thấy tiêu đề trong tệp, lấy tên tệp làm tiêu đề")
