"""Where a record stands on a given day. The day is always handed in, never asked of the clock."""

from gandan.states.annex import is_shown, of_file
from gandan.states.force import has_begun, of_directive
from gandan.states.state import Standing, State
from gandan.states.terms import of_appointment, of_item

__all__ = [
    "Standing",
    "State",
    "has_begun",
    "is_shown",
    "of_appointment",
    "of_directive",
    "of_file",
    "of_item",
]
