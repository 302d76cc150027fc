"""The quarterly register outside the site's pages: a sheet that stands alone, and rows for a spreadsheet."""

from gandan.ledger.files import of
from gandan.ledger.paper import html
from gandan.ledger.rows import rows

__all__ = ["html", "of", "rows"]
