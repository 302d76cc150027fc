"""A small invented ward, written as files: what stands in it is right, until a test spoils it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)

WARD = """\
name: Phường Bến Mẫu
city: Thành phố Minh Họa
authority: Ủy ban nhân dân phường Bến Mẫu
address: Số 1 đường Bến Mẫu
telephones:
  - name: Trực ban
    number: 0200 000 0001
hours: Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00
responsible: Trần Văn Mẫu
site_url: https://benmau.example/
"""

TOPICS = """\
- slug: dan-chu
  name: Dân chủ ở cơ sở
- slug: doi-thoai
  name: Đối thoại, tiếp công dân
"""

GROUPS = """\
- slug: to-1
  name: Tổ dân phố 1
- slug: to-2
  name: Tổ dân phố 2
"""

ISSUERS = """\
- id: ubnd-xa-ben-mau
  name: Ủy ban nhân dân xã Bến Mẫu
  tails: [UBND]
  valid_to: 2020-12-31
  successor: ubnd-ben-mau
- id: ubnd-ben-mau
  name: Ủy ban nhân dân phường Bến Mẫu
  tails: [UBND]
  valid_from: 2021-01-01
- id: dang-uy-ben-mau
  name: Đảng ủy phường Bến Mẫu
  tails: [ĐU]
  family: party
"""

OLD_RULES = """\
number: 05/2019/QĐ-UBND
type: Quyết định
issuer: ubnd-xa-ben-mau
issued: 2019-02-20
effective: 2019-03-01
expires: 2023-07-01
title: Quy chế đối thoại với người dân
sources:
  - Sổ văn bản của phường
"""

RULES = """\
number: 08/2023/QĐ-UBND
type: Quyết định
issuer: ubnd-ben-mau
issued: 2023-06-12
effective: 2023-07-01
title: Quy chế đối thoại với người dân, sửa đổi
summary: Thay Quyết định 05/2019/QĐ-UBND ngày 20/02/2019.
relations:
  - kind: replaces
    target: quy-che-cu
topics:
  - doi-thoai
sources:
  - Sổ văn bản của phường
"""

PLAN = """\
number: 12-KH/ĐU
type: Kế hoạch
issuer: dang-uy-ben-mau
family: party
issued: 2026-01
title: Đối thoại với người dân năm 2026
relations:
  - kind: implements
    target: quy-che-moi
  - kind: cites
    target: 999-CT/TW
sources:
  - Sổ văn bản của phường
"""

FESTIVAL = """\
---
title: "Ngày hội của tổ 1: trăm người gói bánh"
date: 2026-11-20T16:38:00+07:00
description: Tổ dân phố 1 gói bánh.
topics:
  - dan-chu
groups:
  - to-1
author: Nguyễn Thị Ví Dụ
---
Người dân góp ý theo Quyết định 08/2023/QĐ-UBND ngày 12/6/2023. Xem [buổi đối thoại](2026-05-07-doi-thoai.md).
"""

DIALOGUE = """\
---
title: Đối thoại về hẻm 27
date: 2026-05-07
updated: 2026-05-09
topics:
  - dan-chu
  - doi-thoai
directives:
  - quy-che-moi
---
Phường gặp dân tổ 2.

## Kết luận

Làm trong quý III.
"""

FRONT = """\
---
title: Trang thông tin phường Bến Mẫu
---
Chào mừng.
"""

ABOUT = """\
---
title: Giới thiệu
---
Phường có hai tổ dân phố.
"""

FACTS = "data/phuong.yml", "data/chu-de.yml", "data/to-dan-pho.yml", "data/co-quan.yml"
FESTIVAL_FILE = "docs/tin-tuc/2026/2026-11-20-ngay-hoi.md"
DIALOGUE_FILE = "docs/tin-tuc/2026/2026-05-07-doi-thoai.md"
PLAN_FILE = "data/van-ban/ke-hoach-doi-thoai.yml"
RULES_FILE = "data/van-ban/quy-che-moi.yml"
OLD_RULES_FILE = "data/van-ban/quy-che-cu.yml"

FILES: Mapping[str, str] = {
    **dict(zip(FACTS, (WARD, TOPICS, GROUPS, ISSUERS), strict=True)),
    OLD_RULES_FILE: OLD_RULES,
    RULES_FILE: RULES,
    PLAN_FILE: PLAN,
    FESTIVAL_FILE: FESTIVAL,
    DIALOGUE_FILE: DIALOGUE,
    "docs/index.md": FRONT,
    "docs/gioi-thieu/index.md": ABOUT,
}


def write(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The ward below `root`, with `changes` laid over it; None takes a file away."""
    for name, content in (FILES | (changes or {})).items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
