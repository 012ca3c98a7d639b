"""When edits go to the disk: a word's end, a pause, or patience at its end."""

from __future__ import annotations

import pytest

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Set, Splice
from kcdesk.domain.richtext import plain
from kcdesk.storage.schedule import Schedule, ends_word


def test_nothing_is_due_until_something_waits() -> None:
    assert Schedule().due is None


def test_a_key_waits_for_a_pause_but_the_first_one_not_longer_than_its_patience() -> None:
    schedule = Schedule()
    schedule.note(10.0, urgent=False)
    assert schedule.due == pytest.approx(10.3)
    schedule.note(10.05, urgent=False)
    assert schedule.due == pytest.approx(10.35)
    schedule.note(10.2, urgent=False)
    assert schedule.due == pytest.approx(10.4)
    schedule.note(10.39, urgent=False)
    assert schedule.due == pytest.approx(10.4)


def test_what_is_urgent_waits_for_nothing_and_later_keys_do_not_delay_it() -> None:
    schedule = Schedule()
    schedule.note(10.0, urgent=False)
    schedule.note(10.1, urgent=True)
    schedule.note(10.11, urgent=False)
    assert schedule.due == pytest.approx(10.1)


def test_while_saving_new_keys_begin_a_wait_of_their_own() -> None:
    schedule = Schedule()
    schedule.note(10.0, urgent=True)
    schedule.begin()
    assert schedule.due is None
    schedule.note(10.5, urgent=False)
    assert schedule.due == pytest.approx(10.8)


def test_after_a_failure_not_even_a_word_is_tried_before_its_time() -> None:
    schedule = Schedule()
    schedule.note(10.0, urgent=True)
    schedule.begin()
    schedule.postpone(10.25)
    assert schedule.due == pytest.approx(10.25)
    schedule.note(10.1, urgent=True)
    assert schedule.due == pytest.approx(10.25)


@pytest.mark.parametrize(
    ("typed", "ends"),
    [("ord", False), ("ord ", True), ("ord.", True), ("ö", False), ("3", False), ("", False)],
)
def test_a_word_ends_with_what_is_no_letter(typed: str, ends: bool) -> None:
    assert ends_word(Group(Message("x"), (Splice("b", 0, (), plain(typed)),))) is ends


def test_anything_but_typing_is_saved_at_once() -> None:
    assert ends_word(Group(Message("x"), (Set("body", "b", "name", "", "Styrelsen"),)))
