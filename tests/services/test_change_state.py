"""The minutes move along one state at a time, and say what a step is missing."""

from datetime import date, timedelta

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.body import Body, Regime
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import FinalForce
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.services.change_state import (
    consequence,
    following,
    is_out,
    needs,
    next_state,
    preceding,
    previous_state,
    rest_approval,
    states,
)
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.step import before_step
from kcdesk.services.refuse_locked import Locked
from tests.domain.calendars import LawCalendar
from tests.services.check.scene import Scene, no_glyphs_lacking

DAY = date(2026, 11, 12)


def meeting(state: MeetingState, *rows, **fields) -> Records:
    fields.setdefault("day", Moment(DAY))
    root = Meeting(id="m", state=state, **fields)
    return Records("m", [root, Item(id="i", owner_id="m", title="Budget"), *rows])


def texts(records: Records, *, formal: bool = True, today: date = DAY) -> list[str]:
    """What the step asks for, with what the checks have against it."""
    regime = Regime.BOARD if formal else Regime.INFORMAL
    body = Records("b", [Body(id="b", name="Styrelsen", regime=regime, seats=5)])
    context = CheckContext(records, body, LawCalendar(), today, no_glyphs_lacking)
    found = before_step(context, following(records, formal=formal))
    return [str(need.text) for need in needs(records, formal=formal, found=found)]


def approval(**fields) -> Approval:
    return Approval(id="a", owner_id="m", **fields)


APPROVED = {
    "place": "Kansliet",
    "planned_on": DAY,
    "approved_on": DAY,
    "storage_location": "Kansliet",
}


def test_informal_notes_skip_approval_and_notice():
    assert [state.value for state in states(formal=False)] == ["draft", "review", "done"]
    records = meeting(MeetingState.REVIEW)
    assert following(records, formal=False) is MeetingState.DONE
    assert needs(records, formal=False) == ()
    done = records.apply(next_state(records, formal=False))
    assert done.root(Meeting).state is MeetingState.DONE
    assert done.root(Meeting).first_paragraph is None
    assert not next_state(done, formal=False)
    assert needs(done, formal=False) == ()


def test_a_state_that_informal_notes_do_not_have_counts_as_review():
    records = meeting(MeetingState.NOTICE)
    assert following(records, formal=False) is MeetingState.DONE
    assert preceding(records, formal=False) is MeetingState.DRAFT


def test_there_and_back_again():
    records = meeting(MeetingState.DRAFT, first_paragraph=3)
    assert not previous_state(records, formal=True)
    for state in (MeetingState.REVIEW, MeetingState.APPROVAL):
        records = records.apply(next_state(records, formal=True))
        assert records.root(Meeting).state is state
    records = records.apply(previous_state(records, formal=True))
    assert records.root(Meeting).state is MeetingState.REVIEW
    assert records.root(Meeting).first_paragraph == 3


def test_going_to_approval_is_one_change_that_the_library_numbers():
    records = meeting(MeetingState.REVIEW)
    group = next_state(records, formal=True)
    assert str(group.label) == "Send for approval"
    assert records.apply(group).root(Meeting).first_paragraph is None


def test_review_asks_for_a_day_and_items_but_does_not_insist():
    bare = Records("m", [Meeting(id="m")])
    assert texts(bare)[:2] == [
        "There are no items yet.",
        "Head: The meeting has no day yet.",
    ]
    assert next_state(bare, formal=True)


def test_review_hears_of_empty_items_and_a_missing_secretary_but_may_go_on():
    records = meeting(MeetingState.DRAFT)
    for formal in (True, False):
        assert texts(records, formal=formal) == [
            "Item 1: Nothing is written.",
            "Head: The time of the meeting is missing.",
            "Head: The place of the meeting is missing.",
            "Attendance: Nobody is secretary: no line to sign on is printed for one.",
            "Attendance: No participants are listed.",
        ]
        assert next_state(records, formal=formal)


def test_without_a_day_there_is_no_year_to_number_in():
    records = meeting(MeetingState.REVIEW, day=Moment())
    with pytest.raises(UserFacingError, match="no day yet"):
        next_state(records, formal=True)
    numbered = meeting(MeetingState.REVIEW, day=Moment(), first_paragraph=7)
    assert next_state(numbered, formal=True)


def test_approval_asks_for_what_stands_against_the_minutes():
    records = Records("m", [Meeting(id="m", state=MeetingState.REVIEW), approval()])
    asked = texts(records)
    assert asked[:2] == ["The meeting has no day yet.", "There are no items yet."]
    assert "Approval: Nobody is chosen to approve the minutes." in asked
    assert "Approval: Place or day of the approval is missing." in asked
    assert len(asked) == len(set(asked))


def test_a_clean_meeting_goes_its_way_without_a_word():
    scene = Scene().add(FinalForce(id="force", owner_id="a", confirmed_on=date(2026, 12, 18)))
    for step, changes in (
        (MeetingState.REVIEW, {}),
        (MeetingState.APPROVAL, {}),
        (MeetingState.NOTICE, {"removed_on": date(2026, 12, 17)}),
    ):
        scene.set("m", state=step).set("n", **changes)
        found = before_step(scene.context(), following(scene.records(), formal=True))
        assert needs(scene.records(), formal=True, found=found) == ()
    assert before_step(scene.set("m", state=MeetingState.DONE).context(), None) == ()


def test_tips_are_left_to_the_panel():
    scene = Scene().set("m", state=MeetingState.REVIEW).drop("doer")
    assert [each.number for each in scene.findings()] == [31]
    assert before_step(scene.context(), MeetingState.APPROVAL) == ()


def test_notice_waits_for_the_day_of_approval():
    records = meeting(MeetingState.APPROVAL, approval())
    with pytest.raises(UserFacingError, match="which day the minutes were approved"):
        next_state(records, formal=True)
    at_once = Approval(id="b", owner_id="m", items=("i",), approved_on=DAY)
    with pytest.raises(UserFacingError):
        next_state(meeting(MeetingState.APPROVAL, at_once), formal=True)
    approved = meeting(MeetingState.APPROVAL, approval(approved_on=DAY))
    assert texts(approved)[:2] == [
        "No notice board is named.",
        "Approval: The notice does not say where the minutes are kept. Deviates from KL 8:12.",
    ]
    assert approved.apply(next_state(approved, formal=True)).root(Meeting).state == "notice"
    rows = (
        Notice(id="n", owner_id="a", board="Norråsa"),
        Approver(id="p", owner_id="a", name="Karin"),
    )
    assert texts(meeting(MeetingState.APPROVAL, approval(**APPROVED), *rows)) == []


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        (
            (None, None),
            ["Approval: The notice has no posting day. Deviates from KL 8:12."],
        ),
        ((DAY, None), ["The notice is not noted as taken down from every board."]),
        (
            (DAY, DAY + timedelta(days=22)),
            ["Nobody has confirmed that no appeal came in: see Legal force."],
        ),
    ],
)
def test_done_looks_at_the_boards_and_at_laga_kraft(days, missing):
    board = Notice(id="n", owner_id="a", posted_on=days[0], removed_on=days[1])
    records = meeting(MeetingState.NOTICE, approval(**APPROVED), board)
    assert texts(records) == missing
    assert next_state(records, formal=True)
    where_nothing_is_appealed = needs(records, formal=True, only_prepares=True)
    assert [str(each.text) for each in where_nothing_is_appealed] == [
        text for text in missing if "appeal" not in text and "Deviates" not in text
    ]


def test_done_without_any_board_says_so():
    assert texts(meeting(MeetingState.NOTICE, approval(**APPROVED))) == [
        "Approval: No notice board is named. Deviates from KL 8:12."
    ]


def test_the_rest_is_the_approval_that_names_no_items():
    at_once = Approval(id="b", owner_id="m", items=("i",))
    assert rest_approval(meeting(MeetingState.DRAFT, at_once)) is None
    found = rest_approval(meeting(MeetingState.DRAFT, at_once, approval()))
    assert found is not None
    assert found.id == "a"


def test_the_steps_that_lock_say_so():
    assert consequence(meeting(MeetingState.DRAFT), formal=True) is None
    assert "goes out for signature" in str(consequence(meeting(MeetingState.REVIEW), formal=True))
    assert "are sealed" in str(consequence(meeting(MeetingState.APPROVAL), formal=True))
    assert consequence(meeting(MeetingState.REVIEW), formal=False) is None


def test_what_is_out_is_taken_back_by_a_command_alone():
    out = meeting(MeetingState.APPROVAL, approval(sent_on=DAY))
    assert is_out(out)
    with pytest.raises(Locked, match="out for signature"):
        previous_state(out, formal=True)
    assert not is_out(meeting(MeetingState.APPROVAL, approval()))
    assert previous_state(meeting(MeetingState.APPROVAL, approval()), formal=True)


def test_sealed_minutes_do_not_go_back_to_approval():
    sealed = approval(sent_on=DAY, sealed_on=DAY)
    assert preceding(meeting(MeetingState.NOTICE, sealed), formal=True) is None
    done = meeting(MeetingState.DONE, sealed)
    assert previous_state(done, formal=True)
    assert not is_out(done)


def test_the_notice_asks_who_has_not_signed():
    missing = Approver(id="p", owner_id="a", name="Karin")
    records = meeting(MeetingState.APPROVAL, approval(**APPROVED, sent_on=DAY), missing)
    assert texts(records)[0] == "The signature is not noted of Karin."
