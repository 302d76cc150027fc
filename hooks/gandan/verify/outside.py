"""Links of a live site that lead elsewhere: which are dead. Each is asked once, politely; nothing blocks."""

import time
from collections.abc import Iterator

from gandan.verify import pages, sitemap
from gandan.verify.fetch import Answer, joined
from gandan.verify.finding import Finding, advice
from gandan.verify.site import Site

REST = 1.0  # seconds between two questions to one host
GONE = {404, 410}
NAMED = 3  # pages that are named for one dead link


def of(site: Site, rest: float = REST) -> Iterator[Finding]:
    """Reads every page of the sitemap, then asks each address elsewhere; all findings are advice."""
    places, found = sitemap.read(site)
    yield from found
    if not places:
        return
    asked: dict[str, float] = {}
    for target, where in sorted(_targets(site, places).items()):
        host = target.split("/")[2]
        time.sleep(max(0.0, asked.get(host, 0.0) + rest - time.monotonic()))
        site.told(target)
        answer = _asked(site, target)
        asked[host] = time.monotonic()
        if words := _said(answer):
            yield advice(target, f"{words} Có ở {_places(where)}.")


def _targets(site: Site, places: list[str]) -> dict[str, list[str]]:
    """Address elsewhere -> the pages that link to it."""
    named, targets = sitemap.base(places), dict[str, list[str]]()
    for place in places:
        address = place.removeprefix(named)
        outline, _ = pages.page(site, address, place)
        here = joined(site.root, address)
        links = {joined(here, one).partition("#")[0] for one in outline.links} if outline else set()
        for one in links:
            if one.startswith(("http://", "https://")) and not one.startswith((site.root, named)):
                targets.setdefault(one, []).append(address)
    return targets


def _asked(site: Site, target: str) -> Answer:
    """Only the head where the host understands that; the whole where it does not."""
    answer = site.web.get(target, "HEAD")
    return answer if answer.status in {200, *GONE} else site.web.get(target)


def _said(answer: Answer) -> str:
    """Why a link is told; nothing where it lives, or where a host only turns machines away."""
    if answer.trouble:
        return f"{answer.trouble[0].upper()}{answer.trouble[1:]}."
    if answer.status in GONE:
        return f"Trang không còn (máy chủ trả lời {answer.status})."
    return f"Máy chủ báo lỗi {answer.status}." if answer.status >= 500 else ""


def _places(where: list[str]) -> str:
    more = f" và {len(where) - NAMED} trang khác" if len(where) > NAMED else ""
    return ", ".join(f"/{one}" for one in where[:NAMED]) + more
