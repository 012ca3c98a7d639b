"""Check 12: only those who took part in a decision have a reservation (KL 4:27)."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.body import MemberKind
from kcdesk.domain.decision import Reservation, ReservationKind
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.participation import deciding
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_row


def reservations(context: CheckContext) -> Iterator[Reservation]:
    """Yield the reservations in the law's sense, in order."""
    for each in context.meeting.all(Reservation):
        if each.kind is ReservationKind.RESERVATION:
            yield each


def is_idle_substitute(context: CheckContext, person: Participant, item: Item) -> bool:
    """Whether somebody was there as a substitute who did not serve: he may speak, and have his
    opinion noted (KL 6:17), but takes no part.
    """
    return (
        person.kind is MemberKind.SUBSTITUTE
        and context.register.is_present(person, item)
        and not context.register.is_recused(person, item)
        and not context.register.serves(person, item)
    )


def _look(context: CheckContext) -> Iterator[Remark]:
    for each in reservations(context):
        item = context.meeting.get(Item, each.owner_id)
        place = at_row(context, each, "participants")
        people = context.people(each.participants)
        took_part = deciding(context.meeting, item)
        if not people:
            text = Message("The reservation does not say whose it is.")
            yield Remark(place, text, certain=False)
        for person in people:
            apart = is_idle_substitute(context, person, item)
            if not apart and person not in took_part:
                text = Message(
                    "{name} has a reservation, but took no part in the decision.",
                    {"name": person.name},
                )
                yield Remark(place, text)
        yield from _late_reasons(context, each, item)


def _late_reasons(context: CheckContext, reservation: Reservation, item: Item) -> Iterator[Remark]:
    """Reasons are handed in before the minutes are approved: so rules of procedure have it, and
    no law.
    """
    approval = context.approval_of(item)
    approved = approval.approved_on if approval is not None else None
    handed_in = reservation.handed_in
    if approved is not None and handed_in is not None and handed_in > approved:
        text = Message(
            "The reasons were handed in on {day}, after the approval.", {"day": handed_in}
        )
        place = at_row(context, reservation, "handed_in")
        rules = Message("the body's rules of procedure")
        yield Remark(place, text, Severity.PRACTICE, source=rules)


CHECK = Check(
    12,
    Message("A reservation is made by somebody who took part in the decision"),
    "KL 4:27",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
