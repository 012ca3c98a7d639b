"""Why a day is that day, in plain Swedish: each sentence a secretary may meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kcdesk.domain.approval import DateKey, DateOverride
from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import final_force, last_appeal_day, post_by, take_down
from kcdesk.domain.early_deadline import summon_by
from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import catalogue
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.wording.day_reason import reasons

SV, CALENDAR = catalogue("sv"), SwedishCalendar()


def said(day: ScheduledDay) -> list[str]:
    return list(reasons(SV, day))


def test_a_day_that_was_not_moved_names_its_rule_and_its_law() -> None:
    day = ScheduledDay(last_appeal_day([date(2026, 3, 2)], CALENDAR))
    (sentence,) = said(day)
    assert "2 mars 2026" in sentence
    assert sentence.endswith("(KL 13:5).")


def test_a_moved_notice_tells_every_day_gone_past_and_the_target() -> None:
    rule, moved, past, target = said(ScheduledDay(post_by(date(2026, 12, 22), CALENDAR)))
    assert rule.endswith("(KL 8:12; lag 1930:173 § 2).")
    assert moved.startswith("Flyttat från torsdag 24 december 2026 till måndag 28 december 2026")
    assert moved.endswith("julafton.")
    assert past == (
        "Passerade dagar: tors 24 dec. (julafton), fre 25 dec. (juldagen), "
        "lör 26 dec. (annandag jul), sön 27 dec."
    )
    assert target.startswith("Sikta på torsdag 24 december 2026")


def test_a_weekend_alone_is_not_listed() -> None:
    sentences = said(ScheduledDay(post_by(date(2020, 11, 26), CALENDAR)))
    assert not any(each.startswith("Passerade") for each in sentences)


def test_what_follows_the_last_day_was_moved_with_it() -> None:
    appeal = last_appeal_day([date(2026, 3, 13)], CALENDAR)
    for computed in (take_down(appeal, TakeDown.DAY_AFTER), final_force(appeal)):
        sentences = said(ScheduledDay(computed))
        assert "långfredagen" in sentences[2]
        assert sentences[2].startswith("Sista dag att överklaga flyttades fram")
        assert not any(each.startswith("Sikta") for each in sentences)
    on_the_day = said(ScheduledDay(take_down(appeal, TakeDown.LAST_DAY)))
    assert on_the_day[2].startswith("Flyttat från fredag 3 april 2026")


def test_what_follows_the_last_day_names_it_and_why_it_is_that_day() -> None:
    appeal = last_appeal_day([date(2026, 3, 2)], CALENDAR)
    for computed in (take_down(appeal, TakeDown.DAY_AFTER), final_force(appeal)):
        _rule, followed = said(ScheduledDay(computed))
        assert followed == (
            "Sista dag att överklaga är måndag 23 mars 2026. "
            "Tre veckor från den dag anslaget sattes upp, 2 mars 2026 (KL 13:5)."
        )
    replaced = replace(appeal, day=date(2026, 3, 30), by_hand=True)
    _rule, followed = said(ScheduledDay(take_down(replaced, TakeDown.DAY_AFTER)))
    assert followed == (
        "Sista dag att överklaga är måndag 30 mars 2026: den dagen är satt för hand, "
        "skälet står där."
    )


def test_before_a_meeting_the_weekend_rule_gives_no_more_time() -> None:
    computed = summon_by(date(2026, 4, 13), Regime.COUNCIL, None, CALENDAR)
    rule, hint = said(ScheduledDay(computed))
    assert "KL 5:13–15" in rule
    assert hint == (
        "Det är annandag påsk, och helgregeln ger ingen längre tid före ett sammanträde: "
        "sista arbetsdagen är 2 april 2026."
    )


def test_a_presumption_and_another_day_are_said_with_the_reason() -> None:
    override = DateOverride(
        id="o", owner_id="a", key=DateKey.POST_BY, day=date(2026, 3, 6), reason="Påskvecka"
    )
    day = ScheduledDay(
        post_by(date(2026, 3, 2), CALENDAR),
        override,
        Message("Presumes that the minutes are approved on {day}", {"day": date(2026, 3, 2)}),
    )
    sentences = said(day)
    assert "2 mars 2026" in sentences[1]
    assert sentences[2].endswith("Påskvecka")
    assert "fredag 6 mars 2026" in sentences[2]
