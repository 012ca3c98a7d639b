"""Open actions of a body's other meetings: looked through, marked where they were agreed, and
written with their state into the minutes that look back at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items, top_item
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Span
from kcdesk.domain.row import new_id
from kcdesk.domain.section import Section
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.ports import Journal, Shelf

LOOKS_BACK = ("föregående", "previous", "uppföljning")
"""How the titles of items begin that look back at the meeting before."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One who is to act, in the meeting that agreed on it; ``owner`` None: nobody was named."""

    meeting: Records
    item: Item
    action: Action
    owner: ActionOwner | None = None

    @property
    def secrecy(self) -> tuple[bool, str]:
        """Whether it is secret there, by itself or with its item, and on which ground."""
        for row in (self.action, self.item, top_item(self.meeting, self.item)):
            if row.secret:
                return True, row.secrecy_ground
        return False, ""


def follow_ups(
    shelf: Shelf, journal: Journal, body_id: str, but_id: str = ""
) -> tuple[FollowUp, ...]:
    """Return what is still to be done of a body's meetings but one, oldest meeting first."""
    return tuple(
        found
        for meeting_id in shelf.meetings_with_open_actions(body_id)
        if meeting_id != but_id
        for found in _open(journal.load(meeting_id))
    )


def write_follow_ups(
    records: Records, title: str, lines: Sequence[tuple[FollowUp, str]]
) -> tuple[Group, str]:
    """Return the group that writes lines into the item that looks back, and that item's id.

    Without such an item it makes one called ``title``, last on the agenda. What is secret where
    it was agreed stands in a section of its own that is as secret.
    """
    operations: list[Primitive] = []
    found = next(
        (each for each in ordered_items(records) if _looks_back(each, title)),
        None,
    )
    if found is None:
        made = add_item(records, None, title)
        operations += made.operations
        records = records.apply(made)
        found = records.children(records.root_id, Item)[-1]
    sections: dict[tuple[bool, str], list[str]] = {}
    for follow_up, line in lines:
        sections.setdefault(follow_up.secrecy, []).append(line)
    for (secret, ground), texts in sections.items():
        section = Section(
            id=new_id(),
            owner_id=found.id,
            position=records.next_position(found.id, Section),
            secret=secret,
            secrecy_ground=ground,
        )
        fresh = Group(Message("Follow up actions"), (Insert(section), *_blocks(section, texts)))
        operations += fresh.operations
        records = records.apply(fresh)
    return Group(Message("Follow up actions"), tuple(operations)), found.id


def _open(meeting: Records) -> Iterator[FollowUp]:
    for item in ordered_items(meeting):
        for action in meeting.children(item.id, Action):
            owners = meeting.children(action.id, ActionOwner)
            done = any(owner.state is ActionState.DONE for owner in owners)
            if action.any_owner and done:
                continue  # one was enough
            if not owners and action.text:
                yield FollowUp(meeting, item, action)
            for owner in owners:
                if owner.state is ActionState.OPEN:
                    yield FollowUp(meeting, item, action, owner)


def _looks_back(item: Item, title: str) -> bool:
    return item.name.strip().casefold().startswith((*LOOKS_BACK, title.casefold()))


def _blocks(section: Section, texts: Sequence[str]) -> Iterator[Insert]:
    for text, position in zip(texts, spread(len(texts)), strict=True):
        spans = (Span(text),)
        yield Insert(
            Block(
                id=new_id(),
                owner_id=section.id,
                position=position,
                kind=BlockKind.BULLET,
                spans=spans,
            )
        )
