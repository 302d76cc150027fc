"""The types of events that the portal knows by name; a ward's rules may speak of types of its own."""

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from gandan.vietnamese import slug

EVENT_TYPES = {
    "tiep-cong-dan": "Tiếp công dân",
    "doi-thoai": "Hội nghị đối thoại",
    "hop-to-dan-pho": "Họp tổ dân phố",
    "hoi-nghi-cong-dong": "Hội nghị cộng đồng dân cư cuối năm",
    "phat-phieu": "Phát phiếu lấy ý kiến hộ gia đình",
    "bau-to-truong": "Bầu tổ trưởng tổ dân phố",
    "ngay-hoi": "Ngày hội",
    "khac": "Hoạt động khác",
}


def _type(value: object) -> object:
    """`tiep-cong-dan`, or its name in Vietnamese; another word is kept as it was written."""
    return slug(value) if isinstance(value, str) and slug(value) in EVENT_TYPES else value


EventType = Annotated[str, StringConstraints(min_length=1, max_length=80), BeforeValidator(_type)]
