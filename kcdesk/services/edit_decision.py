"""Decisions, reservations and who is told of them."""

from __future__ import annotations

from kcdesk.domain.block import BlockKind
from kcdesk.domain.decision import Decision, Reservation
from kcdesk.domain.item import ItemLink, Recipient, Relation
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change, first_text, new_part
from kcdesk.services.read_people import NamedPeople


def add_decision(records: Records, item_id: str, *, text: str = "") -> Group:
    """Return the group that adds a decision; text that begins with "att" is a clause."""
    decision = new_part(records, Decision, item_id)
    kind = BlockKind.CLAUSE if text.lower().startswith("att ") else BlockKind.PARAGRAPH
    words = first_text(decision.id, text.strip(), kind)
    return Group(Message("Add decision"), (Insert(decision), *words))


def change_decision(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of a decision."""
    return change(records, id, Message("Change decision"), fields)


def add_reservation(records: Records, item_id: str) -> Group:
    """Return the group that adds a reservation."""
    reservation = new_part(records, Reservation, item_id)
    return Group(Message("Add reservation"), (Insert(reservation),))


def change_reservation(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of a reservation."""
    return change(records, id, Message("Change reservation"), fields)


def set_reserving(records: Records, id: str, people: NamedPeople) -> Group:
    """Return the group that says who reserves; only those at the meeting can."""
    ids = tuple(each.participant_id for each in people.people if each.participant_id)
    return change_reservation(records, id, participants=ids)


def add_recipient(records: Records, item_id: str, *, name: str = "") -> Group:
    """Return the group that adds somebody whom the decision is sent to."""
    recipient = new_part(records, Recipient, item_id, name=name)
    return Group(Message("Add recipient"), (Insert(recipient),))


def change_recipient(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes a recipient."""
    return change(records, id, Message("Change recipient"), fields)


def add_link(records: Records, item_id: str, relation: Relation = Relation.EARLIER) -> Group:
    """Return the group that links an earlier or later handling."""
    link = new_part(records, ItemLink, item_id, relation=relation)
    return Group(Message("Add link to another handling"), (Insert(link),))


def change_link(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes such a link."""
    return change(records, id, Message("Change link to another handling"), fields)
