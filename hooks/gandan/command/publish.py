"""`gandan publish`: the built site onto the branch that the host shows; `--list`, `--back`."""

import argparse
import sys
from pathlib import Path

from gandan import clock
from gandan.command import options
from gandan.publishing import history, publication, source
from gandan.publishing.branch import Branch
from gandan.publishing.commit import Order
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused

DONE, REFUSED, WRONG_USE = 0, 1, 2
SHOWN = 30  # publications that --list shows

_BACK = "trở lại bản trước, hoặc bản có mã này (xem --list); là một bản mới, không xoá gì"


def arguments(parser: argparse.ArgumentParser) -> None:
    word = parser.add_argument
    word(
        "--site",
        type=Path,
        metavar="THƯ_MỤC",
        help="trang đã dựng (mặc định: site/ trong thư mục của phường)",
    )
    options.branch(parser, "nơi nhận")
    word("--dry-run", action="store_true", help="chỉ xét và nói sẽ làm gì, không đăng")
    word("--allow-shrink", metavar="LÝ_DO", help="cho đăng dù mất nhiều trang; lý do được ghi lại")
    word("--allow-older", metavar="LÝ_DO", help="cho đăng từ nguồn cũ hơn; lý do được ghi lại")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--list", action="store_true", help="kể các bản đã đăng, mới nhất trước")
    other.add_argument("--back", nargs="?", const="", metavar="MÃ", help=_BACK)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0 published, already there, brought back or listed; 1 with the reasons; 2 for wrong use."""
    for reason in (given.allow_shrink, given.allow_older):
        if reason is not None and not reason.strip():
            print("gandan publish: phải ghi lý do sau --allow-shrink, --allow-older.", file=sys.stderr)
            return WRONG_USE
    if not given.timeout > 0:
        print("gandan publish: --timeout phải là số giây lớn hơn 0.", file=sys.stderr)
        return WRONG_USE
    try:
        print(_done(given))
    except Refused as refused:
        for sentence in refused.sentences:
            print(f"gandan publish: {sentence}", file=sys.stderr)
        return REFUSED
    return DONE


def _done(given: argparse.Namespace) -> str:
    root = given.root.resolve()
    if not root.is_dir():
        raise Refused(f"không có thư mục {root}.")
    branch = Branch(Git(root, given.timeout), given.remote, given.branch)
    order = Order(
        branch, given.site or root / "site", clock.now(), given.allow_shrink, given.allow_older, given.dry_run
    )
    if given.list:
        return _listed(branch)
    if given.back is not None:
        return publication.back(order, given.back or None, _tell)
    if given.site is None and (file := source.newer(root, order.site)):
        raise Refused(f"trang trong {order.site} dựng trước khi {file} được sửa. Chạy make site rồi đăng.")
    return publication.publish(order, _tell)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _listed(branch: Branch) -> str:
    branch.check()
    tip = branch.fetched()
    if tip is None:
        return f"Nhánh {branch.name} chưa có bản nào."
    made = history.publications(branch.git, tip)
    rows = [_row(one) for one in made[:SHOWN]]
    if len(made) > SHOWN:
        rows.append(f"… và {len(made) - SHOWN} bản trước nữa.")
    elif history.cut(branch.git, made):
        rows.append(f"… trước đó: {history.CUT}")
    return "\n".join(rows)


def _row(one: history.Publication) -> str:
    time = f"{one.short}  {one.time:%H:%M %d/%m/%Y}"
    if not one.ours or one.stamp is None:
        return f"{time}  {one.author} đưa lên, không qua gandan: {one.subject}"
    back = f"  trở lại bản {one.stamp.back_to[: history.SHORT]}" if one.stamp.back_to else ""
    return f"{time}  nguồn {one.stamp.source[: history.SHORT] or 'không rõ'}  {one.stamp.pages} trang{back}"
