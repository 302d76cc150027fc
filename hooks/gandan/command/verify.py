"""`gandan verify`: the live site, read from outside."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from gandan import clock
from gandan.assemble import assemble
from gandan.command.progress import Progress
from gandan.verify import outside, stamp
from gandan.verify.fetch import Web
from gandan.verify.finding import Finding
from gandan.verify.site import Site
from gandan.verify.survey import Survey

WHOLE, BROKEN, WRONG_USE = 0, 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", nargs="?", metavar="URL", help=_URL)
    parser.add_argument("--timeout", default="20", metavar="GIÂY", help="chờ mỗi tệp bao lâu (mặc định: 20)")
    parser.add_argument("--pages", default="30", metavar="SỐ", help="đọc thử bao nhiêu trang (mặc định: 30)")
    parser.add_argument("--commit", default="", metavar="BẢN", help="trang phải được dựng từ bản nguồn này")
    parser.add_argument("--wait", default="0", metavar="GIÂY", help=_WAIT)
    parser.add_argument("--outside", action="store_true", help=_OUTSIDE)
    parser.set_defaults(run=run)


_URL = "địa chỉ của trang (mặc định: site_url trong data/phuong.yml)"
_WAIT = "chờ bản ấy lên trang bao lâu (mặc định: 0)"
_OUTSIDE = "chỉ thử các liên kết dẫn ra ngoài trang; báo, không bao giờ kết thúc bằng lỗi"


class Wrong(Exception):
    """What was written wrongly on the command line."""


def run(given: argparse.Namespace) -> int:
    """Prints what is wrong, a line each; 0 whole, 1 with what is wrong, 2 for wrong use."""
    try:
        root = _address(given.url or _own(given.root))
        timeout = _number("--timeout", given.timeout, 1, 600)
        most = _number("--pages", given.pages, 1, 100_000)
        patience = _number("--wait", given.wait, 0, 3600)
    except Wrong as error:
        print(f"gandan verify: {error}", file=sys.stderr)
        return WRONG_USE
    progress = Progress("Đang đọc")
    site = Site(root, Web(timeout), lambda address: progress.step(f"/{address}"))
    if given.outside:
        told = _told(outside.of(site), progress)
        print(f"{len(told)} liên kết ra ngoài nên xem lại." if told else "Các liên kết ra ngoài đều sống.")
        return WHOLE
    survey = Survey(site, most, given.commit, patience)
    told = _told(survey.findings(), progress)
    return _ended(survey, told)


def _told(findings: Iterable[Finding], progress: Progress) -> list[Finding]:
    told = []
    for finding in findings:
        progress.clear()
        print(finding, flush=True)
        told.append(finding)
    progress.clear()
    return told


def _ended(survey: Survey, told: list[Finding]) -> int:
    wrong = sum(finding.wrong for finding in told)
    if survey.stamp:
        print(stamp.told(survey.stamp))
    also = f", {len(told) - wrong} điều nên xem" if len(told) > wrong else ""
    if wrong:
        print(f"{wrong} điều sai{also}, khi đọc {survey.read} trên {survey.listed} trang.")
        return BROKEN
    print(f"Trang nguyên vẹn: đã đọc {survey.read} trên {survey.listed} trang{also}.")
    return WHOLE


def _own(root: Path) -> str:
    portal = assemble(root.resolve(), clock.today()).portal
    if portal is None:
        raise Wrong("cần địa chỉ của trang, ví dụ: gandan verify https://benmau.example/")
    return portal.ward.site_url


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        right = right and not parts.query and not parts.fragment
    except ValueError:
        right = False
    if not right:
        raise Wrong(f"«{url}» không phải địa chỉ của một trang; viết đủ, ví dụ https://benmau.example/")
    return url if url.endswith("/") else f"{url}/"


def _number(option: str, text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise Wrong(f"sau {option} phải là một số từ {least} đến {most}, không phải «{text}».")
    return int(text)
