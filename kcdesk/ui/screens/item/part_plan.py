"""Which parts the sheet of an item shows, and in which order: the body's profile says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.item import Item, ItemLink, Recipient, Recusal
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.ui.screens.item.action_list import ActionList
from kcdesk.ui.screens.item.around_lists import AttachmentList, LinkList, RecipientList
from kcdesk.ui.screens.item.decision_part import DecisionPart, ReservationPart
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.motion_list import MotionList
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.recusal_part import RecusalPart
from kcdesk.ui.screens.item.sub_item_part import SubItemPart
from kcdesk.ui.screens.item.text_part import ContributionPart, SectionPart
from kcdesk.ui.screens.item.vote_part import VotePart

_SECTIONS = {
    ItemPart.QUESTION: SectionKind.QUESTION,
    ItemPart.BACKGROUND: SectionKind.BACKGROUND,
    ItemPart.BASIS: SectionKind.BASIS,
    ItemPart.PROPOSAL: SectionKind.PROPOSAL,
    ItemPart.PROPOSITION_ORDER: SectionKind.PROPOSITION_ORDER,
    ItemPart.LABELLED: SectionKind.LABELLED,
}


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part by its key, which stays with its rows; ``make`` makes its widget."""

    key: str
    make: Callable[[], Part]


def planned_parts(editing: ItemEditing, blank_notes_id: str) -> Iterator[PlannedPart]:
    """Return the parts of an item in order. An item without notes gets an empty sheet for them,
    with the id that the section will have.
    """
    records, item_id = editing.records, editing.item_id
    if records.children(item_id, Recusal):
        yield PlannedPart("recusals", partial(RecusalPart, editing))
    if records.children(item_id, Attachment):
        yield PlannedPart("attachments", partial(AttachmentList, editing))
    for part in profile(editing.context.body, records).part_order:
        yield from _of(part, editing, records, blank_notes_id)
    if records.children(item_id, ItemLink):
        yield PlannedPart("links", partial(LinkList, editing))


def _of(
    part: ItemPart, editing: ItemEditing, records: Records, blank_id: str
) -> Iterator[PlannedPart]:
    item_id = editing.item_id
    match part:
        case ItemPart.NOTES:
            yield from _decisions(editing, records, before_notes=True)
            yield from _notes(editing, records, blank_id)
        case ItemPart.DECISIONS:
            yield from _decisions(editing, records, before_notes=False)
        case ItemPart.CONTRIBUTIONS:
            for said in records.children(item_id, Contribution):
                yield PlannedPart(said.id, partial(ContributionPart, editing, said.id))
        case ItemPart.VOTES:
            for vote in records.children(item_id, Vote):
                yield PlannedPart(vote.id, partial(VotePart, editing, vote.id))
        case ItemPart.RESERVATIONS:
            for each in records.children(item_id, Reservation):
                yield PlannedPart(each.id, partial(ReservationPart, editing, each.id))
        case ItemPart.MOTIONS if records.children(item_id, Motion):
            yield PlannedPart("motions", partial(MotionList, editing))
        case ItemPart.ACTIONS if records.children(item_id, Action):
            yield PlannedPart("actions", partial(ActionList, editing))
        case ItemPart.RECIPIENTS if records.children(item_id, Recipient):
            yield PlannedPart("recipients", partial(RecipientList, editing))
        case ItemPart.SUB_ITEMS if records.children(item_id, Item):
            yield PlannedPart("sub_items", partial(SubItemPart, editing))
        case _ if part in _SECTIONS:
            yield from _sections(editing, records, _SECTIONS[part])


def _sections(editing: ItemEditing, records: Records, kind: SectionKind) -> Iterator[PlannedPart]:
    for section in records.children(editing.item_id, Section):
        if section.kind is kind:
            yield PlannedPart(section.id, partial(SectionPart, editing, section.id, kind))


def _notes(editing: ItemEditing, records: Records, blank_id: str) -> Iterator[PlannedPart]:
    written = list(_sections(editing, records, SectionKind.NOTES))
    if written:
        yield from written
        return
    blank = Section(
        id=blank_id,
        owner_id=editing.item_id,
        position=records.next_position(editing.item_id, Section),
        kind=SectionKind.NOTES,
    )
    make = partial(SectionPart, editing, blank_id, SectionKind.NOTES, blank)
    yield PlannedPart(blank_id, make)


def _decisions(
    editing: ItemEditing, records: Records, *, before_notes: bool
) -> Iterator[PlannedPart]:
    for decision in records.children(editing.item_id, Decision):
        if decision.before_notes is before_notes:
            yield PlannedPart(decision.id, partial(DecisionPart, editing, decision.id))
