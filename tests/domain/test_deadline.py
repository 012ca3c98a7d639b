"""The dates of approval, notice and appeal against real notices and against the law's words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kcdesk.domain.approval import DateKey
from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import (
    approve_by,
    final_force,
    last_appeal_day,
    last_appeal_day_of_party,
    post_by,
    take_down,
    working,
)
from kcdesk.domain.regime import Regime
from tests.domain.calendars import LawCalendar, easter, is_eve, is_public_holiday

A, B = TakeDown.LAST_DAY, TakeDown.DAY_AFTER
LAW = LawCalendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


REAL_NOTICES = [
    # meeting, approved, posted, taken down, convention, last appeal day
    ("2020-10-30", "2020-11-26", "2020-11-30", "2020-12-21", A, "2020-12-21"),
    ("2020-08-18", "2020-08-18", "2020-08-18", "2020-09-09", B, "2020-09-08"),
    ("2019-01-28", "2019-02-04", "2019-02-05", "2019-02-27", B, "2019-02-26"),
    ("2017-10-25", "2017-10-25", "2017-10-26", "2017-11-17", B, "2017-11-16"),
    ("2017-10-25", "2017-11-06", "2017-11-07", "2017-11-29", B, "2017-11-28"),
    ("1999-10-25", "1999-10-29", "1999-11-01", "1999-11-22", A, "1999-11-22"),
    ("2006-05-02", "2006-05-10", "2006-05-11", "2006-06-01", A, "2006-06-01"),
    ("1997-06-03", "1997-06-03", "1997-06-09", "1997-06-30", A, "1997-06-30"),
]


@pytest.mark.parametrize(
    ("meeting", "approved", "posted", "down", "convention", "last"), REAL_NOTICES
)
def test_real_notices(meeting, approved, posted, down, convention, last):
    appeal = last_appeal_day([day(posted)], LAW)
    assert appeal.day == day(last)
    assert take_down(appeal, convention).day == day(down)


@pytest.mark.parametrize(
    ("approved", "limit", "target", "shift"),
    [
        ("2020-11-26", "2020-11-30", "2020-11-28", True),  # the second day was a Saturday
        ("1999-10-29", "1999-11-01", "1999-10-31", True),  # the second day was a Sunday
        ("2006-05-10", "2006-05-12", "2006-05-12", False),
        ("1997-06-03", "1997-06-05", "1997-06-05", False),  # posted too late, on the 9th
        ("2026-12-22", "2026-12-28", "2026-12-24", True),  # julafton, two holidays, Sunday
    ],
)
def test_post_by(approved, limit, target, shift):
    found = post_by(day(approved), LAW)
    assert (found.day, found.unshifted) == (day(limit), day(target))
    assert found.is_shifted is shift
    assert (found.shift is not None) is shift
    assert found.key is DateKey.POST_BY


@pytest.mark.parametrize(
    ("meeting", "limit", "target"),
    [
        ("2020-10-30", "2020-11-13", "2020-11-13"),
        ("2025-06-06", "2025-06-23", "2025-06-20"),  # midsommarafton
        ("2025-12-17", "2026-01-02", "2025-12-31"),  # nyårsafton
        ("2005-05-23", "2005-06-07", "2005-06-06"),  # the National Day, new that year
        ("2004-05-17", "2004-06-01", "2004-05-31"),  # annandag pingst, for the last time
    ],
)
def test_approve_by(meeting, limit, target):
    found = approve_by(day(meeting), LAW)
    assert (found.day, found.unshifted) == (day(limit), day(target))
    assert found.key is DateKey.APPROVE_BY


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2025-05-30", "2025-06-23"),
        ("2025-12-03", "2025-12-29"),
        ("2026-03-13", "2026-04-07"),
        ("2026-12-10", "2027-01-04"),
    ],
)
def test_last_appeal_day_around_holidays(posted, last):
    assert last_appeal_day([day(posted)], LAW).day == day(last)


def test_the_period_counts_from_the_last_board():
    posted = [day("2026-03-02"), day("2026-03-05"), day("2026-03-03")]
    found = last_appeal_day(posted, LAW)
    assert found.day == day("2026-03-26")
    assert "last of the posting days" in str(found.rule)
    assert "9:32" in found.source


def test_boards_posted_on_one_day_are_spoken_of_as_one_day():
    found = last_appeal_day([day("2026-03-02"), day("2026-03-02")], LAW)
    assert "the posting day 2026-03-02" in str(found.rule)


def test_without_a_posting_day_there_is_no_period():
    with pytest.raises(ValueError, match="empty"):
        last_appeal_day([], LAW)


def test_taking_down_is_not_moved_to_a_working_day():
    appeal = last_appeal_day([day("2026-03-06")], LAW)
    assert appeal.day == day("2026-03-27")  # a Friday
    assert take_down(appeal, B).day == day("2026-03-28")
    assert not take_down(appeal, B).is_shifted


def test_taking_down_is_shifted_with_the_appeal_day():
    appeal = last_appeal_day([day("2026-03-13")], LAW)
    for convention, last, target in [
        (A, "2026-04-07", "2026-04-03"),
        (B, "2026-04-08", "2026-04-04"),
    ]:
        found = take_down(appeal, convention)
        assert (found.day, found.unshifted) == (day(last), day(target))
        assert found.is_shifted


def test_a_shifted_deadline_names_the_law_that_moves_it():
    moved, kept = post_by(day("2020-11-26"), LAW), post_by(day("2020-11-24"), LAW)
    assert moved.source == "KL 8:12; lag 1930:173 § 2"
    assert kept.source == "KL 8:12"


def test_working_gives_the_first_reason():
    found = working(day("2026-12-24"), LAW)
    assert found.day == day("2026-12-28")
    assert found.shift == LAW.closed(day("2026-12-24"))
    assert working(day("2026-12-23"), LAW).shift is None


def test_easter_of_the_oracle():
    known = {
        1997: "03-30",
        2000: "04-23",
        2008: "03-23",
        2011: "04-24",
        2025: "04-20",
        2038: "04-25",
    }
    assert {year: f"{easter(year):%m-%d}" for year in known} == known


def open_for_courts(each: date) -> bool:
    return each.weekday() < 5 and not is_public_holiday(each) and not is_eve(each)


def test_only_approval_and_notice_have_a_target_before_a_shifted_limit():
    moved = post_by(day("2020-11-26"), LAW)
    assert (moved.target, moved.day) == (day("2020-11-28"), day("2020-11-30"))
    assert post_by(day("2020-11-24"), LAW).target is None
    assert last_appeal_day([day("2026-03-13")], LAW).target is None  # moved beyond doubt


def test_every_day_gone_past_is_told():
    moved = post_by(day("2026-12-22"), LAW)
    assert [f"{each.day:%m-%d}" for each in moved.passed] == ["12-24", "12-25", "12-26", "12-27"]
    assert post_by(day("2026-12-16"), LAW).passed == ()


@pytest.mark.parametrize(
    ("regime", "boards", "post", "appeal", "force"),
    [
        (None, 1, "KL 8:12", "KL 13:5", "KL 13:5, 13:6"),
        (Regime.COMMITTEE, 1, "KL 8:12", "KL 13:5", "KL 13:5, 13:6"),
        (Regime.JOINT_COMMITTEE, 2, "KL 8:12", "KL 13:5, 9:32", "KL 13:5, 9:32"),
        (
            Regime.COORDINATION_FEDERATION,
            1,
            "KL 8:12; lag 2003:1210 § 19",
            "KL 13:5; lag 2003:1210 § 28",
            "KL 13:5; lag 2003:1210 § 28",
        ),
        (
            Regime.COORDINATION_FEDERATION,
            2,
            "KL 8:12; lag 2003:1210 § 19",
            "KL 13:5; lag 2003:1210 § 28, § 19",
            "KL 13:5; lag 2003:1210 § 28, § 19",
        ),
    ],
)
def test_each_regime_is_told_its_own_law(regime, boards, post, appeal, force):
    posted = [day("2026-03-03"), day("2026-03-04")][:boards]
    last = last_appeal_day(posted, LAW, regime)
    assert post_by(day("2026-03-02"), LAW, regime).source == post
    assert last.source == appeal
    assert final_force(last).source == force


def test_laga_kraft_comes_the_day_after_and_is_not_moved_to_a_working_day():
    last = last_appeal_day([day("2026-03-06")], LAW)
    assert last.day == day("2026-03-27")  # a Friday
    assert final_force(last).day == day("2026-03-28")
    moved = final_force(last_appeal_day([day("2026-03-13")], LAW))
    assert (moved.day, moved.unshifted) == (day("2026-04-08"), day("2026-04-04"))
    assert moved.source == "KL 13:5, 13:6"


def test_a_party_has_three_weeks_from_when_it_got_the_decision():
    found = last_appeal_day_of_party(day("2026-03-13"), LAW)
    assert (found.day, found.unshifted) == (day("2026-04-07"), day("2026-04-03"))
    assert found.source == "FL 44; lag 1930:173 § 2"


def test_every_posting_day_from_2000_to_2040():
    each, wrong = date(2000, 1, 1), []
    while each < date(2041, 1, 1):
        expected = each + timedelta(days=21)
        while not open_for_courts(expected):
            expected += timedelta(days=1)
        appeal = last_appeal_day([each], LAW)
        downs = (take_down(appeal, A).day, take_down(appeal, B).day)
        if appeal.day != expected or downs != (expected, expected + timedelta(days=1)):
            wrong.append(each)
        each += timedelta(days=1)
    assert wrong == []
