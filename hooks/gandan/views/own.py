"""What only one kind of item says: kind -> the part of the view that its template prints."""

from collections.abc import Callable
from datetime import date
from typing import Any

from gandan import sections
from gandan.model import Item
from gandan.relate.portal import Article, Portal
from gandan.views import consultation, decision, disclosure, exemplar, notice, question, supervision

PARTS: dict[str, Callable[[Article[Any], Portal, date], Any]] = {
    "notice": notice.of,
    "consultation": consultation.of,
    "disclosure": disclosure.of,
    "question": question.of,
    "supervision": supervision.of,
    "decision": decision.of,
    "exemplar": exemplar.of,
}


def of(article: Article[Item], portal: Portal, today: date) -> Any:
    """The kind's own part of an item's view; None for a kind without one."""
    make = PARTS.get(sections.of(article.item).kind)
    return make(article, portal, today) if make else None
