"""Meetings to come that are not announced, or whose kallelse is not sent."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.deadline import EarlyKey
from kcdesk.domain.early_schedule import early_schedule
from kcdesk.services.watch.entry import KIND_WORD, WatchEntry, WatchKind
from kcdesk.services.watch.meeting import Watched

_KINDS = {EarlyKey.ANNOUNCE_BY: WatchKind.ANNOUNCE, EarlyKey.SUMMON_BY: WatchKind.SUMMON}


def summons_entries(watched: Watched) -> Iterator[WatchEntry]:
    """Yield what is still to be done before the meeting; after it nothing of this helps."""
    if watched.day is None or watched.day < watched.today:
        return
    for day in early_schedule(watched.records, watched.held, watched.calendar):
        if day.happened is None and isinstance(day.key, EarlyKey):
            kind = _KINDS[day.key]
            yield watched.entry(
                kind,
                watched.records.root_id,
                day=day.day,
                what=KIND_WORD[kind],
                pane="head",
                scheduled=day,
            )
