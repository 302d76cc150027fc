"""News: what happened."""

from gandan.model.item import Item


class News(Item):
    """One thing that happened, told once; it never expires."""
