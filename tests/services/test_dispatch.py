"""What goes to whom, and what has been sent."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.dispatch import Dispatch, DispatchMethod
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.dispatch import (
    consignments,
    forget_sent,
    needs_appeal_instructions,
    note_sent,
    unsent,
)

DAY = date(2026, 11, 26)
RECORDS = Records(
    "m",
    [
        Meeting(id="m"),
        Item(id="a", owner_id="m", position="V"),
        Item(id="b", owner_id="m", position="W"),
        Item(id="c", owner_id="b", position="V"),
        Recipient(id="r1", owner_id="a", position="V", name="Medlemmarna"),
        Recipient(id="r2", owner_id="c", position="V", name=" Medlemmarna "),
        Recipient(id="r3", owner_id="a", position="W", name="Revisorerna"),
        Recipient(id="r4", owner_id="a", position="X", name="  "),
    ],
)


def test_one_consignment_for_each_name_with_its_items_in_order() -> None:
    found = consignments(RECORDS)
    assert [each.name for each in found] == ["Medlemmarna", "Revisorerna"]
    assert [item.id for item in found[0].items] == ["a", "c"]
    assert found[0].first is None
    assert unsent(RECORDS) == found


def test_a_consignment_is_sent_when_each_of_its_items_is() -> None:
    sent = RECORDS.apply(note_sent(RECORDS, "Medlemmarna", sent_on=DAY, sent_by="Lisa"))
    first = consignments(sent)[0]
    assert first.is_sent
    assert first.first is not None
    assert first.first.sent_by == "Lisa"
    assert [each.name for each in unsent(sent)] == ["Revisorerna"]
    later = Recipient(id="r5", owner_id="b", position="V", name="Medlemmarna")
    assert not consignments(Records("m", [*sent, later]))[0].is_sent


def test_what_is_noted_without_a_day_is_not_sent() -> None:
    noted = RECORDS.apply(note_sent(RECORDS, "Revisorerna", method=DispatchMethod.POST))
    assert [each.name for each in unsent(noted)] == ["Medlemmarna", "Revisorerna"]


def test_a_change_reaches_what_was_noted_and_adds_what_was_not() -> None:
    once = RECORDS.apply(note_sent(RECORDS, "Medlemmarna", sent_on=DAY))
    twice = once.apply(note_sent(once, "Medlemmarna", method=DispatchMethod.INTERNAL))
    assert len(twice.all(Dispatch)) == 2
    assert {each.method for each in twice.all(Dispatch)} == {DispatchMethod.INTERNAL}
    assert {each.sent_on for each in twice.all(Dispatch)} == {DAY}


def test_taking_it_back_leaves_others_alone() -> None:
    once = RECORDS.apply(note_sent(RECORDS, "Medlemmarna", sent_on=DAY))
    both = once.apply(note_sent(once, "Revisorerna", sent_on=DAY))
    left = both.apply(forget_sent(both, "Medlemmarna"))
    assert [each.owner_id for each in left.all(Dispatch)] == ["r3"]


def test_instructions_are_needed_where_a_party_may_appeal() -> None:
    item = RECORDS.get(Item, "a")
    for route, needed in (
        (AppealRoute.ADMINISTRATIVE, True),
        (AppealRoute.LEGALITY, False),
        (AppealRoute.NONE, False),
    ):
        decision = Decision(id="d", owner_id="a", position="V", appeal=route)
        records = Records("m", [*RECORDS, decision])
        assert needs_appeal_instructions(records, (item,)) is needed
