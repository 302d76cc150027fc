"""`gandan verify`: a whole site is called whole, and each way of being broken is told with its address."""

import gzip
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

import built
import pytest
import samples
from playwright.sync_api import Browser

from gandan.command.main import main
from gandan.publishing.stamp import Stamp
from gandan.search.files import FOLDER
from gandan.verify import fetch, outside, search, sitemap
from gandan.verify.fetch import Answer as Answered
from gandan.verify.fetch import Web
from gandan.verify.site import Site
from gandan.verify.survey import Survey

ITEM = "tin-tuc/2026/ngay-hoi/"
STYLE = "assets/portal.css"
HEAD = "tim-kiem/chi-muc/goc.json"
COMMIT = "1a2b3c4d5e6f"
WRITTEN = Stamp(COMMIT + "0" * 28, "2026-11-22T16:00:00+00:00", False, "2026-11-22T17:05:00+00:00", 5000, "")
STAMP = json.loads(WRITTEN.written())
Answer = Callable[["Host"], None]
Spoiled = dict[str, bytes | int | Answer]


class Host(BaseHTTPRequestHandler):
    """Serves a folder below a path, as if its site address were this one; `spoiled` answers go before."""

    folder: Path
    below = "/"
    spoiled: Spoiled
    meant: bytes
    asked: list[str]

    def log_message(self, format: str, *args: object) -> None:
        pass

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}{self.below}"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if not self.path.startswith(self.below):
            return self.give(b"<h1>Not Found</h1>", 404, "text/html")
        address = unquote(self.path.removeprefix(self.below).partition("?")[0])
        spoiled = self.spoiled.get(address)
        if callable(spoiled):
            return spoiled(self)
        if isinstance(spoiled, int):
            return self.give(b"", spoiled, "text/plain")
        file = self.folder / (f"{address}index.html" if address.endswith("/") or not address else address)
        if spoiled is None and not file.is_file():
            return self.give((self.folder / "404.html").read_bytes(), 404, "text/html")
        kind = guess_type(file.name)[0] or "application/octet-stream"
        return self.give(spoiled if spoiled is not None else file.read_bytes(), 200, kind)

    def give(self, body: bytes, status: int, kind: str, length: int | None = None, **more: str) -> None:
        text = kind.startswith("text/") or kind.endswith(("xml", "json"))
        body = body.replace(self.meant, self.root.encode()) if text else body
        if "gzip" in self.headers.get("Accept-Encoding", "") and text and body:
            body, more = gzip.compress(body), more | {"Content_Encoding": "gzip"}
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for header, value in more.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """`serve(folder, spoiled)` -> the address at which the folder now stands."""
    servers = []

    def begin(folder: Path, spoiled: Spoiled | None = None, below: str = "/", meant: str = OWN) -> str:
        settings = {"folder": folder, "spoiled": spoiled or {}, "below": below, "meant": meant.encode()}
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Host", (Host,), settings | {"asked": []}))
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}{below}"

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PAUSE", 0.0)


OWN = "https://benmau.example/"


def page(address: str = ITEM) -> bytes:
    return (samples.site() / address / "index.html").read_bytes()


def verified(url: str, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(["verify", url, "--timeout", "5", *words])
    out, error = capsys.readouterr()
    assert "Traceback" not in out + error
    return status, out


# --- a whole site ---------------------------------------------------------------------------------


def test_a_whole_site_is_called_whole_with_its_stamp(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    url = serve(samples.site(), {"ban-dung.json": json.dumps(STAMP).encode()})
    status, out = verified(url, capsys, "--commit", COMMIT, "--pages", "9999")
    assert status == 0 and "SAI" not in out
    assert "Bản dựng 1a2b3c4, đăng lúc 00:05 ngày 23/11/2026, 5000 trang." in out
    assert re.search(r"Trang nguyên vẹn: đã đọc (\d+) trên \1 trang", out)


def test_without_a_stamp_a_site_may_be_whole_unless_a_commit_was_asked_for(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    url = serve(samples.site())
    status, out = verified(url, capsys, "--pages", "5")
    assert status == 0 and "NÊN XEM /ban-dung.json: không có dấu bản dựng" in out
    assert "đã đọc 5 trên" in out
    status, out = verified(url, capsys, "--pages", "1", "--commit", COMMIT)
    assert status == 1 and "không biết trang có phải bản 1a2b3c4 không" in out


def test_the_same_pages_are_read_each_time_and_one_of_every_section() -> None:
    places = [OWN, *(f"{OWN}{folder}/{number}/" for folder in "abc" for number in range(100))]
    chosen = sitemap.sample(places, 10)
    assert chosen == sitemap.sample(places, 10) and len(set(chosen)) == 10
    assert {OWN, f"{OWN}a/0/", f"{OWN}b/0/", f"{OWN}c/0/"} <= set(chosen)
    assert sitemap.sample(places, 1000) == places


# --- broken sites ---------------------------------------------------------------------------------


def slow(host: Host) -> None:
    time.sleep(1.5)


def dripping(host: Host) -> None:
    host.send_response(200)
    host.end_headers()
    for _ in range(15):
        host.wfile.write(b"<p>")
        host.wfile.flush()
        time.sleep(0.1)


def cut(host: Host) -> None:
    body = page()
    host.send_response(200)
    host.send_header("Content-Type", "text/html")
    host.send_header("Content-Length", str(len(body)))
    host.end_headers()
    host.wfile.write(body[: len(body) // 2])


def nowhere(host: Host) -> None:
    host.send_response(302)
    host.send_header("Location", "http://[")
    host.send_header("Content-Length", "0")
    host.end_headers()


def round_about(host: Host) -> None:
    host.send_response(302)
    host.send_header("Location", host.path)
    host.send_header("Content-Length", "0")
    host.end_headers()


def elsewhere(host: Host) -> None:
    host.send_response(301)
    host.send_header("Location", host.root)
    host.send_header("Content-Length", "0")
    host.end_headers()


def torn(host: Host) -> None:
    host.connection.close()


def as_page(host: Host) -> None:
    host.give(b"<!doctype html><title>Login</title>", 200, "text/html")


def bomb(host: Host) -> None:
    body = gzip.compress(b"0" * (fetch.LARGEST + 1))
    host.send_response(200)
    for header in (
        ("Content-Type", "text/html"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", str(len(body))),
    ):
        host.send_header(*header)
    host.end_headers()
    host.wfile.write(body)


def soft(host: Host) -> None:
    host.give(page(""), 200, "text/html")


@cache
def shard() -> str:
    """The address of the first shard."""
    head = json.loads((samples.site() / HEAD).read_bytes())
    return FOLDER + search.shards(head["keys"], head["marks"])[0][1]


def spoil(address: str, old: bytes, new: bytes) -> bytes:
    body = (samples.site() / address).read_bytes()
    assert old in body
    return body.replace(old, new, 1)


BREAKS: dict[str, tuple[Callable[[], Spoiled], str]] = {
    "a page is missing": (lambda: {ITEM: 404}, f"/{ITEM}: không có: máy chủ trả lời 404."),
    "the server fails": (lambda: {ITEM: 500}, f"/{ITEM}: máy chủ báo lỗi 500."),
    "a page is empty": (lambda: {ITEM: b""}, f"/{ITEM}: tệp rỗng."),
    "a page never comes": (lambda: {ITEM: slow}, f"/{ITEM}: chờ quá lâu"),
    "a page comes drop by drop": (lambda: {ITEM: dripping}, f"/{ITEM}: chờ quá lâu"),
    "a page breaks off": (lambda: {ITEM: cut}, f"/{ITEM}: đứt giữa chừng"),
    "a page is half a page": (lambda: {ITEM: page()[:3000]}, f"/{ITEM}: trang không trọn"),
    "the connection is torn": (lambda: {ITEM: torn}, f"/{ITEM}: máy chủ ngắt giữa chừng"),
    "a page bursts": (lambda: {ITEM: bomb}, f"/{ITEM}: trả lời bị đứt hoặc hỏng."),
    "redirections go round": (lambda: {ITEM: round_about}, f"/{ITEM}: chuyển hướng vòng quanh"),
    "a redirection leads nowhere": (lambda: {ITEM: nowhere}, f"/{ITEM}: "),
    "a page leads elsewhere": (lambda: {ITEM: elsewhere}, f"/{ITEM}: chuyển sang http://"),
    "letters are not UTF-8": (lambda: {ITEM: page() + b"\xff"}, f"/{ITEM}: chữ không phải UTF-8."),
    "the canonical address is another's": (
        lambda: {
            ITEM: spoil(
                f"{ITEM}index.html", b'canonical" href="https://benmau', b'canonical" href="https://x'
            )
        },
        f"/{ITEM}: ghi địa chỉ chính (canonical) là https://x",
    ),
    "a picture comes by an open way": (
        lambda: {ITEM: page().replace(b"</main>", b'<img src="http://anh.example/a.png" alt=""></main>')},
        f"/{ITEM}: tải tệp qua nối không bảo mật: http://anh.example/a.png.",
    ),
    "a script comes from another host": (
        lambda: {
            ITEM: page().replace(b"</main>", b'<script src="https://cdn.example/a.js"></script></main>')
        },
        f"/{ITEM}: tải tệp từ ngoài trang: https://cdn.example/a.js.",
    ),
    "the style is missing": (lambda: {STYLE: 404}, f"/{STYLE}: không có"),
    "the style is sent as text": (
        lambda: {STYLE: lambda host: host.give(b"a{}", 200, "text/plain")},
        f"/{STYLE}: máy chủ ghi kiểu «text/plain»",
    ),
    "the sitemap is missing": (lambda: {"sitemap.xml": 404}, "/sitemap.xml: không có"),
    "the sitemap is a page": (lambda: {"sitemap.xml": as_page}, "/sitemap.xml: không đọc được"),
    "the sitemap is of another site": (
        lambda: {
            "sitemap.xml": (samples.site() / "sitemap.xml")
            .read_bytes()
            .replace(OWN.encode(), b"https://x.example/")
        },
        "/sitemap.xml: ghi địa chỉ của https://x.example/",
    ),
    "the feed is cut": (
        lambda: {"tin-tuc/rss.xml": (samples.site() / "tin-tuc/rss.xml").read_bytes()[:400]},
        "/tin-tuc/rss.xml: không đọc được",
    ),
    "the feed is a page": (
        lambda: {"tin-tuc/feed.json": as_page},
        "/tin-tuc/feed.json: máy chủ đưa một trang HTML",
    ),
    "the calendar is cut": (
        lambda: {"lich/lich.ics": (samples.site() / "lich/lich.ics").read_bytes()[:-20]},
        "/lich/lich.ics: ",
    ),
    "open data is cut": (
        lambda: {"du-lieu/news.json": (samples.site() / "du-lieu/news.json").read_bytes()[:-20]},
        "/du-lieu/news.json: không phải JSON",
    ),
    "robots are turned away": (lambda: {"robots.txt": b"User-agent: *\nDisallow: /\n"}, "/robots.txt: cấm"),
    "the head of the search is a page": (lambda: {HEAD: as_page}, f"/{HEAD}: phần đầu của chỉ mục"),
    "the head of the search is empty JSON": (lambda: {HEAD: b"{}"}, f"/{HEAD}: phần đầu của chỉ mục"),
    "a shard is cut": (
        lambda: {shard(): (samples.site() / shard()).read_bytes()[:-9]},
        "{shard}: tệp của chỉ mục tìm kiếm hỏng",
    ),
    "a shard is of another build": (
        lambda: {shard(): gzip.compress(gzip.decompress((samples.site() / shard()).read_bytes()) + b"x")},
        "{shard}: tệp của chỉ mục tìm kiếm là của một bản dựng khác.",
    ),
    "wrong addresses are answered": (lambda: {"khong-co/trang-nay/dau/": soft}, "phải trả lời 404"),
    "the stamp is of another commit": (
        lambda: {"ban-dung.json": json.dumps(STAMP | {"source": "f" * 40}).encode()},
        "/ban-dung.json: trang đang là bản fffffff, không phải bản 1a2b3c4.",
    ),
    "the stamp counts fewer pages": (
        lambda: {"ban-dung.json": json.dumps(STAMP | {"pages": 1}).encode()},
        "/ban-dung.json: ghi 1 trang",
    ),
    "the front page is gone": (lambda: {"": 404}, "SAI /: không có: máy chủ trả lời 404."),
}


@pytest.mark.parametrize("way", BREAKS)
def test_what_is_broken_is_told_with_its_address(
    way: str, serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    made, said = BREAKS[way]
    url = serve(samples.site(), {"ban-dung.json": json.dumps(STAMP).encode()} | made())
    status, out = verified(url, capsys, "--commit", COMMIT, "--pages", "9999", "--timeout", "1")
    assert status == 1 and said.replace("{shard}", f"/{shard()}") in out
    assert all(re.match(r"SAI |NÊN XEM |Bản dựng |\d+ điều sai", line) for line in out.splitlines())


def test_a_foreign_page_for_wrong_addresses_is_advice(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    foreign: Answer = lambda host: host.give(b"<h1>Not Found</h1>", 404, "text/html")  # noqa: E731
    status, out = verified(
        serve(samples.site(), {"khong-co/trang-nay/dau/": foreign}), capsys, "--pages", "3"
    )
    assert status == 0 and "không phải trang báo bằng tiếng Việt" in out


def test_headers_that_protect_are_advised_and_not_missed_where_they_are(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    kept: Answer = lambda host: host.give(page(""), 200, "text/html", X_Content_Type_Options="nosniff")  # noqa: E731
    _, out = verified(serve(samples.site(), {"": kept}), capsys, "--pages", "3")
    assert "Strict-Transport-Security" in out and "X-Content-Type-Options" not in out
    assert "không nén" not in out


def test_a_host_that_is_not_there_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        port = server.server_port
    status, out = verified(f"http://127.0.0.1:{port}/", capsys)
    assert status == 1 and out.splitlines()[0] == "SAI /: máy chủ không nhận nối." and out.count("SAI") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["benmau.example"], "không phải địa chỉ của một trang"),
        (["ftp://benmau.example/"], "không phải địa chỉ của một trang"),
        (["file:///etc/passwd"], "không phải địa chỉ của một trang"),
        (["http://[::1"], "không phải địa chỉ của một trang"),
        (["http://a.example:99999/"], "không phải địa chỉ của một trang"),
        (["https://a.example/", "--timeout", "hai"], "sau --timeout phải là một số"),
        (["https://a.example/", "--pages", "0"], "sau --pages phải là một số"),
        (["https://a.example/", "--wait", "-1"], ""),
        (["--root", "."], "cần địa chỉ của trang"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        status = main(["verify", *words])
    except SystemExit as end:
        status = int(end.code or 0)
    out, error = capsys.readouterr()
    assert status == 2 and out == "" and error.startswith("gandan verify: ") and said in error


class Folder(Web):
    """Answers from the sample site without a network; what was `spoiled` goes before."""

    def __init__(self, spoiled: dict[str, Answered]) -> None:
        super().__init__()
        listed = "".join(f"<url><loc>{OWN}{one}</loc></url>" for one in ("", ITEM, "du-lieu/"))
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        short = f'<urlset xmlns="{space}">{listed}</urlset>'.encode()
        self.spoiled = {"sitemap.xml": Answered(OWN, OWN, 200, {}, short)} | spoiled

    def get(self, url: str, method: str = "GET") -> Answered:
        address = url.removeprefix(OWN)
        if address in self.spoiled:
            return self.spoiled[address]
        file = samples.site() / (f"{address}index.html" if address.endswith("/") or not address else address)
        if not file.is_file():
            return Answered(url, url, 404, body=(samples.site() / "404.html").read_bytes())
        kind = guess_type(file.name)[0] or "application/octet-stream"
        return Answered(url, url, 200, {"content-type": kind}, file.read_bytes())


HOSTILE: list[bytes] = [
    b"<![x[",
    b"<!x",
    b"<main><a href='http://['></main></html>",
    b"\xff\xfe<",
    b"{",
    b"[]",
    b"0",
    b"null",
    b"1e999",
    b'{"source": 1, "published": [], "pages": 1e999}',
    b'{"source": "", "published": "0001-01-01T00:00:00+14:00", "pages": 0}',
    b'{"keys": "zzz,,", "marks": "", "words": "http://[", "sets": "../../.."}',
    b'{"keys": 1, "marks": 2, "words": 3, "sets": 4}',
    b'{"items": [{"url": 1}, 2]}',
    b'{"a": [-5], "b": ["x"], "c": [1e999]}',
    b"[" * 100_000,
    b"\x1f\x8b",
    b"\x1f\x8bxxxx",
    b'<?xml version="1.0" encoding="x-none"?><rss/>',
    b'<?xml version="1.0" encoding="utf-7"?><rss/>',
    b"<rss><channel/></rss>",
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><loc>http://[</loc><loc/></urlset>',
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999T999999Z\nRRULE:X\nEND:VCALENDAR",
    b"END:VCALENDAR",
    b'a,b\n"',
    b"\0",
]
PAGES = ["", ITEM, "du-lieu/", "khong-co/trang-nay/dau/"]  # what is no HTML there is told unread
FILES = [
    "ban-dung.json",
    "sitemap.xml",
    "robots.txt",
    "tin-tuc/rss.xml",
    "tin-tuc/feed.json",
    "lich/lich.ics",
    HEAD,
    "{sets}",
    "{words}",
    "du-lieu/news.csv",
]


def survey_of(address: str, kind: str, body: bytes) -> Survey:
    """A site that answers so in this place."""
    status = 404 if address.startswith("khong-co") else 200
    answer = Answered(OWN + address, OWN + address, status, {"content-type": kind}, body)
    return Survey(Site(OWN, Folder({address: answer})))


@pytest.mark.parametrize("place", [*PAGES, *FILES])
def test_nothing_that_a_host_answers_brings_the_reading_down(place: str) -> None:
    head = json.loads((samples.site() / HEAD).read_bytes())
    address = place.format(**{name: FOLDER + head[name] for name in ("sets", "words")})
    html, data = "text/html", "application/json"
    kind, other = (html, data) if place in PAGES else (data, html)
    surveys = [survey_of(address, kind, body) for body in HOSTILE]
    for survey in (*surveys, survey_of(address, other, HOSTILE[0])):
        told = [str(one) for one in survey.findings()]
        assert all(one.startswith(("SAI ", "NÊN XEM ")) for one in told)


# --- a wanted commit is waited for ----------------------------------------------------------------


def test_the_wanted_commit_is_waited_for(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [STAMP | {"source": "f" * 40}, STAMP | {"source": "f" * 40}, STAMP]

    def next_(host: Host) -> None:
        host.give(json.dumps(answers.pop(0)).encode(), 200, "application/json")

    monkeypatch.setattr("gandan.verify.stamp.PAUSE", 0.0)
    url = serve(samples.site(), {"ban-dung.json": next_})
    status, out = verified(url, capsys, "--commit", COMMIT, "--wait", "60", "--pages", "1")
    assert status == 0 and answers == [] and "Bản dựng 1a2b3c4" in out


# --- links to outside -----------------------------------------------------------------------------


def test_links_to_outside_are_asked_once_and_only_the_dead_are_told(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    other = serve(samples.site(), {"het": 410, "song": b"x", "cam": 403, "hong": 503})
    links = "".join(f'<a href="{other}{one}#a">x</a>' for one in ("het", "song", "cam", "hong"))
    spoiled = {one: page(one).replace(b"</main>", links.encode() + b"</main>") for one in (ITEM, "")}
    site = Site(serve(samples.site(), spoiled), Web(5))
    told = {one.address: one.words for one in outside.of(site, rest=0) if one.address.startswith(other)}
    assert set(told) == {f"{other}het", f"{other}hong"}
    assert told[f"{other}het"] == f"Trang không còn (máy chủ trả lời 410). Có ở /, /{ITEM}."


# --- a domain, and a path below one ---------------------------------------------------------------

BELOW = "https://minhhoa.example/ben-mau/"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration ward as built for a path below a domain."""
    ward = built.copy(tmp_path_factory.mktemp("below") / "ward")
    facts = ward / "data/phuong.yml"
    facts.write_text(re.sub(r"(?m)^site_url: .*$", f"site_url: {BELOW}", facts.read_text("utf-8")), "utf-8")
    done = built.mkdocs(ward, ward / "site")
    assert done.returncode == 0, done.stderr
    return ward / "site"


def test_one_setting_moves_the_site_below_a_path(
    below: Path, serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = verified(serve(below, below="/ben-mau/", meant=BELOW), capsys, "--pages", "9999")
    assert status == 0 and "SAI" not in out


def test_a_site_for_a_domain_that_stands_below_a_path_is_found_out(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = verified(serve(samples.site(), below="/ben-mau/", meant="https://none.example/"), capsys)
    assert status == 1 and f"/sitemap.xml: ghi địa chỉ của {OWN}, không phải của" in out
    assert "Sửa site_url trong data/phuong.yml" in out


def test_the_search_works_below_a_path(below: Path, serve: Callable[..., str], browser: Browser) -> None:
    page = browser.new_page()
    page.goto(serve(below, below="/ben-mau/", meant=BELOW) + "tim-kiem/?q=dan+chu")
    page.wait_for_selector("#search-results[aria-busy=false] a[data-result]")
    page.locator("a[data-result]").first.click()
    page.wait_for_url(re.compile(r"/ben-mau/(?!tim-kiem)"))
    assert page.locator("main h1").count() == 1
    page.close()
