"""What the editor shows for a value that is one of a few: the words of the pages where there are any."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from gandan.model.happening import EVENT_TYPES
from gandan.views.facts import FAMILIES
from gandan.views.forms import NAMES
from gandan.views.relations import HEADINGS

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **{point: f"{point} – {name}" for point, name in NAMES.items()},
        **HEADINGS,
        **FAMILIES,
        **EVENT_TYPES,
        "unknown": "Chưa rõ còn hiệu lực không",
        "partly": "Hết hiệu lực một phần",
        "suspended": "Tạm ngưng hiệu lực",
        "postponed": "Hoãn",
        "cancelled": "Huỷ",
        "publish": "Từ ngày văn bản đến ngày công khai",
        "posting": "Thời gian niêm yết",
        "permanent": "Niêm yết thường xuyên",
        "loudspeaker": "Thời gian phát loa",
        "head": "Báo qua tổ trưởng",
        "consultation": "Thời gian lấy ý kiến",
        "answer": "Hạn trả lời",
        "notice": "Báo trước sự kiện",
        "sending": "Hạn gửi quyết định",
        "recognition": "Hạn công nhận",
        "threshold": "Tỷ lệ hộ phải đạt",
        "preparation": "Việc phải xong trước sự kiện",
        "plan": "Theo kế hoạch công khai",
        "basis": "Văn bản viện dẫn còn hiệu lực",
        "days": "Ngày",
        "working_days": "Ngày làm việc",
        "at_least": "Ít nhất",
        "at_most": "Nhiều nhất",
        "after": "Sau mốc",
        "before": "Trước mốc",
        "error": "Lỗi: dừng việc dựng trang",
        "warning": "Nhắc",
        "true": "Có",
        "false": "Không",
    }
)


def options(values: Iterable[str]) -> list[dict[str, str]]:
    """The choices of a field, each with its words; a value that is Vietnamese already speaks for itself."""
    return [{"label": _WORDS.get(value, value), "value": value} for value in values]
