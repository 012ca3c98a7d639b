"""Parties under förvaltningsbesvär whose time has begun: laga kraft is confirmed for each."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.final_force import Delivery
from kcdesk.domain.message import Message
from kcdesk.domain.party_appeal import party_force
from kcdesk.services.watch.entry import WatchEntry, WatchKind
from kcdesk.services.watch.meeting import Watched


def party_entries(watched: Watched) -> Iterator[WatchEntry]:
    """Yield each party that got its decision and of whom nobody knows whether she appealed."""
    for row in watched.records.children(watched.records.root_id, Delivery):
        force = party_force(row, watched.calendar)
        if force is not None and not row.is_settled:
            yield watched.entry(
                WatchKind.CONFIRM_PARTY,
                row.id,
                day=force.day,
                what=Message("Confirm legal force against {party}", {"party": row.party})
                if row.party
                else Message("Confirm legal force against a party"),
                pane="approval",
                opens=True,
                scheduled=force,
            )
