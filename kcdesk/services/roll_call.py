"""Upprop: who of those expected is there, and which substitutes serve for those who are not.

Substitutes are called in by the body's order of service (KL 5:66 asks who served).
"""

from __future__ import annotations

from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.participant import Attendance, Participant, Service, Standing
from kcdesk.domain.records import Records
from kcdesk.services.edit_attendance import ABSENT
from kcdesk.services.edit_service import serve_for

_LAST = 1 << 30


def unconfirmed(records: Records) -> tuple[Participant, ...]:
    """Return who is expected still: nobody has said whether they came."""
    return tuple(
        each
        for each in _all(records)
        if each.attendance is Attendance.EXPECTED and each.standing is not Standing.ITEM_GUEST
    )


def vacant_members(records: Records) -> tuple[Participant, ...]:
    """Return the members who are away and for whom nobody serves."""
    served = {row.for_participant_id for row in records.all(Service)}
    return tuple(
        each
        for each in _all(records)
        if each.standing is Standing.DECISION_MAKER
        and each.kind in (None, MemberKind.MEMBER)
        and each.attendance in ABSENT
        and each.id not in served
    )


def free_substitutes(records: Records, body: Records) -> tuple[Participant, ...]:
    """Return the substitutes who are there and serve for nobody, by their order of service.

    Who has no place in the order comes last, as the list has it.
    """
    order = {
        each.person_id: each.service_order
        for each in body.all(Membership)
        if each.kind is MemberKind.SUBSTITUTE and each.service_order is not None
    }
    free = [
        each
        for each in _all(records)
        if each.kind is MemberKind.SUBSTITUTE
        and each.attendance is Attendance.PRESENT
        and not records.children(each.id, Service)
    ]
    return tuple(sorted(free, key=lambda each: order.get(each.person_id, _LAST)))


def called_in(records: Records, body: Records) -> tuple[tuple[Participant, Participant], ...]:
    """Return who would serve for whom: the next in order for each member who is away."""
    return tuple(zip(free_substitutes(records, body), vacant_members(records), strict=False))


def call_in(records: Records, body: Records) -> Group:
    """Return the group that lets them serve, throughout the meeting."""
    now = records
    operations: list[Primitive] = []
    for substitute, member in called_in(records, body):
        group = serve_for(now, substitute.id, member.id)
        now = now.apply(group)
        operations += group.operations
    return Group(Message("Call in substitutes by the order of service"), tuple(operations))


def _all(records: Records) -> tuple[Participant, ...]:
    return records.children(records.root_id, Participant)
