"""What the strip says of each person at the item in view."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Recusal
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.participant import Attendance, Participant, Role, Service, Standing
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.services.note_presence import arrive, leave
from kcdesk.ui.screens.meeting_mode.person_state import Mark, PersonState, person_states
from tests.services.agenda import MORNING, NOON, meeting, participant

PEOPLE = Records(
    LIBRARY_ID, [Person(id="x", owner_id=LIBRARY_ID, position="V", name="Siv Ek", initials="SVE")]
)
PRESENT = {"attendance": Attendance.PRESENT, "kind": MemberKind.MEMBER}


def state(records: Records, item: str = "b", id: str = "P") -> PersonState:
    return next(each for each in person_states(records, PEOPLE, item) if each.id == id)


def somebody(**fields: object) -> Participant:
    return replace(participant("P", **{**PRESENT, **fields}), name="Per-Erik Modin")


def test_who_is_there_is_a_circle_without_words() -> None:
    found = state(meeting("a b c", somebody()))
    assert (found.initials, found.mark, found.words) == ("PM", Mark.THERE, "")
    assert found.spoken == "Per-Erik Modin, närvarande"


def test_own_initials_go_before_derived_ones() -> None:
    found = state(meeting("a b", replace(somebody(), person_id="x")))
    assert found.initials == "SVE"


@pytest.mark.parametrize(
    ("fields", "mark", "words"),
    [
        ({"attendance": Attendance.EXPECTED}, Mark.EXPECTED, "väntas"),
        ({"attendance": Attendance.ABSENT}, Mark.AWAY, "frånvarande"),
        ({"attendance": Attendance.ABSENT_WITH_NOTICE}, Mark.AWAY, "förhinder"),
        ({"remote": True}, Mark.THERE, "på distans"),
        ({"kind": MemberKind.SUBSTITUTE}, Mark.THERE, "ersättare"),
    ],
)
def test_what_is_out_of_the_common_is_said(fields: dict, mark: Mark, words: str) -> None:
    found = state(meeting("a b", somebody(**fields)))
    assert (found.mark, found.words) == (mark, words)


def test_the_one_who_leads_comes_first_with_her_name() -> None:
    role = Role(id="r", owner_id="P", position="V", kind=RoleKind.CHAIR)
    records = meeting("a b", participant("A", **PRESENT), somebody(), role)
    first = person_states(records, PEOPLE, "a")[0]
    assert (first.id, first.mark, first.words, first.named) == ("P", Mark.LEADS, "ordförande", True)


def test_a_substitute_serves_for_somebody() -> None:
    service = Service(id="s", owner_id="S", position="V", for_participant_id="P")
    substitute = participant("S", attendance=Attendance.PRESENT, kind=MemberKind.SUBSTITUTE)
    records = meeting("a b", somebody(), substitute, service)
    assert state(records, id="S").words == "för P. Modin"


def test_coming_and_going_are_told_while_they_are_news() -> None:
    records = meeting("a b c", somebody())
    records = records.apply(leave(records, "P", "a", MORNING))
    assert state(records, "a").words == "gick 09.12"
    assert (state(records, "b").mark, state(records, "b").words) == (Mark.AWAY, "gick 09.12")
    records = records.apply(arrive(records, "P", "b", NOON))
    assert state(records, "b").words == "kom 12.00"
    assert state(records, "c").words == ""


def test_jav_is_told_where_it_holds() -> None:
    recusal = Recusal(id="j", owner_id="b", position="V", participant_id="P")
    records = meeting("a b", somebody(), recusal)
    assert state(records, "b").mark is Mark.RECUSED
    assert state(records, "a").mark is Mark.THERE


def test_without_an_item_all_who_came_are_there_and_guests_are_left_out() -> None:
    guest = participant("G", standing=Standing.ITEM_GUEST)
    found = person_states(meeting("a", somebody(), guest), PEOPLE, "")
    assert [(each.id, each.mark) for each in found] == [("P", Mark.THERE)]
