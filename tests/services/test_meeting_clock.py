"""When the clock says something of the meeting, and when it does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.records import Records
from kcdesk.services.meeting_clock import clock_at_meeting

HELD = {
    "day": Moment(day=date(2020, 10, 30)),
    "planned_start": ClockTime(time(8, 30)),
    "planned_end": ClockTime(time(12)),
}


def held(**fields) -> Records:
    return Records("m", [Meeting(id="m", **fields)])


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2020, 10, 30, 9, 5, 59, tzinfo=UTC), time(9, 5)),
        (datetime(2020, 10, 30, 13, 30, tzinfo=UTC), time(13, 30)),
        (datetime(2020, 10, 30, 18, 46, tzinfo=UTC), None),
        (datetime(2020, 10, 30, 5, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), None),
    ],
)
def test_the_clock_counts_near_the_meetings_hours_alone(now, said) -> None:
    assert clock_at_meeting(held(**HELD), now) == (ClockTime(said) if said else None)


def test_without_hours_the_day_is_enough_and_without_a_day_nothing_is() -> None:
    late = datetime(2020, 10, 30, 23, 10, tzinfo=UTC)
    assert clock_at_meeting(held(day=HELD["day"]), late) == ClockTime(time(23, 10))
    assert clock_at_meeting(held(), late) is None
