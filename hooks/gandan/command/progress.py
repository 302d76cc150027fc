"""How far long work has come: one line written over on a terminal, a plain line now and then elsewhere."""

import sys
import time
from typing import TextIO

WIDTH = 78
SELDOM = 5.0  # seconds between two plain lines


class Progress:
    """Told of each step; speaks on standard error, so that what a command finds stays alone on the other."""

    def __init__(self, saying: str, stream: TextIO | None = None) -> None:
        self.saying = saying
        self.stream = stream or sys.stderr
        self.steps, self.spoke = 0, time.monotonic()

    def step(self, name: str) -> None:
        """One more piece of work begins; `name` says which."""
        self.steps += 1
        line = f"{self.saying} {self.steps}: {name}"
        if self.stream.isatty():
            print(f"\r{line[:WIDTH]:{WIDTH}}", end="", file=self.stream, flush=True)
        elif time.monotonic() - self.spoke > SELDOM:
            self.spoke = time.monotonic()
            print(line, file=self.stream, flush=True)

    def clear(self) -> None:
        """Takes the line away, before something else is said."""
        if self.stream.isatty():
            print(f"\r{'':{WIDTH}}\r", end="", file=self.stream, flush=True)
