"""The stamp of the live site, `/ban-dung.json`: which source it was built of, and whether that was wanted."""

import time
from collections.abc import Iterator

from gandan.publishing.stamp import NAME, Stamp
from gandan.publishing.stamp import read as stamp_of
from gandan.verify.finding import Finding, advice
from gandan.verify.site import Site

PAUSE = 10.0  # seconds between two looks at the stamp
MEND = "Bản mới chưa lên: xem lượt đăng gần nhất."


def read(site: Site) -> Stamp | None:
    """The stamp; None where there is none that can be read."""
    answer = site.get(NAME)
    return stamp_of(answer.body) if answer.status == 200 else None


def told(stamp: Stamp) -> str:
    """What it says, as a sentence."""
    try:
        when = stamp.published_on()
    except OverflowError:  # a day that no calendar of Vietnam has
        when = stamp.published
    return f"Bản dựng {stamp.source[:7]}, đăng lúc {when}, {stamp.pages} trang."


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
