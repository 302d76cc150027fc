"""The search on the demonstration ward's own content: the real index, the real scripts, a real browser."""

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain

import bench_browser
import built
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from gandan.assemble import assemble
from gandan.model.fields import Moment
from gandan.read.raw import Raw
from gandan.relate.portal import Portal
from gandan.search import documents, files, gzipped, lexicon, normalise, shards
from gandan.views.lookup import KINDS

NEWS = "tin-tuc/2026/"
GARDEN, PHONES, DRAIN = (
    f"{NEWS}vuon-hoa-to-6/",
    f"{NEWS}lop-dien-thoai-nguoi-cao-tuoi/",
    f"{NEWS}giam-sat-cong-mau-don/",
)
ELECTION, FAIR, CANAL = f"{NEWS}bau-to-truong-to-4/", f"{NEWS}ngay-hoi/", f"{NEWS}giu-kenh-vi-du/"
ALLEY, HOURS, DRAFT = f"{NEWS}cai-tao-hem-27/", f"{NEWS}lich-tiep-cong-dan/", f"{NEWS}gop-y-quy-che-dan-chu/"
OPENED, LETTERS = f"{NEWS}cong-khai-sau-thang/", f"{NEWS}don-thu-muoi-thang/"
PATH, BUDGET = "tin-tuc/2025/hoa-giai-loi-di-chung/", "tin-tuc/2025/ngan-sach-chin-thang/"
SECRETARY, BOOKS = "tin-tuc/2025/bi-thu-tiep-dan/", "tin-tuc/2025/sau-to-dan-van/"
TALKS, HUE = "tin-tuc/2025/doi-thoai-dau-tien/", "tin-tuc/2022/khao-sat-dan-van-chinh-quyen-hue/"
# Of one matter there are a story, and a vote, a model, a disclosure or an event: each of them answers.
ALSO = {
    GARDEN: ("mo-hinh/2026/vuon-hoa-hem-8/",),
    PHONES: ("mo-hinh/2026/day-dien-thoai-cho-nguoi-gia/",),
    CANAL: ("mo-hinh/2026/moi-to-mot-doan-kenh/", "lich/2026/don-kenh-vi-du/"),
    ELECTION: ("bieu-quyet/2026/bau-to-truong-to-4/", "lich/2026/bau-to-truong-to-4/"),
    ALLEY: ("bieu-quyet/2026/dong-gop-hem-27/", "cong-khai/2026/dong-gop-hem-27/"),
    DRAIN: ("giam-sat/2026/cong-mau-don/",),
    BUDGET: ("cong-khai/2025/ngan-sach-chin-thang/",),
    DRAFT: ("lay-y-kien/2026/quy-che-dan-chu/",),
}


def paper(name: str) -> str:
    return f"van-ban/{name}/"


def answers(meant: str | tuple[str, ...]) -> set[str]:
    """The pages that answer what was typed: those meant, and those of the same matter."""
    pages = {meant} if isinstance(meant, str) else set(meant)
    return pages.union(*(ALSO.get(page, ()) for page in pages))


ACCENTED = {
    "vườn hoa cuối hẻm 8": GARDEN,
    "lớp học điện thoại cho người cao tuổi": PHONES,
    "cống đường Mẫu Đơn": DRAIN,
    "tổ dân phố 4 bầu Tổ trưởng": ELECTION,
    "ngày hội Đại đoàn kết": FAIR,
    "lối đi chung rộng 1,2 mét": PATH,
    "công khai ngân sách chín tháng": BUDGET,
    "giữ kênh Ví Dụ": CANAL,
    "Luật Hòa giải ở cơ sở": paper("35-2013-qh13"),
    "hương ước, quy ước của cộng đồng dân cư": paper("61-2023-nd-cp"),
}
# What is typed -> the page that answers it, or several that do.
CLASSES: dict[str, Mapping[str, str | tuple[str, ...]]] = {
    "accented": ACCENTED,
    "no accents": {
        "cai tao hem 27": ALLEY,
        "tieng on karaoke": BOOKS,
        "ho so dat dai": LETTERS,
        "ranh gioi loi di": PATH,
        "giay to nha dat": SECRETARY,
        "lich tiep cong dan": HOURS,
        "cong tac van thu": paper("30-2020-nd-cp"),
        "bao ve du lieu ca nhan": (paper("91-2025-qh15"), paper("356-2025-nd-cp")),
        "gop y du thao quy che thuc hien dan chu": DRAFT,
        "dich vu cong truc tuyen tren moi truong mang": paper("42-2022-nd-cp"),
    },
    "decomposed": {unicodedata.normalize("NFD", words): page for words, page in ACCENTED.items()},
    "capitals": {words.upper(): page for words, page in ACCENTED.items()},
    "other tone placement": {
        "Luật Hoà giải ở cơ sở": paper("35-2013-qh13"),
        "thoả thuận máng nước": PATH,
        "Tổ hoà giải tổ dân phố 2": PATH,
        "Tổ trưởng cũ xin thôi vì sức khoẻ": ELECTION,
        "cuối khoá tự mở được trang của phường": PHONES,
        "Uỷ ban nhân dân phường công nhận kết quả": ELECTION,
        "Bí thư Đảng uỷ phường tiếp dân": SECRETARY,
        "người đứng đầu cấp uỷ trong việc tiếp dân": paper("11-qdi-tw-2019"),
        "mái nhà văn hoá tổ 1": BUDGET,
        "mái che sân nhà văn hoá": FAIR,
    },
    "abbreviation": {
        "UBND phường công nhận kết quả": ELECTION,
        "tdp 6 dọn rác": GARDEN,
        "ngày hội ĐĐK": FAIR,
        "luật MTTQ Việt Nam": paper("75-2015-qh13"),
        "HĐND phường quyết định đổi tên tổ dân phố": paper("185-2026-nd-cp"),
        "quy chế giám sát phản biện của mttq": paper("217-qd-tw-2013"),
        "ban GSĐTCĐ hai đoạn lớp móng": DRAIN,
        "chỉ thị 18 Ủy ban nhân dân": paper("18-ct-ubnd-hue-2025"),
        "59 2023 nghị định CP": paper("59-2023-nd-cp"),
        "kế hoạch 12 ủy ban nhân dân": paper("12-kh-ubnd-2026"),
    },
    "one wrong key": {
        "vuon hao cuoi hem": GARDEN,
        "tieng on karaoek": BOOKS,
        "lop dien thaoi": PHONES,
        "giam sat cogn mau don": DRAIN,
        "ngan sahc chin thang": BUDGET,
        "bau to truogn": ELECTION,
        "don kehn vi du": CANAL,
        "cai tao hemm 27": ALLEY,
        "luat hoa giia o co so": paper("35-2013-qh13"),
        "cong tac van htu": paper("30-2020-nd-cp"),
    },
    "out of order": {
        "karaoke tiếng ồn": BOOKS,
        "27 hẻm cải tạo": ALLEY,
        "cao tuổi điện thoại lớp": PHONES,
        "rác kênh dọn thuyền": CANAL,
        "phiếu tổ trưởng ứng cử": ELECTION,
        "đính chính ngân sách môi trường": BUDGET,
        "sân bóng xe buýt hạt đậu": FAIR,
        "lừa đảo VNeID": PHONES,
        "micro thiếu ghế đối thoại": TALKS,
        "nắp hố ga kiến nghị": DRAIN,
    },
    "questions": {
        "bí thư tiếp dân ngày nào": SECRETARY,
        "chủ tịch phường tiếp công dân hôm nào": HOURS,
        "quán karaoke mở tiếng ồn thì báo ai": BOOKS,
        "cống đường Mẫu Đơn bao giờ xong": DRAIN,
        "hẻm 27 mỗi hộ góp bao nhiêu tiền": ALLEY,
        "góp ý dự thảo quy chế đến ngày nào": DRAFT,
        "ngân sách chi cho môi trường bao nhiêu": BUDGET,
        "ai là tổ trưởng tổ dân phố 4": ELECTION,
        "làm sao học dùng điện thoại cho người già": PHONES,
        "phường công khai những nội dung nào chậm": OPENED,
    },
}
ENOUGH = 0.9

SCRIPTS = built.ROOT / "overrides/assets/search"
PARTS = re.compile(r"/assets/search/(?!page\.)\w+\.js$")  # published as one; here each as it was written

# Types each query into the field, sends the form, waits -> the addresses of the first results.
TYPED = """async (queries) => {
  const [results, field] = ["#search-results", "input[name=q]"].map((one) => document.querySelector(one));
  const complete = () => new Promise((done) => {
    const look = () => results.getAttribute("aria-busy") === "false" && (watch.disconnect(), done());
    const watch = new MutationObserver(look);
    watch.observe(results, { attributes: true, attributeFilter: ["aria-busy"] });
  });
  const found = [];
  for (const query of queries) {
    field.value = query;
    const wait = complete();
    field.form.requestSubmit();
    await wait;
    found.push([...document.querySelectorAll("a[data-result]")].slice(0, 3).map((one) => one.href));
  }
  return found;
}"""
# The same from the engine alone.
ASKED = """async (queries) => {
  const { search } = await import(new URL("../assets/search/engine.js", location));
  const base = `${new URL("chi-muc/", location)}`;
  const found = [];
  for (const query of queries) {
    let last;
    for await (const one of search(query, { base })) last = one.hits;
    found.push(last.slice(0, 3).map((one) => one.url));
  }
  return found;
}"""
# Every key of every shard is looked up -> shards listed, shards reached, keys, keys found elsewhere.
LOOKED_UP = """async () => {
  const { Index } = await import(new URL("../assets/search/index.js", location));
  const index = new Index(`${new URL("chi-muc/", location)}`);
  const { shards } = await index.root();
  const reached = new Set();
  const keys = [];
  const lost = [];
  for (const [first] of shards) {
    const shard = await index.shard(first);
    reached.add(shard);
    for (const key of shard.keys()) {
      keys.push(key);
      if ((await index.shard(key)) !== shard) lost.push(key);
    }
  }
  return [shards.length, reached.size, keys, lost];
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone whose search runs as it was written, part by part."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    context.route(PARTS, lambda route: route.fulfill(path=SCRIPTS / route.request.url.rpartition("/")[2]))
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, host: str) -> Iterator[Page]:
    """The open search page, which must stay quiet."""
    page = phone.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(f"{host}tim-kiem/")
    yield page
    page.unroute_all(behavior="ignoreErrors")  # answers that are still under way are nobody's
    page.close()
    assert not [text for text in said if "Failed to load resource" not in text]


@cache
def portal() -> Portal:
    joined = assemble(built.ROOT, date.fromisoformat(built.TODAY)).portal
    assert joined
    return joined


@pytest.mark.parametrize("kind", CLASSES)
def test_each_way_of_typing_finds_the_page_that_was_meant(page: Page, host: str, kind: str) -> None:
    queries = CLASSES[kind]
    found = page.evaluate(TYPED, list(queries))
    misses = [
        f"{words}: {[url.removeprefix(host) for url in urls]}"
        for (words, meant), urls in zip(queries.items(), found, strict=True)
        if not urls or urls[0].removeprefix(host) not in answers(meant)
    ]
    assert len(queries) >= 6 and 1 - len(misses) / len(queries) >= ENOUGH, "\n".join(["", *misses])


def ascii_d(text: str) -> str:
    return text.replace("Đ", "D").replace("đ", "d")


def plain(text: str) -> str:
    return " ".join(one.plain for one in normalise.syllables(text))


def numeral(number: str) -> str:
    """`59/2023/NĐ-CP` -> `59/2023`; `14-CT/TU` -> `14`."""
    found = re.match(r"\d+(/\d{4})?", number)
    assert found
    return found[0]


# How people write the number of a document (kind, number) -> words.
FORMS: dict[str, Callable[[str, str], str]] = {
    "as recorded": lambda _, number: number,
    "lower case": lambda _, number: number.lower(),
    "ASCII d": lambda _, number: ascii_d(number),
    "Icelandic eth": lambda _, number: number.replace("Đ", "Ð"),
    "without accents": lambda _, number: plain(number),
    "signs as spaces": lambda _, number: re.sub(r"\W", " ", number),
    "signs as points": lambda _, number: re.sub(r"\W", ".", number),
    "odd dashes": lambda _, number: number.replace("-", " – "),
    "transposed signs": lambda _, number: number.translate(str.maketrans("-/", "/-")),
    "decomposed, soft hyphen": lambda _, number: unicodedata.normalize("NFD", number.replace("-", "\u00ad-")),
    "no leading zero": lambda _, number: number.lstrip("0"),
    "kind": lambda kind, number: f"{kind} {number}",
    "kind, no accents": lambda kind, number: plain(f"{kind} {number}"),
    "kind, số": lambda kind, number: f"{kind} số {number}",
    "kind, so": lambda kind, number: f"{plain(kind)} so {ascii_d(number).lower()}",
    "capitals": lambda kind, number: f"{kind} số {number}".upper(),
    "kind and numeral": lambda kind, number: f"{kind} {numeral(number)}",
    "kind and numeral, no accents": lambda kind, number: plain(f"{kind} {numeral(number)}"),
    "kind, so and numeral": lambda kind, number: f"{plain(kind)} so {numeral(number)}",
    "kind and first number": lambda kind, number: f"{kind} {numeral(number).partition('/')[0]}",
    "numeral": lambda kind, number: (
        numeral(number) if "/" in numeral(number) else f"{kind} {numeral(number)}"
    ),
}


def numbered() -> dict[str, tuple[str, str]]:
    """Address -> (kind, number) of each document of the register that has a number."""
    folder = built.ROOT / "data/van-ban"
    records = {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in folder.glob("*.yml")
    }
    return {paper(id_): (one["type"], one["number"]) for id_, one in records.items() if "number" in one}


def test_every_document_is_found_by_each_written_form_of_its_number(page: Page) -> None:
    register = numbered()
    names = [f" {plain(f'{kind} {number}')} " for kind, number in register.values()]
    wanted = {
        (form, write(kind, number)): address
        for address, (kind, number) in register.items()
        for form, write in FORMS.items()
    }
    found = page.evaluate(ASKED, [words for _, words in wanted])
    misses = []
    for ((form, words), address), urls in zip(wanted.items(), found, strict=True):
        shared = sum(f" {plain(words)} " in name for name in names) > 1
        if address not in urls[: 3 if shared else 1]:
            misses.append(f"{form}: «{words}» is {address}, found {urls}")
    assert len(register) >= 40 and not misses, "\n".join(["", *misses])


ODD = {
    "empty": "",
    "blank": " \u00a0\t ",
    "10,000 letters": "dân chủ " * 1250,
    "10,000 letters of one word": "a" * 10_000,
    "signs": "?!… -- /// «»",
    "quotes": '"" “” "dân chủ',
    "emoji": "😀🎉👩‍👩‍👧",
    "Chinese": "民主 基层民主",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "percent": "%E0%A4 100%41 %zz %",
    "lone surrogate": "dân \ud800 chủ \udc00",
    "zero bytes": "dân\0chủ",
    "names of objects": "__proto__ constructor toString",
    "patterns": "(dân|chủ)[ .*+?^${}\\",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_input_gets_a_sensible_answer(page: Page, text: str) -> None:
    typed = f"const one = document.querySelector('input[name=q]'); one.value = {json.dumps(text)};"
    page.evaluate(typed + "one.dispatchEvent(new Event('input')); one.form.requestSubmit()")
    complete = page.locator("#search-results[aria-busy=false]")
    expect(complete).to_have_count(1)
    page.wait_for_timeout(300)  # what typing asks comes after a pause
    expect(complete).to_have_count(1)
    said = page.locator("#said").inner_text()
    assert re.search("kết quả cho|Không tìm thấy gì|Hãy gõ ít nhất", said) if text.strip() else not said
    assert len(page.evaluate(ASKED, [text])) == 1


@pytest.mark.parametrize(
    "query", ["%E0%A4", "%ED%A0%80", "%", "%3Cscript%3Ealert(1)%3C/script%3E", "a" * 10_000]
)
def test_odd_addresses_get_a_sensible_answer(page: Page, host: str, query: str) -> None:
    page.goto(f"{host}tim-kiem/?q={query}")
    expect(page.locator("#search-results[aria-busy=false]")).to_have_count(1)
    assert re.search("kết quả cho|Không tìm thấy gì|Hãy gõ ít nhất", page.locator("#said").inner_text())


def lost(route: Route) -> None:
    route.fulfill(status=404, body="<!doctype html><p>Không có trang này", content_type="text/html")


def halved(route: Route) -> None:
    whole = route.fetch().body()
    route.fulfill(body=whole[: len(whole) // 2], content_type="application/octet-stream")


def emptied(route: Route) -> None:
    route.fulfill(body=b"", content_type="application/octet-stream")


FILES = {
    "root": re.compile("/chi-muc/goc.json$"),
    "shards": re.compile("/chi-muc/[^/]+-...$"),
    "cards": re.compile("/chi-muc/bai/"),
}


@pytest.mark.parametrize("damage", [lost, halved, emptied, Route.abort])
@pytest.mark.parametrize("files_", FILES.values(), ids=FILES.keys())
def test_a_file_that_is_missing_or_cut_is_told_and_asked_again(
    page: Page, files_: re.Pattern[str], damage: Callable[[Route], None]
) -> None:
    harm = [damage]
    page.route(files_, lambda route: harm[0](route))
    page.reload()
    page.get_by_role("searchbox").fill("hoa giai")
    page.get_by_role("searchbox").press("Enter")
    again = page.get_by_role("button", name="Thử lại")
    expect(again).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Chưa tải được kết quả.")
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    harm[0] = Route.continue_  # a route taken away answers for the requests that are under way, too
    again.click()
    expect(page.locator("a[data-result]").first).to_be_visible()
    expect(again).to_be_hidden()


@pytest.mark.parametrize("address", ["", f"{NEWS}cai-tao-hem-27/", "van-ban/10-2022-qh15/"])
def test_a_page_view_without_a_search_costs_a_kilobyte_at_most(
    browser: Browser, host: str, address: str
) -> None:
    with bench_browser.cold(browser, host) as (page, wire):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(host)))
        page.goto(host + address, wait_until="networkidle")
        assert not [url for url in asked if url.startswith("tim-kiem/")]
        assert wire.bytes + bench_browser.inline(address) <= 1000
        page.get_by_role("searchbox").focus()
        page.wait_for_load_state("networkidle")
        assert "tim-kiem/chi-muc/goc.json" in asked


def test_mended_words_are_told_as_a_title_writes_them(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=luat+hoa+giia+o+co+so")
    expect(page.locator("#mended a")).to_have_text("luật hòa giải ở cơ sở")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("so theo quy", "cong-khai/so-theo-quy/"),
        ("mo hinh", "mo-hinh/"),
        ("du lieu mo", "du-lieu/"),
        ("lich tiep dan", "lich/"),
    ],
)
def test_heads_of_sections_are_found(page: Page, host: str, typed: str, address: str) -> None:
    page.goto(f"{host}tim-kiem/?q={typed.replace(' ', '+')}&loai=page")
    expect(
        page.locator(f"a[data-result][href='{host}{address}'], a[data-result][href$='/{address}']").first
    ).to_be_visible()


def test_results_can_be_narrowed_by_each_kind_there_is(page: Page, host: str) -> None:
    found = documents.of(portal(), date.fromisoformat(built.TODAY))
    counts = Counter(one.kind for one in found)
    assert set(counts) <= set(dict(KINDS))
    complete = page.locator(bench_browser.COMPLETE)
    page.goto(f"{host}tim-kiem/?q=phuong")
    expect(complete).to_have_count(1)
    numbers = {
        kind: page.locator(f"button[name=kind][value={kind}] .count").inner_text() or "0" for kind in counts
    }
    assert 0 < int(numbers["news"]) <= counts["news"]
    for kind, number in numbers.items():
        page.goto(f"{host}tim-kiem/?q=phuong&loai={kind}")
        expect(complete).to_have_count(1)
        expect(page.locator("a[data-result]")).to_have_count(min(int(number), 10))


def index_of(ward: Portal) -> dict[str, bytes]:
    """The files of the ward's index by their addresses below its folder."""
    today = date.fromisoformat(built.TODAY)
    return {
        address.removeprefix(files.FOLDER): data
        for address, data in built.contents(files.of(ward, today)).items()
    }


def listed(index: Mapping[str, bytes]) -> dict[str, str]:
    """First key -> name of each shard, as `goc.json` spells them."""
    root = json.loads(index["goc.json"])
    named: dict[str, str] = {}
    key = ""
    for place, spelled in enumerate(root["keys"].split(",")):
        key = key[: int(spelled[0], 36)] + spelled[1:]
        name = f"{key}-{root['marks'][3 * place : 3 * place + 3]}"
        named[key] = name.replace(" ", "_20")
    return named


def with_one_more(ward: Portal) -> Portal:
    first = ward.articles[0]
    changes = {
        "title": "Ngõ thêm bóng mát",
        "description": None,
        "date": Moment(date(2026, 11, 22)),
        "topics": (),
    }
    item = first.item.model_copy(update=changes)
    text = "Chiều thứ Bảy, tổ dân phố 3 trồng thêm mười hai cây bàng ở đầu ngõ."
    raw = Raw("docs/tin-tuc/2026/cay-bang-dau-ngo.md", None, body=text, digest=b"cay bang")
    article = replace(first, address="tin-tuc/2026/cay-bang-dau-ngo/", item=item, raw=raw)
    return ward._replace(articles=(article, *ward.articles))


PIECES = st.sampled_from(
    [*"aăđđệqQ15 -–.“”\n\u0301\u200b\u00a0", "nghiêng", "qh15", "Tổ dân phố", "x" * 8, "ộ" * 9]
)


@given(st.lists(st.lists(PIECES).map("".join), max_size=7), st.sampled_from([2, 18]))
def test_words_looked_up_by_their_bytes_are_those_that_are_spelled(texts: list[str], bits: int) -> None:
    """Also where a table of four places holds next to none of them."""
    speller, numbers = normalise.Speller(), dict[str, int]()

    def spelled(part: bytes) -> list[int]:
        return [numbers.setdefault(word, len(numbers)) for word in speller.words(part.decode())]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "BITS", bits)
        patch.setattr(lexicon, "BATCH", 3)
        found = [int(one) for batch in lexicon.Lexicon(spelled).of(map(str.encode, texts)) for one in batch]
    told = [[*map(numbers.__getitem__, speller.words(text.lower())), lexicon.BREAK] for text in texts]
    assert found == list(chain.from_iterable(told))


def test_one_more_item_moves_hardly_a_boundary_and_rewrites_no_card() -> None:
    before, after = index_of(portal()), index_of(with_one_more(portal()))
    assert len(set(listed(before)) ^ set(listed(after))) <= len(listed(before)) / 10
    cards = {address for address in after if address.startswith("bai/")}
    assert {address for address in cards if before.get(address) != after[address]} == cards - set(before)


def test_what_comes_stands_at_its_next_day_and_a_group_answers_to_its_short_name() -> None:
    today = date.fromisoformat(built.TODAY)
    found = {one.address: one for one in documents.of(portal(), today)}
    often = found["lich/2026/chu-tich-tiep-cong-dan-sang/"]
    assert often.day and often.day >= today and often.day.isoformat() == often.face()["d"]
    assert found["to-dan-pho/to-3/"].wording.names == ("Tổ 3",)


def test_a_result_leads_to_sections_that_its_page_has() -> None:
    cards = [
        json.loads(gzip.decompress(path.read_bytes())) for path in built.site().glob("tim-kiem/chi-muc/bai/*")
    ]
    led = {card["u"]: {anchor for _, anchor in card["a"]} for card in cards if "a" in card}
    assert len(led) >= 3
    for address, anchors in led.items():
        html = (built.site() / address / "index.html").read_text("utf-8")
        assert anchors <= set(re.findall(r'<h[2-6] id="([^"]+)"', html)), address


def test_a_packed_file_tells_no_name_no_time_and_no_machine() -> None:
    data = "Tổ dân phố 3 họp".encode() * 9
    packed = gzipped.of(data)
    assert packed[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 0xFF])  # 4: packed fast
    assert gzip.decompress(packed) == data


def test_one_more_item_changes_few_shards_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LIMIT", 500)  # as many shards as a large archive has
    old, new = listed(index_of(portal())), listed(index_of(with_one_more(portal())))
    changed = set(new.values()) - set(old.values())
    assert 0 < len(changed) < len(new) / 4, f"{len(changed)} of {len(new)}"
    assert len(set(old) - set(new)) <= 2


def test_the_client_finds_every_key_in_the_shard_that_holds_it(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "LIMIT", 500)
    index = index_of(portal())

    def answer(route: Route) -> None:
        route.fulfill(body=index[route.request.url.partition("/chi-muc/")[2]])

    page.route("**/chi-muc/**", answer)
    names, reached, keys, lost_keys = page.evaluate(LOOKED_UP)
    assert not lost_keys
    assert names == reached == len(listed(index)) > 24
    assert len(keys) == len(set(keys)) > 5000 and {"!dan", "dan chu", "14 ct"} <= set(keys)
