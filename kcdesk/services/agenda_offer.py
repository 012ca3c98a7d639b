"""What a new agenda may begin with: the items of the last one, and the matters that wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter, Relation
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import FIRST, between
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id
from kcdesk.domain.waiting import waiting_items
from kcdesk.services.ports import Journal, Shelf
from kcdesk.services.send_summons import was_sent
from kcdesk.services.summary import MeetingSummary


@dataclass(frozen=True, slots=True)
class AgendaOffer:
    """An item of an earlier meeting that a new one may have too.

    ``waits``: the matter was tabled or referred back there, and the new item will say so.
    ``suggested``: it recurs, so that it is meant unless somebody says otherwise.
    ``promised``: nobody has handled it yet, and ``told`` says where it comes from.
    """

    meeting: Records
    item: Item
    waits: bool = False
    suggested: bool = False
    promised: bool = False
    told: str = ""


def last_meeting(shelf: Shelf, journal: Journal, body_id: str) -> Records | None:
    """Return the body's meeting with the latest day; without any day, one of those."""
    meetings = shelf.meetings(body_id)
    dated: Sequence[MeetingSummary] = [each for each in meetings if each.day.day] or meetings
    return journal.load(dated[0].id) if dated else None


def recurring_offers(shelf: Shelf, journal: Journal, last: Records) -> tuple[AgendaOffer, ...]:
    """Return the items of the last agenda; formalities, and what stood on the one before as well,
    are suggested. What waits since then is left out: it is offered as waiting.
    """
    before = _names(_meeting_before(shelf, journal, last))
    waiting = {each.item.id for each in waiting_items(last)}
    return tuple(
        AgendaOffer(
            last,
            item,
            suggested=item.kind is ItemKind.FORMALITY or _name(item) in before,
        )
        for item in last.children(last.root_id, Item)
        if item.name and item.id not in waiting
    )


def waiting_offers(shelf: Shelf, journal: Journal, body_id: str) -> tuple[AgendaOffer, ...]:
    """Return the body's matters that were tabled or referred back and not taken up since."""
    return tuple(_waiting(shelf, journal, body_id))


def agenda_rows(
    meeting: Records, offers: Sequence[AgendaOffer], texts: Sequence[str]
) -> tuple[Row, ...]:
    """Return the rows that put offers last on the agenda of a meeting.

    ``texts`` name the earlier handling of each for the reader. Words, times that came to be and
    decisions stay where they are; title, kind, planned minutes and who presents come along, and
    of a matter that waits its case number and its secrecy.
    """
    announced = not was_sent(meeting)
    rows: list[Row] = []
    siblings = meeting.children(meeting.root_id, Item)
    position = siblings[-1].position if siblings else ""
    for offer, text in zip(offers, texts, strict=True):
        position = between(position, "")
        rows += _rows(meeting, offer, text, position, announced=announced)
    return tuple(rows)


def take_up(meeting: Records, offers: Sequence[AgendaOffer], texts: Sequence[str]) -> Group:
    """Return the group that puts offers last on the agenda of a meeting."""
    rows = agenda_rows(meeting, offers, texts)
    label = Message("Add {count} items", {"count": len(offers)})
    if len(offers) == 1:
        label = Message("Add “{name}”", {"name": offers[0].item.name})
    return Group(label, tuple(Insert(row) for row in rows))


def _waiting(shelf: Shelf, journal: Journal, body_id: str) -> Iterator[AgendaOffer]:
    wanted: dict[str, set[str]] = {}
    for meeting_id, item_id in shelf.waiting(body_id):
        wanted.setdefault(meeting_id, set()).add(item_id)
    for meeting_id, items in wanted.items():
        meeting = journal.load(meeting_id)
        for each in waiting_items(meeting):
            if each.item.id in items:
                yield AgendaOffer(meeting, each.item, waits=True)


def _rows(
    meeting: Records, offer: AgendaOffer, text: str, position: str, *, announced: bool
) -> Iterator[Row]:
    old = offer.item
    item = Item(
        id=new_id(),
        owner_id=meeting.root_id,
        position=position,
        title=old.title or old.heading,
        kind=old.kind,
        numbered=old.numbered or offer.waits,
        planned_minutes=old.planned_minutes,
        announced=announced,
        case_number=old.case_number if offer.waits else "",
        secret=old.secret and offer.waits,
        secrecy_ground=old.secrecy_ground if offer.waits else "",
    )
    yield item
    for presenter in offer.meeting.children(old.id, Presenter):
        yield _presenter(meeting, offer.meeting, presenter, item.id)
    if offer.waits:
        yield ItemLink(
            id=new_id(),
            owner_id=item.id,
            position=FIRST,
            relation=Relation.EARLIER,
            target=old.id,
            text=text,
        )


def _presenter(meeting: Records, earlier: Records, old: Presenter, item_id: str) -> Presenter:
    """Copy who presents: as a participant of this meeting where she is expected, else by name."""
    then = earlier.find(Participant, old.participant_id)
    person_id = then.person_id if then else None
    now = [each for each in meeting.all(Participant) if person_id and each.person_id == person_id]
    named = then or old
    return Presenter(
        id=new_id(),
        owner_id=item_id,
        position=old.position,
        participant_id=now[0].id if now else None,
        name="" if now else named.name,
        organisation="" if now else named.organisation,
        title="" if now else named.title,
    )


def _meeting_before(shelf: Shelf, journal: Journal, last: Records) -> Records | None:
    meeting = last.root(Meeting)
    if meeting.body_id is None or meeting.day.day is None:
        return None
    earlier = [
        each
        for each in shelf.meetings(meeting.body_id)
        if each.day.day and each.day.day < meeting.day.day
    ]
    return journal.load(earlier[0].id) if earlier else None


def _names(meeting: Records | None) -> frozenset[str]:
    if meeting is None:
        return frozenset()
    return frozenset(_name(item) for item in meeting.children(meeting.root_id, Item))


def _name(item: Item) -> str:
    return (item.title or item.heading).strip().casefold()
