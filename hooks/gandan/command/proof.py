"""`gandan proof`: when a page was published and changed, as a sheet that can be checked with plain git."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from gandan import addresses, clock
from gandan.assemble import assemble
from gandan.command import options
from gandan.proof import account, checking, sheet
from gandan.proof.account import Account
from gandan.publishing import live
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused
from gandan.relate.portal import Portal
from gandan.views.sheet import heading

DONE, REFUSED, WRONG_USE = 0, 1, 2
FOLDER = "xac-nhan-dang"
_NOT_AN_ADDRESS = re.compile(r"[\0-\x1f:]|(?:^|/)\.\.?(?:/|$)|//")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "address", metavar="ĐỊA_CHỈ", help="địa chỉ của trang, ví dụ /cong-khai/2026/thu-chi-quy-3/"
    )
    options.branch(parser, "nơi giữ nhánh")
    options.today(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Writes the sheet and prints its path; 0 done, 1 with the reasons, 2 for wrong use."""
    try:
        today = clock.today(given.today)
        print(_written(given, today))
    except clock.NotADay as error:
        print(f"gandan proof: {error}.", file=sys.stderr)
        return WRONG_USE
    except Refused as refused:
        for sentence in refused.sentences:
            print(f"gandan proof: {sentence}", file=sys.stderr)
        return REFUSED
    return DONE


def _written(given: argparse.Namespace, today: date) -> Path:
    root = given.root.resolve()
    portal = _portal(root, today)
    address = relative(given.address, portal.ward.site_url)
    branch = Branch(Git(root, given.timeout), given.remote, given.branch)
    branch.check()
    known = branch.known()
    print(f"Đang đọc nhánh {branch.name} ở {checking.public(branch.remote)}…", file=sys.stderr, flush=True)
    found = account.of(branch, address)
    remarks = tuple(_remarks(branch, known, found))
    for remark in remarks:
        print(f"gandan proof: {remark}", file=sys.stderr)
    ward = sheet.Ward(
        heading(portal, today), addresses.full(portal.ward.site_url, address), _place(branch), branch.name
    )
    return _kept(given.root / FOLDER, address, sheet.html(found, ward, remarks))


def _portal(root: Path, today: date) -> Portal:
    """The ward's content, for its name and its address; what is wrong in it changes no proof."""
    if not options.is_ward(root):
        raise Refused(f"{root} không phải thư mục của phường.")
    portal = assemble(root, today).portal
    if portal is None:
        raise Refused("thiếu data/phuong.yml, không biết là trang của phường nào.")
    return portal


def relative(written: str, site: str) -> str:
    """What somebody typed or copied -> an address relative to the site's root. Raises Refused.

    Both `https://host/base/tin-tuc/2026/x/?q#y` and `tin-tuc/2026/x` give `tin-tuc/2026/x/`.
    """
    text = written.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Refused(f"«{text}» không phải địa chỉ của một trang.") from None
    if parts.scheme in ("http", "https"):
        base = urlsplit(site).path
        path = parts.path.removeprefix(base) if parts.path.startswith(base) else parts.path
    else:
        path = text.partition("#")[0].partition("?")[0]
    path = unquote(path).strip("/").removesuffix("index.html").strip("/")
    if _NOT_AN_ADDRESS.search(path):
        raise Refused(f"«{text}» không phải địa chỉ của một trang.")
    return f"{path}/" if path else ""


def _remarks(branch: Branch, known: str | None, found: Account) -> list[str]:
    """What must be said of the branch: it was written anew, or its newest publication is not ours."""
    told = []
    if known and not branch.holds(known, found.tip.commit):
        told.append(
            f"Nhánh {branch.name} đã bị viết lại: bản {known} từng có nay không còn trong lịch sử của nó."
        )
    if not live.untouched(branch.git, found.tip):
        told.append(f"Bản mới nhất của nhánh không phải do gandan đăng, hoặc đã bị đổi: {found.tip.commit}.")
    return told


def _place(branch: Branch) -> str:
    answer = branch.git.ask("remote", "get-url", branch.remote)
    return checking.public(branch.remote if answer.status else answer.text)


def _kept(folder: Path, address: str, text: str) -> Path:
    path = folder / f"{address.rstrip('/').replace('/', '-') or 'trang-chu'}.html"
    try:
        folder.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise Refused(f"không ghi được vào {folder}: {error.strerror}.") from None
    return path
