"""When items began and ended, and what is left of their time."""

from __future__ import annotations

from datetime import date, datetime, time

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group
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
X = Message("x")


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


DAY = date(2026, 11, 17)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def timed(outline: str, **items: dict[str, object]) -> Records:
    """A meeting of ``DAY`` with fields of its items set."""
    records = meeting(outline)
    records = performed(records, Group(X, records.setting("m", "day", Moment(DAY))))
    for id, values in items.items():
        for name, value in values.items():
            records = performed(records, Group(X, records.setting(id, name, value)))
    return records


def used(records: Records, id: str, now: datetime) -> int | None:
    return minutes_used(records, records.get(Item, id), now)


def late(records: Records, id: str, now: datetime) -> int | None:
    return minutes_late(records, records.get(Item, id), now)


def test_minutes_used_and_left() -> None:
    records = timed("a", a={"planned_minutes": 20})
    assert used(records, "a", at(9, 30)) is None
    assert late(records, "a", at(9, 30)) is None
    running = performed(records, start_item(records, "a", NINE))
    assert used(running, "a", at(9, 14)) == 14
    assert late(running, "a", at(9, 14)) == -6
    assert late(running, "a", at(9, 27)) == 7
    ended = performed(running, stop_item(running, "a", MORNING))
    assert used(ended, "a", at(15)) == 12
    assert used(running, "a", at(8)) == 0
    unplanned = timed("a", a={"actual_start": NINE})
    assert late(unplanned, "a", at(10)) is None


def test_an_item_that_nobody_ended_ended_when_the_next_began() -> None:
    records = timed(
        "a b c d",
        a={"actual_start": NINE},
        c={"actual_start": NOON},
        d={"actual_start": MORNING, "actual_end": NOON},
    )
    assert used(records, "a", at(15)) == 12
    assert used(records, "c", at(15)) == 180


def test_what_is_under_an_item_does_not_end_it() -> None:
    records = timed("a(b c) d", a={"actual_start": NINE}, c={"actual_start": MORNING})
    assert used(records, "a", at(9, 30)) == 30
    assert used(records, "c", at(9, 30)) == 18
    records = performed(records, start_item(records, "d", NOON))
    assert used(records, "a", at(15)) == 180
    assert used(records, "c", at(15)) == 168


def test_the_clock_of_another_day_says_nothing_about_an_item() -> None:
    records = timed("a b", a={"actual_start": NINE, "planned_minutes": 5})
    next_day = at(22, 7, date(2026, 11, 18))
    assert used(records, "a", next_day) is None
    assert late(records, "a", next_day) is None
    records = performed(records, start_item(records, "b", MORNING))
    assert used(records, "a", next_day) == 12
    assert used(records, "b", next_day) is None
    no_day = meeting("a")
    no_day = performed(no_day, start_item(no_day, "a", NINE))
    assert used(no_day, "a", at(10)) is None
