"""Record -> address: the one place where addresses of the site are spelled.

An address is relative to the site's root, without a leading slash: `tin-tuc/2026/ngay-hoi/`.
"""

import re
from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import quote, urljoin

HOME = ""
NEWS = "tin-tuc/"
NOTICES = "thong-bao/"
CONSULTATIONS = "lay-y-kien/"
DISCLOSURES = "cong-khai/"
QUESTIONS = "hoi-dap/"
SUPERVISION = "giam-sat/"
DECISIONS = "bieu-quyet/"
EXEMPLARS = "mo-hinh/"
CALENDAR = "lich/"
REGISTER = "van-ban/"
TOPICS = "chu-de/"
GROUPS = "to-dan-pho/"
ABOUT = "gioi-thieu/"
TELEPHONES = "gioi-thieu/dien-thoai/"
LOOKUP = "tim-kiem/"
RSS = "tin-tuc/rss.xml"
JSON_FEED = "tin-tuc/feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MANIFEST = "manifest.webmanifest"
ICON = "favicon.ico"
WORKER = "sw.js"
ICALENDAR = "lich/lich.ics"
DEADLINES = "lay-y-kien/lich.ics"
LEDGERS = "cong-khai/so-theo-quy/"
PLAN = "cong-khai/ke-hoach/"
OPEN_DATA = "du-lieu/"
SEARCH_ROOT = "tim-kiem/chi-muc/goc.json"
CARDS = "the/"  # pictures that pages are shown with where they are sent
CHRONICLES = "lich-su-dang/"  # written at publication: of every record when it went out and what changed
PUBLISHED = "data/dia-chi-da-dang.txt"  # the ward's list of every address ever published
# Pages that need no file of their own.
HEADS = frozenset(
    {
        HOME, NEWS, NOTICES, CONSULTATIONS, DISCLOSURES, QUESTIONS, SUPERVISION, DECISIONS, EXEMPLARS,
        CALENDAR, REGISTER, TOPICS, GROUPS, ABOUT, TELEPHONES, LOOKUP, LEDGERS, PLAN, OPEN_DATA,
    }
)  # fmt: skip
FEEDS = frozenset({RSS, JSON_FEED, ICALENDAR, DEADLINES})
EDITOR = "quan-tri/"  # the web editor, where it is switched on
MACHINES = FEEDS | {SITEMAP, ROBOTS, MANIFEST, ICON, WORKER, "404.html"}
# What may lie beside an item and is published; anything else stays in the repository.
FILES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".pdf", ".docx", ".xlsx", ".mp3", ".ogg"})


_PLAIN = re.compile(r"[a-z0-9-]+(?:[/.][a-z0-9-]+)*/?")


def full(root: str, address: str) -> str:
    """`https://benmau.example/` and `lich/` -> `https://benmau.example/lich/`, fit for any machine."""
    if root.endswith("/") and _PLAIN.fullmatch(address):
        return root + address  # as urljoin does it, in a tenth of the time: a site has thousands of them
    return urljoin(root, quote(address))


def published(file: str) -> bool:
    """Whether a file that lies in docs/ beside an item goes out; telephones write .JPG."""
    return PurePosixPath(file).suffix.lower() in FILES


# Pages that belong to another page, or follow from the day or from how much there is, come and go.
_PASSING = re.compile(
    r"(?:^|/)trang-\d+/$|^lich/\d{4}/\d{2}/$|/so-theo-quy/\d{4}-q\d/$|/(?:niem-yet|cac-dang)/$|^quan-tri/"
)


def lasting(address: str) -> bool:
    """Whether a page's address, once published, is kept for ever."""
    return not _PASSING.search(address)


def answered(address: str, there: Collection[str]) -> bool:
    """Whether an address leads to one of `there`: a file that is gone may be a page that tells so."""
    return address in there or f"{address}/" in there


def listed(text: str) -> dict[int, str]:
    """The lines of a list of addresses, by number: one address a line with its leading slash."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return {number: line[1:] for number, line in lines if line.startswith("/")}


def of_item(file: str, slug: str) -> str:
    """`docs/tin-tuc/2026/2026-11-20-ngay-hoi.md` and `ngay-hoi` -> `tin-tuc/2026/ngay-hoi/`: the year is the
    folder's, so that a corrected date never moves a page."""
    return f"{file.rpartition('/')[0].removeprefix('docs/')}/{slug}/"


def of_year(section: str, year: str) -> str:
    """`tin-tuc/` and `2026` -> `tin-tuc/2026/`."""
    return f"{section}{year}/"


def of_event(year: str, slug: str) -> str:
    return f"{CALENDAR}{year}/{slug}/"


def of_event_file(event: str) -> str:
    """`lich/2026/doi-thoai/` -> `…/doi-thoai.ics`: a name that says what it is once saved."""
    return f"{event}{event.rstrip('/').rpartition('/')[2]}.ics"


def of_month(year: int, month: int) -> str:
    return f"{CALENDAR}{year}/{month:02}/"


def of_directive(identity: str) -> str:
    return f"{REGISTER}{identity}/"


def of_ledger(quarter: str) -> str:
    """`2026-q4` -> the register of what was publicised in that quarter."""
    return f"{LEDGERS}{quarter}/"


def of_ledger_file(quarter: str) -> str:
    return f"{LEDGERS}{quarter}/so-cong-khai-{quarter}.csv"


def of_sheet(item: str) -> str:
    """The sheet of an item that goes on a board."""
    return f"{item}niem-yet/"


def of_tellings(item: str) -> str:
    """The same item to be read out and to be sent."""
    return f"{item}cac-dang/"


def of_data(kind: str, form: str) -> str:
    """`news` and `csv` -> `du-lieu/news.csv`; `schema.json` is the form of its JSON Schema."""
    return f"{OPEN_DATA}{kind}.{form}"


def of_topic(slug: str) -> str:
    return f"{TOPICS}{slug}/"


def of_group(slug: str) -> str:
    return f"{GROUPS}{slug}/"


def of_page(name: str) -> str:
    """`index` -> "", `gioi-thieu/lien-he` -> "gioi-thieu/lien-he/"."""
    place = name.removesuffix("index")
    return place if place.endswith("/") or not place else f"{place}/"


def of_older(head: str, number: int) -> str:
    """Page `number` of a list, counted from the oldest, so that a full page never changes again."""
    return f"{head}trang-{number}/"


def of_picture(item: str, file: str) -> str:
    """A file that lies beside an item: it stays in the folder of the item's year."""
    return f"{item.rstrip('/').rpartition('/')[0]}/{file}"


def of_rendition(picture: str, width: int) -> str:
    """`tin-tuc/2026/anh/kenh.jpg` and 800 -> its form of 800 points; nobody writes below `assets/`."""
    return f"assets/anh/{picture}.{width}.webp"


def of_spoken(page: str, month: int | None = None) -> str:
    """The file that tells how to say what stands on a page: one for a month of a section's year, or for
    all pages of a folder. `tin-tuc/2026/ngay-hoi/` and 11 -> `tin-tuc/2026/loi-doc-11.json`."""
    folder = page.rstrip("/").rpartition("/")[0]
    name = f"loi-doc-{month:02}.json" if month else "loi-doc.json"
    return f"{folder}/{name}" if folder else name


def of_card(page: str) -> str:
    """`tin-tuc/2026/ngay-hoi/` -> the picture that shows this page where it is sent."""
    return f"{CARDS}{page.rstrip('/') or 'trang-chu'}.png"


def of_chronicle(record: str) -> str:
    """`tin-tuc/2026/ngay-hoi/` -> the file that tells when it was published and what changed."""
    return f"{CHRONICLES}{record.rstrip('/')}.json"


def from_register(identity: str) -> str:
    """A document's address as seen from another document's page, both below the register."""
    return f"../{identity}/"
