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


def change_recusal(records: Records, recusal_id: str, item_id: str, ground: str) -> Group:
    """Return the group that sets a recusal precisely: at which item, on which ground."""
    recusal = records.get(Recusal, recusal_id)
    participant = records.find(Participant, recusal.participant_id)
    names = {
        "name": participant.name if participant else "",
        "item": name_of(records.get(Item, item_id)),
    }
    operations: tuple[Primitive, ...] = records.setting(recusal_id, "ground", ground.strip())
    if item_id != recusal.owner_id:
        position = records.next_position(item_id, Recusal)
        operations = (*operations, records.moving(recusal_id, item_id, position))
    return Group(Message("Note the recusal of {name} from “{item}”", names), operations)


def _recusals(records: Records, item_id: str, participant_id: str) -> tuple[Recusal, ...]:
    return tuple(
        each for each in records.children(item_id, Recusal) if each.participant_id == participant_id
    )
