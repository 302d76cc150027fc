"""A model "Dân vận khéo": who does what, with which figures, honoured by whom."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Exemplar
from gandan.relate.portal import Article, Portal
from gandan.views.parts import paragraphs


class ExemplarView(NamedTuple):
    """The part of a model; `honoured` is the day and by whom, with the document's number."""

    holder: str
    year: int
    work: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    honoured: tuple[Stamp, str] | None


def of(article: Article[Exemplar], portal: Portal, today: date) -> ExemplarView:
    """The part of a model on `today`."""
    one = article.item
    honour = one.honoured if one.honoured and one.honoured.date <= today else None
    number = f", {honour.number}" if honour and honour.number else ""
    return ExemplarView(
        one.holder,
        one.year,
        paragraphs(one.work),
        tuple((figure.name, figure.value) for figure in one.figures),
        (dates.short(honour.date), honour.by + number) if honour else None,
    )
