"""Which parts the sheet of an item shows, and in which order: the body's profile says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, ItemLink, Recipient, Recusal
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.domain.section_order import Sections, sections_in, whole_order
from kcdesk.services.word_propositions import reworded_order
from kcdesk.ui.screens.item.action_list import ActionList
from kcdesk.ui.screens.item.around_lists import AttachmentList, LinkList, RecipientList
from kcdesk.ui.screens.item.coming_part import ComingPart, tells_of_meetings
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.followed_list import FollowedList
from kcdesk.ui.screens.item.motion_list import MotionList
from kcdesk.ui.screens.item.movement_part import MovementPart, moves
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.proposition_part import PropositionPart, composes_order
from kcdesk.ui.screens.item.recusal_part import RecusalPart
from kcdesk.ui.screens.item.reservation_part import ReservationPart
from kcdesk.ui.screens.item.sub_item_part import SubItemPart
from kcdesk.ui.screens.item.text_part import ContributionPart, SectionPart
from kcdesk.ui.screens.item.vote_part import VotePart


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
    if moves(records, editing, coming=True):
        yield PlannedPart("coming", partial(MovementPart, editing, coming=True))
    if records.children(item_id, Recusal):
        yield PlannedPart("recusals", partial(RecusalPart, editing))
    if records.children(item_id, Attachment) and (editing.shows_files or not editing.calm):
        yield PlannedPart("attachments", partial(AttachmentList, editing))
    has_notes = any(each.kind is SectionKind.NOTES for each in records.children(item_id, Section))
    for part in whole_order(profile(editing.context.body, records).part_order):
        texts = sections_in(records, item_id, part)
        if part is ItemPart.PROPOSITION_ORDER and composes_order(editing, records):
            yield PlannedPart("proposition_order", partial(PropositionPart, editing))
            texts = _without_reworded(editing, texts)
        yield from _sections(editing, texts.ahead)
        yield from _of(part, editing, records)
        yield from _sections(editing, texts.after)
        if part is ItemPart.NOTES and not has_notes:
            yield _blank_notes(editing, blank_notes_id)
        if part is ItemPart.NOTES and tells_of_meetings(editing, records):
            yield PlannedPart("coming_meetings", partial(ComingPart, editing))
    if moves(records, editing, coming=False):
        yield PlannedPart("going", partial(MovementPart, editing, coming=False))
    if records.children(item_id, ItemLink) and not editing.calm:
        yield PlannedPart("links", partial(LinkList, editing))


def _of(part: ItemPart, editing: ItemEditing, records: Records) -> Iterator[PlannedPart]:
    """Return what a part has besides sections."""
    item_id = editing.item_id
    match part:
        case ItemPart.NOTES:
            yield from _decisions(editing, records, before_notes=True)
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
        case ItemPart.ACTIONS:
            if records.children(item_id, FollowedAction):
                yield PlannedPart("followed_actions", partial(FollowedList, editing))
            if records.children(item_id, Action):
                yield PlannedPart("actions", partial(ActionList, editing))
        case ItemPart.RECIPIENTS if records.children(item_id, Recipient):
            yield PlannedPart("recipients", partial(RecipientList, editing))
        case ItemPart.SUB_ITEMS if records.children(item_id, Item):
            yield PlannedPart("sub_items", partial(SubItemPart, editing))


def _sections(editing: ItemEditing, found: Iterable[Section]) -> Iterator[PlannedPart]:
    for section in found:
        yield PlannedPart(section.id, partial(SectionPart, editing, section.id, section.kind))


def _without_reworded(editing: ItemEditing, texts: Sections) -> Sections:
    """Return the sections but for the reworded order of propositions, which has its own part."""
    kept = reworded_order(editing.records, editing.item)
    if kept is None:
        return texts
    return Sections(
        tuple(each for each in texts.ahead if each.id != kept[0].id),
        tuple(each for each in texts.after if each.id != kept[0].id),
    )


def _blank_notes(editing: ItemEditing, blank_id: str) -> PlannedPart:
    blank = Section(
        id=blank_id,
        owner_id=editing.item_id,
        position=editing.records.next_position(editing.item_id, Section),
        kind=SectionKind.NOTES,
    )
    make = partial(SectionPart, editing, blank_id, SectionKind.NOTES, blank)
    return PlannedPart(blank_id, make)


def _decisions(
    editing: ItemEditing, records: Records, *, before_notes: bool
) -> Iterator[PlannedPart]:
    for decision in records.children(editing.item_id, Decision):
        if decision.before_notes is before_notes:
            yield PlannedPart(decision.id, partial(DecisionPart, editing, decision.id))
