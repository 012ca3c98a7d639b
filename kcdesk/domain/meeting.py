"""A meeting: its head, its state and what lies around its items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.body import ItemPart, Layout, Numbering, Regime, TakeDown
from kcdesk.domain.meeting_state import MeetingKind, MeetingState
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.row import Row, outside_seal, reference, row_type

__all__ = ["Adjournment", "Meeting", "MeetingKind", "MeetingState", "NextMeeting"]


@row_type("meeting", "meetings", owners=())
@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Row):
    """The root of a meeting's stream.

    ``title`` is printed instead of the customary one where it is given. ``first_paragraph`` is the
    § of the first numbered item, given when the meeting is numbered. Those from ``regime`` to
    ``take_down`` override the body's profile where given. Planned and actual times are kept apart.
    ``announced_on``: when the kungörelse of a meeting of fullmäktige went up (KL 5:13).
    """

    body_id: str | None = reference("body")
    title: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    state: MeetingState = outside_seal(MeetingState.DRAFT)
    day: Moment = Moment()
    place: str = ""
    remote: bool = False  # "samt via distansteknik"
    planned_start: ClockTime | None = None
    planned_end: ClockTime | None = None
    actual_start: ClockTime | None = None
    actual_end: ClockTime | None = None
    first_paragraph: int | None = None
    regime: Regime | None = None
    numbering: Numbering | None = None
    layout: Layout | None = None
    language: str | None = None
    part_order: tuple[ItemPart, ...] | None = None
    take_down: TakeDown | None = None
    note: str = ""
    announced_on: date | None = outside_seal(None)


@row_type("adjournment", "adjournments", owners=("meeting",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Adjournment(Row):
    """A break, during or after an item.

    ``sentence`` is the secretary's wording, ``sentence_composed`` the program's at that time.
    """

    item_id: str | None = reference("item")
    from_time: ClockTime | None = None
    until_time: ClockTime | None = None
    sentence: str = ""
    sentence_composed: str = ""


@row_type("next_meeting", "next_meetings", owners=("meeting",))
@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(Row):
    """A coming meeting as announced at this one; of this body or of another."""

    title: str = ""
    day: Moment = Moment()
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    note: str = ""
