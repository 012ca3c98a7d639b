"""The head of an item: its heading, reference numbers and presenters."""

from __future__ import annotations

from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_part import change
from kcdesk.services.read_people import NamedPeople, NamedPerson


def set_heading(records: Records, id: str, text: str) -> Group:
    """Return the group that names an item in the minutes.

    As long as nothing says otherwise the heading and the title of the kallelse are the same: then
    both change. A heading of its own changes alone.
    """
    item = records.get(Item, id)
    field = "heading" if item.heading else "title"
    return change(records, id, Message("Change heading"), {field: text})


def change_head(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of an item's head."""
    return change(records, id, Message("Change item"), fields)


def set_presenters(records: Records, id: str, people: NamedPeople) -> Group:
    """Return the group that says who presents; those known before keep title and organisation."""
    old = {
        (row.participant_id, name_of(records, row)): row for row in records.children(id, Presenter)
    }
    wanted = {(each.participant_id, each.name): each for each in people.people}
    if list(old) == list(wanted):
        return Group(Message("Change presenters"), ())
    operations: list[Primitive] = []
    for key, row in old.items():
        if key not in wanted:
            operations += records.removal(row.id)
    for (key, each), position in zip(wanted.items(), spread(len(wanted)), strict=True):
        known = old.get(key)
        if known is None:
            operations.append(Insert(_presenter(id, position, each)))
        elif known.position != position:
            operations.append(records.moving(known.id, id, position))
    return Group(Message("Change presenters"), tuple(operations))


def presenters_of(records: Records, id: str) -> tuple[NamedPerson, ...]:
    """Return who presents, by name."""
    rows = records.children(id, Presenter)
    return tuple(NamedPerson(name_of(records, row), row.participant_id) for row in rows)


def name_of(records: Records, presenter: Presenter) -> str:
    """Return a presenter's name, a participant's as it stands now."""
    participant = records.find(Participant, presenter.participant_id)
    return participant.name if participant else presenter.name


def _presenter(item_id: str, position: str, person: NamedPerson) -> Presenter:
    name = "" if person.participant_id else person.name
    return Presenter(
        id=new_id(),
        owner_id=item_id,
        position=position,
        participant_id=person.participant_id,
        name=name,
    )
