"""The ways in which one page is read: on what, in which colours, how large, folded or unfolded."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from playwright.sync_api import Page

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SCHEMES = {"light": "light", "dark": "dark", "contrast": "more"}  # what a reader chooses, and its word
SIZES = (100, 125, 150, 200)  # per cent
CHOOSE = """words => {
  localStorage.setItem("cach-doc", words);
  dispatchEvent(new Event("storage"));
}"""
UNFOLD = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll("button[aria-expanded=false]")) {
    if (each.checkVisibility()) each.click();
  }
}"""


class Look(NamedTuple):
    """One way to read a page."""

    width: str
    scheme: str
    size: int
    unfolded: bool

    def __str__(self) -> str:
        return f"{self.width} {self.scheme} {self.size}%{' unfolded' if self.unfolded else ''}"

    def take(self, page: Page) -> None:
        """Before the page is opened."""
        page.set_viewport_size(PHONE if self.width == "phone" else DESK)  # type: ignore[arg-type]

    def settle(self, page: Page) -> None:
        """Once it is open: as if the reader had chosen so in another tab."""
        page.evaluate(CHOOSE, f"l{self.size} {SCHEMES[self.scheme]}")
        if self.unfolded:
            page.evaluate(UNFOLD)


EVERY = tuple(Look(*one) for one in product(("phone", "desk"), SCHEMES, SIZES, (False, True)))


def spread(count: int) -> Sequence[Look]:
    """So many of them, such that any two of their values soon meet."""
    return [EVERY[number * 19 % len(EVERY)] for number in range(count)]
