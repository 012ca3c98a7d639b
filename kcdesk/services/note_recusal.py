"""Jäv: a participant takes no part in an item (KL 5:47; 6:28, 6:30)."""

from __future__ import annotations

from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_agenda import name_of


def recuse(records: Records, item_id: str, participant_id: str, ground: str = "") -> Group:
    """Return the group that notes jäv with its ground; who has it already gets the new ground."""
    names = {
        "name": records.get(Participant, participant_id).name,
        "item": name_of(records.get(Item, item_id)),
    }
    label = Message("Note the recusal of {name} from “{item}”", names)
    known = _recusals(records, item_id, participant_id)
    if known:
        return Group(label, records.setting(known[0].id, "ground", ground.strip()))
    recusal = Recusal(
        id=new_id(),
        owner_id=item_id,
        position=records.next_position(item_id, Recusal),
        participant_id=participant_id,
        ground=ground.strip(),
    )
    return Group(label, (Insert(recusal),))


def unrecuse(records: Records, item_id: str, participant_id: str) -> Group:
    """Return the group that takes jäv back."""
    names = {
        "name": records.get(Participant, participant_id).name,
        "item": name_of(records.get(Item, item_id)),
    }
    operations: tuple[Primitive, ...] = tuple(
        operation
        for recusal in _recusals(records, item_id, participant_id)
        for operation in records.removal(recusal.id)
    )
    return Group(Message("Take back the recusal of {name} from “{item}”", names), operations)


def _recusals(records: Records, item_id: str, participant_id: str) -> tuple[Recusal, ...]:
    return tuple(
        each for each in records.children(item_id, Recusal) if each.participant_id == participant_id
    )
