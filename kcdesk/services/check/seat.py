"""Check 4: no more serve than there are seats, nobody is listed twice, the roll was called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Attendance, Participant, Standing
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_attendance, at_body, at_item
from kcdesk.services.edit_attendance import confirm_expected


def _look(context: CheckContext) -> Iterator[Remark]:
    yield from _too_many(context)
    yield from _twice(context)
    yield from _for_somebody_there(context)
    yield from _unconfirmed(context)


def _too_many(context: CheckContext) -> Iterator[Remark]:
    seats = context.profile.seats
    if not seats:
        if context.register.participants:
            text = Message("The body's seats are not given, so the quorum cannot be counted.")
            yield Remark(at_body(context, "seats"), text, certain=False)
        return
    for item in context.top_items:
        serving = len(context.register.serving(item))
        if serving > seats:
            counts = {"serving": serving, "seats": seats}
            text = Message("{serving} serve, but the body has {seats} seats.", counts)
            yield Remark(at_item(context, item), text)
            return  # the same list stands at the items after it


def _twice(context: CheckContext) -> Iterator[Remark]:
    known: set[str] = set()
    for each in context.register.participants:
        keys = {each.person_id or "", each.name.strip().casefold()} - {""}
        if not known.isdisjoint(keys):
            text = Message("{name} is listed twice.", {"name": each.name})
            yield Remark(at_attendance(context, each), text)
        known |= keys


def _for_somebody_there(context: CheckContext) -> Iterator[Remark]:
    """Substitutes who serve for a member while that member serves."""
    for substitute in context.register.participants:
        for member, stretches in context.register.served_for(substitute):
            both = partial(_both_serve, context, substitute, member)
            spans = [(each.first, each.last) for each in stretches]
            items = _within(context, spans) if spans else context.top_items
            if (item := next(filter(both, items), None)) is not None:
                names = {"name": substitute.name, "member": member.name}
                text = Message("{name} serves for {member}, who serves as well.", names)
                yield Remark(at_item(context, item), text)


def _unconfirmed(context: CheckContext) -> Iterator[Remark]:
    """Who decides and is expected still: nobody has said at the roll call whether they came."""
    expected = [
        each
        for each in context.register.participants
        if each.standing is Standing.DECISION_MAKER and each.attendance is Attendance.EXPECTED
    ]
    if expected:
        names = tuple(each.name for each in expected)
        text = Message("Not confirmed at the roll call: {names}.", {"names": names})
        fix = Fix(Message("Note them as present"), confirm_expected)
        yield Remark(at_attendance(context, expected[0]), text, certain=False, fix=fix)


def _both_serve(
    context: CheckContext, substitute: Participant, member: Participant, item: Item
) -> bool:
    return context.register.serves(substitute, item) and context.register.serves(member, item)


def _within(context: CheckContext, spans: list[tuple[Item, Item]]) -> tuple[Item, ...]:
    top = context.top_items
    bounds = [(top.index(first), top.index(last)) for first, last in spans]
    return tuple(
        item
        for index, item in enumerate(top)
        if any(first <= index <= last for first, last in bounds)
    )


CHECK = Check(
    4,
    Message("No more serve than there are seats, nobody is listed twice, and the roll is called"),
    PRACTICE,
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
