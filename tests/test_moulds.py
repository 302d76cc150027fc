"""A page from a mould is the page that its template prints."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from gandan import moulds


class Row(NamedTuple):
    url: str
    title: str


class View(NamedTuple):
    title: str
    lead: str | None
    rows: tuple[Row, ...]
    size: int | None


PAGE = """<title>{{ view.title }}</title>{% if view.lead %}<p>{{ view.lead }}</p>{% endif %}
{% for row in view.rows %}<a href="{{ row.url | url }}">{{ row.title }}</a>{{ ", " if not loop.last }}
{% endfor %}
{{ view.size }}{{ (view.lead or view.title) | safe }}"""
WORDS = st.text(st.sampled_from("ab<&'\"é ;1"), max_size=5)
VIEW = st.builds(
    View,
    WORDS,
    st.none() | WORDS,
    st.lists(st.builds(Row, WORDS, WORDS), max_size=2).map(tuple),
    st.sampled_from([None, 0, 1, True]),
)


def way(target: str) -> str:
    return f"../{target}"


def printed(source: str) -> Any:
    environment = Environment(autoescape=True)
    environment.filters["url"] = lambda target: moulds.placed(target) or way(target)
    template = environment.from_string(source)
    return lambda values: template.render(view=values[0])


@given(st.lists(VIEW, max_size=12))
def test_a_page_from_a_mould_is_what_its_template_prints(views: list[View]) -> None:
    made, render = moulds.Moulds(), printed(PAGE)
    for view in (*views, *views):
        assert made.page("news", (view,), render, way) == render((view,))


def test_a_form_is_printed_once_for_all_its_pages() -> None:
    asked, render, made = [], printed(PAGE), moulds.Moulds()

    def counted(values: Any) -> str:
        asked.append(values)
        return str(render(values))

    for number in range(9):
        made.page("news", (View(f"Tin {number}", None, (), None),), counted, way)
    assert len(asked) == 2  # as it is, and with signs


@pytest.mark.parametrize("source", ["{{ 'x' if view.title != 'a' }}", "{{ view.title | length }}"])
def test_a_template_that_asks_which_words_they_are_gets_no_mould(source: str) -> None:
    made, render = moulds.Moulds(), printed(source)
    for title in ("a", "bcd"):
        view = View(title, None, (), None)
        assert made.page("news", (view,), render, way) == render((view,))


def test_markup_is_printed_as_it_stands() -> None:
    made, render = moulds.Moulds(), printed("<h1>{{ view.title }}</h1>")
    for title in (Markup("x"), Markup("<b>y</b>"), "<b>y</b>"):
        view = View(title, None, (), None)
        assert made.page("news", (view,), render, way) == render((view,))
