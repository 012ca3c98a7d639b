"""The last day for material to a meeting, by the body's year plan (stopptid).

It is watched as soon as it is planned, whether its meeting is made already or not; to a calendar it
is the same thing before and after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kcdesk.domain.body import Body
from kcdesk.domain.message import Message
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.services.plan_shelf import PlannedDay
from kcdesk.services.watch.entry import KIND_WORD, WatchEntry, WatchKind
from kcdesk.services.watch.meeting import Watched


def material_entries(watched: Watched) -> Iterator[WatchEntry]:
    """Yield the day until which material is taken in; once it has passed there is nothing to do."""
    body = watched.meeting.body
    for planned in body.children(body.root_id, PlannedMeeting):
        if planned.day is None or planned.day != watched.day:
            continue
        if planned.material_by is not None and planned.material_by >= watched.today:
            yield watched.entry(
                WatchKind.MATERIAL,
                "",
                id=planned.id,
                day=planned.material_by,
                what=KIND_WORD[WatchKind.MATERIAL],
                pane="agenda",
                why=_why(planned.day),
            )
            return


def planned_entries(days: Iterable[PlannedDay], today: date) -> Iterator[WatchEntry]:
    """Yield the day until which material is taken in to each meeting that is planned only; it leads
    to the plan.
    """
    for each in days:
        planned, body = each.planned, each.body.root(Body)
        if planned.material_by is None or planned.material_by < today:
            continue
        yield WatchEntry(
            id=f"{planned.id}:{WatchKind.MATERIAL.value}",
            kind=WatchKind.MATERIAL,
            day=planned.material_by,
            what=Message("Last day for material, planned meeting"),
            meeting_id="",
            body=body.name or body.organisation,
            meeting_day=planned.day,
            pane="",
            row_id=planned.id,
            body_id=body.id,
            why=_why(planned.day),
        )


def _why(held: date | None) -> Message:
    if held is None:
        return Message("The body’s year plan says so; no law does.")
    return Message(
        "The body’s year plan says so for the meeting on {day}; no law does.", {"day": held}
    )
