"""An address as seen from a page, told in a fraction of the time, is what MkDocs makes of it."""

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url, normalize_url

from gandan import bearings

STEPS = st.lists(st.sampled_from(["tin-tuc", "2026", "20", "a", "ab", "anh.png", "b"]), max_size=4)
PAGE = STEPS.map(lambda steps: "".join(f"{step}/" for step in steps if "." not in step))
TARGET = st.tuples(STEPS, st.booleans()).map(lambda one: "/".join(one[0]) + "/" * one[1])


@given(TARGET, PAGE)
def test_a_plain_address_is_seen_from_a_page_as_mkdocs_sees_it(target: str, page: str) -> None:
    assert bearings.seen(target, page) in (None, get_relative_url(target, page))


def test_pages_and_files_of_the_site_have_plain_addresses() -> None:
    assert bearings.seen("tin-tuc/2026/b/", "tin-tuc/2026/a/") == "../b/"
    assert bearings.seen("tin-tuc/2026/anh.png", "tin-tuc/2026/") == "anh.png"
    assert bearings.seen("chu-de/dan-chu/", "tin-tuc/2026/a/") == "../../../chu-de/dan-chu/"


@given(st.text(st.sampled_from("ab./#:?%A_é-1"), max_size=12))
def test_what_is_no_plain_address_is_left_to_mkdocs(target: str) -> None:
    if bearings.seen(target, "") is not None:
        assert bearings.seen(target, "") == normalize_url(target, base="")
