"""A small meeting to type in, and somebody who listens to the writer."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

from kcdesk.domain.block import Block
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import length, plain
from kcdesk.domain.row import Row, new_id
from kcdesk.domain.section import Section
from kcdesk.services.ports import Journal
from kcdesk.services.session import EditingSession

AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
TYPING = Message("Typing")


def rows_of_a_meeting(body_id: str | None = None) -> tuple[Row, ...]:
    """A meeting with one item, one section and one empty paragraph, the last of them."""
    meeting = Meeting(id=new_id(), body_id=body_id)
    item = Item(id=new_id(), owner_id=meeting.id, position="V", title="Budget")
    section = Section(id=new_id(), owner_id=item.id, position="V")
    return (meeting, item, section, Block(id=new_id(), owner_id=section.id, position="V"))


def inserting(rows: Sequence[Row]) -> Group:
    return Group(Message("New meeting"), tuple(Insert(row) for row in rows))


def begin(journal: Journal, rows: Sequence[Row]) -> str:
    """Keep a stream; returns its id."""
    journal.create(rows[0], rows[1:], inserting(rows))
    return rows[0].id


def type_text(session: EditingSession, block_id: str, text: str) -> None:
    """Type at the end of a block, key by key."""
    for letter in text:
        at = length(session.records.get(Block, block_id).spans)
        session.type(Splice(block_id, at, (), plain(letter)), TYPING)


def only_block(records: Records) -> Block:
    (block,) = records.all(Block)
    return block


class Ears:
    """Hears what the writer says, and lets a test wait for it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []
        self._changed = threading.Condition()

    def committed(self, stream_id: str, seq: int, at: datetime) -> None:
        self._hear("committed", (stream_id, seq, at))

    def failed(self, error: UserFacingError) -> None:
        self._hear("failed", error)

    def recovered(self) -> None:
        self._hear("recovered", None)

    def of(self, name: str) -> list[object]:
        return [what for each, what in self.heard if each == name]

    def wait_for(self, name: str, count: int = 1) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.of(name)) >= count, timeout=20), name

    def _hear(self, name: str, what: object) -> None:
        with self._changed:
            self.heard.append((name, what))
            self._changed.notify_all()
