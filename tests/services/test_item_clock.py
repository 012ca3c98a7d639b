"""When items began and ended, and what is left of their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from kcdesk.domain.item import Item
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.records import Records
from kcdesk.services.item_clock import (
    go_on,
    is_running,
    minutes_late,
    minutes_used,
    start_item,
    stop_item,
)
from tests.services.agenda import MORNING, NOON, meeting, performed

NINE = ClockTime(time(9))


def times(records: Records, id: str) -> tuple[ClockTime | None, ClockTime | None]:
    item = records.get(Item, id)
    return item.actual_start, item.actual_end


def test_going_on_ends_one_item_and_begins_the_next() -> None:
    records = meeting("a b c")
    records = performed(records, start_item(records, "a", NINE))
    records = performed(records, go_on(records, "a", "b", MORNING))
    assert times(records, "a") == (NINE, MORNING)
    assert times(records, "b") == (MORNING, None)


def test_going_back_and_forth_changes_no_time() -> None:
    records = meeting("a b")
    records = performed(records, start_item(records, "a", NINE))
    records = performed(records, go_on(records, "a", "b", MORNING))
    records = performed(records, stop_item(records, "b", MORNING))
    assert not go_on(records, "a", "b", NOON)
    assert not go_on(records, "b", "a", NOON)
    assert not go_on(records, "gone", "a", NOON)


def test_an_item_that_had_ended_goes_on() -> None:
    records = meeting("a")
    records = performed(records, start_item(records, "a", NINE))
    records = performed(records, stop_item(records, "a", MORNING))
    assert not is_running(records.get(Item, "a"))
    records = performed(records, start_item(records, "a", NOON))
    assert times(records, "a") == (NINE, None)
    assert is_running(records.get(Item, "a"))


def test_minutes_used_and_left() -> None:
    item = Item(id="a", planned_minutes=20)
    assert minutes_used(item, time(9, 30)) is None
    assert minutes_late(item, time(9, 30)) is None
    running = replace(item, actual_start=NINE)
    assert minutes_used(running, time(9, 14)) == 14
    assert minutes_late(running, time(9, 14)) == -6
    assert minutes_late(running, time(9, 27)) == 7
    ended = replace(running, actual_end=MORNING)
    assert minutes_used(ended, time(15)) == 12
    assert minutes_used(running, time(8)) == 0
    assert minutes_late(replace(running, planned_minutes=None), time(10)) is None
