"""Decisions that are approved and not yet sent to those whom they concern (FL 33; practice)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.approval import Approval
from kcdesk.domain.approved import approved_items
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.services.dispatch import Consignment, unsent
from kcdesk.services.watch.entry import WatchEntry, WatchKind
from kcdesk.services.watch.meeting import Watched


def dispatch_entries(watched: Watched) -> Iterator[WatchEntry]:
    """Yield one entry of a meeting from the day on which the first of what waits was approved.

    No law gives a last day, only that it is soon: it opens and is never late.
    """
    if not watched.held.is_formal:
        return
    approved = _approved(watched)
    waiting = [
        (each, day) for each in unsent(watched.records) if (day := _since(watched, each, approved))
    ]
    if not waiting:
        return
    first, _day = waiting[0]
    since = min(day for _, day in waiting)
    names = Message("Send the decisions to {count} recipients", {"count": len(waiting)})
    yield watched.entry(
        WatchKind.DISPATCH,
        first.recipients[0].id,
        id=watched.records.root_id,
        day=since,
        what=Message("Send the decision to {name}", {"name": first.name})
        if len(waiting) == 1
        else names,
        pane="approval",
        opens=True,
        why=Message(
            "Approved on {day}: from then on it can be sent. No law gives a last day, but a party "
            "is told as soon as possible (FL 33).",
            {"day": since},
        ),
    )


def _approved(watched: Watched) -> dict[str, date]:
    """Return the items of the agenda that are approved, each with its day."""
    found: dict[str, date] = {}
    for approval in watched.records.children(watched.records.root_id, Approval):
        if approval.approved_on is not None:
            for id in approved_items(watched.records, approval):
                found[id] = approval.approved_on
    return found


def _since(watched: Watched, each: Consignment, approved: dict[str, date]) -> date | None:
    """Return since when something of a consignment could have been sent."""
    tops = [top_item(watched.records, item) for item in each.items]
    days = [approved[item.id] for item in tops if item.id in approved]
    return min(days, default=None)
