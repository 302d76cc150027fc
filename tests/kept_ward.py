"""A small ward with every kind of fact and more news than a page of a list holds, to be edited at random."""

from collections.abc import Mapping
from pathlib import Path

import attached
import samples
import ward

NEWS = 40
WORDS = (
    "Phường gặp dân tổ {number}.",
    "Theo Quyết định 08/2023/QĐ-UBND ngày 12/6/2023, họp vào tối thứ Bảy.",
    "Theo **Quyết định** 05/2019/QĐ-UBND và `12-KH/ĐU`.\n\n## Kết luận\n\nLàm trong quý III.",
    "| Việc | Văn bản |\n|---|---|\n| Họp | 12-KH/ĐU |\n\n"
    "Xem [buổi đối thoại](../2026/2026-05-07-doi-thoai.md).",
    "Xem [Quyết định](../../van-ban/quy-che-moi/index.md).[^1]\n\n[^1]: Số 08/2023/QĐ-UBND.",
    "> Quy chế đối thoại nói thế.\n\n- một\n- hai 999-CT/TW\n",
)

EVENTS = """\
- id: tiep-cong-dan
  title: Chủ tịch tiếp công dân
  type: tiep-cong-dan
  starts: 2026-11-05T07:30:00+07:00
  ends: 2026-11-05T11:00:00+07:00
  place: Phòng tiếp công dân
  repeats: FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231
  groups: [to-1]
- id: hop-to-1
  title: Họp tổ 1
  starts: 2026-11-25T19:00:00+07:00
  announced: 2026-11-10
  groups: [to-1]
  topics: [dan-chu]
"""

LATER = "- id: hoi-xuan\n  title: Hội xuân\n  type: ngay-hoi\n  starts: 2027-01-30\n"

PLANNED = """\
- item: 2
  title: Ngân sách quý III
  from: 2026-10-01
  due: 2026-10-20
  forms: [a, b]
- item: 12
  title: Phí vệ sinh
  from: 2026-12-01
  due: 2026-12-20
"""

CATALOGUE = """\
directive: quy-che-moi
wording: bản gốc
items:
  - item: 2
    name: Ngân sách
  - item: 12
    name: Phí, lệ phí
"""

OLD = """\
/tin-tuc/2020/cu/: /tin-tuc/2026/doi-thoai/
/tin-tuc/2020/danh-sach/:
  removed: 2025-11-18
  title: Danh sách cũ
  reason: Đã hết hạn đăng.
  unit: Ủy ban nhân dân phường
"""

SHORT = "- short: UBND\n  long: Ủy ban nhân dân\n- short: TDP\n  long: tổ dân phố\n"

LISTED = """\
---
title: Danh sách hộ nhận quà
date: 2026-11-01
topics: [dan-chu]
attachments:
  - file: danh-sach.xlsx
    title: Danh sách hộ
    names:
      basis: Điều 11 khoản 7 Luật 10/2022/QH15
      until: 2026-11-30
  - file: so-lieu.xlsx
    title: Số liệu
---
Xem bảng.
"""

STANDING = (
    "---\ntitle: Liên hệ\ndescription: Gọi ai.\n---\nSố 1 đường Bến Mẫu. Xem [tổ](../to-dan-pho/index.md).\n"
)


def _news(number: int) -> tuple[str, str]:
    year, topics = 2024 + number % 3, ("dan-chu", "doi-thoai", "dan-chu, doi-thoai")[number % 3]
    day = f"{year}-{number % 9 + 1:02}-{number % 28 + 1:02}"
    groups = "groups: [to-1]\n" if number % 2 else ""
    front = f"title: Tin mẫu {number}\ndate: {day}\ntopics: [{topics}]\n{groups}"
    body = WORDS[number % len(WORDS)].format(number=number)
    return f"docs/tin-tuc/{year}/{day}-tin-{number}.md", f"---\n{front}---\n{body}\n"


FILES: Mapping[str, str | bytes] = {
    **samples.FILES,
    "data/lich/2026.yml": EVENTS,
    "data/lich/2027.yml": LATER,
    "data/ke-hoach-cong-khai.yml": PLANNED,
    "data/noi-dung-cong-khai.yml": CATALOGUE,
    "data/dia-chi-cu.yml": OLD,
    "data/viet-tat.yml": SHORT,
    "docs/gioi-thieu/lien-he.md": STANDING,
    "docs/tin-tuc/2026/2026-11-01-danh-sach.md": LISTED,
    "docs/tin-tuc/2026/danh-sach.xlsx": attached.sheet("STT\tHọ và tên", "1\tNguyễn Văn Ví Dụ"),
    "docs/tin-tuc/2026/so-lieu.xlsx": attached.sheet("Mục\tSố", "Một\t2"),
    **dict(map(_news, range(NEWS))),
}


def lay(root: Path) -> Path:
    """The ward below `root`."""
    return ward.write(samples.lay(root), FILES)
