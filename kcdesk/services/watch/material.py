"""The last day for material to a meeting, by the body's year plan (stopptid)."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.planned_meeting import PlannedMeeting
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
                id=watched.records.root_id,
                day=planned.material_by,
                what=KIND_WORD[WatchKind.MATERIAL],
                pane="agenda",
            )
            return
