"""Where an item stands on each day, and what its terms owe: boundaries of states and clocks, day by day."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from gandan.check import terms
from gandan.check.entry import Checked, Entry
from gandan.duties import answering, consulting, meeting, voting
from gandan.duties.counting import Holidays
from gandan.duties.finding import Finding, Uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import (
    Consultation,
    Decision,
    Disclosure,
    Event,
    Exemplar,
    Item,
    News,
    Notice,
    Question,
    Record,
    Rule,
    Supervision,
    Year,
)
from gandan.problems import Level
from gandan.read.raw import Raw
from gandan.recurrence import occurrences
from gandan.states import Standing, State, of_appointment, of_item

DATA = Path(__file__).parent.parent / "data"
DAY = timedelta(days=1)


def written(name: str) -> Any:
    """Every scalar as text, as the content files are read."""
    return yaml.load((DATA / name).read_text("utf-8"), Loader=yaml.BaseLoader)


RULES = tuple(Rule.model_validate(fields) for fields in written("quy-tac.yml"))
HOLIDAYS = Holidays({int(year): Year.model_validate(one) for year, one in written("ngay-nghi.yml").items()})
BOOK = Rulebook(RULES, HOLIDAYS)
NOTHING = Rulebook((), HOLIDAYS)


def day(text: str) -> date:
    """`10-14` of 2026, or a whole day."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def item(model: type[Item], **fields: Any) -> Any:
    return model.model_validate({"title": "Một việc", "date": "2026-09-21", **fields})


def consultation(**fields: Any) -> Consultation:
    term = {"date": "2026-09-21", "opens": "2026-09-23", "closes": "2026-10-14"}
    return item(Consultation, **(term | fields))  # type: ignore[no-any-return]


def decision(**fields: Any) -> Decision:
    vote = {"matter": 1, "held": "2026-10-18", "households": 90, "present": 75, "for": 60, "against": 9}
    return item(Decision, date="2026-10-20", **(vote | fields))  # type: ignore[no-any-return]


def recommendation(**fields: Any) -> Supervision:
    given = {"by": "Ban Thanh tra nhân dân", "recommendation": "Rào lại.", "to": "Ủy ban nhân dân phường"}
    return item(Supervision, received="2026-10-01", **(given | fields))  # type: ignore[no-any-return]


def event(**fields: Any) -> Event:
    given = {"id": "viec", "title": "Một việc", "starts": "2026-11-12T07:30"}
    return Event.model_validate(given | fields)


# --- states: the day before, at and after each boundary ---


@pytest.mark.parametrize(
    ("fields", "today", "state", "since", "until"),
    [
        ({}, "09-22", State.TO_BE_CONSULTED, None, "09-22"),
        ({}, "09-23", State.CONSULTING, "09-23", "10-14"),
        ({}, "10-14", State.CONSULTING, "09-23", "10-14"),  # the last day still counts
        ({}, "10-15", State.SUMMING_UP, "10-15", None),
        ({}, "2027-10-15", State.SUMMING_UP, "10-15", None),  # it never ends by itself
        ({"outcome": "10-29"}, "10-28", State.SUMMING_UP, "10-15", "10-28"),  # an outcome of the future
        ({"outcome": "10-29"}, "10-29", State.DECIDED, "10-29", None),
        ({"outcome": "10-29"}, "10-30", State.DECIDED, "10-29", None),
        ({"outcome": "10-29"}, "10-14", State.CONSULTING, "09-23", "10-14"),
        ({"opens": "2026-10-14"}, "10-13", State.TO_BE_CONSULTED, None, "10-13"),
        ({"opens": "2026-10-14"}, "10-14", State.CONSULTING, "10-14", "10-14"),  # one day alone
    ],
)
def test_a_consultation_is_planned_open_summed_up_and_decided(
    fields: dict[str, Any], today: str, state: State, since: str | None, until: str | None
) -> None:
    if "outcome" in fields:
        fields = fields | {"outcome": {"date": day(fields["outcome"]), "decision": "Ban hành."}}
    assert of_item(consultation(**fields), BOOK, day(today)) == standing(state, since, until)


def standing(state: State, since: str | None, until: str | None) -> Standing:
    return Standing(state, day(since) if since else None, day(until) if until else None)


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({}, "09-21", None),  # no term is claimed that nobody wrote
        ({"from": "2026-09-23"}, "09-24", None),
        ({"until": "2026-09-25"}, "09-20", (State.TO_APPLY, None, "09-20")),  # `from` is `date`
        ({"until": "2026-09-25"}, "09-21", (State.APPLIES, "09-21", "09-25")),
        ({"from": "2026-09-23", "until": "2026-09-25"}, "09-22", (State.TO_APPLY, None, "09-22")),
        ({"from": "2026-09-23", "until": "2026-09-25"}, "09-23", (State.APPLIES, "09-23", "09-25")),
        ({"from": "2026-09-23", "until": "2026-09-25"}, "09-25", (State.APPLIES, "09-23", "09-25")),
        ({"from": "2026-09-23", "until": "2026-09-25"}, "09-26", (State.OVER, "09-26", None)),
    ],
)
def test_a_notice_will_apply_applies_and_is_over(
    fields: dict[str, Any], today: str, expected: tuple[State, str | None, str | None] | None
) -> None:
    found = of_item(item(Notice, **fields), BOOK, day(today))
    assert found == (standing(*expected) if expected else None)


POSTED = State.POSTED, "10-15", "11-14"


@pytest.mark.parametrize(
    ("rows", "today", "expected"),
    [
        ([], "10-15", None),
        (["c 10-15 10-17"], "10-15", None),  # only the board has a term
        (["a 10-15 11-14"], "10-14", None),
        (["a 10-15 11-14"], "10-15", POSTED),
        (["a 10-15 11-14"], "11-14", POSTED),
        (["a 10-15 11-14"], "11-15", (State.NO_LONGER_POSTED, "11-15", None)),
        (["a 10-15"], "2027-10-15", (State.POSTED, "10-15", None)),  # not taken down yet, or permanent
        # as long as one place shows it, it is posted
        (["a 10-15 11-01", "a 10-20 11-14"], "11-10", POSTED),
        (["a 10-15 11-01", "a 11-02 11-14"], "11-10", POSTED),
        (["a 10-15 11-01", "a 10-20"], "11-10", (State.POSTED, "10-15", None)),
        # a posting that begins anew has its own days
        (["a 09-01 09-30", "a 10-15 11-14"], "10-01", (State.NO_LONGER_POSTED, "10-01", "10-14")),
        (["a 09-01 09-30", "a 10-15 11-14"], "10-15", POSTED),
        (["a 10-15 10-10"], "10-15", None),  # a row that ends before it begins has no days
    ],
)
def test_a_disclosure_is_posted_while_a_board_shows_it(
    rows: list[str], today: str, expected: tuple[State, str | None, str | None] | None
) -> None:
    posted = []
    for row in rows:
        form, first, *last = row.split()
        posted.append({"form": form, "from": day(first), "until": day(last[0]) if last else None})
    found = of_item(item(Disclosure, item=1, decided="2026-09-01", posted=posted), BOOK, day(today))
    assert found == (standing(*expected) if expected else None)


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        # 15 days from 01/10, the first not counted (Điều 40 khoản 1 điểm c)
        ({}, "10-16", (State.AWAITS_ANSWER, None, "10-16")),
        ({}, "10-17", (State.ANSWER_LATE, "10-17", None)),
        ({"due": "2026-10-05"}, "10-05", (State.AWAITS_ANSWER, None, "10-05")),
        ({"due": "2026-10-05"}, "10-06", (State.ANSWER_LATE, "10-06", None)),
        ({"answered": "2026-10-20"}, "10-16", (State.AWAITS_ANSWER, None, "10-16")),
        ({"answered": "2026-10-20"}, "10-19", (State.ANSWER_LATE, "10-17", None)),
        ({"answered": "2026-10-20"}, "10-20", (State.ANSWERED, "10-20", None)),
    ],
)
def test_a_recommendation_waits_is_late_and_answered(
    fields: dict[str, Any], today: str, expected: tuple[State, str | None, str | None]
) -> None:
    assert of_item(recommendation(**fields), BOOK, day(today)) == standing(*expected)


@pytest.mark.parametrize("today", ["2026-12-22", "2027-01-12", "2027-06-01"])
def test_nobody_is_late_by_days_off_that_nobody_decided_yet(today: str) -> None:
    one = item(Question, date="2026-12-20", asked="2026-12-18")
    assert of_item(one, BOOK, day(today)) == Standing(State.AWAITS_ANSWER)
    assert not [found for found in codes(answering.problems, one, today) if found.startswith("D2")]


def test_an_answer_without_a_rule_has_no_last_day() -> None:
    found = of_item(recommendation(), NOTHING, day("2027-10-01"))
    assert found == Standing(State.AWAITS_ANSWER)


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({}, "10-17", None),  # not held yet
        ({}, "10-18", (State.AWAITS_RECOGNITION, "10-18", None)),  # 60 of 90 is two thirds
        ({"for": 59}, "10-18", (State.FAILED, "10-18", None)),
        ({"recognition": "10-23"}, "10-22", (State.AWAITS_RECOGNITION, "10-18", "10-22")),
        ({"recognition": "10-23"}, "10-23", (State.RECOGNISED, "10-23", None)),
        ({"refused": "10-23"}, "10-23", (State.REFUSED, "10-23", None)),
        ({"held": "2020-10-18"}, "10-18", None),  # no rule in force then: nothing is guessed
    ],
)
def test_a_vote_fails_or_waits_and_is_recognised_or_refused(
    fields: dict[str, Any], today: str, expected: tuple[State, str | None, str | None] | None
) -> None:
    for name, refused in (("recognition", None), ("refused", "Thiếu hộ.")):
        if name in fields:
            fields = fields | {"recognition": {"date": day(fields[name]), "refused": refused}}
    fields.pop("refused", None)
    found = of_item(decision(**fields), BOOK, day(today))
    assert found == (standing(*expected) if expected else None)


def test_news_and_models_have_no_state() -> None:
    exemplar = {"year": 2026, "holder": "Tổ 1", "work": "Quét.", "figures": [{"name": "Hộ", "value": "64"}]}
    assert of_item(item(News), BOOK, day("11-23")) is None
    assert of_item(item(Exemplar, **exemplar), BOOK, day("11-23")) is None


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({}, "11-11", (State.TO_TAKE_PLACE, None, "11-11")),
        ({}, "11-12", (State.TAKES_PLACE, "11-12", "11-12")),
        ({}, "11-13", (State.TOOK_PLACE, "11-13", None)),
        ({"ends": "2026-11-14"}, "11-13", (State.TAKES_PLACE, "11-12", "11-14")),
        ({"ends": "2026-11-14"}, "11-15", (State.TOOK_PLACE, "11-15", None)),
        # a series is coming until its last time is over
        ({"repeats": "FREQ=WEEKLY;COUNT=2"}, "11-13", (State.TO_TAKE_PLACE, None, "11-18")),
        ({"repeats": "FREQ=WEEKLY;COUNT=2"}, "11-19", (State.TAKES_PLACE, "11-19", "11-19")),
        ({"repeats": "FREQ=WEEKLY;COUNT=2"}, "11-20", (State.TOOK_PLACE, "11-20", None)),
        (
            {"repeats": "FREQ=WEEKLY;COUNT=2", "skips": ["2026-11-19"]},
            "11-13",
            (State.TOOK_PLACE, "11-13", None),
        ),
        # what was called off stays called off
        ({"changed": "postponed"}, "11-11", (State.POSTPONED, "11-10", None)),
        ({"changed": "postponed"}, "2027-11-11", (State.POSTPONED, "11-10", None)),
        ({"changed": "cancelled"}, "2027-11-11", (State.CANCELLED, "11-10", None)),
    ],
)
def test_an_event_is_coming_on_and_over_or_called_off(
    fields: dict[str, Any], today: str, expected: tuple[State, str | None, str | None]
) -> None:
    if "changed" in fields:
        fields = {"changed": {"status": fields["changed"], "date": "2026-11-10", "reason": "Bão"}}
    one = event(**fields)
    assert of_appointment(one, occurrences(one), day(today)) == standing(*expected)


# --- votes: the threshold is of all households (Điều 21 khoản 1) ---


@pytest.mark.parametrize(
    ("matter", "households", "in_favour", "passed"),
    [
        (1, 90, 60, True),  # two thirds exactly
        (1, 90, 59, False),
        (1, 100, 66, False),  # 66 of 100 is less than two thirds
        (2, 100, 67, True),
        (3, 100, 50, False),  # half is not more than half
        (3, 100, 51, True),
        (4, 101, 51, True),
        (5, 1, 1, True),
        (6, 3, 1, False),
    ],
)
def test_a_vote_needs_its_share_of_all_households(
    matter: int, households: int, in_favour: int, passed: bool
) -> None:
    counts = {"households": households, "present": in_favour, "for": in_favour, "against": 0}
    assert voting.passed(decision(matter=matter, **counts), BOOK) is passed


@pytest.mark.parametrize(
    ("units", "in_favour", "passed"),
    [(7, 5, True), (7, 4, False), (6, 4, True), (None, 4, None), (7, None, None)],
)
def test_a_vote_of_the_whole_ward_counts_groups(
    units: int | None, in_favour: int | None, passed: bool | None
) -> None:
    one = decision(matter=2, scope="toàn phường", units=units, units_for=in_favour)
    assert voting.passed(one, BOOK) is passed


def test_of_other_votes_of_the_whole_ward_the_law_tells_no_share_and_none_is_guessed() -> None:
    one = decision(matter=3, scope="toàn phường", units=6, units_for=6)
    assert voting.passed(one, BOOK) is None and voting.rule_of(one, BOOK) is None


# --- the clocks ---

Clock = Callable[[Checked, Rulebook, date], Iterable[Finding]]


def found(clock: Clock, record: Record, today: str, rulebook: Rulebook = BOOK) -> list[Finding]:
    checked = Checked()
    entry = Entry("viec", record, Raw("docs/a.md", None))
    (checked.events if isinstance(record, Event) else checked.telling).append(entry)  # type: ignore[arg-type]
    return list(clock(checked, rulebook, day(today)))


def codes(clock: Clock, record: Record, today: str, rulebook: Rulebook = BOOK) -> list[str]:
    return [one.code for one in found(clock, record, today, rulebook) if not isinstance(one, Uncertain)]


FEEDBACK = {"feedback": {"date": "2026-10-20", "received": 86}, "response": "Tiếp thu."}


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        # Điều 28 khoản 2: from 21/09, the first day not counted, at least until 11/10
        ({"closes": "2026-10-11"}, "10-11", []),
        ({"closes": "2026-10-10"}, "10-10", ["D201"]),
        ({"closes": "2026-10-10"}, "09-21", ["D201"]),  # told while it can still be mended
        ({"date": "2020-09-21", "opens": "2020-09-21", "closes": "2020-09-22"}, "2020-09-22", []),
        ({"closes": "2026-09-20"}, "09-20", []),  # told as days in the wrong order
        # Điều 28 khoản 3, 4: it ends with a result
        ({}, "10-14", []),
        ({}, "10-15", ["D202"]),
        ({"promised": "2026-10-30"}, "10-30", []),
        ({"promised": "2026-10-30"}, "10-31", ["D202"]),
        ({"promised": "2026-10-30", "outcome": "10-30"} | FEEDBACK, "11-01", []),
        ({"promised": "2026-10-30", "outcome": "10-31"} | FEEDBACK, "10-30", ["D202"]),
        ({"outcome": "10-30"} | FEEDBACK, "11-01", []),
        ({"outcome": "10-30"}, "10-29", []),
        ({"outcome": "10-30"}, "10-30", ["D203", "D203"]),
        ({"outcome": "10-30", "response": "Tiếp thu."}, "10-30", ["D203"]),
        ({"draft": True}, "10-15", []),
    ],
)
def test_a_consultation_lasts_long_enough_and_ends_with_a_result(
    fields: dict[str, Any], today: str, expected: list[str]
) -> None:
    if "outcome" in fields:
        fields = fields | {"outcome": {"date": day(fields["outcome"]), "decision": "Ban hành."}}
    assert codes(consulting.problems, consultation(**fields), today) == expected


def test_a_ward_may_set_itself_a_day_for_the_result() -> None:
    own = {"id": "a", "clock": "answer", "kind": "consultation", "what": "Sau 15 ngày", "n": 15}
    rule = Rule.model_validate(own | {"bound": "at_most", "basis": "Quy chế của phường", "level": "error"})
    book = Rulebook((rule,), HOLIDAYS)
    assert codes(consulting.problems, consultation(), "10-29", book) == []
    (problem,) = found(consulting.problems, consultation(), "10-30", book)
    assert not isinstance(problem, Uncertain)
    assert problem.level is Level.ERROR and "Quy chế của phường" in problem.message


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({}, "10-16", []),
        ({}, "10-17", ["D204"]),
        ({"answered": "2026-10-16"}, "11-23", []),
        ({"answered": "2026-10-17"}, "11-23", ["D204"]),
        ({"due": "2026-10-16"}, "10-16", []),
        ({"due": "2026-10-17"}, "10-01", ["D205"]),
        ({"due": "2026-10-05"}, "10-06", ["D204"]),  # a term of one's own is kept, too
        ({"due": "2026-10-17"}, "10-18", ["D205", "D204"]),
    ],
)
def test_a_recommendation_is_answered_within_15_days(
    fields: dict[str, Any], today: str, expected: list[str]
) -> None:
    assert codes(answering.problems, recommendation(**fields), today) == expected


@pytest.mark.parametrize(
    ("asked", "today", "expected"),
    [
        # 15 working days: the 15th is 20/11, a Friday
        ("2026-10-30", "11-20", []),
        ("2026-10-30", "11-21", ["D204"]),
        # 24/11 is off, so that the 15th from 10/11 is 02/12
        ("2026-11-10", "12-02", []),
        ("2026-11-10", "12-03", ["D204"]),
    ],
)
def test_a_question_is_answered_within_15_working_days(asked: str, today: str, expected: list[str]) -> None:
    assert codes(answering.problems, item(Question, date=asked, asked=asked), today) == expected


def test_a_written_term_is_kept_without_a_rule() -> None:
    one = recommendation(due="2026-10-05")
    assert codes(answering.problems, one, "10-05", NOTHING) == []
    assert codes(answering.problems, one, "10-06", NOTHING) == ["D204"]
    assert codes(answering.problems, recommendation(), "2027-10-06", NOTHING) == []


RECEPTION = {"type": "tiep-cong-dan", "starts": "2026-11-12T07:30"}  # a Thursday
MEETING = {"type": "hop-to-dan-pho", "starts": "2026-11-28T19:30"}


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        # Điều 24 khoản 4 Luật 42/2013/QH13: 5 working days before 12/11 is 05/11
        (RECEPTION | {"announced": "2026-11-05"}, "11-12", []),
        (RECEPTION | {"announced": "2026-11-06"}, "11-06", ["D206"]),
        (RECEPTION, "11-05", []),  # not late before the day has passed
        (RECEPTION, "11-06", ["D206"]),
        # of a series the first time is counted
        (RECEPTION | {"repeats": "FREQ=WEEKLY;COUNT=3", "announced": "2026-11-05"}, "11-26", []),
        (RECEPTION | {"repeats": "FREQ=WEEKLY;COUNT=3", "announced": "2026-11-10"}, "11-26", ["D206"]),
        (
            RECEPTION
            | {"repeats": "FREQ=WEEKLY;COUNT=3", "skips": ["2026-11-12"], "announced": "2026-11-10"},
            "11-26",
            [],
        ),
        # Điều 3 Nghị định 59/2023/NĐ-CP: 2 days before
        (MEETING | {"announced": "2026-11-26"}, "11-28", []),
        (MEETING | {"announced": "2026-11-27"}, "11-28", ["D206"]),
        # what does not take place needs no notice
        (MEETING | {"changed": {"status": "cancelled", "date": "2026-11-27", "reason": "Bão"}}, "11-28", []),
        ({"type": "ngay-hoi"}, "11-28", []),
        # a dialogue owes a result, by the ward's own rule
        ({"type": "doi-thoai"}, "11-27", []),
        ({"type": "doi-thoai"}, "11-28", ["D207"]),
        ({"type": "doi-thoai", "ends": "2026-11-13"}, "11-28", []),
        ({"type": "doi-thoai", "result": "Thống nhất ba việc."}, "11-28", []),
        ({"type": "ngay-hoi"}, "2027-11-28", []),
    ],
)
def test_an_event_is_told_in_time_and_brings_a_result(
    fields: dict[str, Any], today: str, expected: list[str]
) -> None:
    assert codes(meeting.problems, event(**fields), today) == expected


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        # Điều 20 khoản 3: 5 working days from Sunday 18/10 is Friday 23/10
        ({}, "10-23", []),
        ({}, "10-24", ["D208"]),
        ({"sent": "2026-10-23"}, "10-24", []),
        ({"sent": "2026-10-24"}, "10-24", ["D208"]),
        ({"for": 59}, "11-24", []),  # what failed goes nowhere
        # Điều 21: 5 working days from 20/10 is 27/10
        ({"sent": "2026-10-20"}, "10-27", []),
        ({"sent": "2026-10-20"}, "10-28", ["D208"]),
        ({"sent": "2026-10-20", "recognition": {"date": "2026-10-27"}}, "11-23", []),
        ({"sent": "2026-10-20", "recognition": {"date": "2026-10-28"}}, "11-23", ["D208"]),
        ({"sent": "2026-10-20", "recognition": {"date": "2026-10-27", "refused": "Sai"}}, "11-23", []),
        # recognised below the threshold
        ({"for": 59, "sent": "2026-10-20", "recognition": {"date": "2026-10-27"}}, "11-23", ["D209"]),
        (
            {"for": 59, "sent": "2026-10-20", "recognition": {"date": "2026-10-27", "refused": "Sai"}},
            "11-23",
            [],
        ),
        ({"held": "2026-11-30"}, "11-23", []),
    ],
)
def test_a_vote_is_sent_and_recognised_in_time(
    fields: dict[str, Any], today: str, expected: list[str]
) -> None:
    assert codes(voting.problems, decision(**fields), today) == expected


@pytest.mark.parametrize(
    ("clock", "record", "years"),
    [
        (answering.problems, item(Question, asked="2026-12-22"), [2027]),
        (meeting.problems, event(type="tiep-cong-dan", starts="2027-01-06"), [2027]),
        (voting.problems, decision(held="2026-12-28", sent="2026-12-29"), [2027, 2027]),
        (answering.problems, recommendation(), []),  # calendar days need no holidays
        (consulting.problems, consultation(), []),
    ],
)
def test_a_count_says_which_year_of_holidays_it_lacks(clock: Clock, record: Record, years: list[int]) -> None:
    told = found(clock, record, "12-31")
    assert [one.year for one in told if isinstance(one, Uncertain)] == years


def test_nothing_is_owed_without_rules() -> None:
    for clock, record in (
        (consulting.problems, consultation(promised="2027-12-31")),
        (answering.problems, recommendation()),
        (meeting.problems, event(type="doi-thoai")),
        (voting.problems, decision()),
    ):
        assert found(clock, record, "2027-10-01", NOTHING) == []


# --- days of one record ---


@pytest.mark.parametrize(
    ("model", "order"), [(m, one) for m, orders in terms.ORDERS.items() for one in orders]
)
def test_every_order_of_days_speaks_of_fields_that_are_there(model: type[Record], order: terms.Order) -> None:
    for path in (*order.first.split("|"), order.then, *terms.FACTS.get(model, {})):
        assert path.split(".")[0] in {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize(
    ("starts", "ends", "wrong"),
    [
        ("2026-11-28T19:30", "2026-11-28T19:29", True),
        ("2026-11-28T19:30", "2026-11-28T19:30", False),
        ("2026-11-28T19:30", "2026-11-28", False),  # the hour is not known
        ("2026-11-28", "2026-11-28T19:30", False),
        ("2026-11-28", "2026-11-27", True),
        ("2026-11-28T19:30", "2026-11-29T07:30", False),
    ],
)
def test_an_event_does_not_end_before_it_begins(starts: str, ends: str, wrong: bool) -> None:
    entry = Entry("viec", event(starts=starts, ends=ends), Raw("data/lich/2026.yml", None))
    assert [one.code for one in terms.problems(entry)] == ["N107"] * wrong
