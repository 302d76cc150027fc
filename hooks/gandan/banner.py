"""Problems -> the bar that their author sees on top of every page of a preview, never in a built site."""

from collections.abc import Iterable, Sequence
from html import escape

from gandan.problems import Level, Problem

SHOWN = 50  # problems of a level in the bar; the terminal has all
STYLE_AT, SCRIPT_AT = "/_xem-thu/loi.css", "/_xem-thu/tai-lai.js"
UNTOUCHED = 'data-preview="none"'  # said by a page that must not load anew while somebody writes in it

# Files beside the site's own: the pages' policy lets nothing run or paint that stands in the page.
STYLE = """\
._loi { background: #9c1620; color: #fff; font: 1rem/1.5 system-ui, sans-serif; padding: .75rem 1rem;
  position: sticky; top: 0; z-index: 100; border-bottom: 4px solid #ffd54f; }
._loi._nhac { background: #fff3cd; color: #3d2c00; position: static; }
._loi p { margin: 0 0 .25rem; font-weight: 700; }
._loi ul { margin: 0; padding-left: 1.25rem; max-height: 40vh; overflow: auto; }
._loi li { margin: .25rem 0; overflow-wrap: anywhere; }
._loi code { background: none; color: inherit; font-size: .9em; }
._loi details, ._loi summary { margin: 0; color: inherit; cursor: pointer; }
._loi ul:focus-visible, ._loi summary:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
@media print { ._loi { display: none; } }
"""
# MkDocs tells of a new build by answering GET /livereload/EPOCH/ID.
SCRIPT = """\
const { epoch, id } = document.currentScript.dataset;
async function wait() {
  try {
    const answer = await fetch(`/livereload/${epoch}/${id}`);
    if (answer.ok && Number(await answer.text()) > Number(epoch)) { location.reload(); return; }
    setTimeout(wait, answer.ok ? 0 : 3000);
  } catch { setTimeout(wait, 3000); }
}
wait();
"""
FILES = {STYLE_AT: ("text/css", STYLE), SCRIPT_AT: ("text/javascript", SCRIPT)}  # each with its type


def bar(problems: Sequence[Problem]) -> str:
    """The errors as an alert, the warnings folded up; nothing for no problem."""
    errors = [one for one in problems if one.level is Level.ERROR]
    warnings = [one for one in problems if one.level is not Level.ERROR]
    parts = []
    if errors:
        said = f"{len(errors)} lỗi phải sửa. Trang chưa được dựng lại: sửa xong, lưu tệp, trang tự đổi."
        parts.append(f'<div class="_loi" role="alert"><p>{said}</p>{_list(errors, "Các lỗi")}</div>')
    if warnings:
        said = f"{len(warnings)} điều nên xem lại"
        inside = f"<details><summary>{said}</summary>{_list(warnings, said)}</details>"
        parts.append(f'<div class="_loi _nhac" role="region" aria-label="Lời nhắc">{inside}</div>')
    return "".join(parts)


def into(page: str, problems: Sequence[Problem], epoch: int, identity: int) -> str:
    """A page with the bar on top and what loads it anew; `epoch` and `identity` are those of MkDocs."""
    if UNTOUCHED in page:
        return page
    script = f'<script src="{SCRIPT_AT}" data-epoch="{epoch}" data-id="{identity}"></script>'
    style = f'<link rel="stylesheet" href="{STYLE_AT}">' if problems else ""
    page = page.replace("</head>", f"{style}</head>", 1).replace("<body>", f"<body>{bar(problems)}", 1)
    head, end, tail = page.rpartition("</body>")
    return f"{head}{script}{end}{tail}" if end else f"{page}{script}"


def alone() -> str:
    """A page for the bar as long as there is no other to put it on."""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Xem thử</title></head>'
        "<body><main><h1>Chưa dựng được trang</h1></main></body></html>"
    )


def _list(problems: Sequence[Problem], name: str) -> str:
    more = len(problems) - SHOWN
    items = [
        *_items(problems[:SHOWN]),
        *([f"<li>… và {more} điều nữa, xem ở cửa sổ lệnh.</li>"] if more > 0 else []),
    ]
    return f'<ul tabindex="0" aria-label="{name}">{"".join(items)}</ul>'


def _items(problems: Iterable[Problem]) -> Iterable[str]:
    for one in problems:
        place = escape(f"{one.place.file}:{one.place.line}:{one.place.column}")
        yield f"<li><code>{place}</code> {one.code}. {escape(f'{one.message} {one.hint}'.strip())}</li>"
