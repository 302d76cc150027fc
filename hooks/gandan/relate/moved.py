"""Old addresses: each leads to a page of today or tells why there is none."""

from collections.abc import Iterator, Mapping

from gandan import addresses
from gandan.check.entry import Checked
from gandan.problems import Problem
from gandan.relate.portal import Article, Document


def problems(
    checked: Checked, articles: tuple[Article, ...], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    """A101, A102 over `data/dia-chi-cu.yml`."""
    living = {f"/{article.address}" for article in articles}
    living |= {f"/{document.address}" for document in documents.values()}
    living |= {f"/{addresses.of_page(entry.id)}" for entry in checked.pages}
    living |= {f"/{addresses.of_topic(entry.id)}" for entry in checked.topics}
    living |= {f"/{addresses.of_group(entry.id)}" for entry in checked.groups}
    living |= {f"/{addresses.of_year(one.address.split('/')[1])}" for one in articles}
    old = {entry.id for entry in checked.old_addresses}
    for entry in checked.old_addresses:
        target = entry.record.moved
        if entry.id in living:
            message = f"địa chỉ {entry.id} hiện là một trang đang có."
            yield Problem(entry.raw.key(entry.id), "A101", message, "Xoá dòng này.")
        elif target and target not in living:
            loop = " (nó cũng là địa chỉ cũ)" if target in old else ""
            message = f"địa chỉ mới {target} không có trên trang{loop}."
            yield Problem(entry.raw.at(entry.id), "A102", message, "Viết địa chỉ của trang đang có.")
