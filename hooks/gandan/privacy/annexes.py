"""Lists of people that a law wants shown: what such a file may hold, and until when it stands."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError

from gandan.model import Naming
from gandan.patterns import late
from gandan.privacy.finding import Kind
from gandan.privacy.paper import Paper
from gandan.privacy.papers import Found
from gandan.privacy.spelling import any_of
from gandan.problems import Problem
from gandan.read.raw import Raw

# The least is who it is and what it is about: name, year of birth, tổ dân phố, the result. What data may be
# shown is bound to its purpose (the principles of Luật 91/2025/QH15), so every other column is too much.
BEYOND: Mapping[Kind, str] = {
    Kind.IDENTITY: "số căn cước, CMND",
    Kind.TELEPHONE: "số điện thoại",
    Kind.ACCOUNT: "số tài khoản",
    Kind.BIRTH: "ngày, tháng sinh",
    Kind.PLATE: "biển số xe",
    Kind.CONDITION: "bệnh tật, hoàn cảnh",
}
_HEAD = late(any_of("họ và tên", "họ tên", "họ, tên"), re.I)
_COLUMNS = (
    (any_of("cccd", "căn cước", "cmnd", "định danh", "giấy tờ"), "số căn cước, CMND"),
    (any_of("điện thoại", "sđt", "số máy"), "số điện thoại"),
    (any_of("tài khoản", "stk"), "số tài khoản"),
    (any_of("ngày sinh", "ngày, tháng", "ngày tháng"), "ngày, tháng sinh"),
    (any_of("bệnh", "sức khỏe", "sức khoẻ", "khuyết tật", "chẩn đoán"), "bệnh tật, hoàn cảnh"),
    (any_of("tôn giáo", "dân tộc"), "tôn giáo, dân tộc"),
    (any_of("bảo hiểm", "bhyt", "bhxh"), "số bảo hiểm"),
    (any_of("họ tên cha", "họ tên mẹ", "vợ", "chồng", "chữ ký"), "người thân, chữ ký"),
)


class Holder(NamedTuple):
    """An item that names a file: where, and as a list of people or not."""

    raw: Raw
    number: int
    naming: Naming | None


def holders(raws: Mapping[str, Raw]) -> Mapping[str, tuple[Holder, ...]]:
    """The items beside which each file lies. What is written wrong is told by the check of fields."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for raw in raws.values():
        listed = raw.fields.get("attachments") if isinstance(raw.fields, dict) else None
        for number, one in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(one, dict) and isinstance(one.get("file"), str):
                file = posixpath.normpath(posixpath.join(posixpath.dirname(raw.file), str(one["file"])))
                found[file].append(Holder(raw, number, _naming(one.get("names"))))
    return {file: tuple(items) for file, items in found.items()}


def _naming(written: object) -> Naming | None:
    try:
        return Naming.model_validate(written)
    except ValidationError:
        return None


def beyond(paper: Paper, found: list[Found]) -> list[str]:
    """What a list of people holds besides the least, in Vietnamese."""
    heads = [line for part in paper.parts for line in part.text.split("\n") if _HEAD.search(line)]
    columns = (words for form, words in _COLUMNS if any(re.search(form, line, re.I) for line in heads))
    return list(dict.fromkeys([*(BEYOND[one.finding.kind] for one in found), *columns]))


def too_much(holder: Holder, names: list[str]) -> Problem:
    """R302."""
    message = f"danh sách có tên người mà còn {'; '.join(names)}: quá mức tối thiểu."
    hint = "Chỉ để họ tên, năm sinh, tổ dân phố và kết quả; xoá hẳn các cột kia trong tệp."
    return Problem(holder.raw.at("attachments", holder.number, "names"), "R302", message, hint)


def over(
    holders: Mapping[str, tuple[Holder, ...]], files: Mapping[str, int], today: date
) -> Iterator[Problem]:
    """R303: a list whose last day is behind us and whose file still lies there."""
    for file, items in holders.items():
        for holder in items:
            if holder.naming and holder.naming.until < today and file in files:
                message = (
                    f"danh sách có tên người hết hạn {holder.naming.until:%d/%m/%Y}; trang không đưa ra nữa."
                )
                hint = f"Xoá tệp {posixpath.basename(file)}, giữ nguyên các dòng này."
                place = holder.raw.at("attachments", holder.number, "names", "until")
                yield Problem(place, "R303", message, hint)
