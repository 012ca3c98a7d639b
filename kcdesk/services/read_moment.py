"""Read a day as people write it, in Swedish or English: "2 mars", "fredag", "2026-03-02"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kcdesk.domain.moment import Moment, Tie

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mar", "mars", "march"),
    ("apr", "april"),
    ("maj", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augusti", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_WEEKDAYS = (
    ("mån", "måndag", "mon", "monday"),
    ("tis", "tisdag", "tue", "tuesday"),
    ("ons", "onsdag", "wed", "wednesday"),
    ("tor", "tors", "torsdag", "thu", "thursday"),
    ("fre", "fredag", "fri", "friday"),
    ("lör", "lördag", "sat", "saturday"),
    ("sön", "söndag", "sun", "sunday"),
)
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

_NEAR = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("imorgon", "i morgon", "imorn", "tomorrow"), 1),
    **dict.fromkeys(("i övermorgon", "iövermorgon"), 2),
    **dict.fromkeys(("igår", "i går", "yesterday"), -1),
}

_TIES = (
    (
        re.compile(r"(före|innan|inför|before) (nästa|next) (möte|sammanträde|meeting)"),
        Tie.BEFORE_NEXT_MEETING,
    ),
    (re.compile(r"(vid |till |på |at )?(nästa|next) (möte|sammanträde|meeting)"), Tie.NEXT_MEETING),
)

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT_ISO = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:[ -](\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?::e|:a|st|nd|rd|th)?\.? (?:of )?([a-zåäö]+)\.?,?(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")

_HALF_A_YEAR = timedelta(days=183)


def read_moment(text: str, today: date) -> Moment:
    """Return the day that a text means, seen from ``today``; words that mean none are kept.

    A day without a year is the one that lies near: never more than half a year back. A weekday
    alone is the next one. Empty text is an unknown day.
    """
    said = " ".join(text.split())
    plain = said.lower().removeprefix("den ").removeprefix("the ")
    for pattern, tie in _TIES:
        if pattern.fullmatch(plain):
            return Moment(tie=tie)
    day = _near(plain, today) or _written(_without_weekday(plain), today)
    return Moment(day) if day is not None else Moment(text=said)


def _near(text: str, today: date) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    name = text.removeprefix("på ").removeprefix("nu på ").removeprefix("on ")
    if name in _WEEKDAY:
        return today + timedelta(days=(_WEEKDAY[name] - today.weekday() - 1) % 7 + 1)
    return None


def _without_weekday(text: str) -> str:
    first, _, rest = text.partition(" ")
    known = first.rstrip(".,").removesuffix("en") in _WEEKDAY or first.rstrip(".,") in _WEEKDAY
    return rest.removeprefix("den ") if known and rest else text


def _written(text: str, today: date) -> date | None:
    for pattern, order in (
        (_ISO, (1, 2, 3)),
        (_SHORT_ISO, (1, 2, 3)),
        (_SLASHED, (3, 2, 1)),
        (_DAY_FIRST, (3, 2, 1)),
        (_MONTH_FIRST, (3, 1, 2)),
    ):
        found = pattern.fullmatch(text)
        if found:
            year, month, day = (found.group(which) for which in order)
            return _day(year, _month(month), int(day), today)
    return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH.get(text, 0)


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    try:
        if year is not None:
            return date(int(year), month, day)
        this = date(today.year, month, day)
        return this if this >= today - _HALF_A_YEAR else date(today.year + 1, month, day)
    except ValueError:  # 31 april, 29 februari of another year, a word that is no month
        return None
