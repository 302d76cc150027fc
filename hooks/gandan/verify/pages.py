"""Pages of a live site: each answers, is whole, says its own address, and loads nothing from elsewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from gandan.verify.fetch import Answer, joined
from gandan.verify.finding import Finding, advice
from gandan.verify.outline import Outline
from gandan.verify.site import Site, given

# What a browser takes a file for; with another type it refuses styles and scripts.
TYPES = {
    ".css": {"text/css"},
    ".js": {"text/javascript", "application/javascript"},
    ".svg": {"image/svg+xml"},
    ".png": {"image/png"},
    ".webp": {"image/webp"},
    ".jpg": {"image/jpeg"},
    ".mp3": {"audio/mpeg", "audio/mp3"},
    ".ogg": {"audio/ogg", "application/ogg", "video/ogg"},
    ".woff2": {"font/woff2", "application/font-woff2", "application/octet-stream"},
}


def page(site: Site, address: str, named: str) -> tuple[Outline | None, list[Finding]]:
    """The page at `address`; `named` is its address as the sitemap has it."""
    answer = site.get(address)
    whole, found = given(address, answer)
    if not whole:
        return None, found
    if answer.type != "text/html":
        return None, [*found, Finding(address, f"không phải trang HTML mà là «{answer.type}».")]
    if answer.moved:
        found.append(Finding(address, f"chuyển sang {answer.final}, tuy sơ đồ trang ghi địa chỉ này."))
    try:
        outline = Outline(answer.body.decode("utf-8"))
    except UnicodeDecodeError:
        return None, [*found, Finding(address, "chữ không phải UTF-8.")]
    except AssertionError:  # what the parser of Python raises on a declaration that it does not know
        return None, [*found, Finding(address, "HTML không đọc được.")]
    return outline, [*found, *_said(address, outline, named), *_loaded(site, address, outline)]


def _said(address: str, outline: Outline, named: str) -> Iterator[Finding]:
    if not outline.whole:
        yield Finding(address, "trang không trọn: thiếu phần nội dung <main>, hoặc bị đứt trước </html>.")
    if outline.canonical is None:
        yield Finding(address, "không ghi địa chỉ chính (canonical).")
    elif outline.canonical != named:
        yield Finding(address, f"ghi địa chỉ chính (canonical) là {outline.canonical}, phải là {named}.")


def _loaded(site: Site, address: str, outline: Outline) -> Iterator[Finding]:
    here, home = joined(site.root, address), urlsplit(site.root)
    for target in dict.fromkeys(joined(here, one) for one in outline.loads):
        if target.startswith("data:") or target.startswith(site.root):
            continue
        if target.startswith("http://"):
            yield Finding(address, f"tải tệp qua nối không bảo mật: {target}.")
        else:
            yield Finding(address, f"tải tệp từ ngoài trang: {target}.")
    for target in dict.fromkeys(joined(here, one) for one in outline.links):
        if target.startswith(f"{home.scheme}://{home.netloc}/") and not target.startswith(site.root):
            yield Finding(address, f"có liên kết ra ngoài đường dẫn gốc của trang: {target}.")


def loads(site: Site, address: str, outline: Outline) -> set[str]:
    """Addresses of the site's own files that the page loads."""
    here = joined(site.root, address)
    targets = (joined(here, one).partition("#")[0] for one in outline.loads)
    return {site.relative(one) for one in targets if one.startswith(site.root)}


def asset(site: Site, address: str) -> list[Finding]:
    """A style, script, picture or font that pages load."""
    answer = site.get(address)
    whole, found = given(address, answer)
    return [*found, *_kind(address, answer)] if whole else found


def _kind(address: str, answer: Answer) -> Iterator[Finding]:
    wanted = TYPES.get(address[address.rfind(".") :].lower())
    if wanted and answer.type not in wanted:
        words = f"máy chủ ghi kiểu «{answer.type}», phải là «{min(wanted)}»."
        yield Finding(address, words) if address.endswith((".css", ".js")) else advice(address, words)
