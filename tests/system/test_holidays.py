"""The calendar against the words of the law, day by day, and the names that it gives."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Body, Regime, TakeDown
from kcdesk.domain.early_schedule import early_schedule
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.party_appeal import last_day, party_force
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import schedule
from kcdesk.i18n import catalogue
from kcdesk.paths import resource
from kcdesk.system.holidays import TABLE_YEARS, SwedishCalendar, public_holidays
from tests.domain.calendars import LawCalendar


@pytest.fixture(scope="module")
def calendar():
    return SwedishCalendar()


def test_every_day_from_1997_to_2040_is_as_the_law_says(calendar):
    law = LawCalendar()
    day, wrong = date(1997, 1, 1), []
    while day < date(2041, 1, 1):
        if (calendar.closed(day) is None) != (law.closed(day) is None):
            wrong.append(day.isoformat())
        day += timedelta(days=1)
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "english", "swedish"),
    [
        ("2026-01-01", "New Year's Day", "nyårsdagen"),
        ("2026-01-06", "Epiphany", "trettondedag jul"),
        ("2026-04-03", "Good Friday", "långfredagen"),
        ("2026-04-05", "Easter Sunday", "påskdagen"),
        ("2026-04-06", "Easter Monday", "annandag påsk"),
        ("2026-05-01", "May Day", "första maj"),
        ("2026-05-14", "Ascension Day", "Kristi himmelsfärdsdag"),
        ("2026-05-24", "Whit Sunday", "pingstdagen"),
        ("2004-05-31", "Whit Monday", "annandag pingst"),
        ("2025-06-06", "the National Day", "nationaldagen"),
        ("2026-06-19", "Midsummer Eve", "midsommarafton"),
        ("2026-06-20", "Midsummer Day", "midsommardagen"),
        ("2026-10-31", "All Saints' Day", "alla helgons dag"),
        ("2026-12-24", "Christmas Eve", "julafton"),
        ("2026-12-25", "Christmas Day", "juldagen"),
        ("2026-12-26", "Boxing Day", "annandag jul"),
        ("2026-12-31", "New Year's Eve", "nyårsafton"),
        ("2026-03-07", "Saturday", "lördag"),
        ("2026-03-08", "Sunday", "söndag"),
    ],
)
def test_a_closed_day_is_named(calendar, day, english, swedish):
    reason = calendar.closed(date.fromisoformat(day))
    assert str(reason) == english
    assert catalogue("sv").render(reason) == swedish


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-05",  # trettondagsafton: RÅ 2004 not 40
        "2026-04-02",  # skärtorsdag
        "2026-04-30",  # valborgsmässoafton
        "2026-05-15",  # the day between Ascension Day and the weekend
        "2005-05-16",  # annandag pingst, a working day since 2005
        "2003-06-06",  # not yet a public holiday
        "2026-12-23",
        "2026-06-18",
    ],
)
def test_these_are_working_days(calendar, day):
    assert calendar.closed(date.fromisoformat(day)) is None


def test_two_holidays_on_one_day_are_one_reason(calendar):
    assert str(calendar.closed(date(2008, 5, 1))) in ("May Day", "Ascension Day")


def test_a_holiday_unknown_to_us_still_closes_the_day(monkeypatch):
    from holidays.countries.sweden import Sweden

    def with_one_more(self):
        self._add_holiday("Ny helgdag", date(2071, 9, 9))

    monkeypatch.setattr(Sweden, "_populate_public_holidays", with_one_more)
    assert str(SwedishCalendar().closed(date(2071, 9, 9))) == "a public holiday"


def test_the_package_is_not_imported_for_the_years_of_the_table(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "holidays"]:
        monkeypatch.delitem(sys.modules, name)
    calendar = SwedishCalendar()
    assert calendar.closed(date(2026, 3, 2)) is None
    assert "holidays" not in sys.modules
    assert calendar.closed(date(2070, 3, 3)) is None
    assert "holidays" in sys.modules


def test_the_shipped_table_says_what_the_package_says():
    table = json.loads(resource("holidays", "sweden.json").read_text("utf-8"))
    assert [int(year) for year in table] == list(TABLE_YEARS)
    for year in TABLE_YEARS:
        expected = {day.isoformat(): name for day, name in public_holidays(year).items()}
        assert table[str(year)] == expected, "run packaging/holidays_table.py"


def test_every_known_year_outside_the_table_is_as_the_law_says(calendar):
    law = LawCalendar()
    day, wrong = date(1953, 1, 1), []
    while day.year < 2101:
        if (calendar.closed(day) is None) != (law.closed(day) is None):
            wrong.append(day.isoformat())
        day += timedelta(days=1)
    assert wrong == []


@pytest.mark.parametrize("year", [1, 1952, 2101, 9999])
def test_of_years_that_nobody_knows_no_day_is_computed(calendar, year):
    with pytest.raises(OverflowError, match="not known"):
        calendar.closed(date(year, 6, 6))
    meeting = Meeting(id="m", day=Moment(date(year, 6, 1)))
    approval = Approval(id="a", owner_id="m")
    records = Records("m", [meeting, approval])
    assert schedule(records, approval, TakeDown.DAY_AFTER, calendar).days == ()
    council = profile(Records("b", [Body(id="b", regime=Regime.COUNCIL)]), records)
    assert early_schedule(records, council, calendar) == ()
    got = Delivery(id="d", owner_id="m", delivered_on=date(year, 6, 1))
    assert last_day(got, calendar) is None
    assert party_force(got, calendar) is None


def test_years_outside_the_table_ask_the_package(calendar):
    assert str(calendar.closed(date(2075, 6, 6))) == "the National Day"
    assert calendar.closed(date(2075, 6, 5)) is None
