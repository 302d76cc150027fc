"""An address of the site as seen from a page of it. Ten thousand pages ask that a hundred thousand times."""

import re
from functools import lru_cache

PLAIN = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:/|(?:\.[a-z0-9-]+)+)")  # of a page, of a file


def seen(target: str, page: str) -> str | None:
    """`tin-tuc/2026/b/` and the page `tin-tuc/2026/a/` -> `../b/`; None for what is no plain address."""
    if not PLAIN.fullmatch(target):
        return None
    if target.startswith(page):
        return target[len(page) :] or "./"
    above = page[: page.rfind("/", 0, -1) + 1]
    return f"../{target[len(above) :]}" if target.startswith(above) else _across(target, above)


@lru_cache(maxsize=10_000)
def _across(target: str, above: str) -> str:
    """The same for every page right below the folder `above`, which does not hold the target."""
    steps, way = above.split("/")[:-1], target.split("/")
    common = next(place for place, step in enumerate(steps) if step != way[place])
    return "../" * (len(steps) - common + 1) + "/".join(way[common:])
