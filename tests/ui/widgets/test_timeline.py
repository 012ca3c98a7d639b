"""The line of days fills what has happened, and says the year of another year's days."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import TakeDown
from kcdesk.domain.schedule import schedule
from kcdesk.ui.widgets.timeline import stops_of
from kcdesk.ui.widgets.timeline_picture import Stop, day_words
from tests.ui.screens.meeting import Weekends, meeting

MET, LONG_AFTER = date(2020, 11, 3), date(2026, 11, 22)


def stops(*rows: Notice) -> dict[str, Stop]:
    approval = Approval(id="a", owner_id="m", approved_on=date(2020, 11, 10))
    records = meeting(approval, *rows)
    days = schedule(records, approval, TakeDown.DAY_AFTER, Weekends())
    return {stop.name: stop for stop in stops_of(MET, days, LONG_AFTER)}


def test_no_day_to_appeal_has_passed_while_the_notice_is_not_up() -> None:
    found = stops()
    assert {name: stop.is_past for name, stop in found.items()} == {
        "Möte": True,
        "Justering": True,
        "Anslag": False,
        "Sista dag": False,
        "Ned": False,
        "Laga kraft": False,
    }


def test_the_days_to_appeal_are_over_once_they_ran_from_a_notice() -> None:
    found = stops(Notice(id="n", owner_id="a", posted_on=date(2020, 11, 11)))
    assert found["Anslag"].is_past
    assert found["Sista dag"].is_past
    assert not found["Ned"].is_past


def test_a_day_of_another_year_carries_its_year() -> None:
    met = stops()["Möte"]
    assert day_words(met, LONG_AFTER) == "3/11 2020"
    assert day_words(met, date(2020, 12, 1)) == "3/11"
