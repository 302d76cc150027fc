"""Publish a built site, or bring an earlier one back: one commit on top of the branch, whole or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gandan.proof import growth
from gandan.publishing import commit, folder, guards, history, ledger, live, source, tree
from gandan.publishing.commit import Order
from gandan.publishing.folder import Site
from gandan.publishing.history import SHORT, Publication
from gandan.publishing.live import Live, Tell
from gandan.publishing.refusal import Refused
from gandan.publishing.source import Source
from gandan.publishing.stamp import Stamp
from gandan.publishing.tree import Entries
from gandan.zone import VIETNAM

TRIES = 4  # how often somebody else may come first
_BUSY = f"{TRIES} lần liền có người khác đăng trước. Chờ họ xong rồi chạy lại."


@dataclass(frozen=True, slots=True)
class _Come:
    """What is to be published: a site, its source, and the ward's own list of addresses."""

    site: Site
    source: Source
    kept: frozenset[str]


def publish(order: Order, tell: Tell) -> str:
    """Publishes the folder; what came of it, as a sentence. Raises Refused; then nothing has changed."""
    order.branch.check()
    site = folder.whole(order.site)
    come = _Come(site, source.of(order.git), ledger.in_ward(order.git.root))
    tell(f"Trang có {site.pages} trang, {len(site.files)} tệp, {folder.megabytes(site.size)}.")
    up = _read(order, tell)
    for remark in guards.remarks(come.source, up):
        tell(remark)
    _guard(order, come, up)
    tell("Đang ghi các tệp vào git…")
    files = tree.imported(order.git, site.folder, site.files)
    folder.unchanged(site)
    for _ in range(TRIES):
        if said := _once(order, come, files, up, tell):
            return said
        up = _read(order, tell)
        _guard(order, come, up)
    raise Refused(_BUSY)


def back(order: Order, name: str | None, tell: Tell) -> str:
    """Brings the named publication back, else the one before; otherwise as `publish`."""
    order.branch.check()
    for _ in range(TRIES):
        up = _read(order, tell)
        if not up.commit:
            raise Refused(f"nhánh {order.branch.name} chưa có bản nào.")
        made = history.publications(order.git, up.commit)
        chosen = _chosen(order, made, name)
        if said := _returned(order, chosen, up, tell):
            return said
    raise Refused(_BUSY)


def _chosen(order: Order, made: Sequence[Publication], name: str | None) -> Publication:
    try:
        return history.named(made, name) if name else history.before(made)
    except Refused as refused:
        more = (history.CUT,) if history.cut(order.git, made) else ()
        raise Refused(*refused.sentences, *more) from None


def _read(order: Order, tell: Tell) -> Live:
    tell(f"Đang đọc nhánh {order.branch.name} ở {order.branch.remote}…")
    return live.read(order.branch, tell)


def _guard(order: Order, come: _Come, up: Live) -> None:
    reasons = [
        *guards.shrunken(come.site, up, order.fewer),
        *guards.vanishing(come.site, up, come.kept),
        *guards.older(order.git, come.source, up, order.older),
    ]
    if reasons:
        raise Refused(*reasons)


def _once(order: Order, come: _Come, files: Entries, up: Live, tell: Tell) -> str | None:
    """One try; None when somebody else came first."""
    pages, name = come.site.pages, order.branch.name
    published = up.published | come.kept | ledger.lasting(come.site.files)
    whole = commit.entries(order.git, files, published, up)
    if up.stamp and whole == live.site(up.entries):
        if not order.dry:
            _keep(order, published, tell)
        return (
            f"Không có gì mới: trang đang đăng (bản {_short(up)}, {up.stamp.published_on()}) đã đúng như vậy."
        )
    if order.dry:
        return f"Chạy thử, chưa đăng: sẽ đăng {pages} trang lên nhánh {name}. {commit.turn(pages, up)}"
    now = order.now.isoformat(timespec="seconds")
    made = Stamp(come.source.commit, come.source.time, bool(come.source.changed), now, pages, "")
    if not (put := _put(order, whole, made, up, tell)):
        return None
    _keep(order, published, tell)
    return f"Đã đăng {pages} trang lên nhánh {name}, bản {put[:SHORT]}."


def _put(order: Order, whole: Entries, made: Stamp, up: Live, tell: Tell) -> str | None:
    """Puts the files on the branch with their chronicles; the commit, None when somebody else came first."""
    new = Publication("", order.now.astimezone(VIETNAM), "", "", made, ours=True)
    chronicles = growth.grown(order.git, up, whole, new, tell)
    return commit.put(order, {**whole, **chronicles}, made, up, tell)


def _keep(order: Order, published: frozenset[str], tell: Tell) -> None:
    try:
        if ledger.keep(order.git.root, published):
            tell("Đã ghi thêm vào data/dia-chi-da-dang.txt; commit tệp ấy cùng lần sửa sau.")
    except OSError:
        tell("Chưa ghi được data/dia-chi-da-dang.txt (trang đã đăng, danh sách trên nhánh vẫn đủ).")


def _returned(order: Order, chosen: Publication, up: Live, tell: Tell) -> str | None:
    """Brings one publication back; None when somebody else came first."""
    old = live.site(tree.of(order.git, chosen.commit))
    if "index.html" not in old:
        raise Refused(f"bản {chosen.short} không phải một trang đã dựng.")
    published = up.published or ledger.lasting(tree.files(order.git, chosen.commit))
    whole = commit.entries(order.git, old, published, up)
    made = _again(order, chosen)
    told = f"bản {chosen.short} ({chosen.time:%H:%M ngày %d/%m/%Y}, {made.pages} trang)"
    if whole == live.site(up.entries):
        return f"Không có gì đổi: trang đang đăng giống hệt {told}."
    if order.dry:
        return f"Chạy thử, chưa đăng: sẽ trở lại {told}."
    if not _put(order, whole, made, up, tell):
        return None
    tell(f"Muốn trở lại bản vừa rời: gandan publish --back {_short(up)}")
    tell("Lần đăng sau sẽ lấy nội dung đang có trong kho: sửa nội dung trước đã.")
    return f"Đã trở lại {told}."


def _again(order: Order, chosen: Publication) -> Stamp:
    """The stamp of a publication that is brought back: its own source, the time of now."""
    now = order.now.isoformat(timespec="seconds")
    if chosen.stamp and chosen.ours:
        origin = chosen.stamp.back_to or chosen.commit  # a return to a return is one to its origin
        return replace(chosen.stamp, published=now, back_to=origin)
    pages = folder.pages(tree.files(order.git, chosen.commit))
    return Stamp("", chosen.time.isoformat(), False, now, pages, "", chosen.commit)


def _short(up: Live) -> str:
    return (up.commit or "")[:SHORT]
