"""bench.json: what was measured, kept at once, so that a run that is broken off leaves what it had."""

import json
from pathlib import Path
from typing import Any

import built

FILE = built.ROOT / "bench.json"


class Report:
    """Figures under names within names; what an earlier run kept under other names stays."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._all: dict[str, Any] = {}
        if file.is_file():
            try:
                self._all = dict(json.loads(file.read_text("utf-8")))
            except ValueError:
                print(f"{file.name} cannot be read and is begun anew.")

    def keep(self, value: object, *names: str) -> None:
        """Put a value under its names, in the place of what was there."""
        place = self._all
        for name in names[:-1]:
            place = place.setdefault(name, {})
        place[names[-1]] = value
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(self._all, ensure_ascii=False, indent=1) + "\n", "utf-8")
        new.replace(self._file)

    def told(self, *names: str) -> dict[str, Any]:
        """What is kept under the names; nothing when nothing is."""
        place: Any = self._all
        for name in names:
            place = place.get(name, {})
        return dict(place)
