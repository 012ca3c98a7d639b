"""Where a section stands in its item: a step up or down, or after another one.

What one sees is the measure: a step goes past one thing on the sheet, whatever part it is in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kcdesk.domain.action import Action
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.domain.section_order import CUSTOMARY, part_of, sections_in, whole_order
from kcdesk.services.edit_part import new_part

Order = Iterable[ItemPart]

_ROWS: dict[ItemPart, tuple[type[Row], ...]] = {
    ItemPart.CONTRIBUTIONS: (Contribution,),
    ItemPart.MOTIONS: (Motion,),
    ItemPart.VOTES: (Vote,),
    ItemPart.RESERVATIONS: (Reservation,),
    ItemPart.ACTIONS: (FollowedAction, Action),
    ItemPart.SUB_ITEMS: (Item,),
    ItemPart.RECIPIENTS: (Recipient,),
}


@dataclass(frozen=True, slots=True)
class _Stop:
    """One thing on the sheet: a section, or all other rows of a part (no section)."""

    part: ItemPart
    section: Section | None = None


def move_section(records: Records, order: Order, id: str, by: int) -> Group:
    """Return the group that moves a section past what stands above it (-1) or below it (1)."""
    section = records.get(Section, id)
    stops = _stops(records, order, section.owner_id)
    at = next(n for n, stop in enumerate(stops) if stop.section is section)
    others = [stop for stop in stops if stop.section is not section]
    if not 0 <= at + by <= len(others):
        return Group(Message("Move"), ())
    moved = _placed(records, section, others, at + by)
    return Group(Message("Move"), _changes(records, section, _plainest(records, order, moved)))


def section_after(records: Records, order: Order, kind: SectionKind, after_id: str) -> Group:
    """Return the group that adds a section just after another one."""
    before = records.get(Section, after_id)
    section = replace(
        new_part(records, Section, before.owner_id, kind=kind),
        position=records.position_after(after_id),
        place=part_of(before),
        ahead=before.ahead,
    )
    return Group(Message("Add section"), (Insert(_plainest(records, order, section)),))


def _stops(records: Records, order: Order, item_id: str) -> list[_Stop]:
    found: list[_Stop] = []
    for part in whole_order(order):
        texts = sections_in(records, item_id, part)
        found += (_Stop(part, each) for each in texts.ahead)
        if _has_rows(records, item_id, part):
            found.append(_Stop(part))
        found += (_Stop(part, each) for each in texts.after)
    return found


def _has_rows(records: Records, item_id: str, part: ItemPart) -> bool:
    if part in (ItemPart.DECISIONS, ItemPart.NOTES):
        early = part is ItemPart.NOTES
        return any(each.before_notes is early for each in records.children(item_id, Decision))
    return any(records.children(item_id, each) for each in _ROWS.get(part, ()))


def _placed(records: Records, section: Section, others: list[_Stop], at: int) -> Section:
    """Return a section as it stands between the one before ``at`` and the one there."""
    above = others[at - 1] if at else None
    below = others[at] if at < len(others) else None
    if below is not None and below.section is not None:
        position = records.position_before(below.section.id)
        return _beside(section, below.section, position)
    if above is not None and above.section is not None:
        return _beside(section, above.section, records.position_after(above.section.id))
    if below is not None:
        return replace(section, place=below.part, ahead=True)
    assert above is not None  # there is something to go past
    return replace(section, place=above.part, ahead=False)


def _beside(section: Section, other: Section, position: str) -> Section:
    return replace(section, place=part_of(other), ahead=other.ahead, position=position)


def _plainest(records: Records, order: Order, section: Section) -> Section:
    """Return a section as one has it who never moved it, where it stands at the same place then."""
    plain = replace(section, place=None, ahead=False)
    if part_of(section) is CUSTOMARY[section.kind] and not section.ahead:
        return plain
    same = _sequence(records, order, plain) == _sequence(records, order, section)
    return plain if same else section


def _sequence(records: Records, order: Order, section: Section) -> list[str]:
    """Return what one sees of an item, were the section like this."""
    rows = (row for row in records if row.id != section.id)
    seen = _stops(Records(records.root_id, (*rows, section)), order, section.owner_id)
    return [stop.section.id if stop.section else stop.part for stop in seen]


def _changes(records: Records, old: Section, new: Section) -> tuple[Primitive, ...]:
    moved: tuple[Primitive, ...] = ()
    if old.position != new.position:
        moved = (records.moving(old.id, old.owner_id, new.position),)
    return (
        *records.setting(old.id, "place", new.place),
        *records.setting(old.id, "ahead", new.ahead),
        *moved,
    )
