"""What must be done before a meeting, and when it was."""

from __future__ import annotations

from datetime import date

import pytest

from kcdesk.domain.body import Body
from kcdesk.domain.deadline import EarlyKey
from kcdesk.domain.early_schedule import early_schedule
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime
from kcdesk.domain.summons import Summons, SummonsKind
from tests.domain.calendars import LawCalendar

LAW = LawCalendar()


def of(*rows, regime=Regime.COUNCIL, days=None, day=None, **fields):
    day = day or Moment(date(2026, 3, 2))
    records = Records("m", [Meeting(id="m", day=day, **fields), *rows])
    body = Records("b", [Body(id="b", regime=regime, summons_days=days)])
    return early_schedule(records, profile(body, records), LAW)


def test_fullmaktige_is_announced_then_summoned_to():
    announced, summoned = of()
    assert (announced.key, summoned.key) == (EarlyKey.ANNOUNCE_BY, EarlyKey.SUMMON_BY)
    assert announced.day == summoned.day == date(2026, 2, 23)
    assert announced.is_to_do
    assert summoned.is_to_do


def test_what_was_done_counts_and_the_first_kallelse_alone():
    first = Summons(id="s", owner_id="m", position="A", sent_on=date(2026, 2, 20))
    more = Summons(
        id="t",
        owner_id="m",
        position="B",
        kind=SummonsKind.SUPPLEMENTARY,
        sent_on=date(2026, 2, 10),
    )
    announced, summoned = of(first, more, announced_on=date(2026, 2, 24))
    assert announced.happened == date(2026, 2, 24)
    assert summoned.happened == date(2026, 2, 20)


def test_others_have_what_their_profile_says():
    assert of(regime=Regime.COMMITTEE) == ()
    (only,) = of(regime=Regime.INFORMAL, days=5)
    assert only.day == date(2026, 2, 25)


@pytest.mark.parametrize(
    "day",
    [
        Moment(text="i mars"),
        Moment(date(2026, 3, 2), "1–2 mars"),
        Moment(date(2026, 3, 2), tie=Tie.NEXT_MEETING),
        Moment(date(1, 1, 3)),
    ],
)
def test_without_a_certain_day_nothing_is_counted_back(day):
    assert of(day=day) == ()
