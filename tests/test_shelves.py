"""Lists cut into pages that stay, and what stands near an item."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.model import Moment, News
from gandan.read.raw import Raw
from gandan.relate.portal import Article
from gandan.relate.shelves import PAGE, pages, related, shelve

FIRST = date(2026, 1, 1)
TOPICS = st.lists(st.sampled_from(["a", "b", "c"]), unique=True, max_size=2).map(tuple)


def article(number: int, *topics: str) -> Article:
    news = News(title=f"Tin {number}", date=Moment(FIRST + timedelta(days=number)), topics=topics)
    name = f"tin-tuc/2026/tin-{number}"
    return Article(address=f"{name}/", item=news, cites=(), raw=Raw(f"docs/{name}.md", None))


def shelf(count: int) -> tuple[Article, ...]:
    return tuple(article(number) for number in reversed(range(count)))


@pytest.mark.parametrize(
    ("count", "lengths"),
    [
        (0, [0]),
        (1, [1]),
        (PAGE, [12]),
        (2 * PAGE - 1, [23]),
        (2 * PAGE, [12, 12]),
        (3 * PAGE - 1, [23, 12]),
        (3 * PAGE, [12, 12, 12]),
    ],
)
def test_the_head_is_never_nearly_empty(count: int, lengths: list[int]) -> None:
    assert [len(page.articles) for page in pages(shelf(count))] == lengths


@given(st.integers(0, 100))
def test_the_pages_of_a_list_hold_each_item_once_in_order(count: int) -> None:
    found = pages(shelf(count))
    assert tuple(one for page in found for one in page.articles) == shelf(count)
    assert [page.number for page in found] == list(range(len(found), 0, -1))
    assert {page.total for page in found} == {len(found)}


@given(st.integers(0, 100), st.integers(1, 30))
def test_a_full_older_page_never_changes_when_news_comes(count: int, more: int) -> None:
    before = {page.number: page.articles for page in pages(shelf(count))[1:]}
    after = {page.number: page.articles for page in pages(shelf(count + more))}
    assert all(len(articles) == PAGE and after[number] == articles for number, articles in before.items())


def test_a_shelf_keeps_the_order_in_which_items_come() -> None:
    one, two = article(2, "a", "b"), article(1, "a")
    assert shelve([one, two], lambda item: item.item.topics) == {"a": (one, two), "b": (one,)}


def test_near_an_item_stand_those_of_its_topics_before_it_else_after_it() -> None:
    items = tuple(article(number, "a") for number in reversed(range(6)))
    near = related(items, {"a": items}, 3)
    assert near[items[0].address] == items[1:4]
    assert near[items[4].address] == (items[5], items[3], items[2])


def test_the_first_topic_goes_first_and_none_stands_twice() -> None:
    one, two, three = article(3, "a", "b"), article(2, "b"), article(1, "a", "b")
    items = (one, two, three)
    near = related(items, shelve(items, lambda item: item.item.topics), 3)
    assert near[one.address] == (three, two)


@given(st.lists(TOPICS, max_size=25), st.integers(1, 4))
def test_nothing_is_near_itself_or_of_another_topic(topics: list[tuple[str, ...]], count: int) -> None:
    items = tuple(article(number, *topics[number]) for number in reversed(range(len(topics))))
    near = related(items, shelve(items, lambda item: item.item.topics), count)
    for item in items:
        found = near.get(item.address, ())
        assert len(found) == len(set(found)) <= count and item not in found
        assert all(set(one.item.topics) & set(item.item.topics) for one in found)


@given(st.integers(1, 40))
def test_a_new_item_changes_what_is_near_few_others(count: int) -> None:
    before, after = (tuple(article(n, "a") for n in reversed(range(k))) for k in (count, count + 1))
    old, new = related(before, {"a": before}, 3), related(after, {"a": after}, 3)
    assert sum(old[address] != new[address] for address in old) <= 3
