"""What a proposed change would do to the published pages, as Markdown for the summary of a run.

`changes.py site FETCH_HEAD`: the built folder, and the publication in this repository that it is compared to.
"""

import sys
from pathlib import Path

from gandan import reports
from gandan.proof import proposal
from gandan.proof.changes import Deed
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused

SHOWN = 100
WORDS = {
    Deed.FIRST: "trang mới",
    Deed.CHANGED: "sửa",
    Deed.MOVED: "chuyển đi",
    Deed.REMOVED: "gỡ",
    Deed.BACK: "đăng lại",
}


def summary(found: proposal.Proposal) -> str:
    """A heading, a line for each record, the number of other pages."""
    if not found.records:
        lines = ["## Không có bài, văn bản, sự kiện nào thay đổi so với bản đang đăng", ""]
    else:
        lines = [f"## {len(found.records)} trang thay đổi so với bản đang đăng", ""]
        lines += map(line, found.records[:SHOWN])
        lines += [f"- … và {len(found.records) - SHOWN} trang nữa"] * (len(found.records) > SHOWN)
    if found.others:
        lines += ["", f"Ngoài ra {found.others} trang danh sách và trang chung đổi theo."]
    return "\n".join(lines) + "\n"


def line(one: proposal.Proposed) -> str:
    sentences = f", thêm {one.added} câu, bớt {one.taken} câu" if one.deed is Deed.CHANGED else ""
    return f"- {WORDS[one.deed]}: {reports.words(one.title)} (`/{one.address}`){sentences}"


def main(site: Path, commit: str) -> int:
    git = Git(Path())
    if git.ask("rev-parse", "--quiet", "--verify", f"{commit}^{{commit}}").status:
        print("## Chưa có bản nào được đăng để so")
        return 0
    try:
        print(summary(proposal.of(git, commit, site)))
    except Refused as refused:
        print(*refused.sentences, sep="\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
