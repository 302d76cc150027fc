"""The proof of publication of a page as one HTML file that needs nothing else: for A4, or to be kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from gandan import qr
from gandan.ledger.paper import official
from gandan.proof import checking, words
from gandan.proof.account import Account, Entry
from gandan.proof.changes import Deed
from gandan.views.sheet import Heading

STYLE = """\
@page { size: A4 portrait; margin: 14mm 12mm 14mm 18mm; }
body { max-width: 180mm; margin: 1rem auto; padding: 0 1rem; color: #000;
  font: 11pt/1.4 "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 1.2rem 0 0.6rem; font-size: 15pt; line-height: 1.4; text-align: center;
  text-transform: uppercase; }
h2 { margin: 1rem 0 0.4rem; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 0.3rem; }
.official { display: flex; justify-content: space-between; gap: 6mm; text-align: center; }
.official p { margin: 0; font-size: 10pt; line-height: 1.5; }
.capitals { text-transform: uppercase; }
.bold { font-weight: 700; }
.dated { font-style: italic; }
.facts { display: flex; gap: 6mm; align-items: flex-start; }
.facts > dl { flex: 1; margin: 0; }
.facts dl div { display: grid; grid-template-columns: 34mm 1fr; gap: 2mm; padding: 0.8mm 0; }
dd { margin: 0; overflow-wrap: anywhere; }
dt { font-weight: 700; }
.qr { width: 32mm; height: 32mm; flex: none; background: #fff; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1mm 1.5mm; border: 0.5pt solid #000; font-size: 9pt; line-height: 1.35; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td p { margin: 0 0 0.5mm; }
code, pre { font: 8pt/1.4 "DejaVu Sans Mono", Consolas, monospace; }
pre { margin: 0 0 2mm; padding: 1.5mm; border: 0.5pt solid #000; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.many { font-size: 6.5pt; white-space: pre; overflow-x: auto; }
.warning { padding: 1.5mm; border: 1pt solid #000; font-weight: 700; }
.signed { display: flex; justify-content: space-around; min-height: 28mm; margin-top: 8mm; text-align: center;
  break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; text-decoration: none; } }
@media (max-width: 34rem) { .facts, .official { flex-direction: column; } }
"""
WIDTHS = (6, 17, 47, 30)  # hundredths of the sheet
_HEAD = ("STT", "Ngày, giờ", "Việc", "Bản trên nhánh, nguồn, SHA-256")


@dataclass(frozen=True, slots=True)
class Ward:
    """Whose page it is: the head of an official paper, the page's full address, the branch that holds it."""

    heading: Heading
    url: str
    remote: str
    branch: str


def html(one: Account, ward: Ward, remarks: tuple[str, ...] = ()) -> str:
    """The whole file. `remarks` are what whoever reads it must know of the branch."""
    title = f"Xác nhận việc đăng trang: {one.title}"
    return "\n".join(
        [
            '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
            f"<title>{escape(title)}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>\n{STYLE}</style>\n</head>\n<body>",
            *official(ward.heading),
            "<h1>Xác nhận việc đăng trang thông tin</h1>",
            *(f'<p class="warning">{escape(one)}</p>' for one in remarks),
            *_facts(one, ward),
            *_history(one),
            *_checking(one, ward),
            *_signed(),
            "</body>\n</html>\n",
        ]
    )


def _facts(one: Account, ward: Ward) -> Iterator[str]:
    yield '<div class="facts">\n<dl>'
    rows = [("Tên trang", one.title), ("Địa chỉ", ward.url), *words.facts(one)]
    rows += [("Nhánh đăng", f"{ward.branch}, kho {ward.remote}"), ("Bản mới nhất", one.tip.commit)]
    for name, told in rows:
        yield f"<div><dt>{name}</dt><dd>{escape(told)}</dd></div>"
    yield f"</dl>\n{qr.svg(ward.url, f'Mã QR dẫn đến {ward.url}')}\n</div>"


def _history(one: Account) -> Iterator[str]:
    yield "<h2>Các lần đăng</h2>"
    yield from _table([entry for entry in one.entries if entry.change.deed is not Deed.FRAME])
    if others := [entry for entry in one.entries if entry.change.deed is Deed.FRAME]:
        yield "<h2>Các lần tệp của trang đổi mà nội dung không đổi</h2>"
        yield "<p>Chỉ khung trang (thực đơn, chân trang, ngày dựng) đổi. Mỗi dòng: giờ, bản, mã SHA-256.</p>"
        yield f'<pre class="many">{escape(words.lines(others))}</pre>'


def _table(rows: list[Entry]) -> Iterator[str]:
    yield "<table>\n<colgroup>" + "".join(f'<col style="width: {one}%">' for one in WIDTHS) + "</colgroup>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{one}</th>' for one in _HEAD) + "</tr></thead>\n<tbody>"
    for number, entry in enumerate(rows, 1):
        moment = entry.publication.time
        when = f'<time datetime="{moment.isoformat()}">{words.time(moment)}</time>'
        told = "".join(f"<p>{escape(one)}</p>" for one in words.deed(entry))
        marks = "".join(
            f"<p>{escape(name)}<br><code>{escape(one)}</code></p>" for name, one in words.marks(entry)
        )
        yield f"<tr><td>{number}</td><td>{when}</td><td>{told}</td><td>{marks}</td></tr>"
    yield "</tbody>\n</table>"


def _checking(one: Account, ward: Ward) -> Iterator[str]:
    yield "<h2>Cách kiểm tra</h2>"
    yield "<p>Ai cũng kiểm tra được, chỉ cần git. Lấy nhánh về, xem trang đổi ở những bản nào, lúc nào:</p>"
    yield f"<pre>{escape(checking.clone(ward.remote, ward.branch, one.path, *_files(one)))}</pre>"
    yield "<p>Mỗi lệnh sau phải in ra đúng mã SHA-256 ghi trong bảng:</p>"
    yield f"<pre>{escape(checking.sums(one))}</pre>"
    yield "<p>Mã của trang ở mọi bản, kể cả các bản chỉ đổi khung:</p>"
    yield f"<pre>{escape(checking.every(one.path))}</pre>"
    yield (
        "<p>Mã SHA-256 tính từ toàn bộ tệp của trang: sửa một chữ thì mã khác hẳn. Giờ là giờ Việt Nam, do"
        " máy đăng ghi vào bản. Phiếu này do máy lập từ lịch sử của nhánh.</p>"
    )


def _files(one: Account) -> list[str]:
    """Every attachment that the page ever offered."""
    return sorted({path for entry in one.entries for path in entry.files})


def _signed() -> Iterator[str]:
    signers = (("Người lập phiếu", "(ký, ghi rõ họ tên)"), ("Thủ trưởng đơn vị", "(ký, đóng dấu)"))
    yield (
        '<div class="signed">'
        + "".join(f'<div><p class="bold">{who}</p><p>{how}</p></div>' for who, how in signers)
        + "</div>"
    )
