"""What the check says should stand at a place, put there."""

from collections.abc import Iterable

from gandan.problems import Swap


def applied(text: str, swaps: Iterable[Swap]) -> str:
    """The text with each swap whose old words stand at their place; from the end, so that places hold."""
    lines = text.split("\n")
    for swap in sorted(swaps, key=lambda one: one.place, reverse=True):
        number, column = swap.place.line - 1, swap.place.column - 1
        if number >= len(lines):
            continue
        before, after = lines[number][:column], lines[number][column:]
        # What brings its own quotes must not go into others.
        quote = after[:1] if after[:1] in ("'", '"') and not swap.new.startswith('"') else ""
        if after.startswith(quote + swap.old):
            lines[number] = before + quote + swap.new + after[len(quote + swap.old) :]
    return "\n".join(lines)
