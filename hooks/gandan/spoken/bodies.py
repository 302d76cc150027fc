"""Who stands behind the letters at the end of a number, and what its middle letters say.

Nghị định 30/2020/NĐ-CP, Phụ lục III and V (State), Hướng dẫn 36-HD/VPTW (Party) and symbols met in
practice. TU is Tỉnh ủy in a province and Thành ủy in a city: it is spelled unless the ward says which.
"""

from collections.abc import Mapping

from gandan.citations import kinds
from gandan.patterns import late
from gandan.spoken.letters import spell
from gandan.spoken.numerals import cardinal

KINDS = {
    **{short: name.lower() for short, name in kinds.ABBREVIATIONS.items()},
    "QĐi": "quy định", "QyĐ": "quy định", "QyC": "quy chế", "QC": "quy chế", "TC": "thông cáo",
    "CTr": "chương trình", "CTrHĐ": "chương trình hành động", "PA": "phương án", "ĐA": "đề án", "DA": "dự án",
    "BB": "biên bản", "HĐ": "hợp đồng", "CĐ": "công điện", "GM": "giấy mời", "PL": "pháp lệnh", "L": "luật",
    "VBHN": "văn bản hợp nhất", "SL": "sắc lệnh", "TTLN": "thông tư liên ngành", "TBKL": "thông báo kết luận",
    "NQLT": "nghị quyết liên tịch", "KHLT": "kế hoạch liên tịch", "KHPH": "kế hoạch phối hợp",
    "CTPH": "chương trình phối hợp", "CTrPH": "chương trình phối hợp", "QCPH": "quy chế phối hợp",
    "HDLN": "hướng dẫn liên ngành", "HDLS": "hướng dẫn liên sở", "QĐNS": "quyết định nhân sự",
}  # fmt: skip
BODIES = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "VPCP": "Văn phòng Chính phủ",
    "TTCP": "Thanh tra Chính phủ", "UBND": "Ủy ban nhân dân", "UB": "Ủy ban", "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "BTT": "Ban Thường trực",
    "TW": "Trung ương", "VPTW": "Văn phòng Trung ương Đảng", "BDVTW": "Ban Dân vận Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương", "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BTCTW": "Ban Tổ chức Trung ương", "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "BNCTW": "Ban Nội chính Trung ương", "ĐU": "Đảng ủy", "HU": "Huyện ủy", "QU": "Quận ủy", "CB": "chi bộ",
    "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BTP": "Bộ Tư pháp", "BXD": "Bộ Xây dựng", "BYT": "Bộ Y tế", "BCT": "Bộ Công Thương",
    "BNG": "Bộ Ngoại giao",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BGTVT": "Bộ Giao thông vận tải", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BLĐTBXH": "Bộ Lao động, Thương binh và Xã hội", "NHNN": "Ngân hàng Nhà nước",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
}  # fmt: skip
# In the tail of a Party's number BTC is the Ban Tổ chức, not the ministry.
PARTY = {"BTC": "Ban Tổ chức", "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận", "UBKT": "Ủy ban Kiểm tra"}
TERM = late(r"(?P<body>UBTVQH|QH)(?P<term>\d{1,2})")
NAMES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}


def told(tail: str, known: Mapping[str, str], *, party: bool = False) -> tuple[str, bool]:
    """`UBND-VX` -> (Ủy ban nhân dân, vê ích, True): how it is said, and whether its first part is a name.

    `known` holds the ward's own abbreviations; they win.
    """
    names = {**BODIES, **(PARTY if party else {}), **known}
    parts = [part for part in tail.replace("&", "-").split("-") if part]
    words = [_part(part, names) for part in parts]
    named = bool(parts) and (parts[0] in names or TERM.fullmatch(parts[0]) is not None)
    return ", ".join(words), named


def _part(part: str, names: Mapping[str, str]) -> str:
    term = TERM.fullmatch(part)
    if term:
        return f"{NAMES[term['body']]} khóa {cardinal(int(term['term']))}"
    return names.get(part) or spell(part)
