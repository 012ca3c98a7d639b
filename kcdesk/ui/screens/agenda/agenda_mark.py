"""The marks at the right of an item: what it is, what it holds, how far it has come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from kcdesk.domain.action import Action
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.records import Records
from kcdesk.i18n import _


class Mark(StrEnum):
    """A mark; its value is the name of its icon."""

    DONE = "check"
    RUNNING = "clock"
    SECRET = "secret"
    IMMEDIATE = "immediate"
    DECISION = "decision"
    ELECTION = "vote"
    CONSULTATION = "people"
    ACTION = "action"


_KINDS = {
    ItemKind.DECISION: Mark.DECISION,
    ItemKind.ELECTION: Mark.ELECTION,
    ItemKind.CONSULTATION: Mark.CONSULTATION,
}


def marks_of(records: Records, item: Item, running_id: str = "") -> tuple[Mark, ...]:
    """Return the marks of an item, the weightiest first. ``running_id``: see ``running_item``."""
    kind = _KINDS.get(item.kind)
    if kind is not Mark.ELECTION and records.children(item.id, Decision):
        kind = Mark.DECISION
    running = not item.done and item.id == running_id
    shown = {
        Mark.DONE: item.done,
        Mark.RUNNING: running,
        Mark.SECRET: item.secret,
        Mark.IMMEDIATE: item.immediate_approval,
        Mark.DECISION: kind is Mark.DECISION,
        Mark.ELECTION: kind is Mark.ELECTION,
        Mark.CONSULTATION: kind is Mark.CONSULTATION,
        Mark.ACTION: bool(records.children(item.id, Action)),
    }
    return tuple(mark for mark, there in shown.items() if there)


def running_item(records: Records, today: date) -> str:
    """Return the id of the item under way: the last one begun, unless it or the meeting ended.

    Nothing is under way at a meeting of another day, or one whose minutes have gone on to review.
    """
    meeting = records.root(Meeting)
    is_over = meeting.actual_end is not None or meeting.state is not MeetingState.DRAFT
    if is_over or meeting.day.day not in (None, today):
        return ""
    begun = [item for item in ordered_items(records) if item.actual_start is not None]
    return begun[-1].id if begun and begun[-1].actual_end is None else ""


def minutes_of(item: Item, now: datetime) -> int | None:
    """Return for how many minutes an item has been under way; None where that cannot be."""
    if item.actual_start is None:
        return None
    begun = datetime.combine(now.date(), item.actual_start.time, now.tzinfo)
    minutes = (now - begun) // timedelta(minutes=1)
    return minutes if minutes >= 0 else None


def short_word(mark: Mark) -> str:
    """Return the word that is drawn where there is room for one."""
    return {
        Mark.DONE: _("done"),
        Mark.RUNNING: _("under way"),
        Mark.SECRET: _("secret"),
        Mark.IMMEDIATE: _("at once"),
        Mark.DECISION: _("decision"),
        Mark.ELECTION: _("election"),
        Mark.CONSULTATION: _("consultation"),
        Mark.ACTION: _("action"),
    }[mark]


def full_words(mark: Mark) -> str:
    """Return what tooltips and screen readers say."""
    return {
        Mark.DONE: _("done"),
        Mark.RUNNING: _("under way"),
        Mark.SECRET: _("secret: left out of the public copy"),
        Mark.IMMEDIATE: _("approved at once, at the meeting"),
        Mark.DECISION: _("decision"),
        Mark.ELECTION: _("election"),
        Mark.CONSULTATION: _("consultation"),
        Mark.ACTION: _("has actions"),
    }[mark]
