"""Actions: what is to be done, by whom and when, and how far each owner has come."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.action import Action, ActionOwner, ActionState, OwnerKind
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_part import change, new_part
from kcdesk.services.read_people import NamedPeople, NamedPerson

_GROUP_WORDS = ("alla", "samtliga", "ledamöter", "kommuner", "gruppen", "all", "members")


def add_action(
    records: Records, item_id: str, *, text: str = "", due: Moment | None = None
) -> Group:
    """Return the group that adds an action."""
    action = new_part(records, Action, item_id, text=text, due=due or Moment())
    return Group(Message("Add action"), (Insert(action),))


def change_action(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of an action."""
    return change(records, id, Message("Change action"), fields)


def set_owners(records: Records, id: str, people: NamedPeople) -> Group:
    """Return the group that says who is to act; who was named before keeps her state."""
    label = Message("Change who acts")
    either = records.setting(id, "any_owner", people.any_of)
    rows = records.children(id, ActionOwner)
    old = {(row.participant_id, name_of(records, row)): row for row in rows}
    wanted = {(each.participant_id, each.name): each for each in people.people}
    if list(old) == list(wanted):
        return Group(label, either)
    operations: list[Primitive] = [*either]
    for key, row in old.items():
        if key not in wanted:
            operations += records.removal(row.id)
    for (key, each), position in zip(wanted.items(), spread(len(wanted)), strict=True):
        known = old.get(key)
        if known is None:
            operations.append(Insert(_owner(id, position, each)))
        elif known.position != position:
            operations.append(records.moving(known.id, id, position))
    return Group(label, tuple(operations))


def set_owner_state(
    records: Records, owner_id: str, state: ActionState, today: date | None = None
) -> Group:
    """Return the group that notes how far an owner has come; ``today`` is kept with "done"."""
    done_on = today if state is ActionState.DONE else None
    fields: dict[str, object] = {"state": state, "done_on": done_on}
    return change(records, owner_id, Message("Change the state of an action"), fields)


def owners_of(records: Records, action_id: str) -> tuple[NamedPerson, ...]:
    """Return who is to act, by name."""
    rows = records.children(action_id, ActionOwner)
    return tuple(NamedPerson(name_of(records, row), row.participant_id) for row in rows)


def name_of(records: Records, owner: ActionOwner) -> str:
    """Return an owner's name, a participant's as it stands now."""
    participant = records.find(Participant, owner.participant_id)
    return participant.name if participant else owner.name


def _owner(action_id: str, position: str, person: NamedPerson) -> ActionOwner:
    return ActionOwner(
        id=new_id(),
        owner_id=action_id,
        position=position,
        kind=_kind(person),
        participant_id=person.participant_id,
        name="" if person.participant_id else person.name,
    )


def _kind(person: NamedPerson) -> OwnerKind:
    """Guess what a name is: two capitalised words are a person, one word a role."""
    if person.participant_id:
        return OwnerKind.PERSON
    words = person.name.split()
    if any(word.lower().strip(".,()") in _GROUP_WORDS for word in words):
        return OwnerKind.GROUP
    capitals = [word for word in words if word[:1].isupper()]
    return OwnerKind.PERSON if len(words) > 1 and len(capitals) == len(words) else OwnerKind.ROLE
