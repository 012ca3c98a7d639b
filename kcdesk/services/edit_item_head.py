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
from kcdesk.services.read_presenters import Presented, read_presented, written_presented


def split_heading(records: Records, id: str) -> Group:
    """Return the group that gives the minutes a heading of their own; at first it is the title."""
    title = records.get(Item, id).title
    return change(records, id, Message("Give the minutes their own heading"), {"heading": title})


def join_heading(records: Records, id: str) -> Group:
    """Return the group that lets the title of the kallelse be the heading in the minutes again."""
    return change(records, id, Message("Let the title be the heading"), {"heading": ""})


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
    """Return the group that says who presents; who was named before keeps the row.

    Of those who are not at the meeting title and organisation follow in parentheses.
    """
    old = {
        (row.participant_id, name_of(records, row)): row for row in records.children(id, Presenter)
    }
    wanted = {_key(each): each for each in people.people}
    operations: list[Primitive] = []
    for key, each in wanted.items():
        if key in old and each.participant_id is None:
            said = read_presented(each.name)
            operations += records.setting(old[key].id, "title", said.title)
            operations += records.setting(old[key].id, "organisation", said.organisation)
    if list(old) == list(wanted):
        return Group(Message("Change presenters"), tuple(operations))
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
    """Return who presents, by name, with what stands in parentheses after it."""
    return tuple(_person(records, row) for row in records.children(id, Presenter))


def name_of(records: Records, presenter: Presenter) -> str:
    """Return a presenter's name, a participant's as it stands now."""
    participant = records.find(Participant, presenter.participant_id)
    return participant.name if participant else presenter.name


def _presenter(item_id: str, position: str, person: NamedPerson) -> Presenter:
    said = Presented("") if person.participant_id else read_presented(person.name)
    return Presenter(
        id=new_id(),
        owner_id=item_id,
        position=position,
        participant_id=person.participant_id,
        name=said.name,
        title=said.title,
        organisation=said.organisation,
    )


def _key(person: NamedPerson) -> tuple[str | None, str]:
    name = person.name if person.participant_id else read_presented(person.name).name
    return person.participant_id, name


def _person(records: Records, row: Presenter) -> NamedPerson:
    if records.find(Participant, row.participant_id):
        return NamedPerson(name_of(records, row), row.participant_id)
    said = Presented(row.name, row.title, row.organisation)
    return NamedPerson(written_presented(said), row.participant_id)
