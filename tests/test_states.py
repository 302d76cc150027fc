"""The force of a document on a given day: every sentence of the contract's reading."""

from datetime import date, timedelta
from typing import Any

import pytest

from gandan.model import Directive
from gandan.states import Standing, State, has_begun, of_directive

START, END = date(2023, 7, 1), date(2026, 11, 22)
DAY = timedelta(days=1)


def directive(**fields: Any) -> Directive:
    return Directive(type="Luật", issuer="quoc-hoi", title="Luật Ví dụ", sources=("Sổ văn bản",), **fields)


@pytest.mark.parametrize(
    ("fields", "today", "state"),
    [
        # no day and no word: unknown, never guessed
        ({}, END, State.UNKNOWN),
        ({"issued": "2023"}, END, State.UNKNOWN),
        ({"expires": END}, END - DAY, State.UNKNOWN),
        # the first day in force is the day `effective`
        ({"effective": START}, START - DAY, State.NOT_YET),
        ({"effective": START}, START, State.IN_FORCE),
        # `expires` is the first day out of force
        ({"effective": START, "expires": END}, END - DAY, State.IN_FORCE),
        ({"effective": START, "expires": END}, END, State.EXPIRED),
        ({"effective": START, "expires": END}, END + DAY, State.EXPIRED),
        ({"expires": END}, END, State.EXPIRED),
        # once it is reached, `force` says nothing any more
        ({"effective": START, "expires": END, "force": "unknown"}, END, State.EXPIRED),
        ({"effective": START, "expires": END, "force": "partly"}, END, State.EXPIRED),
        ({"effective": START, "expires": END, "force": "suspended"}, END, State.EXPIRED),
        # what dates cannot tell, `force` tells
        ({"effective": START, "force": "unknown"}, END, State.UNKNOWN),
        ({"effective": START, "force": "partly"}, END, State.PARTLY),
        ({"effective": START, "force": "suspended"}, END, State.SUSPENDED),
        ({"force": "unknown"}, END, State.UNKNOWN),
        ({"force": "partly"}, END, State.PARTLY),
        ({"force": "suspended"}, END, State.SUSPENDED),
        # but not before the document is in force
        ({"effective": START, "force": "partly"}, START - DAY, State.NOT_YET),
        ({"effective": START, "force": "unknown"}, START - DAY, State.UNKNOWN),
    ],
)
def test_the_state_of_a_document_on_a_day(fields: dict[str, Any], today: date, state: State) -> None:
    assert of_directive(directive(**fields), today).state is state


@pytest.mark.parametrize(
    ("fields", "superseded", "today", "state"),
    [
        ({"effective": START}, END, END - DAY, State.IN_FORCE),
        ({"effective": START}, END, END, State.EXPIRED),
        ({}, END, END, State.EXPIRED),
        ({"force": "unknown"}, END, END, State.EXPIRED),
        ({"effective": START, "expires": END}, END + 9 * DAY, END, State.EXPIRED),
        ({"effective": START, "expires": END + 9 * DAY}, END, END, State.EXPIRED),
    ],
)
def test_a_document_replaced_whole_is_out_of_force_from_that_day(
    fields: dict[str, Any], superseded: date, today: date, state: State
) -> None:
    assert of_directive(directive(**fields), today, superseded).state is state


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (START - DAY, Standing(State.NOT_YET, None, START - DAY)),
        (START, Standing(State.IN_FORCE, START, END - DAY)),
        (END - DAY, Standing(State.IN_FORCE, START, END - DAY)),
        (END, Standing(State.EXPIRED, END, None)),
    ],
)
def test_both_days_of_a_state_belong_to_it(today: date, standing: Standing) -> None:
    assert of_directive(directive(effective=START, expires=END), today) == standing


@pytest.mark.parametrize(
    ("fields", "today", "holds"),
    [
        ({"effective": START}, START, True),
        ({"effective": START}, START - DAY, False),
        ({}, END, False),
        ({"effective": START, "force": "unknown"}, END, False),
        ({"effective": START, "force": "partly"}, END, True),
        ({"effective": START, "expires": END}, END, True),  # what it ended stays ended
    ],
)
def test_a_document_ends_another_once_its_own_day_is_known_and_has_come(
    fields: dict[str, Any], today: date, holds: bool
) -> None:
    assert has_begun(directive(**fields), today) is holds


@pytest.mark.parametrize(
    "ids",
    [
        "chua-co-hieu-luc con-hieu-luc het-hieu-luc-mot-phan ngung-hieu-luc het-hieu-luc chua-ro",
        "sap-lay-y-kien dang-lay-y-kien dang-tong-hop da-co-ket-qua",
        "sap-ap-dung dang-ap-dung het-thoi-han",
        "dang-niem-yet da-het-han-niem-yet",
        "sap-dien-ra dang-dien-ra da-ket-thuc hoan huy",
        "cho-tra-loi qua-han-tra-loi da-tra-loi",
        "khong-dat cho-cong-nhan da-cong-nhan khong-cong-nhan",
    ],
)
def test_the_ids_of_states_are_those_of_the_contract(ids: str) -> None:
    assert set(ids.split()) <= {state.id for state in State}


def test_every_state_has_an_id_of_its_own_words_and_a_tone() -> None:
    assert len({state.id for state in State}) == len({state.words for state in State}) == len(State) == 27
    assert {state.tone for state in State} == {"coming", "open", "pending", "ended", "expired"}
