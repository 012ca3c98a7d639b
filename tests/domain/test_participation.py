"""Only those who took part in a decision may reserve against it (KL 4:27)."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import MemberKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    DecisionOutcome,
    Reservation,
    ReservationKind,
    Vote,
)
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.domain.participation import deciding, may_not_reserve
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.waiting import waiting_items


def person(id: str, kind: MemberKind = MemberKind.MEMBER, **fields: object) -> Participant:
    return Participant(id=id, owner_id="m", position=f"{id}V", name=id, kind=kind, **fields)


PEOPLE = (
    person("anna"),
    person("bo"),
    person("cia"),
    person("dag", MemberKind.SUBSTITUTE),
    person("eva", MemberKind.SUBSTITUTE),
    person("siv", standing=Standing.OTHER),
)


def records(*rows: Row) -> Records:
    items = [Item(id=id, owner_id="m", position=f"{id}V") for id in "ij"]
    service = Service(id="s", owner_id="dag", for_participant_id="nobody")
    return Records("m", [Meeting(id="m"), *items, *PEOPLE, service, *rows])


def names(found: tuple[Participant, ...]) -> str:
    return " ".join(each.id for each in found)


def test_members_and_serving_substitutes_take_part():
    held = records()
    assert names(deciding(held, held.get(Item, "i"))) == "anna bo cia dag"


@pytest.mark.parametrize(
    "out",
    [
        [Recusal(id="r", owner_id="i", participant_id="bo")],
        [
            Vote(id="v", owner_id="i", position="V"),
            Ballot(id="b", owner_id="v", participant_id="bo", choice=Choice.ABSTAIN),
        ],
        [Reservation(id="x", owner_id="i", kind=ReservationKind.ABSTENTION, participants=("bo",))],
    ],
)
def test_jav_and_abstention_are_no_part_and_concern_one_item(out):
    held = records(*out)
    assert names(deciding(held, held.get(Item, "i"))) == "anna cia dag"
    assert names(deciding(held, held.get(Item, "j"))) == "anna bo cia dag"


def test_an_abstention_in_an_earlier_vote_is_no_hindrance():
    held = records(
        Vote(id="v", owner_id="i", position="V"),
        Ballot(id="b", owner_id="v", participant_id="bo", choice=Choice.ABSTAIN),
        Vote(id="w", owner_id="i", position="W"),
    )
    assert "bo" in names(deciding(held, held.get(Item, "i")))


def test_who_may_not_reserve_is_told():
    row = Reservation(id="x", owner_id="i", participants=("anna", "eva", "siv", "gone"))
    held = records(row)
    assert names(may_not_reserve(held, row)) == "eva siv"
    note = Reservation(
        id="y", owner_id="i", kind=ReservationKind.OPINION_NOTED, participants=("eva",)
    )
    assert may_not_reserve(records(note), note) == ()
    assert may_not_reserve(records(), Reservation(id="z", owner_id="gone")) == ()


def test_tabled_and_referred_items_wait():
    held = records(
        Decision(id="a", owner_id="i", position="V", outcome=DecisionOutcome.TABLED),
        Decision(id="b", owner_id="i", position="W", outcome=DecisionOutcome.REFERRED_BACK),
        Decision(id="c", owner_id="j", position="V"),
    )
    (waits,) = waiting_items(held)
    assert (waits.item.id, waits.decision.id) == ("i", "b")
    assert waits.outcome is DecisionOutcome.REFERRED_BACK
