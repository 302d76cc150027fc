"""What machines read of a live site: feeds, calendars, open data. Each must parse."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

from icalendar import Calendar

from gandan import addresses
from gandan.verify.fetch import joined
from gandan.verify.finding import Finding, advice
from gandan.verify.outline import Outline
from gandan.verify.site import Site, given

XML = (ElementTree.ParseError, LookupError, ValueError)  # the last two for an encoding nobody knows


def of(site: Site, named: str) -> Iterator[Finding]:
    """The feeds that every site has; `named` is the root that the site says it has."""
    yield from _read(site, addresses.RSS, lambda data: _rss(data, named))
    yield from _read(site, addresses.JSON_FEED, lambda data: _json_feed(data, named))
    for address in (addresses.ICALENDAR, addresses.DEADLINES):
        yield from _read(site, address, _calendar)
    yield from _read(site, addresses.ROBOTS, lambda data: _robots(data, named))


def open_data(site: Site, page: Outline) -> Iterator[Finding]:
    """Every file of open data that its page links to."""
    here = joined(site.root, addresses.OPEN_DATA)
    files = dict.fromkeys(site.relative(joined(here, one)) for one in page.links)
    for address in files:
        if address.startswith(addresses.OPEN_DATA) and address.endswith(".json"):
            yield from _read(site, address, _json)
        elif address.startswith(addresses.OPEN_DATA) and address.endswith(".csv"):
            yield from _read(site, address, _csv)


def _read(site: Site, address: str, judge: Callable[[bytes], str]) -> Iterator[Finding]:
    answer = site.get(address)
    whole, found = given(address, answer)
    yield from found
    if not whole:
        return
    if answer.type == "text/html":
        yield Finding(address, "máy chủ đưa một trang HTML thay cho tệp.")
    elif trouble := judge(answer.body):
        yield Finding(address, trouble)
    elif answer.type in ("", "application/octet-stream"):
        yield advice(address, "máy chủ không ghi kiểu của tệp.")


def _rss(data: bytes, named: str) -> str:
    try:
        tree = ElementTree.fromstring(data)
    except XML:
        return "không đọc được: không phải XML, hoặc bị đứt."
    if tree.tag != "rss" or tree.find("channel") is None:
        return "không phải RSS."
    return _elsewhere([one.text or "" for one in tree.iter("link")], named)


def _json_feed(data: bytes, named: str) -> str:
    try:
        feed = json.loads(data)
        return _elsewhere([str(one["url"]) for one in feed["items"]], named)
    except (ValueError, KeyError, TypeError, RecursionError):
        return "không phải JSON Feed."


def _elsewhere(links: list[str], named: str) -> str:
    strange = [one for one in links if not one.startswith(named)]
    return f"dẫn tới {strange[0]}, ngoài {named}." if strange else ""


def _calendar(data: bytes) -> str:
    try:
        Calendar.from_ical(data.decode("utf-8"))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
        return "không đọc được như lịch (iCalendar), hoặc bị đứt."
    return "" if data.rstrip().endswith(b"END:VCALENDAR") else "lịch bị đứt trước END:VCALENDAR."


def _robots(data: bytes, named: str) -> str:
    lines = {line.strip() for line in data.decode("utf-8", "replace").splitlines()}
    if "Disallow: /" in lines:
        return "cấm máy tìm kiếm đọc cả trang (Disallow: /)."
    return "" if f"Sitemap: {named}{addresses.SITEMAP}" in lines else "không chỉ đúng chỗ của sitemap.xml."


def _json(data: bytes) -> str:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return "không phải JSON, hoặc bị đứt."
    return ""


def _csv(data: bytes) -> str:
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (ValueError, csv.Error):
        return "không đọc được như bảng CSV."
    return "" if rows and len({len(row) for row in rows}) == 1 else "bảng CSV có dòng thiếu hoặc thừa cột."
