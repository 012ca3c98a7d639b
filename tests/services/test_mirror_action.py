"""What is told of one action in several meetings stays alike, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Body
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.records import Records
from kcdesk.services.edit_action import change_action, set_owner_state
from kcdesk.services.edit_followed import change_followed, set_followed_state
from kcdesk.services.mirror_action import bring_up_to_date, follow_progress, told_progress
from kcdesk.services.plan_shelf import Progress
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin

DAY = date(2026, 6, 1)
DONE = Progress(ActionState.DONE, DAY)
OPEN = Progress(ActionState.OPEN, None)


def agreed() -> Records:
    return Records(
        "may",
        (
            Meeting(id="may", body_id="b", day=Moment(date(2026, 5, 4))),
            Item(id="y", owner_id="may", position="V"),
            Action(id="a", owner_id="y", position="V", text="Skriv"),
            ActionOwner(id="o", owner_id="a", position="V", name="Åsa"),
        ),
    )


def looking_back(id: str = "june", target: str = "o", *rows) -> Records:
    return Records(
        id,
        (
            Meeting(id=id, body_id="b", day=Moment(DAY)),
            Item(id=f"{id}-y", owner_id=id, position="V"),
            FollowedAction(id=f"{id}-f", owner_id=f"{id}-y", position="V", target=target),
            *rows,
        ),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "Nämnd.kcdesk")
    begin(made, (Body(id="b", name="Rådet"),))
    for each in (agreed(), looking_back(), looking_back("july"), looking_back("alone", "")):
        begin(made, tuple(each))
    yield made
    made.close()


def test_all_who_tell_of_an_owner_are_found_but_those_in_the_bin(library: LibraryFile) -> None:
    rows = {("may", "o"), ("june", "june-f"), ("july", "july-f")}
    assert set(library.tellers("o")) == rows
    library.discard("july")
    assert set(library.tellers("o")) == rows - {("july", "july-f")}
    library.discard("may")
    assert library.tellers("o") == [("june", "june-f")]
    assert library.tellers("nobody") == []


def test_how_far_owners_have_come_is_read_of_those_in_the_library(library: LibraryFile) -> None:
    assert library.progress(["o", "elsewhere"]) == {"o": OPEN}
    library.discard("may")
    assert library.progress(["o"]) == {}


def test_marking_either_tells_the_same() -> None:
    may, june = agreed(), looking_back()
    group = set_owner_state(may, "o", ActionState.DONE, DAY)
    assert told_progress(may.apply(group), group) == {"o": DONE}
    group = set_followed_state(june, "june-f", ActionState.DONE, DAY)
    assert told_progress(june.apply(group), group) == {"o": DONE}
    alone = looking_back("alone", "")
    group = set_followed_state(alone, "alone-f", ActionState.DONE, DAY)
    assert told_progress(alone.apply(group), group) == {}  # it is nobody's


def test_other_changes_tell_nothing() -> None:
    may, june = agreed(), looking_back()
    group = change_action(may, "a", text="Skriv om")
    assert told_progress(may.apply(group), group) == {}
    group = change_followed(june, "june-f", note="På väg")
    assert told_progress(june.apply(group), group) == {}


def test_what_is_out_for_signature_keeps_what_it_says() -> None:
    sent = Approval(id="p", owner_id="june", position="V", sent_on=DAY)
    june = looking_back("june", "o", sent)
    assert not follow_progress(june, "june-f", DONE)
    assert not bring_up_to_date(june, {"o": DONE})
    may = agreed()
    locked = Records("may", (*may, Approval(id="q", owner_id="may", position="V", sent_on=DAY)))
    changed = locked.apply(follow_progress(locked, "o", DONE))
    assert changed.get(ActionOwner, "o").state is ActionState.DONE  # that lies outside the seal


def test_a_row_that_is_gone_or_something_else_is_left_alone() -> None:
    may = agreed()
    assert not follow_progress(may, "gone", DONE)
    assert not follow_progress(may, "a", DONE)


def test_what_was_not_told_is_caught_up_with() -> None:
    june = looking_back()
    group = bring_up_to_date(june, {"o": DONE, "other": OPEN})
    row = june.apply(group).get(FollowedAction, "june-f")
    assert (row.state, row.done_on) == (ActionState.DONE, DAY)
    assert not bring_up_to_date(june.apply(group), {"o": DONE})
    assert not bring_up_to_date(june, {"other": DONE})


ACTS = st.lists(
    st.tuples(st.sampled_from(["may", "june", "july"]), st.sampled_from([*ActionState, None])),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ACTS)
def test_after_any_marks_and_undos_all_tell_the_same(acts) -> None:
    """None takes the last mark of that meeting back. Each group is answered in the others."""
    streams = {"may": agreed(), "june": looking_back(), "july": looking_back("july")}
    rows = {"may": "o", "june": "june-f", "july": "july-f"}
    done: dict[str, list] = {id: [] for id in streams}

    def perform(id, group, *, undone=False) -> None:
        streams[id] = streams[id].apply(group)
        if group and not undone:
            done[id].append(group)

    for id, state in acts:
        if state is None:
            if not done[id]:
                continue
            group = inverse_group(done[id].pop(), 1)
            perform(id, group, undone=True)
        else:
            verb = set_owner_state if id == "may" else set_followed_state
            group = verb(streams[id], rows[id], state, DAY)
            perform(id, group)
        for progress in told_progress(streams[id], group).values():
            for other in streams.keys() - {id}:
                perform(other, follow_progress(streams[other], rows[other], progress))
        told = {
            (streams[key].row(row).state, streams[key].row(row).done_on)
            for key, row in rows.items()
        }
        assert len(told) == 1
