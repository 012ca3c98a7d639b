"""What waits for an agenda of a body, and which meetings could take it up, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.body import Body
from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, ItemLink
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.services.agenda_offer import recurring_offers
from kcdesk.services.begin_agenda import begin_agenda
from kcdesk.services.follow_up import LookingBack, follow_ups
from kcdesk.services.matter_bank import coming_meetings, waiting_matters
from kcdesk.services.next_planned import meetings_by_day, next_planned
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin

TODAY = date(2026, 6, 1)
MAY = Moment(date(2026, 5, 4))


def meeting(id: str, day: Moment, **fields) -> Meeting:
    return Meeting(id=id, body_id="b", day=day, **fields)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "Nämnd.kcdesk")
    begin(
        made,
        (
            Body(id="b", name="Rådet"),
            PromisedMatter(
                id="p", owner_id="b", position="D", title="Webb", promised_on=date(2026, 4, 1)
            ),
            PromisedMatter(id="q", owner_id="b", position="M", title="Tagen"),
            PlannedMeeting(id="past", owner_id="b", position="D", day=date(2026, 5, 30)),
            PlannedMeeting(id="june", owner_id="b", position="M", day=date(2026, 6, 8)),
            PlannedMeeting(id="taken", owner_id="b", position="T", day=date(2026, 6, 2)),
            PlannedMeeting(id="vague", owner_id="b", position="V"),
        ),
    )
    begin(
        made,
        (
            meeting("may", MAY),
            Item(id="y", owner_id="may", position="D", title="Lokal"),
            Decision(id="d", owner_id="y", position="D", outcome=DecisionOutcome.TABLED),
            Item(id="z", owner_id="may", position="M", title="Budget"),
            Decision(id="e", owner_id="z", position="D"),
            Action(id="a", owner_id="z", position="D", text="Ringa"),
            ActionOwner(id="o", owner_id="a", position="D", name="Åsa"),
        ),
    )
    begin(
        made,
        (
            meeting("next", Moment(date(2026, 6, 2))),
            Item(id="n", owner_id="next", position="D", title="Tagen"),
            ItemLink(id="l", owner_id="n", position="D", target="q"),
        ),
    )
    yield made
    made.close()


def test_what_waits_says_what_lets_it_wait_and_since_when(library: LibraryFile) -> None:
    tabled, promised = waiting_matters(library, library, library.load("b"))
    assert (tabled.id, tabled.since, tabled.promise) == ("y", date(2026, 5, 4), None)
    assert tabled.decision is not None
    assert tabled.decision.outcome is DecisionOutcome.TABLED
    assert (promised.id, promised.since, promised.decision) == ("p", date(2026, 4, 1), None)
    assert promised.promise is not None
    library.discard("next")  # its agenda took it up; thrown away, it does not
    assert [each.id for each in waiting_matters(library, library, library.load("b"))] == [
        "y", "p", "q",
    ]  # fmt: skip


def test_meetings_in_draft_that_are_not_over_can_take_it_up_soonest_first(
    library: LibraryFile,
) -> None:
    begin(library, (meeting("undated", Moment()),))
    begin(library, (meeting("later", Moment(date(2026, 9, 1))),))
    begin(library, (meeting("sent", Moment(date(2026, 9, 2)), state=MeetingState.REVIEW),))
    found = coming_meetings(library, "b", TODAY)
    assert [each.id for each in found] == ["next", "later", "undated"]


def test_the_next_planned_day_has_no_meeting_yet(library: LibraryFile) -> None:
    assert meetings_by_day(library, "b") == {MAY.day: "may", date(2026, 6, 2): "next"}
    planned = next_planned(library, library.load("b"), TODAY)
    assert planned is not None
    assert planned.id == "june"
    assert next_planned(library, library.load("b"), date(2027, 1, 1)) is None


def test_an_agenda_begins_with_what_was_taken_and_the_open_actions(library: LibraryFile) -> None:
    fresh = Records("new", (meeting("new", Moment(TODAY)),))
    offers = recurring_offers(library, library, library.load("may"))
    words = LookingBack("Föregående minnesanteckningar", "eller")
    told = tuple((each, "Rådet") for each in follow_ups(library, library, "b"))
    rows = begin_agenda(fresh, offers, ["" for _ in offers], words, told)
    made = Records("new", (*fresh, *rows))
    assert [each.title for each in made.children("new", Item)] == ["Budget", words.title]
    (followed,) = made.all(FollowedAction)
    assert (followed.text, followed.who, followed.target) == ("Ringa", "Åsa", "o")
    assert begin_agenda(fresh, (), (), words, ()) == ()
    own = Item(id="x", owner_id="new", position="D", title="Föregående möte")
    (row,) = begin_agenda(Records("new", (*fresh, own)), (), (), words, told)
    assert row.owner_id == "x"
