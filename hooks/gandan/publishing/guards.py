"""Why a whole site may still not take the place of the one that is up."""

from collections.abc import Iterator

from gandan import addresses
from gandan.publishing import ledger
from gandan.publishing.folder import Site
from gandan.publishing.git import Git
from gandan.publishing.live import Live
from gandan.publishing.refusal import some
from gandan.publishing.source import Source
from gandan.publishing.stamp import moment

LEAST = 0.7  # share of the pages that are up; fewer is taken for a mishap


def shrunken(site: Site, live: Live, reason: str | None) -> Iterator[str]:
    """Far fewer pages than are up, and nobody says why."""
    if not reason and site.pages < live.pages * LEAST:
        yield (
            f"trang mới có {site.pages} trang, đang đăng {live.pages}: mất quá nhiều, có lẽ dựng thiếu."
            f' Nếu đúng là muốn bớt: --allow-shrink "lý do".'
        )


def vanishing(site: Site, live: Live, kept: frozenset[str]) -> Iterator[str]:
    """Addresses that were published, here or by the ward's own list `kept`, and would answer no more."""
    if gone := ledger.vanished(live.published | kept, site.files):
        yield (
            f"{len(gone)} địa chỉ đã đăng sẽ mất: {some(gone)}. Ghi từng địa chỉ vào data/dia-chi-cu.yml"
            f" (trang mới, hoặc lời báo gỡ), dựng lại rồi đăng."
        )


def older(git: Git, source: Source, live: Live, reason: str | None) -> Iterator[str]:
    """A source that is older than that of the site that is up."""
    up = live.stamp
    if reason or up is None or up.source == source.commit:
        return
    here = git.ask("cat-file", "-e", f"{up.source}^{{commit}}").status == 0
    behind = git.ask("merge-base", "--is-ancestor", source.commit, up.source).status == 0
    if behind if here else _later(up.source_time, source.time):
        yield (
            f"trang đang đăng dựng từ nguồn mới hơn ({up.source[:8]}, {up.source_on()}), đăng bản này là lùi."
            f' Lấy nguồn mới (git pull), dựng lại rồi đăng; muốn lùi thật: --allow-older "lý do".'
        )


def _later(one: str, other: str) -> bool:
    first, second = moment(one), moment(other)
    return bool(first and second and first > second)


def remarks(source: Source, live: Live) -> Iterator[str]:
    """What does not stop a publication and is told."""
    if source.changed:
        yield (
            f"Có {source.changed} tệp chưa commit: trang đăng ra không dựng lại được từ kho."
            f" Nên commit trước khi đăng."
        )
    if live.commit and not live.published:
        yield f"Bản đang đăng không có danh sách địa chỉ: từ bản này mới ghi ({addresses.PUBLISHED})."
