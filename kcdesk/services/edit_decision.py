"""Decisions, reservations and who is told of them."""

from __future__ import annotations

from collections.abc import Collection

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.decision import Decision, DecisionOutcome, Reservation, ReservationKind
from kcdesk.domain.item import ItemLink, Recipient, Relation
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.services.edit_part import change, first_text, new_part
from kcdesk.services.read_people import NamedPeople

_LEAD_IN = 3  # words with which decisions begin ("Styrelsen beslutar att")


def add_decision(records: Records, item_id: str, *, text: str = "") -> Group:
    """Return the group that adds a decision; text that begins with "att" is a clause."""
    decision = new_part(records, Decision, item_id)
    kind = BlockKind.CLAUSE if text.lower().startswith("att ") else BlockKind.PARAGRAPH
    words = first_text(decision.id, text.strip(), kind)
    return Group(Message("Add decision"), (Insert(decision), *words))


def set_outcome(records: Records, id: str, outcome: DecisionOutcome, sentence: str = "") -> Group:
    """Return the group that lets a matter wait, or settles it. ``sentence`` becomes the words of a
    decision that has none but how decisions begin.
    """
    operations: list[Primitive] = [*records.setting(id, "outcome", outcome)]
    blocks = records.children(id, Block)
    bare = len(blocks) <= 1 and len(text_of(blocks[0].spans if blocks else ()).split()) <= _LEAD_IN
    if sentence and bare and outcome is not DecisionOutcome.DECIDED:
        for block in blocks:
            operations += records.removal(block.id)
        operations += first_text(id, sentence)
    return Group(Message("Change decision"), tuple(operations))


def add_waiting_decision(
    records: Records, item_id: str, outcome: DecisionOutcome, sentence: str
) -> Group:
    """Return the group that adds a decision to table the matter or to refer it back."""
    decision = new_part(records, Decision, item_id, outcome=outcome)
    return Group(Message("Add decision"), (Insert(decision), *first_text(decision.id, sentence)))


def set_reserving_kind(
    records: Records, id: str, kind: ReservationKind, only: Collection[str]
) -> Group:
    """Return the group that gives a note on record another kind: for ``only`` those named; the
    others keep it as it was.
    """
    row = records.get(Reservation, id)
    moved = tuple(each for each in row.participants if each in only)
    kept = tuple(each for each in row.participants if each not in only)
    if not kept:
        return change_reservation(records, id, kind=kind)
    other = new_part(records, Reservation, row.owner_id, kind=kind, participants=moved)
    change = change_reservation(records, id, participants=kept)
    return Group(change.label, (*change.operations, Insert(other)))


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
