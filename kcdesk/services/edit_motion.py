"""Yrkanden: who moves, what, and what became of it."""

from __future__ import annotations

from kcdesk.domain.decision import Motion, MotionKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change, new_part
from kcdesk.services.read_people import NamedPeople, NamedPerson, named


def add_motion(records: Records, item_id: str, kind: MotionKind = MotionKind.ASSENT) -> Group:
    """Return the group that adds a motion."""
    return Group(Message("Add motion"), (Insert(new_part(records, Motion, item_id, kind=kind)),))


def change_motion(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of a motion."""
    return change(records, id, Message("Change motion"), fields)


def set_movers(records: Records, id: str, people: NamedPeople) -> Group:
    """Return the group that says who moves; names of others are kept as text."""
    movers = tuple(each.participant_id for each in people.people if each.participant_id)
    others = ", ".join(each.name for each in people.people if not each.participant_id)
    return change_motion(records, id, movers=movers, mover_text=others)


def movers_of(records: Records, motion: Motion) -> tuple[NamedPerson, ...]:
    """Return who moves, those at the meeting first."""
    others = (NamedPerson(motion.mover_text),) if motion.mover_text else ()
    return (*named(records, motion.movers), *others)
