"""The one vocabulary of states: ids, words and tones, whatever the kind."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

STEPS = 3  # standings told ahead; a site is built every night, a page may lie open for days


class State(Enum):
    """A state: its id in addresses and marks, its words, and its tone for the eye."""

    NOT_YET = ("chua-co-hieu-luc", "Chưa có hiệu lực", "coming")
    IN_FORCE = ("con-hieu-luc", "Còn hiệu lực", "open")
    PARTLY = ("het-hieu-luc-mot-phan", "Hết hiệu lực một phần", "pending")
    SUSPENDED = ("ngung-hieu-luc", "Ngưng hiệu lực", "pending")
    EXPIRED = ("het-hieu-luc", "Hết hiệu lực", "expired")
    UNKNOWN = ("chua-ro", "Chưa rõ hiệu lực", "ended")

    TO_BE_CONSULTED = ("sap-lay-y-kien", "Sắp lấy ý kiến", "coming")
    CONSULTING = ("dang-lay-y-kien", "Đang lấy ý kiến", "open")
    SUMMING_UP = ("dang-tong-hop", "Đang tổng hợp ý kiến", "pending")
    DECIDED = ("da-co-ket-qua", "Đã có kết quả", "ended")

    TO_APPLY = ("sap-ap-dung", "Sắp áp dụng", "coming")
    APPLIES = ("dang-ap-dung", "Đang áp dụng", "open")
    OVER = ("het-thoi-han", "Hết thời hạn", "ended")

    POSTED = ("dang-niem-yet", "Đang niêm yết", "open")
    NO_LONGER_POSTED = ("da-het-han-niem-yet", "Đã hết hạn niêm yết", "ended")

    TO_TAKE_PLACE = ("sap-dien-ra", "Sắp diễn ra", "coming")
    TAKES_PLACE = ("dang-dien-ra", "Đang diễn ra", "open")
    TOOK_PLACE = ("da-ket-thuc", "Đã kết thúc", "ended")
    POSTPONED = ("hoan", "Hoãn", "expired")
    CANCELLED = ("huy", "Huỷ", "expired")

    AWAITS_ANSWER = ("cho-tra-loi", "Đang chờ trả lời", "pending")
    ANSWER_LATE = ("qua-han-tra-loi", "Quá hạn trả lời", "expired")
    ANSWERED = ("da-tra-loi", "Đã trả lời", "ended")

    FAILED = ("khong-dat", "Không đạt tỷ lệ", "ended")
    AWAITS_RECOGNITION = ("cho-cong-nhan", "Đạt tỷ lệ, chờ công nhận", "pending")
    RECOGNISED = ("da-cong-nhan", "Đã được công nhận", "open")
    REFUSED = ("khong-cong-nhan", "Không được công nhận", "expired")

    @property
    def id(self) -> str:
        return str(self.value[0])

    @property
    def words(self) -> str:
        return str(self.value[1])

    @property
    def tone(self) -> str:
        return str(self.value[2])


@dataclass(frozen=True, slots=True)
class Standing:
    """A state and the days it holds, both included; None where a day is not known.

    `then` are the next standings that come by themselves, in order: what is written says so today.
    """

    state: State
    since: date | None = None
    until: date | None = None
    then: tuple["Standing", ...] = field(default=(), compare=False)


def followed(at: Callable[[date], Standing | None], today: date) -> Standing | None:
    """Where a thing stands on `today` and next; `at` tells where it stands on any one day."""
    found = last = at(today)
    then: list[Standing] = []
    while last and last.until and len(then) < STEPS:
        last = at(last.until + timedelta(days=1))
        then += [last] if last else []
    return replace(found, then=tuple(then)) if found else None
