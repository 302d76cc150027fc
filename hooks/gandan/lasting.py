"""Addresses live for ever: what was published once is a page of today, or told in `data/dia-chi-cu.yml`."""

from collections.abc import Collection, Iterator, Mapping

from gandan import addresses
from gandan.problems import Place, Problem


def problems(published: Mapping[int, str], there: Collection[str]) -> Iterator[Problem]:
    """A103 for each address of the ward's list, by line, that is none of `there`: pages and attachments."""
    for line, address in published.items():
        if address not in addresses.FEEDS and not addresses.answered(address, there):
            hint = "Ghi địa chỉ ấy vào data/dia-chi-cu.yml: trang mới, hoặc lời báo gỡ."
            message = f"địa chỉ đã đăng /{address} sẽ mất."
            yield Problem(Place(addresses.PUBLISHED, line), "A103", message, hint)
