"""A finding -> the problem that staff read: what it is, masked, and the mend."""

from gandan.privacy.finding import Finding, Kind, masked
from gandan.problems import Place, Problem

_EXCEPT = "buộc phải đăng thì ghi lý do, người duyệt ở «privacy»"
# By kind and by how sure it is: the code, the sentence, the mend.
_SAYINGS: dict[tuple[Kind, bool], tuple[str, str, str]] = {
    (Kind.IDENTITY, True): (
        "R101",
        "số căn cước hoặc CMND {masked}.",
        f"Xoá số này; {_EXCEPT}.",
    ),
    (Kind.IDENTITY, False): (
        "R102",
        "dãy 12 chữ số {masked} có thể là số căn cước.",
        f"Xem lại; phải thì xoá, không phải thì viết rõ là số gì ngay trước nó; {_EXCEPT}.",
    ),
    (Kind.TELEPHONE, False): (
        "R103",
        "số điện thoại {masked} không có trong sổ của phường.",
        "Thay bằng số máy của phường; máy của cơ quan thì ghi vào trang Liên hệ; "
        f"của người dân thì xoá, {_EXCEPT}.",
    ),
    (Kind.ACCOUNT, True): (
        "R104",
        "số tài khoản {masked} của một người.",
        f"Xoá, hoặc thay bằng tài khoản của cơ quan; {_EXCEPT}.",
    ),
    (Kind.ACCOUNT, False): (
        "R105",
        "số tài khoản {masked} không rõ của ai.",
        f"Của cơ quan, quỹ thì ghi tên chủ tài khoản cạnh số; của một người thì xoá, {_EXCEPT}.",
    ),
    (Kind.BIRTH, False): (
        "R106",
        "ngày sinh {masked} cạnh tên một người.",
        f"Cần thì chỉ ghi năm sinh; {_EXCEPT}.",
    ),
    (Kind.PLATE, False): (
        "R107",
        "biển số xe {masked}.",
        f"Xoá biển số; {_EXCEPT}.",
    ),
    (Kind.CONDITION, False): (
        "R108",
        "«{masked}» cạnh tên một người: sức khoẻ, hoàn cảnh nghèo là chuyện riêng.",
        f"Bỏ tên hoặc bỏ chuyện ấy; {_EXCEPT}.",
    ),
    (Kind.LIST, False): (
        "R108",
        "danh sách nêu tên {masked} người vì sức khoẻ hay hoàn cảnh nghèo: là chuyện riêng.",
        "Chỉ đăng con số chung; danh sách luật buộc công khai thì để trong tệp đính kèm có «names».",
    ),
    (Kind.LIST, True): (
        "R109",
        "danh sách {masked} người, kèm số giấy tờ, số máy hoặc ngày, năm sinh của từng người.",
        "Chỉ đăng con số chung; danh sách luật buộc công khai thì để trong tệp đính kèm có «names».",
    ),
}


def problem(finding: Finding, place: Place, where: str = "") -> Problem:
    """The problem of a finding; `where` tells the page or cell of an attachment, as `trang 3`."""
    code, message, hint = _SAYINGS[finding.kind, finding.sure]
    said = message.format(masked=shown(finding))
    return Problem(place, code, f"{where}: {said}" if where else said, hint)


def shown(finding: Finding) -> str:
    """What a message shows of a finding: never a whole number."""
    if finding.kind is Kind.LIST:
        return str(finding.people)
    if finding.kind is Kind.CONDITION:
        return " ".join(finding.words.split())
    if finding.kind is Kind.BIRTH:
        return f"***{finding.figures[-4:]}"
    if finding.kind is Kind.PLATE:
        return f"{finding.words[:3].strip(' -')}***{finding.figures[-2:]}"
    return masked(finding.words)
