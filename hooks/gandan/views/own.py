"""What only one kind of item says: kind -> the part of the view that its template prints."""

from datetime import date
from importlib import import_module
from typing import Any

from gandan import sections
from gandan.model import Item
from gandan.relate.portal import Article, Portal

# Each has its room, which is opened when a page of the kind is made.
KINDS = frozenset({"notice", "consultation", "disclosure", "question", "supervision", "decision", "exemplar"})


def of(article: Article[Item], portal: Portal, today: date) -> Any:
    """The kind's own part of an item's view; None for a kind without one."""
    kind = sections.of(article.item).kind
    return import_module(f"gandan.views.{kind}").of(article, portal, today) if kind in KINDS else None
