"""Editing a meeting's head: when, where and how it met, and its breaks."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.body import ItemPart, Layout, Numbering, Regime, TakeDown
from kcdesk.domain.meeting import Adjournment, Meeting, MeetingKind
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def set_day(records: Records, day: Moment) -> Group:
    """Say which day the meeting is held. §§ belong to a year: in another one they are free again,
    and the meeting gets new ones when it is numbered.
    """
    meeting = records.root(Meeting)
    operations = _root(records, "day", day)
    if _year(day) != _year(meeting.day):
        operations += _root(records, "first_paragraph", None)
    return Group(Message("Change the day of the meeting"), operations)


def set_kind(records: Records, kind: MeetingKind) -> Group:
    """Say what sort of meeting it is."""
    return Group(Message("Change the kind of meeting"), _root(records, "kind", kind))


def set_title(records: Records, title: str) -> Group:
    """Print another title than the customary one; empty for that one."""
    return Group(Message("Change the title of the meeting"), _root(records, "title", title))


def set_announced(records: Records, day: date | None) -> Group:
    """Say which day the kungörelse of a meeting of fullmäktige went up (KL 5:13)."""
    return Group(Message("Change the day of the kungörelse"), _root(records, "announced_on", day))


def set_place(records: Records, place: str) -> Group:
    """Say where the meeting is held."""
    return Group(Message("Change the place of the meeting"), _root(records, "place", place))


def set_remote(records: Records, remote: bool) -> Group:  # a fact, not a switch
    """Say whether some take part from a distance (KL 5:16, 6:24)."""
    return Group(Message("Change participation from a distance"), _root(records, "remote", remote))


def set_planned_times(
    records: Records, start: ClockTime | None, end: ClockTime | None = None
) -> Group:
    """Say when the meeting was to begin and end, as the kallelse has it."""
    operations = _root(records, "planned_start", start) + _root(records, "planned_end", end)
    return Group(Message("Change the planned times"), operations)


def set_actual_times(
    records: Records, start: ClockTime | None, end: ClockTime | None = None
) -> Group:
    """Say when the meeting began and ended."""
    operations = _root(records, "actual_start", start) + _root(records, "actual_end", end)
    return Group(Message("Change the actual times"), operations)


def set_first_paragraph(records: Records, number: int | None) -> Group:
    """Give the § of the first item; None leaves it open until approval."""
    return Group(Message("Change the first §"), _root(records, "first_paragraph", number))


def set_numbering(records: Records, numbering: Numbering | None) -> Group:
    """Number otherwise than the body does; None follows the body."""
    return Group(Message("Change the numbering"), _root(records, "numbering", numbering))


def set_layout(records: Records, layout: Layout | None) -> Group:
    """Lay the minutes out otherwise than the body does; None follows the body."""
    return Group(Message("Change the layout"), _root(records, "layout", layout))


def set_language(records: Records, language: str | None) -> Group:
    """Write the minutes in another language than the body does; None follows the body."""
    return Group(
        Message("Change the language of the minutes"), _root(records, "language", language)
    )


def set_regime(records: Records, regime: Regime | None) -> Group:
    """Let the meeting follow other rules than the body does; None follows the body."""
    return Group(Message("Change the rules of the meeting"), _root(records, "regime", regime))


def set_part_order(records: Records, order: tuple[ItemPart, ...] | None) -> Group:
    """Put the parts of items in another order than the body does; None follows the body."""
    return Group(Message("Change the order of the parts"), _root(records, "part_order", order))


def set_take_down(records: Records, convention: TakeDown | None) -> Group:
    """Take notices down by another convention than the body does; None follows the body."""
    return Group(Message("Change when notices come down"), _root(records, "take_down", convention))


def set_note(records: Records, note: str) -> Group:
    """Change the note on the meeting."""
    return Group(Message("Change the note on the meeting"), _root(records, "note", note))


def add_adjournment(
    records: Records,
    from_time: ClockTime | None = None,
    until_time: ClockTime | None = None,
    item_id: str | None = None,
) -> Group:
    """Note a break (ajournering), during or after an item where that is known."""
    row = Adjournment(
        id=new_id(),
        owner_id=records.root_id,
        position=records.next_position(records.root_id, Adjournment),
        item_id=item_id,
        from_time=from_time,
        until_time=until_time,
    )
    return Group(Message("Add an adjournment"), (Insert(row),))


def set_adjournment(
    records: Records,
    id: str,
    from_time: ClockTime | None,
    until_time: ClockTime | None,
    item_id: str | None,
) -> Group:
    """Change when a break was, and at which item."""
    operations = (
        records.setting(id, "from_time", from_time)
        + records.setting(id, "until_time", until_time)
        + records.setting(id, "item_id", item_id)
    )
    return Group(Message("Change an adjournment"), operations)


def remove_adjournment(records: Records, id: str) -> Group:
    """Take a break away."""
    return Group(Message("Remove an adjournment"), records.removal(id))


def _year(day: Moment) -> int | None:
    return day.day.year if day.day else None


def _root(records: Records, field: str, value: object) -> tuple[Set, ...]:
    return records.setting(records.root_id, field, value)
