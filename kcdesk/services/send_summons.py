"""A kallelse that has been sent is kept as sent, and the numbers of its agenda stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, HeadingWord
from kcdesk.domain.canonical import canonical_json
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.plain import row_to_plain
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id
from kcdesk.domain.section import Section, SectionKind
from kcdesk.domain.summons import Summons, SummonsKind

FORMAT = "kcdesk-summons"
VERSION = 1


def summons_text(meeting: Records, body: Records) -> str:
    """Return what a kallelse tells of meeting and body, as the one JSON text that is kept.

    Nothing else is in it: what is kept as sent stays when drafts are destroyed for good, so no
    draft of the minutes, and none of the body's other matters, may come along.
    """
    rows = {
        name: [row_to_plain(row) for row in sorted(told, key=_table_and_id)]
        for name, told in (("meeting", _told(meeting)), ("body", _told_of_body(body)))
    }
    return canonical_json({"format": FORMAT, "version": VERSION, **rows})


def _told(meeting: Records) -> Iterator[Row]:
    yield replace(meeting.root(Meeting), note="")
    yield from meeting.children(meeting.root_id, Attachment)
    for participant in meeting.children(meeting.root_id, Participant):
        yield replace(participant, note="")
        yield from meeting.children(participant.id, Role)
    fresh = {each.id for each in _fresh(meeting)}
    for item in meeting.children(meeting.root_id, Item):
        if item.announced or item.id in fresh:
            yield from _told_of(meeting, item)


def _told_of(meeting: Records, item: Item) -> Iterator[Row]:
    yield item
    yield from meeting.children(item.id, Presenter)
    yield from meeting.children(item.id, Attachment)
    for section in meeting.children(item.id, Section):
        if section.kind is SectionKind.PROPOSAL:
            yield section
            yield from meeting.children(section.id, Block)
    for below in meeting.children(item.id, Item):
        if below.announced:
            yield from _told_of(meeting, below)


def _told_of_body(body: Records) -> Iterator[Row]:
    yield body.root(Body)
    yield from body.children(body.root_id, HeadingWord)


def _fresh(records: Records) -> list[Item]:
    """Return the items that a kallelse sent now names, and none before did."""
    earlier = records.children(records.root_id, Summons)
    named = {id for each in earlier for id in each.items}
    items = records.children(records.root_id, Item)
    return [each for each in items if each.id not in named and (each.announced or bool(earlier))]


def sent_summons(records: Records, snapshot: str, sent_on: date) -> Group:
    """Note that the kallelse was sent, with the hash of its kept text.

    The first one names the items that are marked as announced, a later one those that have come
    since: they count as announced from now on. Each item keeps the number that it had in it.
    """
    earlier = records.children(records.root_id, Summons)
    fresh = _fresh(records)
    operations: list[Primitive] = [
        Insert(
            Summons(
                id=new_id(),
                owner_id=records.root_id,
                position=records.next_position(records.root_id, Summons),
                kind=SummonsKind.SUPPLEMENTARY if earlier else SummonsKind.ORDINARY,
                sent_on=sent_on,
                items=tuple(each.id for each in fresh),
                snapshot=snapshot,
            )
        )
    ]
    for item in fresh:
        operations += records.setting(item.id, "announced", True)  # noqa: FBT003  # a value
        if not item.agenda_number:
            number = agenda_number(records, item)
            operations += records.setting(item.id, "agenda_number", number)
    return Group(Message("Note that the kallelse was sent"), tuple(operations))


def remove_summons(records: Records, id: str) -> Group:
    """Take back that a kallelse was sent: it was not. The numbers stay."""
    return Group(Message("The kallelse was not sent"), records.removal(id))


def agenda_number(records: Records, item: Item) -> str:
    """Return the number of an item on the agenda: after the highest one that is fixed, where some
    are, else its place among the numbered ones; empty for one without a number.
    """
    if not item.numbered:
        return ""
    items = [each for each in records.children(records.root_id, Item) if each.numbered]
    fixed = [int(each.agenda_number) for each in items if each.agenda_number.isdecimal()]
    if not fixed:
        return str(items.index(item) + 1)
    open_ones = [each for each in items if not each.agenda_number]
    return str(max(fixed) + open_ones.index(item) + 1)


def was_sent(records: Records) -> bool:
    """Return whether a kallelse was sent: what comes to the agenda now was not in it."""
    return bool(records.children(records.root_id, Summons))


def _table_and_id(row: Row) -> tuple[str, str]:
    return row.table, row.id
