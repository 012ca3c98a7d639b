"""``kcdesk watch``: what must be done by a day, over all meetings of a library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from kcdesk.cli.day_argument import day
from kcdesk.cli.output import say, say_json
from kcdesk.cli.toolbox import Toolbox
from kcdesk.durable_file import write_file
from kcdesk.i18n import _, current, render
from kcdesk.services.watch.entry import Standing, WatchEntry, standing
from kcdesk.services.watch.sources import library_entries

FINE, FINDINGS = 0, 1


def add_arguments(parser: ArgumentParser) -> None:
    """Add what is particular to this command."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument(
        "--ics", type=Path, metavar=_("FILE"), help=_("also write a calendar file (.ics)")
    )
    parser.add_argument(
        "--on", type=day, metavar=_("DATE"), help=_("as seen from another day than today")
    )


def watch(arguments: Namespace, toolbox: Toolbox) -> int:
    """Print what is to be done, soonest first; 1 where something is late. Raises
    ``UserFacingError``.
    """
    today = arguments.on or toolbox.today()
    with toolbox.open_library(arguments.library, writing=False) as library:
        entries = library_entries(library, toolbox.calendar(), today)
    if arguments.ics is not None:
        write_file(arguments.ics, toolbox.watch_calendar(entries))
    if arguments.json:
        say_json({"today": today.isoformat(), "entries": [_plain(each, today) for each in entries]})
    else:
        _tell(entries, today)
    late = any(standing(each, today) is Standing.LATE for each in entries)
    return FINDINGS if late else FINE


def _plain(entry: WatchEntry, today: date) -> dict[str, Any]:
    computed = entry.scheduled.computed if entry.scheduled is not None else None
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "what": render(entry.what),
        "day": entry.day.isoformat(),
        "standing": standing(entry, today).value,
        "opens": entry.opens,
        "body": entry.body,
        "meeting_id": entry.meeting_id,
        "meeting_day": entry.meeting_day.isoformat() if entry.meeting_day else None,
        "unshifted": computed.unshifted.isoformat() if computed else None,
        "reason": render(computed.shift) if computed and computed.shift else None,
        "rule": render(computed.rule) if computed else render(entry.why) if entry.why else None,
        "source": computed.source if computed else None,
    }


def _tell(entries: tuple[WatchEntry, ...], today: date) -> None:
    if not entries:
        say(_("Nothing to watch."))
    words = {
        Standing.LATE: _("late"),
        Standing.SOON: _("soon"),
        Standing.LATER: "",
    }
    width = max(map(len, words.values())) + 2
    for entry in entries:
        when = _("from {day}", day=entry.day.isoformat()) if entry.opens else entry.day.isoformat()
        met = current().day(entry.meeting_day) if entry.meeting_day else ""
        mark = words[standing(entry, today)]
        what = f"{render(entry.what)}  {entry.body} {met}".rstrip()
        say(f"{when:>16}  {mark:<{width}}{what}")
