"""What the host does: wrong addresses, a safe way, packing, headers. Mostly advice: not every host obeys."""

from collections.abc import Iterator

from gandan.verify.fetch import Answer
from gandan.verify.finding import Finding, advice
from gandan.verify.outline import Outline
from gandan.verify.pages import loads
from gandan.verify.site import Site

OWN = "GitHub Pages không cho đặt; máy chủ riêng thì nên đặt"
NOWHERE = "khong-co/trang-nay/dau/"  # deep, so that a 404 page with relative styles is found out
# Of https://owasp.org/www-project-secure-headers/: what a site of plain pages gains from.
WANTED = ("strict-transport-security", "x-content-type-options", "referrer-policy", "content-security-policy")


def missing(site: Site) -> tuple[set[str], list[Finding]]:
    """Asks for a page that cannot be: what its 404 page loads, and what is wrong with it."""
    answer = site.get(NOWHERE)
    if answer.trouble:
        return set(), [Finding(NOWHERE, f"{answer.trouble}.")]
    if answer.status != 404:
        return set(), [Finding(NOWHERE, f"địa chỉ sai phải trả lời 404, máy chủ trả lời {answer.status}.")]
    try:
        outline = Outline(answer.body.decode("utf-8", "replace"))
    except AssertionError:  # a declaration that the parser does not know
        outline = Outline("")
    if not outline.whole:
        words = "địa chỉ sai hiện trang của máy chủ, không phải trang báo bằng tiếng Việt (404.html)."
        return set(), [advice(NOWHERE, words)]
    return loads(site, NOWHERE, outline), []


def of(site: Site, front: Answer, outline: Outline | None) -> Iterator[Finding]:
    """What the answer that brought the front page tells of its host."""
    if front.headers.get("content-encoding") not in ("gzip", "br", "zstd"):
        yield advice("", "máy chủ không nén trang (gzip); điện thoại phải tải nhiều hơn.")
    absent = [name for name in WANTED if name not in front.headers]
    if outline and outline.policy and "content-security-policy" in absent:
        absent.remove("content-security-policy")
    if absent:
        names = ", ".join(name.title() for name in absent)
        yield advice("", f"máy chủ không gửi {names} ({OWN}).")
    yield from _safe(site)


def _safe(site: Site) -> Iterator[Finding]:
    if site.root.startswith("http://"):
        yield advice("", "trang được đọc qua http://, không bảo mật; nên dùng https://.")
        return
    plain = site.web.get(site.root.replace("https://", "http://", 1))
    if plain.status == 200 and not plain.final.startswith("https://"):
        yield advice("", "địa chỉ http:// không chuyển sang https://.")
