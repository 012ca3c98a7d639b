"""A line of the register: a heading, or one thing to do with all its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kcdesk.i18n import _, current, ngettext, render
from kcdesk.services.watch.entry import Standing, WatchEntry, standing
from kcdesk.ui.widgets.scheduled_day import FAR_PAST, distance_words


@dataclass(frozen=True, slots=True)
class WatchLine:
    """Words are written once, in the window's language; ``entry`` is None of a heading."""

    id: str
    what: str
    meeting: str = ""
    day: str = ""
    how: str = ""
    standing: Standing = Standing.LATER
    entry: WatchEntry | None = None

    @property
    def said(self) -> str:
        """The whole line, to be read aloud."""
        return ", ".join(part for part in (self.what, self.meeting, self.day, self.how) if part)


def watch_lines(entries: Sequence[WatchEntry], today: date) -> tuple[WatchLine, ...]:
    """Return the lines, those of one standing under their heading."""
    found: list[WatchLine] = []
    for each in Standing:
        lines = [_line(entry, today) for entry in entries if standing(entry, today) is each]
        if lines:
            found += [WatchLine(f"heading:{each.value}", _heading(each), standing=each), *lines]
    return tuple(found)


def _heading(each: Standing) -> str:
    match each:
        case Standing.LATE:
            return _("Late")
        case Standing.SOON:
            return _("Within a week")
        case Standing.LATER:
            return _("Later")


def _line(entry: WatchEntry, today: date) -> WatchLine:
    met = current().near_day(entry.meeting_day, today) if entry.meeting_day else ""
    how = standing(entry, today)
    when = current().near_day(entry.day, today)
    return WatchLine(
        entry.id,
        render(entry.what),
        " · ".join(part for part in (entry.body, met) if part),
        _("from {day}", day=when) if entry.opens else when,
        how_words(entry, how, today),
        how,
        entry,
    )


def how_words(entry: WatchEntry, how: Standing, today: date) -> str:
    """Return how near an entry is: "3 dagar för sent", "I morgon"; empty where it is far."""
    days = (entry.day - today).days
    match how:
        case Standing.LATE:
            return _("Late") if -days > FAR_PAST.days else _late(-days)
        case Standing.SOON:
            return _("Can be done now") if entry.opens else distance_words(days)
    return ""


def _late(days: int) -> str:
    return ngettext("Late by {count} day", "Late by {count} days", days)
