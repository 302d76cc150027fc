"""The sitemap of a live site -> its addresses, and which of them are read."""

from collections.abc import Iterator
from xml.etree import ElementTree

from gandan import addresses
from gandan.verify.finding import Finding
from gandan.verify.site import Site, given

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def read(site: Site) -> tuple[list[str], list[Finding]]:
    """All full addresses of the sitemap in its order, and what is wrong with it."""
    answer = site.get(addresses.SITEMAP)
    whole, found = given(addresses.SITEMAP, answer)
    if not whole:
        return [], found
    try:
        places = [(one.text or "").strip() for one in ElementTree.fromstring(answer.body).iter(LOC)]
    except (ElementTree.ParseError, LookupError, ValueError):
        return [], [*found, Finding(addresses.SITEMAP, "không đọc được: không phải XML, hoặc bị đứt.")]
    return places, [*found, *_wrong(site, places)]


def _wrong(site: Site, places: list[str]) -> Iterator[Finding]:
    if not places:
        yield Finding(addresses.SITEMAP, "không có trang nào.")
    if len(places) != len(set(places)):
        yield Finding(addresses.SITEMAP, "có địa chỉ ghi hai lần.")
    if places and (named := base(places)) != site.root:
        mend = "Sửa site_url trong data/phuong.yml rồi dựng lại."
        yield Finding(addresses.SITEMAP, f"ghi địa chỉ của {named}, không phải của {site.root}. {mend}")


def base(places: list[str]) -> str:
    """The root that the site believes it has: the front page's address, the shortest of all."""
    return min(places, key=len)


def sample(places: list[str], most: int) -> list[str]:
    """At most `most` addresses, always the same: the first of each section, then evenly spread ones."""
    if len(places) <= most:
        return places
    root = base(places)
    heads = set({place.removeprefix(root).split("/")[0]: place for place in reversed(places)}.values())
    chosen = [place for place in places if place in heads][:most]
    rest = [place for place in places if place not in heads]
    left = most - len(chosen)
    return chosen + [rest[number * len(rest) // left] for number in range(left)]
