"""Laga kraft is confirmed by somebody; appeals and parties' own days are noted beside it."""

from __future__ import annotations

from datetime import date

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval
from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Appeal, Delivery, FinalForce
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.party_appeal import (
    administrative_decisions,
    deliveries,
    item_of,
    last_day,
    party_force,
)
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import confirmation
from kcdesk.services.edit_delivery import (
    add_delivery,
    change_delivery,
    confirm_party,
    remove_delivery,
)
from kcdesk.services.edit_final_force import (
    change_appeal,
    confirm_final_force,
    note_appeal,
    remove_appeal,
    withdraw_confirmation,
)
from kcdesk.services.edit_part import remove_part
from kcdesk.services.remove_item import remove_item
from tests.domain.calendars import LawCalendar

DAY, LATER = date(2026, 12, 17), date(2026, 12, 22)


@pytest.fixture
def records() -> Records:
    return Records(
        "m",
        [
            Meeting(id="m"),
            Item(id="i1", owner_id="m", position="A"),
            Item(id="i2", owner_id="m", position="B"),
            Item(id="i2a", owner_id="i2", position="A"),
            Decision(id="d", owner_id="i2a", appeal=AppealRoute.ADMINISTRATIVE),
            Decision(id="e", owner_id="i1"),
            Approval(id="a", owner_id="m", position="A"),
            Approval(id="b", owner_id="m", position="B", items=("i1",)),
        ],
    )


def test_confirming_twice_changes_the_one_confirmation(records):
    once = records.apply(confirm_final_force(records, "a", DAY, " Lisa Nyman "))
    again = once.apply(confirm_final_force(once, "a", LATER, "Siv Lund"))
    (row,) = again.all(FinalForce)
    assert (row.confirmed_on, row.confirmed_by) == (LATER, "Siv Lund")
    assert once.all(FinalForce)[0].confirmed_by == "Lisa Nyman"
    assert confirmation(again, again.get(Approval, "a")) == row
    assert confirmation(again, None) is None
    assert again.apply(withdraw_confirmation(again, "a")).all(FinalForce) == ()


def test_a_confirmation_is_somebodys(records):
    with pytest.raises(UserFacingError, match="somebody"):
        confirm_final_force(records, "a", DAY, " ")
    with_party = records.apply(add_delivery(records, "d"))
    with pytest.raises(UserFacingError, match="somebody"):
        confirm_party(with_party, with_party.all(Delivery)[0].id, DAY, "")


def test_an_appeal_is_noted_changed_and_taken_away(records):
    noted = records.apply(note_appeal(records, "a", items=("i2",), day=DAY))
    (row,) = noted.all(Appeal)
    changed = noted.apply(change_appeal(noted, row.id, note="Mål 123-26", settled_on=LATER))
    assert changed.get(Appeal, row.id).note == "Mål 123-26"
    assert changed.get(Appeal, row.id).settled_on == LATER
    assert changed.apply(remove_appeal(changed, row.id)) == records


def test_the_parties_of_a_decision_count_from_their_own_day(records):
    law = LawCalendar()
    assert [each.id for each in administrative_decisions(records)] == ["d"]
    assert item_of(records, records.get(Decision, "d")).id == "i2"
    assert item_of(records, Decision(id="x", owner_id="gone")) is None
    added = records.apply(add_delivery(records, "d", "Berit Ågren"))
    (row,) = deliveries(added, "d")
    assert (row.party, row.is_settled) == ("Berit Ågren", False)
    assert (last_day(row, law), party_force(row, law)) == (None, None)
    got = added.apply(change_delivery(added, row.id, delivered_on=date(2026, 11, 30), how="brev"))
    (row,) = deliveries(got, "d")
    assert last_day(row, law).day == date(2026, 12, 21)
    assert party_force(row, law).day == date(2026, 12, 22)
    assert party_force(row, law).happened is None
    said = got.apply(confirm_party(got, row.id, LATER, "Lisa Nyman"))
    assert party_force(deliveries(said, "d")[0], law).happened == date(2026, 12, 22)
    assert deliveries(said, "d")[0].is_settled
    back = said.apply(confirm_party(said, row.id, None, "Lisa Nyman"))
    assert deliveries(back, "d")[0].confirmed_by == ""
    appealed = back.apply(change_delivery(back, row.id, appealed_on=DAY))
    assert deliveries(appealed, "d")[0].is_settled
    assert appealed.apply(remove_delivery(appealed, row.id)) == records
    with pytest.raises(KeyError):
        add_delivery(records, "i1")


@pytest.mark.parametrize("removing", ["decision", "item"])
def test_what_is_said_of_a_decision_goes_with_it(records, removing):
    added = records.apply(add_delivery(records, "d", "Berit Ågren"))
    added = added.apply(note_appeal(added, "a", items=("i2",)))
    group = remove_part(added, "d") if removing == "decision" else remove_item(added, "i2")
    left = added.apply(group)
    assert left.all(Delivery) == ()
    assert len(left.all(Appeal)) == (1 if removing == "decision" else 0)
    assert left.apply(inverse_group(group, 1)) == added


def test_an_appeal_goes_once_where_its_approval_goes_too(records):
    noted = records.apply(note_appeal(records, "b", items=("i1",)))
    left = noted.apply(remove_item(noted, "i1"))
    assert [each.id for each in left.all(Approval)] == ["a"]
    assert left.all(Appeal) == ()


def test_an_appeal_of_several_keeps_the_others(records):
    noted = records.apply(note_appeal(records, "a", items=("i1", "i2")))
    left = noted.apply(remove_item(noted, "i2"))
    assert left.all(Appeal)[0].items == ("i1",)
