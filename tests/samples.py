"""Records of every kind and state for the small ward of `ward.py`, as seen on its day (22/11/2026).

The name of each tells what it shows; all are right, so that the ward is built without an error.
"""

import atexit
import functools
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import built
import ward

RULES = """\
- id: tra-loi-cau-hoi
  clock: answer
  kind: question
  what: Trả lời câu hỏi trong 15 ngày làm việc
  n: 15
  unit: working_days
  bound: at_most
  basis: Quy chế của phường
- id: tra-loi-kien-nghi
  clock: answer
  kind: supervision
  what: Trả lời kiến nghị trong 15 ngày
  n: 15
  bound: at_most
  basis: Điều 40 khoản 1 Luật 10/2022/QH15
- id: ty-le-dong-gop
  clock: threshold
  what: Việc đóng góp cần từ 2/3 tổng số hộ
  matters: [1, 2]
  share: 2/3
  inclusive: true
  basis: Điều 21 khoản 1 Luật 10/2022/QH15
- id: ty-le-khac
  clock: threshold
  what: Việc khác cần trên 50% tổng số hộ
  matters: [3, 4, 5, 6]
  share: 1/2
  basis: Điều 21 khoản 1 Luật 10/2022/QH15
"""

HOLIDAYS = """\
2026:
  off:
    - {from: 2026-09-01, until: 2026-09-02, name: Quốc khánh}
"""

GROUPS = """\
- slug: to-1
  name: Tổ dân phố 1
  description: Khu chợ Bến Mẫu.
  head: Ông Hoàng Văn Ước Lệ
  telephone: 0200 000 0011
  households: 1214
  team:
    - role: Bí thư chi bộ
    - role: Tổ trưởng
      name: Ông Hoàng Văn Ước Lệ
  before:
    - until: 2025-06-30
      words: tổ dân phố 11 phường Hồ Sen Mẫu
- slug: to-2
  name: Tổ dân phố 2
"""


def _item(title: str, date: str, fields: str, body: str = "Lời của bài.") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{fields}---\n{body}\n"


CONSULTATIONS = {
    "sap": _item(
        "Giờ mở nhà văn hóa", "2026-11-20", "opens: 2026-12-01\ncloses: 2026-12-21\nways: [Gọi Tổ trưởng]\n"
    ),
    "dang": _item(
        "Cải tạo hẻm 12",
        "2026-11-01",
        """\
opens: 2026-11-02
closes: 2026-11-30
matter: 5
audience: Các hộ ở hẻm 12
unit: Ủy ban nhân dân phường
promised: 2026-12-15
ways:
  - Gọi Tổ trưởng <b>trước</b> 17 giờ.
  - Gửi phiếu theo Quyết định 08/2023/QĐ-UBND.
groups: [to-1]
""",
    ),
    "hom-nay": _item(
        "Vườn hoa tổ 6", "2026-10-20", "opens: 2026-10-21\ncloses: 2026-11-22\nways: [Gọi Tổ trưởng]\n"
    ),
    "tong-hop": _item(
        "Giờ lên hàng quanh chợ",
        "2026-10-01",
        """\
opens: 2026-10-02
closes: 2026-11-10
promised: 2026-12-01
ways: [Gọi Tổ trưởng]
feedback:
  date: 2026-11-18
  received: 1086
  agreed: 1071
  disagreed: 15
""",
    ),
    "hua": _item(
        "Kế hoạch năm 2027",
        "2026-10-01",
        """\
opens: 2026-10-02
closes: 2026-11-11
response: Lời giải trình chưa tới ngày.
outcome:
  date: 2026-11-24
  decision: Điều chưa ai được biết.
""",
    ),
    "ket-qua": _item(
        "Quy chế dân chủ",
        "2026-09-01",
        """\
opens: 2026-09-02
closes: 2026-10-14
ways: [Gọi Tổ trưởng]
feedback:
  date: 2026-10-20
  received: 86
  agreed: 71
  other: 15
  summary: |
    Đoạn một <script>alert(1)</script>.

    Đoạn hai.
response: Tiếp thu 12 ý kiến.
outcome:
  date: 2026-11-05
  decision: Ban hành kèm Quyết định 08/2023/QĐ-UBND ngày 12/6/2023.
""",
    ),
}

NOTICES = {
    "sap": _item("Phun thuốc muỗi", "2026-11-20", "from: 2026-12-01\nuntil: 2026-12-02\n"),
    "dang": _item("Rào đường trước chợ", "2026-11-10", "from: 2026-11-12\nuntil: 2026-12-12\nurgent: true\n"),
    "som": _item(
        "Ngừng cấp nước",
        "2026-11-21",
        "from: 2026-11-22\nuntil: 2026-11-23\nurgent: true\ngroups: [to-1]\ntopics: [dan-chu]\n",
    ),
    "het": _item("Thu rác cồng kềnh", "2026-10-01", "until: 2026-11-21\n"),
    "khong-han": _item("Cuộc gọi giả danh", "2026-11-04", ""),
}

QUESTIONS = {
    "cho": _item("Bao giờ sửa đèn?", "2026-11-18", "asked: 2026-11-16\n"),
    "tre": _item("Ai quét hẻm 4?", "2026-10-01", "asked: 2026-10-01\n"),
    "roi": _item(
        "Thuê trọ có được bỏ phiếu?", "2026-11-02", "asked: 2026-10-26\nanswered: 2026-10-30\nunit: Tư pháp\n"
    ),
    "roi-muon": _item("Mở cửa thư viện khi nào?", "2026-10-20", "asked: 2026-09-20\nanswered: 2026-10-15\n"),
}

SUPERVISION = {
    "cho": _item(
        "Cống đường Mẫu Đơn",
        "2026-11-12",
        """\
by: Ban Thanh tra nhân dân
to: Chủ tịch phường
received: 2026-11-12
recommendation: Nạo vét cống trước 30/11/2026.
""",
    ),
    "roi": _item(
        "Bảng thu chi hẻm 27",
        "2026-10-12",
        """\
by: Ban Giám sát đầu tư của cộng đồng
to: Ủy ban nhân dân phường
received: 2026-10-01
recommendation: Dán bảng thu chi.
answered: 2026-10-10
answer: |
  Đã dán ngày 9/10.

  Xem Quyết định 08/2023/QĐ-UBND ngày 12/6/2023.
""",
    ),
}

VOTE = "households: 80\npresent: 70\nheld: 2026-11-01\n"
DECISIONS = {
    "khong-dat": _item("Góp tiền sửa hẻm 12", "2026-11-02", f"matter: 1\n{VOTE}for: 53\nagainst: 15\n"),
    "dat": _item("Góp tiền sửa hẻm 14", "2026-11-03", f"matter: 1\n{VOTE}for: 54\nagainst: 16\n"),
    "cong-nhan": _item(
        "Quy ước tổ 1",
        "2026-11-04",
        f"matter: 3\n{VOTE}for: 41\nagainst: 20\nsent: 2026-11-03\n"
        "recognition: {date: 2026-11-06, number: 08/2023/QĐ-UBND}\n",
    ),
    "tu-choi": _item(
        "Quy ước tổ 2",
        "2026-11-05",
        f"matter: 3\nway: phát phiếu\n{VOTE}for: 60\nagainst: 10\n"
        "recognition: {date: 2026-11-06, refused: Trái quy định về phí.}\n",
    ),
    "toan-phuong": _item(
        "Góp quỹ đường chung",
        "2026-11-06",
        "matter: 1\nscope: toàn phường\nhouseholds: 1268\npresent: 1200\nfor: 800\nagainst: 300\n"
        "held: 2026-11-01\nunits: 6\nunits_for: 4\n",
    ),
}

EXEMPLARS = {
    "kenh": _item(
        "Giữ kênh Ví Dụ",
        "2026-11-07",
        """\
audio: kenh.mp3
audio_machine: true
year: 2026
holder: Tổ dân vận tổ 1
work: Vớt rác mỗi chiều thứ Bảy.
figures:
  - name: Rác vớt được
    value: 1,2 tấn
  - name: Hộ tham gia
    value: 64 hộ
honoured: {date: 2026-11-10, by: Đảng ủy phường Bến Mẫu, number: 08/2023/QĐ-UBND}
""",
    ),
}

DISCLOSURES = {
    "dang": _item(
        "Ngân sách quý III",
        "2026-10-12",
        """\
item: 2
number: 08/2023/QĐ-UBND
decided: 2026-10-09
posted:
  - {form: a, place: Trụ sở, from: 2026-10-25, until: 2026-11-24, by: Văn phòng}
""",
    ),
    "het": _item(
        "Phí vệ sinh",
        "2026-09-10",
        "item: 12\ndecided: 2026-09-09\nposted:\n"
        "  - {form: a, place: Trụ sở, from: 2026-09-10, until: 2026-10-12}\n",
    ),
}

FOLDERS: Mapping[str, Mapping[str, str]] = {
    "lay-y-kien": CONSULTATIONS,
    "thong-bao": NOTICES,
    "hoi-dap": QUESTIONS,
    "giam-sat": SUPERVISION,
    "bieu-quyet": DECISIONS,
    "mo-hinh": EXEMPLARS,
    "cong-khai": DISCLOSURES,
}

KINDS = ("consultation", "notice", "question", "supervision", "decision", "exemplar", "disclosure")

FILES: Mapping[str, str] = {
    "data/quy-tac.yml": RULES,
    "data/ngay-nghi.yml": HOLIDAYS,
    "data/to-dan-pho.yml": GROUPS,
    "docs/mo-hinh/2026/kenh.mp3": "ID3",
    **{
        f"docs/{folder}/2026/{name}.md": text
        for folder, items in FOLDERS.items()
        for name, text in items.items()
    },
}


def lay(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """The small ward with all samples (or with `files` laid over it instead) and the project's own pages."""
    root.mkdir(parents=True)
    for name in ("mkdocs.yml", "hooks", "overrides"):
        source = built.ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, root / name)
    return ward.write(root, FILES if files is None else files)


@functools.cache
def site() -> Path:
    """The folder of the finished site, as built on the ward's day."""
    folder = Path(tempfile.mkdtemp(prefix="gandan-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    done = built.mkdocs(lay(folder / "ward"), folder / "site", today=ward.TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
