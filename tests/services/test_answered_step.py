"""Steps that only followed another meeting are nobody's to undo, also after a restart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Remove, Set
from kcdesk.domain.records import Records
from kcdesk.services.answered_step import (
    ANSWER,
    is_answer,
    is_overtaken,
    without_overtaken,
)
from kcdesk.services.edit_action import set_owner_state
from kcdesk.services.mirror_action import follow_progress
from kcdesk.services.plan_shelf import Progress
from kcdesk.services.ports import LogEntry
from kcdesk.services.session import History

DAY = date(2026, 6, 2)
OPEN, DONE = ActionState.OPEN, ActionState.DONE
ROWS = Records(
    "m",
    [
        Meeting(id="m"),
        Item(id="i", owner_id="m"),
        Action(id="a", owner_id="i", text="Ring"),
        ActionOwner(id="o", owner_id="a"),
    ],
)


def entry(seq: int, group: Group) -> LogEntry:
    return LogEntry("m", seq, group, group.undoes, 1, datetime(2026, 6, 2, tzinfo=UTC), "Anna")


def test_the_log_tells_answers_from_steps() -> None:
    own = set_owner_state(ROWS, "o", DONE, DAY)
    answer = follow_progress(ROWS.apply(own), "o", Progress(OPEN, None))
    assert (is_answer(own), is_answer(answer)) == (False, True)
    assert History([entry(2, own), entry(3, answer)]).undoable == (2, own)
    assert History([entry(2, answer)]).undoable is None


def test_redo_survives_an_answer() -> None:
    own = Group(Message("x"), ROWS.setting("a", "text", "Skriv"))
    back = replace(own, operations=(Set("action", "a", "text", "Skriv", "Ring"),), undoes=2)
    history = History([entry(2, own), entry(3, back)])
    history.add(4, follow_progress(ROWS, "o", Progress(DONE, DAY)))
    assert history.redoable == (3, back)


def test_of_a_step_what_was_overtaken_is_left_out() -> None:
    own = set_owner_state(ROWS, "o", DONE, DAY)
    after = ROWS.apply(own)
    assert without_overtaken(ROWS, own) is own
    text = Set("action", "a", "text", "Ring", "Skriv")
    both = Group(Message("x"), (*own.operations, text))
    assert without_overtaken(after, both).operations == (text,)
    elsewhere = Group(Message("x"), (Set("action_owner", "gone", "state", OPEN, DONE),))
    assert without_overtaken(after, elsewhere) is elsewhere


def test_what_is_told_already_needs_no_answer() -> None:
    assert not follow_progress(ROWS, "o", Progress(OPEN, None))
    assert follow_progress(ROWS, "o", Progress(DONE, DAY)).label == ANSWER


def test_what_a_group_itself_has_changed_is_not_overtaken() -> None:
    there_and_back = Group(
        Message("x"),
        (
            Set("action_owner", "o", "state", OPEN, DONE),
            Set("action_owner", "o", "state", DONE, ActionState.DROPPED),
        ),
    )
    assert without_overtaken(ROWS, there_and_back) is there_and_back
    owner = ROWS.get(ActionOwner, "o")
    anew = Group(
        Message("x"),
        (
            Remove(owner),
            Insert(replace(owner, state=DONE)),
            Set("action_owner", "o", "state", DONE, OPEN),
        ),
    )
    assert without_overtaken(ROWS, anew) is anew
    assert not is_overtaken(ROWS, anew)


def test_a_step_of_which_nothing_stands_is_known() -> None:
    own = set_owner_state(ROWS, "o", DONE, DAY)
    assert is_overtaken(ROWS, own)  # somebody has made it open again
    assert not is_overtaken(ROWS.apply(own), own)
    assert not is_overtaken(ROWS, Group(Message("x"), ()))
