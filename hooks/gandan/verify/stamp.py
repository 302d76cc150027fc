"""The stamp of the live site, `/ban-dung.json`: which source it was built of, and whether that was wanted."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gandan.model.fields import VIETNAM
from gandan.verify.finding import Finding, advice
from gandan.verify.site import Site

NAME = "ban-dung.json"
PAUSE = 10.0  # seconds between two looks at the stamp
MEND = "Bản mới chưa lên: xem lượt đăng gần nhất."


@dataclass(frozen=True, slots=True)
class Stamp:
    """`source` is a commit of the ward's repository, `published` a time (ISO 8601), `pages` how many."""

    source: str
    published: str
    pages: int

    def __str__(self) -> str:
        return f"Bản dựng {self.source[:7]}, đăng lúc {_when(self.published)}, {self.pages} trang."


def read(site: Site) -> Stamp | None:
    """The stamp; None where there is none that can be read."""
    answer = site.get(NAME)
    if answer.status != 200:
        return None
    try:
        given = json.loads(answer.body)
        return Stamp(str(given["source"]), str(given["published"]), int(given["pages"]))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def awaited(site: Site, commit: str, patience: float) -> Stamp | None:
    """The stamp, asked again for `patience` seconds as long as it names another commit than `commit`."""
    until = time.monotonic() + patience
    while True:
        stamp = read(site)
        if (stamp and stamp.source.startswith(commit)) or time.monotonic() + PAUSE > until:
            return stamp
        time.sleep(PAUSE)


def judged(stamp: Stamp | None, commit: str, listed: int) -> Iterator[Finding]:
    """`listed` is the number of pages that the sitemap names."""
    if stamp is None and commit:
        yield Finding(NAME, f"không có dấu bản dựng, không biết trang có phải bản {commit[:7]} không. {MEND}")
    elif stamp is None:
        yield advice(NAME, "không có dấu bản dựng, không biết trang được dựng từ bản nào.")
    elif commit and not stamp.source.startswith(commit):
        yield Finding(NAME, f"trang đang là bản {stamp.source[:7]}, không phải bản {commit[:7]}. {MEND}")
    if stamp and listed > stamp.pages:
        yield Finding(NAME, f"ghi {stamp.pages} trang, mà sơ đồ trang có {listed}: hai bản dựng lẫn nhau.")


def _when(time: str) -> str:
    try:
        moment = datetime.fromisoformat(time)
        return f"{moment.astimezone(VIETNAM) if moment.tzinfo else moment:%H:%M ngày %d/%m/%Y}"
    except (ValueError, OverflowError):
        return time
