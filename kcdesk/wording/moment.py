"""Days and times as minutes write them."""

from __future__ import annotations

from kcdesk.domain.moment import ClockTime, Moment, Tie
from kcdesk.i18n import Catalogue


def day(texts: Catalogue, moment: Moment) -> str:
    """Return "2026-03-02", the words that were used, or the meeting it is tied to."""
    if moment.text:
        return moment.text
    match moment.tie:
        case Tie.NEXT_MEETING:
            return texts.text("next meeting")
        case Tie.BEFORE_NEXT_MEETING:
            return texts.text("before the next meeting")
        case Tie.OTHER_MEETING:
            return texts.text("a later meeting")
    return texts.day(moment.day) if moment.day else ""


def day_in_words(texts: Catalogue, moment: Moment) -> str:
    """Return "torsdagen den 12 november 2026", or the words that were used."""
    if moment.text or moment.day is None:
        return day(texts, moment)
    written = texts.weekday(moment.day)
    if texts.language != "sv":
        return written
    weekday, _, rest = written.partition(" ")
    return f"{weekday}en den {rest}"


def clock(texts: Catalogue, moment: ClockTime) -> str:
    """Return "08.30" or "ca 16.00"."""
    written = texts.clock(moment.time)
    return texts.text("about {time}", time=written) if moment.approximate else written


def time_span(texts: Catalogue, start: ClockTime | None, end: ClockTime | None) -> str:
    """Return "kl. 08.30–11.50", with one end or none where that is all that is known."""
    if start and end:
        first, last = clock(texts, start), clock(texts, end)
        span = f"{first} – {last}" if " " in first + last else f"{first}–{last}"
        return texts.text("at {time}", time=span)
    if start:
        return texts.text("at {time}", time=clock(texts, start))
    if end:
        return texts.text("until {time}", time=clock(texts, end))
    return ""
