"""Old addresses: each leads to a page of today or tells why there is none."""

import difflib
from collections.abc import Iterator, Set

from gandan.addresses import MACHINES
from gandan.check.entry import Checked
from gandan.problems import Problem


def problems(checked: Checked, addresses: Set[str]) -> Iterator[Problem]:
    """A101, A102 over `data/dia-chi-cu.yml`; `addresses` are those of all pages."""
    old = {entry.id for entry in checked.old_addresses}
    yield from _twice(checked)
    for entry in checked.old_addresses:
        target = entry.record.moved
        if any(_lives(one, addresses, checked) for one in (entry.id, f"{entry.id.rstrip('/')}/")):
            message = f"địa chỉ {entry.id} hiện là một trang đang có."
            hint = "Muốn gỡ hay chuyển trang thì xoá tệp của trang; không thì xoá dòng này."
            yield Problem(entry.raw.key(entry.id), "A101", message, hint)
        elif target and not _lives(target, addresses, checked) and not _broken(target, checked):
            loop = " (nó cũng là địa chỉ cũ)" if target in old else ""
            message = f"địa chỉ mới {target} không có trên trang{loop}."
            near = difflib.get_close_matches(target, sorted(addresses), 1, 0.8)
            hint = f"Có phải «{near[0]}»?" if near else "Viết địa chỉ của trang đang có."
            yield Problem(entry.raw.at(entry.id), "A102", message, hint)


def _lives(address: str, addresses: Set[str], checked: Checked) -> bool:
    """Whether a page or a file stands at an address."""
    return address in addresses or address[1:] in MACHINES or f"docs{address}" in checked.files


def _broken(target: str, checked: Checked) -> bool:
    """Whether the page of this address is only missing because its own record is broken."""
    return target.strip("/").rpartition("/")[2] in checked.broken


def _twice(checked: Checked) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in checked.old_addresses:
        address = entry.id.rstrip("/")
        if address in seen:
            message = f"địa chỉ {entry.id} đã ghi ở trên."
            yield Problem(entry.raw.key(entry.id), "A101", message, "Xoá một trong hai dòng.")
        seen.add(address)
