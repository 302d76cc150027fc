"""Short forms in full: those of the ward (`data/viet-tat.yml`) first, then those of the whole land."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from gandan.patterns import late

GENERAL = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc",
    "MTTQVN": "Mặt trận Tổ quốc Việt Nam", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "TDP": "tổ dân phố", "KDC": "khu dân cư", "KP": "khu phố", "TTHC": "thủ tục hành chính",
    "QCDC": "quy chế dân chủ", "TTND": "thanh tra nhân dân", "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội", "BHTN": "bảo hiểm thất nghiệp", "CCCD": "căn cước công dân",
    "GPMB": "giải phóng mặt bằng",
    "PCCC": "phòng cháy chữa cháy", "CNCH": "cứu nạn cứu hộ", "PCTT": "phòng chống thiên tai",
    "TKCN": "tìm kiếm cứu nạn", "ATGT": "an toàn giao thông", "TTATGT": "trật tự an toàn giao thông",
    "ANTT": "an ninh trật tự", "ANQP": "an ninh quốc phòng", "QPAN": "quốc phòng an ninh",
    "VSMT": "vệ sinh môi trường", "BVMT": "bảo vệ môi trường", "ATTP": "an toàn thực phẩm",
    "VSATTP": "vệ sinh an toàn thực phẩm", "KTXH": "kinh tế xã hội", "KT-XH": "kinh tế xã hội",
    "CT-XH": "chính trị xã hội", "SXKD": "sản xuất kinh doanh", "NTM": "nông thôn mới",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin", "CSXH": "chính sách xã hội", "KCB": "khám chữa bệnh",
    "NVQS": "nghĩa vụ quân sự", "BCHQS": "Ban Chỉ huy Quân sự", "ĐBQH": "đại biểu Quốc hội",
    "LĐLĐ": "Liên đoàn Lao động", "LHPN": "Liên hiệp Phụ nữ", "TNCS": "Thanh niên Cộng sản",
    "CCB": "cựu chiến binh", "NCT": "người cao tuổi", "CTĐ": "chữ thập đỏ", "CLB": "câu lạc bộ",
    "HTX": "hợp tác xã", "CBCC": "cán bộ, công chức", "CBCCVC": "cán bộ, công chức, viên chức",
    "BCĐ": "ban chỉ đạo", "BQL": "ban quản lý", "BCH": "ban chấp hành", "BTV": "ban thường vụ",
    "THPT": "trung học phổ thông", "THCS": "trung học cơ sở", "MN": "mầm non", "GPLX": "giấy phép lái xe",
    "GCN": "giấy chứng nhận", "QSDĐ": "quyền sử dụng đất", "SĐT": "số điện thoại", "ĐT": "điện thoại",
    "STK": "số tài khoản", "STT": "số thứ tự", "HCM": "Hồ Chí Minh", "XHCN": "xã hội chủ nghĩa",
    "CHXHCN": "Cộng hòa xã hội chủ nghĩa", "VN": "Việt Nam", "TTg": "Thủ tướng Chính phủ",
    "TW": "Trung ương", "T.Ư": "Trung ương", "TƯ": "Trung ương", "GD&ĐT": "giáo dục và đào tạo",
    "GD-ĐT": "giáo dục và đào tạo", "GDĐT": "giáo dục và đào tạo", "GTVT": "giao thông vận tải",
    "TNMT": "tài nguyên và môi trường", "TN&MT": "tài nguyên và môi trường",
    "TN-MT": "tài nguyên và môi trường", "PTNT": "phát triển nông thôn",
    "NN&PTNT": "nông nghiệp và phát triển nông thôn", "NN-PTNT": "nông nghiệp và phát triển nông thôn",
    "LĐ-TB&XH": "lao động, thương binh và xã hội", "LĐ-TB-XH": "lao động, thương binh và xã hội",
    "TNHH": "trách nhiệm hữu hạn", "MTV": "một thành viên", "TMCP": "thương mại cổ phần",
    "HĐQT": "hội đồng quản trị", "HĐTV": "hội đồng thành viên", "HĐXX": "hội đồng xét xử",
    "TAND": "tòa án nhân dân", "VKSND": "viện kiểm sát nhân dân", "KSND": "kiểm sát nhân dân",
    "CQĐT": "cơ quan điều tra", "UBKT": "Ủy ban Kiểm tra", "BKS": "ban kiểm soát", "BQT": "ban quản trị",
    "QLTT": "quản lý thị trường", "BĐS": "bất động sản", "GPXD": "giấy phép xây dựng",
    "CNVC": "công nhân viên chức", "TGĐ": "tổng giám đốc", "PV": "phóng viên",
    "TPHCM": "thành phố Hồ Chí Minh", "TP.HCM": "thành phố Hồ Chí Minh", "USD": "đô la Mỹ",
    "CSGT": "cảnh sát giao thông", "QĐ": "quyết định", "NĐ": "nghị định", "NQ": "nghị quyết",
    "đ/c": "đồng chí", "Đ/c": "Đồng chí", "đ/chí": "đồng chí", "VD": "ví dụ", "vd": "ví dụ",
    "TP": "thành phố", "Tp": "thành phố", "tp": "thành phố", "TX": "thị xã",
    "ThS": "thạc sĩ", "Th.S": "thạc sĩ",
    "TS": "tiến sĩ", "PGS": "phó giáo sư", "GS": "giáo sư", "BS": "bác sĩ", "BSCKI": "bác sĩ chuyên khoa một",
    "BSCKII": "bác sĩ chuyên khoa hai", "CKI": "chuyên khoa một", "CKII": "chuyên khoa hai",
    "KS": "kỹ sư", "NGƯT": "nhà giáo ưu tú", "NGND": "nhà giáo nhân dân", "QR": "quy rờ", "AIDS": "ết",
}  # fmt: skip
# These are short only with their point, before a name or a number.
POINTED = {"P": "phường", "Q": "quận", "TT": "thị trấn", "Tr": "trang", "tr": "trang"}
POINTED_BEFORE = late(r"(?<![\w.])(?P<short>P|Q|TT|Tr|tr)\. ?(?=\w)")
POINTS = """
TP Tp tp TX ThS Th.S TS PGS GS BS KS NGƯT NGND CKI CKII VD vd
"""
WITH_POINT = frozenset(POINTS.split())  # a point behind these ends no sentence


class Table(NamedTuple):
    """Short forms and their long ones, ready to be looked for; `own` are those of the ward alone."""

    own: Mapping[str, str]
    long: Mapping[str, str]
    pattern: re.Pattern[str]


def table(known: Mapping[str, str]) -> Table:
    """The general table with the ward's own (short -> long, as spoken) laid over it."""
    long = {**GENERAL, **known}
    shorts = "|".join(re.escape(short) for short in sorted(long, key=len, reverse=True))
    return Table(known, long, re.compile(rf"(?<!\w)(?P<short>{shorts})(?!\w)(?P<point>\.(?= ?\w))?"))


def say(text: str, words: Table) -> str:
    """BHYT -> bảo hiểm y tế, TP. Huế -> thành phố Huế without its point."""
    text = POINTED_BEFORE.sub(_pointed, text) if "." in text[:-1] else text
    return words.pattern.sub(lambda found: _long(found, words.long), text)


def _pointed(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 1]
    number = after.isdigit() or (after.isupper() and found["short"] not in ("Tr", "tr"))
    return f"{POINTED[found['short']]} " if number else found[0]


def _long(found: re.Match[str], long: Mapping[str, str]) -> str:
    point = found["point"] or ""
    if point and found["short"] in WITH_POINT:
        after = found.string[found.end() : found.end() + 2].strip()
        point = " " if after[:1].isupper() or after[:1].isdigit() else point
    return long[found["short"]] + point
