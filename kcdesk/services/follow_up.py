"""Open actions of a body's other meetings: looked through, marked where they were agreed, and
brought along to the minutes that look back at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items, top_item
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_action import name_of, owners_of
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.ports import Journal, Shelf
from kcdesk.services.read_people import written
from kcdesk.services.send_summons import was_sent

LOOKS_BACK = ("föregående", "previous", "uppföljning")
"""How the titles of items begin that look back at the meeting before."""


@dataclass(frozen=True, slots=True)
class LookingBack:
    """The words of the minutes: what the item is called that looks back, and "or" between those of
    whom one is enough.
    """

    title: str
    either: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One who is to act, in the meeting that agreed on it; ``owner`` None: nobody was named.

    Where one of several is enough, it is the first of them.
    """

    meeting: Records
    item: Item
    action: Action
    owner: ActionOwner | None = None

    def who(self, either: str) -> str:
        """Return who is to act; where one of several is enough, all of them."""
        if self.owner is None:
            return ""
        if self.action.any_owner:
            return written(owners_of(self.meeting, self.action.id), either=either)
        return name_of(self.meeting, self.owner)

    @property
    def target(self) -> str:
        """The id of who is to act, empty for nobody."""
        return self.owner.id if self.owner else ""

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


def bring_along(
    records: Records, words: LookingBack, told: Sequence[tuple[FollowUp, str]]
) -> tuple[Group, str]:
    """Return the group that brings actions along to the item that looks back, and that item's id;
    each with where it was agreed. One that stands there already is left alone.

    Without such an item it makes one, after what opens the meeting. What is secret
    where it was agreed is as secret here.
    """
    label = Message("Bring along open actions")
    operations: list[Primitive] = []
    looking = [each.id for each in ordered_items(records) if looks_back(each, words.title)]
    if not looking:
        made = add_item(records, _last_opening(records), words.title)
        operations += made.operations
        looking = [each.row.id for each in made.operations if isinstance(each, Insert)]
    item_id = looking[0]
    here = {each.target or (each.text, each.origin) for each in records.all(FollowedAction)}
    wanted = [
        (each, origin)
        for each, origin in told
        if (each.target or (each.action.text, origin)) not in here
    ]
    last = records.children(item_id, FollowedAction)[-1:] if item_id in records else ()
    position = last[0].position if last else ""
    for each, origin in wanted:
        position = between(position, "")
        operations.append(
            Insert(_followed(each, item_id, position, (each.who(words.either), origin)))
        )
    return Group(label, tuple(operations)), item_id


def _followed(each: FollowUp, item_id: str, position: str, told: tuple[str, str]) -> FollowedAction:
    who, origin = told
    secret, ground = each.secrecy
    return FollowedAction(
        id=new_id(),
        owner_id=item_id,
        position=position,
        text=each.action.text,
        who=who,
        due=each.action.due,
        origin=origin,
        target=each.target,
        state=each.owner.state if each.owner else ActionState.OPEN,
        done_on=each.owner.done_on if each.owner else None,
        secret=secret,
        secrecy_ground=ground,
    )


def _last_opening(records: Records) -> str | None:
    """Return the last of the formalities that the agenda begins with. None, for the end of the
    agenda, where it has none, and where the numbers of its items are given already.
    """
    items = records.children(records.root_id, Item)
    others = [at for at, item in enumerate(items) if item.kind is not ItemKind.FORMALITY]
    first = others[0] if others else min(len(items), 1)
    is_numbered = records.root(Meeting).first_paragraph is not None or was_sent(records)
    return None if is_numbered or first == 0 else items[first - 1].id


def _open(meeting: Records) -> Iterator[FollowUp]:
    for item in ordered_items(meeting):
        for action in meeting.children(item.id, Action):
            owners = meeting.children(action.id, ActionOwner)
            done = any(owner.state is ActionState.DONE for owner in owners)
            if action.any_owner and done:
                continue  # one was enough
            if not owners and action.text:
                yield FollowUp(meeting, item, action)
            still = [owner for owner in owners if owner.state is ActionState.OPEN]
            for owner in still[:1] if action.any_owner else still:
                yield FollowUp(meeting, item, action, owner)


def looks_back(item: Item, title: str = "") -> bool:
    """Return whether an item is meant for looking back, by its name or by how ours is called."""
    names = (*LOOKS_BACK, title.casefold()) if title else LOOKS_BACK
    return item.name.strip().casefold().startswith(names)
