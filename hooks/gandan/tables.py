"""Rows of words -> a CSV file that a spreadsheet opens with its diacritics and that can run nothing."""

import csv
from collections.abc import Iterable
from io import StringIO

# A cell that begins so is taken for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it spreadsheets take UTF-8 for an old Windows code page


def csv_bytes(rows: Iterable[Iterable[object]]) -> bytes:
    """UTF-8 with BOM, lines ended by CRLF (RFC 4180); None is an empty cell."""
    return BOM.encode("utf-8") + lines(rows)


def lines(rows: Iterable[Iterable[object]]) -> bytes:
    """The same without the mark at the beginning: a part of a file."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([cell(one) for one in row] for row in rows)
    return text.getvalue().encode("utf-8")


def cell(value: object) -> str:
    """The words of a cell; an apostrophe goes before what a spreadsheet would run."""
    words = "" if value is None else str(value)
    if not words or words[0].isalnum():  # as most do: no formula begins so
        return words
    return f"'{words}" if words.startswith(FORMULA) or words.lstrip().startswith(FORMULA) else words
