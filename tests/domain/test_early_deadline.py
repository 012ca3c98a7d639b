"""When a meeting must be announced and summoned to, counted back from its day."""

from __future__ import annotations

from datetime import date

import pytest

from kcdesk.domain.early_deadline import announce_by, summon_by
from kcdesk.domain.regime import Regime
from tests.domain.calendars import LawCalendar

LAW = LawCalendar()
MONDAY = date(2026, 3, 2)


def test_fullmaktige_is_announced_and_summoned_a_week_before():
    announced = announce_by(MONDAY, Regime.COUNCIL, LAW)
    summoned = summon_by(MONDAY, Regime.COUNCIL, None, LAW)
    for found in (announced, summoned):
        assert found.day == date(2026, 2, 23)
        assert found.source == "KL 5:13–15"
        assert found.hint is None


@pytest.mark.parametrize("regime", [each for each in Regime if each is not Regime.COUNCIL])
def test_others_are_not_announced_and_follow_their_own_rule(regime):
    assert announce_by(MONDAY, regime, LAW) is None
    assert summon_by(MONDAY, regime, None, LAW) is None
    own = summon_by(MONDAY, regime, 5, LAW)
    assert own.day == date(2026, 2, 25)
    assert "5 days before" in str(own.rule)
    assert own.source == "reglementet"


def test_fullmaktiges_own_rule_gives_more_time_never_less():
    assert summon_by(MONDAY, Regime.COUNCIL, 3, LAW).day == date(2026, 2, 23)
    longer = summon_by(MONDAY, Regime.COUNCIL, 10, LAW)
    assert longer.day == date(2026, 2, 20)
    assert longer.source == "arbetsordningen; KL 5:13–15"


def test_the_weekend_rule_gives_no_more_time_before_a_meeting():
    found = summon_by(date(2026, 4, 13), Regime.COUNCIL, None, LAW)  # a week after Easter Monday
    assert found.day == found.unshifted == date(2026, 4, 6)
    assert found.shift is None
    assert "the last working day is 2026-04-02" in str(found.hint)
