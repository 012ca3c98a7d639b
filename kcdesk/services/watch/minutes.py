"""Minutes to approve, notices to post and to take down, laga kraft to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.approval import Approval
from kcdesk.domain.approved import paragraphs
from kcdesk.domain.final_force import Appeal
from kcdesk.domain.message import Message
from kcdesk.domain.schedule import Schedule, ScheduledDay, schedule, schedules
from kcdesk.services.watch.entry import KIND_WORD, WatchEntry, WatchKind
from kcdesk.services.watch.meeting import Watched


def minutes_entries(watched: Watched) -> Iterator[WatchEntry]:
    """Yield what comes next in each approval of a meeting that has been held.

    Only what is certain: a day that is counted from something not done yet comes when it is.
    """
    if not watched.held.is_formal or watched.day is None or watched.day > watched.today:
        return
    rules = (watched.held.take_down, watched.calendar, watched.held.regime)
    prepares = watched.held.only_prepares
    known: list[tuple[Approval | None, Schedule]] = [
        *schedules(watched.records, *rules, only_prepares=prepares)
    ]
    if all(approval is not None and approval.items for approval, _ in known):
        known.append((None, schedule(watched.records, None, *rules, only_prepares=prepares)))
    for approval, days in known:
        for kind, day in _steps(watched, approval, days):
            yield _entry(watched, approval, kind, day)


def _steps(
    watched: Watched, approval: Approval | None, days: Schedule
) -> Iterator[tuple[WatchKind, ScheduledDay]]:
    approve, post, down, force = days.approve_by, days.post_by, days.take_down, days.final_force
    if approve is None or post is None or down is None:
        return
    if approve.happened is None:
        yield WatchKind.APPROVE, approve
    elif post.happened is None:
        yield WatchKind.POST, post
    else:
        if down.happened is None:
            yield WatchKind.TAKE_DOWN, down
        if force is not None and force.happened is None and _may_come(watched, approval):
            yield WatchKind.CONFIRM, force


def _may_come(watched: Watched, approval: Approval | None) -> bool:
    """Whether there is a laga kraft to confirm: not while an appeal of everything is tried."""
    appeals = watched.records.children(approval.id, Appeal) if approval is not None else ()
    return all(each.items or each.settled_on is not None for each in appeals)


def _entry(
    watched: Watched, approval: Approval | None, kind: WatchKind, day: ScheduledDay
) -> WatchEntry:
    items = approval.items if approval is not None else ()
    named = paragraphs(watched.records, items, watched.held.numbering) if items else ""
    return watched.entry(
        kind,
        approval.id if approval is not None else watched.records.root_id,
        day=day.day,
        what=_of_items(kind, named) if named else KIND_WORD[kind],
        pane="approval",
        opens=kind is WatchKind.CONFIRM,
        scheduled=day,
    )


def _of_items(kind: WatchKind, items: str) -> Message:
    """Return what is to be done of the items that are approved at once."""
    match kind:
        case WatchKind.APPROVE:
            return Message("Approve {items}", {"items": items})
        case WatchKind.POST:
            return Message("Post the notice of {items}", {"items": items})
        case WatchKind.TAKE_DOWN:
            return Message("Take down the notice of {items}", {"items": items})
    return Message("Confirm legal force of {items}", {"items": items})
