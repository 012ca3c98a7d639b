"""Expediering: to whom the decisions of a meeting go, what has been sent and what has not."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import new_part


@dataclass(frozen=True, slots=True)
class Consignment:
    """All that goes to one recipient: one envelope, one letter.

    ``recipients`` are the rows of that name, in the order of the items; ``sent`` those sendings
    that have a day.
    """

    name: str
    recipients: tuple[Recipient, ...]
    items: tuple[Item, ...]
    sent: tuple[Dispatch, ...]
    is_sent: bool

    @property
    def first(self) -> Dispatch | None:
        """The sending that is shown: the first one."""
        return self.sent[0] if self.sent else None


def consignments(records: Records) -> tuple[Consignment, ...]:
    """Return what goes to whom, in the order in which the recipients are first named."""
    named: dict[str, list[tuple[Recipient, Item]]] = {}
    for item in ordered_items(records):
        for recipient in records.children(item.id, Recipient):
            if name := recipient.name.strip():
                named.setdefault(name, []).append((recipient, item))
    return tuple(_consignment(records, name, found) for name, found in named.items())


def _consignment(records: Records, name: str, found: list[tuple[Recipient, Item]]) -> Consignment:
    sendings = [records.children(recipient.id, Dispatch) for recipient, _ in found]
    return Consignment(
        name,
        tuple(recipient for recipient, _ in found),
        tuple(dict.fromkeys(item for _, item in found)),
        tuple(row for each in sendings for row in each if row.sent_on is not None),
        all(any(row.sent_on is not None for row in each) for each in sendings),
    )


def unsent(records: Records) -> tuple[Consignment, ...]:
    """Return what is still to be sent, to be watched."""
    return tuple(each for each in consignments(records) if not each.is_sent)


def needs_appeal_instructions(records: Records, items: tuple[Item, ...]) -> bool:
    """Whether a decision among them can be appealed by the parties that it goes to (FL 33)."""
    return any(
        decision.appeal is AppealRoute.ADMINISTRATIVE
        for item in items
        for decision in records.children(item.id, Decision)
    )


def note_sent(records: Records, name: str, **fields: object) -> Group:
    """Return the group that says of all that goes to a recipient when, how and by whom it was
    sent; what was noted already changes, what was not is added.
    """
    operations: list[Primitive] = []
    for each in consignments(records):
        if each.name != name:
            continue
        for recipient in each.recipients:
            rows = records.children(recipient.id, Dispatch)
            if rows:
                for field, value in fields.items():
                    operations += records.setting(rows[0].id, field, value)
            else:
                operations.append(Insert(new_part(records, Dispatch, recipient.id, **fields)))
    return Group(Message("Note what was sent to {name}", {"name": name}), tuple(operations))


def forget_sent(records: Records, name: str) -> Group:
    """Return the group that takes back that anything was sent to a recipient."""
    operations: list[Primitive] = []
    for each in consignments(records):
        if each.name == name:
            for recipient in each.recipients:
                for row in records.children(recipient.id, Dispatch):
                    operations += records.removal(row.id)
    label = Message("Take back that it was sent to {name}", {"name": name})
    return Group(label, tuple(operations))
