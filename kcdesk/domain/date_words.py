"""Days as people write them, in Swedish and English: "2 mars", "fredag", "före nästa möte".

A table of our own and no package: dateparser takes some 300 ms to import and always finds a day
("i mars" becomes today's date in March), where minutes must keep the words; dateutil knows no
Swedish; and neither knows what "vid nästa sammanträde" hangs on.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kcdesk.domain.moment import Moment, Tie

_MONTHS = (
    "januari january|februari february|mars march|april|maj may|juni june|juli july"
    "|augusti august|september|oktober october|november|december"
)
_WEEKDAYS = (
    "måndag monday|tisdag tuesday|onsdag wednesday|torsdag thursday|fredag friday"
    "|lördag saturday|söndag sunday"
)
_NUMBERS = (
    "en ett a an one|två two|tre three|fyra four|fem five|sex six|sju seven|åtta eight|nio nine"
    "|tio ten|elva eleven|tolv twelve"
)


def _table(words: str, shortest: int) -> dict[str, int]:
    """Return the number of each word from 1, also by its beginnings down to some letters."""
    return {
        name[:size]: number
        for number, names in enumerate(words.split("|"), 1)
        for name in names.split()
        for size in range(min(shortest, len(name)), len(name) + 1)
    }


MONTHS = _table(_MONTHS, 3)
WEEKDAYS = _table(_WEEKDAYS, 3)
NUMBERS = _table(_NUMBERS, 9)

_DAY = r"(?P<day>\d{1,2})(?::?[ea]|st|nd|rd|th)?"
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?:en)?\.?"
_MEETING = r"(?:vårt )?(?:möte|mötet|sammanträde|sammanträdet|meeting)"

_WRITTEN = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4}|\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ /-](?P<year>\d{4}|\d\d))?"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
    re.compile(rf"{_DAY}(?: of)? {_MONTH}{_YEAR}"),
    re.compile(rf"{_MONTH} {_DAY}{_YEAR}"),
)
_SPELT_WEEKDAY = re.compile(rf"(?:nu )?(?:på |on |nästa |next )?{_WEEKDAY}")
_DATED_WEEKDAY = re.compile(rf"{_WEEKDAY},?(?: den| the)? (?P<rest>.+)")
_SPAN = re.compile(r"(?:om|in) (?P<count>\d{1,3}|[a-zåäö]+) (?P<unit>[a-zåäö]+)")
_RANGE = re.compile(rf"\d{{1,2}} ?[-–] ?{_DAY} {_MONTH}{_YEAR}")
_BOUND = re.compile(r"(?P<bound>senast|till|by|före|innan|before|ca|cirka|c:a|about) (?P<rest>.+)")
_SOME_MONTH = re.compile(rf"(?:i |in |under |during )?(?:.* (?:av|of) )?{_MONTH}{_YEAR}")
_WEEK = re.compile(
    r"(?:under |during )?(?:v\.?|vecka|week) ?(?P<week>\d{1,2})(?: (?P<year>\d{4}))?"
)
_NEXT = re.compile(
    rf"(?:(?:vid|till|på|at|by) )?(?:the )?(?:nästa|kommande|närmast följande|next) {_MEETING}"
)
_BEFORE = re.compile(rf"(?:före|innan|inför|before) (?:the )?(?:nästa|kommande|next) {_MEETING}")
_OTHER = re.compile(r".*\w(?:möte|mötet|sammanträde|sammanträdet)")

_UNITS = {
    **dict.fromkeys(("dag", "dagar", "day", "days"), "day"),
    **dict.fromkeys(("vecka", "veckor", "week", "weeks"), "week"),
    **dict.fromkeys(("månad", "månader", "month", "months"), "month"),
    **dict.fromkeys(("år", "year", "years"), "year"),
}
_TODAY = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("imorgon", "i morgon", "imorn", "tomorrow"), 1),
    **dict.fromkeys(("i övermorgon", "iövermorgon", "övermorgon"), 2),
    **dict.fromkeys(("igår", "i går", "yesterday"), -1),
}
_BEFORE_WORDS = ("före", "innan", "before")
_YEARS_AROUND = range(-8, 9)  # so that 29 February finds its leap year, also across 2100
YEARS = range(1900, 2200)
"""Years that are taken for real; others are kept as words."""


def parse_moment(
    text: str, today: date, meeting_day: date | None = None, *, since: date | None = None
) -> Moment:
    """Return what somebody wrote as a moment; unknown words are kept as text, nothing is refused.

    With a ``meeting_day`` a day without year is the first one from it on, and weekdays and spans
    ("om två veckor") count from it: that is what the minutes of that meeting mean. Without one,
    the year is the one that brings the day nearest to ``today``, or of the first such day from
    ``since`` on: what happens after a meeting is noted with days of its year, however late.
    "idag" and its like are always about ``today``. Vague words ("i mars", "v. 12", "senast 2
    mars", "1–4 oktober") keep their text beside the last day that they can mean.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    plain = words.casefold().rstrip(".!").removeprefix("den ").removeprefix("the ")
    if not plain:
        return Moment(text=words)
    context = _Context(today, meeting_day, since)
    for known in (_tied, _exact, _vague):
        moment = known(plain, words, context)
        if moment is not None:
            return moment
    return Moment(text=words)


@dataclass(frozen=True, slots=True)
class _Context:
    today: date
    meeting_day: date | None
    since: date | None = None

    @property
    def start(self) -> date:
        return self.meeting_day or self.today

    @property
    def _first_year(self) -> int:
        return (self.meeting_day or self.since or self.today).year

    def dated(self, year: str | None, month: int, day: int | None) -> date | None:
        """Return a day, the last of its month where none is given; None for what cannot be."""
        if year is not None:
            return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
        around = (
            _day(self._first_year + off, month, day) for off in (-1, 0, 1, 2, 3, 4, 5, 6, 7, 8)
        )
        known = [each for each in around if each is not None]
        floor = self.meeting_day or self.since
        if floor is not None:
            return next((each for each in known if each >= floor), None)
        return min(known, key=lambda each: abs(each - self.today), default=None)


def _tied(plain: str, words: str, _context: _Context) -> Moment | None:
    if _NEXT.fullmatch(plain):
        return Moment(tie=Tie.NEXT_MEETING)
    if _BEFORE.fullmatch(plain):
        return Moment(tie=Tie.BEFORE_NEXT_MEETING)
    if _OTHER.fullmatch(plain):
        return Moment(text=words, tie=Tie.OTHER_MEETING)
    return None


def _exact(plain: str, words: str, context: _Context) -> Moment | None:
    day = _exact_day(plain, context)
    if day is not None:
        return Moment(day)
    dated = _DATED_WEEKDAY.fullmatch(plain)
    day = _exact_day(dated["rest"], context) if dated else None
    if dated is None or day is None:
        return None
    agrees = day.isoweekday() == WEEKDAYS[dated["weekday"]]
    return Moment(day) if agrees else Moment(day, words)  # kept as written: one of them is wrong


def _exact_day(plain: str, context: _Context) -> date | None:
    if plain in _TODAY:
        return context.today + timedelta(days=_TODAY[plain])
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(plain):
            month = MONTHS.get(found["month"]) or int(found["month"])
            return context.dated(found["year"], month, int(found["day"]))
    if found := _SPELT_WEEKDAY.fullmatch(plain):
        ahead = (WEEKDAYS[found["weekday"]] - context.start.isoweekday() - 1) % 7 + 1
        return context.start + timedelta(days=ahead)
    if found := _SPAN.fullmatch(plain):
        return _later(context.start, found["count"], found["unit"])
    return None


def _later(start: date, count: str, unit: str) -> date | None:
    number = NUMBERS.get(count) or (int(count) if count.isdecimal() else None)
    match _UNITS.get(unit):
        case "day" if number is not None:
            return start + timedelta(days=number)
        case "week" if number is not None:
            return start + timedelta(weeks=number)
        case "month" if number is not None:
            return _months_later(start, number)
        case "year" if number is not None:
            return _months_later(start, 12 * number)
    return None


def _months_later(start: date, count: int) -> date | None:
    years, month = divmod(start.month - 1 + count, 12)
    last = monthrange(start.year + years, month + 1)[1]
    return _day(start.year + years, month + 1, min(start.day, last))


def _vague(plain: str, words: str, context: _Context) -> Moment | None:
    day = _last_day(plain, context)
    return None if day is None else Moment(day, words)


def _last_day(plain: str, context: _Context) -> date | None:
    if found := _BOUND.fullmatch(plain):
        rest = found["rest"].removeprefix("den ").removeprefix("the ")
        day = _exact_day(rest, context) or _last_day(rest, context)
        before = day is not None and found["bound"] in _BEFORE_WORDS
        return day - timedelta(days=1) if before and day else day
    if found := _RANGE.fullmatch(plain):
        return context.dated(found["year"], MONTHS[found["month"]], int(found["day"]))
    if found := _SOME_MONTH.fullmatch(plain):
        return context.dated(found["year"], MONTHS[found["month"]], None)
    if found := _WEEK.fullmatch(plain):
        return _end_of_week(found["year"], int(found["week"]), context)
    return None


def _end_of_week(year: str | None, week: int, context: _Context) -> date | None:
    """Return the Sunday of an ISO week: the next one, or the nearest, as for days."""
    years = [int(year)] if year else [context.start.year + off for off in (-1, 0, 1)]
    known = [day for each in years if (day := _sunday(each, week)) is not None]
    if year is None and context.meeting_day is not None:
        return next((day for day in known if day >= context.start), None)
    return min(known, key=lambda day: abs(day - context.today), default=None)


def _sunday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 7) if year in YEARS else None
    except ValueError:
        return None


def _day(year: int, month: int, day: int | None) -> date | None:
    if year not in YEARS or not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    number = last if day is None else day
    return date(year, month, number) if 1 <= number <= last else None
