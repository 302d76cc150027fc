"""Twelve Word files that look like the papers of a ward, each with what must be found in it.

Made anew by python-docx at every run, with plain XML where it has no words for something. Two are typed for
TCVN3 fonts, one for VNI, one with loose accents (NFD), one still holds its tracked changes. People and things
are invented.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image
from viparse.normalize.encodings import get_charmap

SIDES = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT, "": None}
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
WARD = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN MẪU"


@dataclass
class Paper:
    """A Word file in the making.

    `said` are sentences that must stay, `grids` its tables with every place filled, `fields` what must
    be read off its head and foot.
    """

    font: str = "Times New Roman"
    typed: Callable[[str], str] = str
    fields: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    grids: list[list[list[str]]] = field(default_factory=list)
    kind: str | None = None

    def __post_init__(self) -> None:
        self.docx = Document()
        normal = self.docx.styles["Normal"]
        normal.font.name, normal.font.size = self.font, Pt(14)

    def run(self, paragraph: Any, words: str, bold: bool = False, slanted: bool = False) -> Any:
        capitals = self.font.startswith(".Vn") and words.isupper()
        run = paragraph.add_run(self.typed(words.lower() if capitals else words))
        run.bold, run.italic = bold or None, slanted or None
        run.font.name = f"{self.font}H" if capitals else self.font
        return run

    def line(
        self, words: str, bold: bool = False, slanted: bool = False, align: str = "", style: str = ""
    ) -> Any:
        """A paragraph that is not counted among what must stay."""
        paragraph = self.docx.add_paragraph(style=style or None)
        paragraph.alignment = SIDES[align]
        for place, part in enumerate(words.split("\n")):
            if place:
                paragraph.add_run().add_break()
            self.run(paragraph, part, bold, slanted)
        return paragraph

    def say(self, words: str, **form: Any) -> Any:
        """A paragraph whose every sentence must stay."""
        self.said.append(" ".join(words.split()))
        return self.line(words, **form)

    def frame(self, left: Sequence[tuple[str, bool]], right: Sequence[tuple[str, bool]]) -> None:
        """Two columns without a frame, as heads and feet are laid out."""
        row = self.docx.add_table(1, 2).rows[0]
        for cell, lines in zip(row.cells, (left, right), strict=True):
            for place, (words, bold) in enumerate(lines):
                paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
                paragraph.alignment = SIDES["centre"]
                self.run(paragraph, words, bold)

    def head(
        self,
        number: str,
        day: str,
        issuer: str = WARD,
        parent: str = "",
        about: str = "",
        motto: Sequence[str] = STATE,
    ) -> None:
        left = [(line, False) for line in parent.split("\n") if line]
        left += [(line, True) for line in issuer.split("\n")]
        left += [("_______", False)] if motto is STATE else [("*", False)]
        left += [(f"Số: {number}" if motto is STATE else f"Số {number}", False)] if number else []
        left += [(f"V/v {about}", False)] if about else []
        right = [(line, True) for line in motto]
        self.frame(left, [*right, ("_______________", False), (f"Bến Mẫu, {day}", False)])

    def title(self, type_: str, *lines: str) -> None:
        for words in (type_, *lines):
            self.line(words, bold=True, align="centre")
        self.line("_________", align="centre")

    def foot(self, capacity: str, office: str, name: str, *sent: str) -> None:
        left = [("Nơi nhận:", True), *((f"- {one};", False) for one in sent), ("- Lưu: VT.", False)]
        capacities = [(line, True) for line in capacity.split("\n") if line]
        self.frame(left, [*capacities, (office, True), ("(Đã ký)", False), ("", False), (name, True)])

    def table(
        self, rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = (), heads: int = 1
    ) -> None:
        """Every place of a table; `merges` are corners (row, column, row, column) of what says one thing."""
        made = self.docx.add_table(len(rows), len(rows[0]))
        made.style = "Table Grid"
        covered = {
            (row, column)
            for top, left, low, right in merges
            for row in range(top, low + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        for row, line in enumerate(rows):
            for column, words in enumerate(line):
                if (row, column) not in covered:
                    self.run(made.cell(row, column).paragraphs[0], words, bold=row < heads)
        for top, left, low, right in merges:
            whole = made.cell(top, left).merge(made.cell(low, right))
            for extra in [one for one in whole.paragraphs if not one.text.strip()]:
                extra._element.getparent().remove(extra._element)
        self.grids.append([[" ".join(words.split()) for words in line] for line in rows])

    def picture(self, alt: str = "") -> None:
        out = BytesIO()
        Image.new("RGB", (320, 200), "steelblue").save(out, "JPEG")
        self.docx.add_picture(BytesIO(out.getvalue()))
        drawn = self.docx.paragraphs[-1]._element.find(f".//{qn('wp:docPr')}")
        drawn.set("descr", alt)

    def save(self, path: Path) -> Path:
        self.docx.save(path)
        return path


def tcvn3(words: str) -> str:
    """Words as they are typed for .VnTime: accented capitals are small letters of .VnTimeH."""
    charmap = get_charmap("tcvn3")
    table = {letter: byte for byte, letter in charmap.pairs}
    return "".join(table.get(one, one) for one in unicodedata.normalize("NFC", words))


def vni(words: str) -> str:
    """Words as they are typed for VNI-Times: a base and a mark behind it."""
    charmap = get_charmap("vni")
    table = {letter: pair for pair, letter in charmap.pairs}
    return "".join(table.get(one, one) for one in unicodedata.normalize("NFC", words))


def announcement() -> Paper:
    paper = Paper()
    paper.head("112/TB-UBND", "ngày 20 tháng 11 năm 2026", parent="THÀNH PHỐ MINH HỌA")
    paper.title("THÔNG BÁO", "Về việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6")
    paper.say("Căn cứ Công văn số 318/CV-CN ngày 18/11/2026 của Xí nghiệp cấp nước Minh Họa;", slanted=True)
    paper.say(
        "Ủy ban nhân dân phường thông báo tạm ngừng cấp nước từ ngày 24/11/2026 đến hết ngày 25/11/2026."
    )
    paper.say("1. Khu vực ngừng nước", bold=True)
    paper.say("- Tổ dân phố 5: từ số nhà 12 đến số nhà 98 đường Kênh Ví Dụ;")
    paper.say("- Tổ dân phố 6: toàn bộ hẻm 8, gồm 192 hộ.")
    paper.say("2. Việc cần làm", bold=True)
    paper.say(
        "Đề nghị bà con trữ khoảng 200 lít nước mỗi nhà.Xe bồn phục vụ miễn phí từ 6 giờ 30 đến 18 giờ."
    )
    paper.say("Số trực: 0200 000 0004 (cả ngày đêm).")
    paper.foot(
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lê Thị Thí Dụ",
        "Các tổ dân phố 5, 6",
        "Đài truyền thanh",
    )
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "112/TB-UBND",
        "day": "2026-11-20",
        "place": "Bến Mẫu",
        "title": "Thông báo về việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6",
        "signer": "Lê Thị Thí Dụ",
        "office": "Phó Chủ tịch",
        "kind": "notice",
    }
    paper.said[6] = paper.said[6].replace("nhà.Xe", "nhà. Xe")
    return paper


def invitation() -> Paper:
    paper = Paper()
    tabs = paper.docx.add_paragraph()
    paper.run(tabs, "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    paper.line("PHƯỜNG BẾN MẪU\tĐộc lập - Tự do - Hạnh phúc", bold=True)
    paper.line("Số: 45/GM-UBND\tBến Mẫu, ngày 19 tháng 11 năm 2026")
    paper.title("GIẤY MỜI", "Dự hội nghị đối thoại với Nhân dân quý IV năm 2026")
    paper.say("Kính gửi: Đại diện các hộ gia đình tổ dân phố 1 và tổ dân phố 2.", align="centre")
    paper.say("Chủ tịch Ủy ban nhân dân phường trân trọng kính mời đại diện hộ gia đình đến dự hội nghị.")
    for number, words in (
        ("1.", "Thời gian: 07 giờ 30, thứ Bảy, ngày 28/11/2026."),
        ("2.", "Địa điểm: Nhà văn hóa tổ dân phố 1, số 27 đường Bến Mẫu."),
        ("3.", "Nội dung: trả lời 14 kiến nghị đã gửi trước ngày 15/11/2026."),
    ):
        paper.say(words, style="List Number")
        paper.said[-1] = f"{number} {words}"
    paper.say("Rất mong bà con đến đông đủ, đúng giờ.")
    paper.line("Nơi nhận:\tCHỦ TỊCH", bold=True)
    paper.line("- Như trên;\t(Đã ký)")
    paper.line("- Lưu: VT.\tTrần Văn Mẫu")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "45/GM-UBND",
        "day": "2026-11-19",
        "place": "Bến Mẫu",
        "title": "Giấy mời dự hội nghị đối thoại với Nhân dân quý IV năm 2026",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "notice",
    }
    return paper


def plan() -> Paper:
    paper = Paper()
    paper.head(
        "31-KH/ĐU", "ngày 05 tháng 11 năm 2026", "ĐẢNG ỦY PHƯỜNG BẾN MẪU", "THÀNH ỦY MINH HỌA", motto=PARTY
    )
    paper.title("KẾ HOẠCH", "tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở các tổ dân phố năm 2026")
    paper.say("I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    paper.say("Phát huy quyền làm chủ của Nhân dân; tổ chức gọn, tiết kiệm, không quá 3.500.000 đồng một tổ.")
    paper.say("II. NỘI DUNG", bold=True)
    paper.say("1. Phần lễ", bold=True)
    paper.say("Ôn truyền thống 96 năm; công khai thu, chi quỹ của tổ.")
    paper.say("2. Phần hội", bold=True)
    paper.say("a) Thi gói bánh giữa các hẻm;")
    paper.say("b) Bữa cơm đoàn kết do mỗi nhà góp một món.")
    paper.say("III. KINH PHÍ", bold=True)
    paper.table(
        [
            ["STT", "Nội dung chi", "Số tiền (đồng)", "Ghi chú"],
            ["1", "Trang trí, loa máy", "1.200.000", "Sáu tổ"],
            ["2", "Nước uống", "800.000", ""],
            ["3", "Quà cho người cao tuổi", "1.500.000", "30 suất"],
            ["Cộng", "Cộng", "3.500.000", ""],
        ],
        [(4, 0, 4, 1)],
    )
    paper.foot("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thí Điểm", "Các chi bộ", "Mặt trận phường")
    paper.fields = {
        "issuer": "Đảng ủy phường Bến Mẫu",
        "number": "31-KH/ĐU",
        "day": "2026-11-05",
        "place": "Bến Mẫu",
        "title": "Kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở các tổ dân phố năm 2026",
        "signer": "Nguyễn Văn Thí Điểm",
        "office": "Bí thư",
        "kind": "notice",
    }
    return paper


def minutes() -> Paper:
    paper = Paper()
    for words in STATE:
        paper.line(words, bold=True, align="centre")
    paper.line("Bến Mẫu, ngày 15 tháng 11 năm 2026", slanted=True, align="right")
    paper.title("BIÊN BẢN", "Họp tổ dân phố 2 về việc đóng góp lắp đèn hẻm 27")
    paper.say("Hôm nay, vào lúc 19 giờ 00 ngày 15/11/2026, tại nhà văn hóa tổ dân phố 2.")
    paper.say("I. Thành phần", bold=True)
    paper.say("Tổng số hộ gia đình trong tổ: 214 hộ; có mặt: 171 hộ.")
    paper.say("Chủ trì: Tổ trưởng tổ dân phố 2. Thư ký: Phó Bí thư chi bộ.")
    paper.say("II. Nội dung", bold=True)
    paper.say("Mỗi hộ góp 250.000 đồng, lắp 18 bóng đèn, xong trước ngày 31/12/2026.")
    paper.say("III. Kết quả biểu quyết", bold=True)
    paper.table(
        [
            ["Ý kiến", "Số hộ", "Tỷ lệ trên 214 hộ"],
            ["Tán thành", "160", "74,8%"],
            ["Không tán thành", "11", "5,1%"],
        ]
    )
    paper.say("Tán thành: 160 hộ. Không tán thành: 11 hộ. Biên bản lập xong lúc 20 giờ 45.")
    paper.frame(
        [("THƯ KÝ", True), ("(Đã ký)", False), ("Phạm Thị Giả Định", True)],
        [("CHỦ TRÌ", True), ("(Đã ký)", False), ("Hoàng Văn Ước Lệ", True)],
    )
    paper.fields = {
        "issuer": "",
        "number": "",
        "day": "2026-11-15",
        "place": "Bến Mẫu",
        "kind": "decision",
        "title": "Biên bản họp tổ dân phố 2 về việc đóng góp lắp đèn hẻm 27",
        "signer": "Phạm Thị Giả Định",
        "office": "Thư ký",
    }
    return paper


def budget() -> Paper:
    paper = Paper()
    paper.head("96/BC-UBND", "ngày 13 tháng 10 năm 2026")
    paper.title("BÁO CÁO", "Công khai thực hiện dự toán ngân sách phường chín tháng năm 2026")
    paper.say("Chín tháng, phường thu 16.302 triệu đồng, đạt 76,0% dự toán; chi 14.586 triệu đồng.")
    paper.say("Đơn vị tính: triệu đồng", slanted=True, align="right")
    paper.table(
        [
            ["STT", "Nội dung", "Dự toán năm", "Thực hiện chín tháng", "Thực hiện chín tháng", "Tỷ lệ (%)"],
            ["STT", "Nội dung", "Dự toán năm", "Tổng số", "Trong đó quý III", "Tỷ lệ (%)"],
            ["A", "TỔNG THU", "21.450", "16.302", "5.486", "76,0"],
            ["1", "Phường được hưởng", "6.320", "5.056", "1.702", "80,0"],
            ["2", "Bổ sung từ thành phố", "15.130", "11.246", "3.784", "74,3"],
            ["B", "TỔNG CHI", "21.450", "14.586", "4.611", "68,0"],
            ["1", "Chi thường xuyên", "14.890", "10.870", "3.520", "73,0"],
            ["2", "Chi đầu tư | xây dựng", "5.640", "3.384", "1.091", "60,0"],
            ["3", "Dự phòng", "920", "332", "-", "36,1"],
        ],
        [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 1, 5)],
        heads=2,
    )
    paper.say("Số liệu chưa gồm 45,6 triệu đồng kinh phí chuyển nguồn.")
    paper.foot("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu", "Hội đồng nhân dân phường")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "96/BC-UBND",
        "day": "2026-10-13",
        "place": "Bến Mẫu",
        "title": "Báo cáo công khai thực hiện dự toán ngân sách phường chín tháng năm 2026",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "disclosure",
    }
    return paper


def list_() -> Paper:
    paper = Paper()
    paper.head("", "ngày 10 tháng 11 năm 2026")
    paper.title("DANH SÁCH", "Hộ được hỗ trợ sửa nhà đợt 2 năm 2026")
    paper.say(
        "(Kèm theo Quyết định số 201/QĐ-UBND ngày 10/11/2026 của Ủy ban nhân dân phường)",
        slanted=True,
        align="centre",
    )
    paper.table(
        [
            ["STT", "Tổ dân phố", "Số hộ", "Mức hỗ trợ một hộ (đồng)"],
            ["1", "Tổ dân phố 1", "3", "30.000.000"],
            ["2", "Tổ dân phố 1", "1", "15.000.000"],
            ["3", "Tổ dân phố 4", "2", "30.000.000"],
            ["Tổng cộng", "Tổng cộng", "6", "165.000.000"],
        ],
        [(1, 1, 2, 1), (4, 0, 4, 1)],
    )
    paper.foot("", "CHỦ TỊCH", "Trần Văn Mẫu", "Sáu tổ dân phố")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "",
        "day": "2026-11-10",
        "place": "Bến Mẫu",
        "title": "Danh sách hộ được hỗ trợ sửa nhà đợt 2 năm 2026",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "disclosure",
    }
    return paper


def timetable() -> Paper:
    paper = Paper(font=".VnTime", typed=tcvn3)
    paper.head("08/L-UBND", "ngày 28 tháng 9 năm 2026")
    paper.title("LỊCH TIẾP CÔNG DÂN", "Quý IV năm 2026")
    paper.say("Chủ tịch phường tiếp công dân vào thứ Năm hằng tuần, trừ ngày nghỉ lễ.")
    paper.table(
        [
            ["Thứ, ngày", "Buổi", "Người tiếp", "Địa điểm"],
            ["Thứ Năm, 01/10", "Sáng", "Chủ tịch", "Phòng tiếp công dân"],
            ["Thứ Năm, 01/10", "Chiều", "Phó Chủ tịch", "Phòng tiếp công dân"],
            ["Thứ Năm, 08/10", "Sáng", "Chủ tịch", "Nhà văn hóa tổ 4"],
        ],
        [(1, 0, 2, 0), (1, 3, 2, 3)],
    )
    paper.say("Người già yếu gọi trước số 0200 000 0002 để được đón; đường đi có lối cho xe lăn.")
    paper.foot("", "CHỦ TỊCH", "Trần Văn Mẫu", "Trụ sở tiếp công dân")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "08/L-UBND",
        "day": "2026-09-28",
        "place": "Bến Mẫu",
        "title": "Lịch tiếp công dân quý IV năm 2026",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "notice",
    }
    return paper


def letter() -> Paper:
    paper = Paper(kind="notice")
    paper.head("540/UBND-VP", "ngày 12 tháng 11 năm 2026", about="vận động giữ sạch đoạn kênh trước nhà")
    paper.say("Kính gửi:", align="centre")
    paper.say("- Tổ trưởng sáu tổ dân phố;")
    paper.say("- Ban quản lý chợ Bến Mẫu.")
    paper.say("Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026, phường đề nghị các ông, bà:")
    paper.say("1. Vận động mỗi nhà giữ sạch 5 m kênh trước cửa.")
    paper.say("2. Báo kết quả trước 16 giờ 30 ngày 30/11/2026 qua số 0200 000 0001./.")
    paper.foot("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đỗ Thị Minh Họa", "Như trên", "Chủ tịch (để b/c)")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "540/UBND-VP",
        "day": "2026-11-12",
        "place": "Bến Mẫu",
        "title": "Vận động giữ sạch đoạn kênh trước nhà",
        "signer": "Đỗ Thị Minh Họa",
        "office": "Chánh văn phòng",
        "kind": "notice",
    }
    return paper


def old_notice() -> Paper:
    paper = Paper(font=".VnTime", typed=tcvn3)
    paper.head("17/TB-UBND", "ngày 03 tháng 11 năm 2026")
    paper.title("THÔNG BÁO", "Về việc khám mắt miễn phí cho người cao tuổi")
    paper.say("Trạm y tế phường khám mắt miễn phí cho người từ 65 tuổi, mỗi tổ một buổi sáng.")
    paper.say(
        "Đề nghị mang theo thẻ bảo hiểm y tế; ai không tự đi được thì báo Tổ trưởng trước ngày 07/11/2026."
    )
    mixed = paper.docx.add_paragraph()
    paper.run(mixed, "Liên hệ: trạm y tế, ")
    other = mixed.add_run("số 0200 000 0001, gặp chị Thí Dụ.")
    other.font.name = "Times New Roman"
    paper.said.append("Liên hệ: trạm y tế, số 0200 000 0001, gặp chị Thí Dụ.")
    paper.foot("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Thí Dụ", "Trạm y tế")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "17/TB-UBND",
        "day": "2026-11-03",
        "place": "Bến Mẫu",
        "title": "Thông báo về việc khám mắt miễn phí cho người cao tuổi",
        "signer": "Lê Thị Thí Dụ",
        "office": "Phó Chủ tịch",
        "kind": "notice",
    }
    return paper


def oldest_plan() -> Paper:
    paper = Paper(font="VNI-Times", typed=vni)
    paper.head("22/KH-UBND", "ngày 16 tháng 10 năm 2026")
    paper.title("KẾ HOẠCH", "Vớt rác kênh Ví Dụ tháng 11 năm 2026")
    paper.say("Mỗi tổ cử 12 người, từ ngày 07/11/2026 đến ngày 08/11/2026, bắt đầu lúc 6 giờ 30.")
    split = paper.docx.add_paragraph()
    for part in ("Xe rác chờ ở đầu ca", "àu, vôùt xong chôû ñi ngay; tổng 3 chuyến."):
        run = split.add_run(part if part.startswith("à") and "ù" in part else vni(part))
        run.font.name = "VNI-Times"
        run.bold = part.startswith("Xe") or None
    split.runs[1].text = "à" + vni("u, vớt xong chở đi ngay; tổng 3 chuyến.")
    split.runs[0].text = vni("Xe rác chờ ở đầu ") + "ca"
    paper.said.append("Xe rác chờ ở đầu cầu, vớt xong chở đi ngay; tổng 3 chuyến.")
    paper.foot("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu", "Sáu tổ dân phố")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "22/KH-UBND",
        "day": "2026-10-16",
        "place": "Bến Mẫu",
        "title": "Kế hoạch vớt rác kênh Ví Dụ tháng 11 năm 2026",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "notice",
    }
    return paper


def loose() -> Paper:
    paper = Paper(typed=lambda words: unicodedata.normalize("NFD", words))
    paper.head("119/TB-UBND", "ngày 21 tháng 11 năm 2026")
    paper.title("THÔNG BÁO", "Về việc rào đường trước chợ Bến Mẫu")
    paper.say("Rào một nửa lòng đường từ ngày 23/11/2026 đến hết ngày 29/11/2026 để thay 64\u00a0m  cống .")
    paper.said[-1] = "Rào một nửa lòng đường từ ngày 23/11/2026 đến hết ngày 29/11/2026 để thay 64 m cống."
    paper.picture("Hàng rào tôn dựng giữa đường trước chợ")
    paper.line("Ảnh: Rào chắn trước chợ, sáng 21/11/2026.", slanted=True, align="centre")
    paper.said.append("Ảnh: Rào chắn trước chợ, sáng 21/11/2026.")
    paper.foot("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu", "Ban quản lý chợ")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "119/TB-UBND",
        "day": "2026-11-21",
        "place": "Bến Mẫu",
        "title": "Thông báo về việc rào đường trước chợ Bến Mẫu",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "notice",
    }
    return paper


def revised() -> Paper:
    paper = Paper()
    paper.head("120/TB-UBND", "ngày 22 tháng 11 năm 2026")
    paper.title("THÔNG BÁO", "Về việc đổi giờ mở cửa nhà văn hóa")
    changed = paper.say("Nhà văn hóa mở cửa từ 6 giờ đến ")
    for tag, words in (("w:del", "20 giờ"), ("w:ins", "21 giờ 30")):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "7")
        mark.set(qn("w:author"), "Văn thư")
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        run.append(text)
        mark.append(run)
        changed._element.append(mark)
    paper.run(changed, " mỗi ngày, kể cả Chủ nhật.")
    paper.said[-1] = "Nhà văn hóa mở cửa từ 6 giờ đến 21 giờ 30 mỗi ngày, kể cả Chủ nhật."
    paper.say("Điều này áp dụng ở cả sáu nhà văn hóa.")
    paper.foot("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu", "Sáu tổ dân phố")
    paper.fields = {
        "issuer": "Ủy ban nhân dân phường Bến Mẫu",
        "number": "120/TB-UBND",
        "day": "2026-11-22",
        "place": "Bến Mẫu",
        "title": "Thông báo về việc đổi giờ mở cửa nhà văn hóa",
        "signer": "Trần Văn Mẫu",
        "office": "Chủ tịch",
        "kind": "notice",
    }
    return paper


PAPERS: dict[str, Callable[[], Paper]] = {
    "thong-bao": announcement,
    "giay-moi": invitation,
    "ke-hoach": plan,
    "bien-ban": minutes,
    "ngan-sach": budget,
    "danh-sach": list_,
    "lich-tiep-dan-tcvn3": timetable,
    "cong-van": letter,
    "thong-bao-tcvn3": old_notice,
    "ke-hoach-vni": oldest_plan,
    "thong-bao-nfd": loose,
    "thong-bao-vet-sua": revised,
}
