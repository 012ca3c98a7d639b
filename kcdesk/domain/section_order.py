"""Where the sections of an item stand among its other parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kcdesk.domain.body import ItemPart
from kcdesk.domain.records import Records
from kcdesk.domain.section import Section, SectionKind

CUSTOMARY: Mapping[SectionKind, ItemPart] = {
    SectionKind.QUESTION: ItemPart.QUESTION,
    SectionKind.BACKGROUND: ItemPart.BACKGROUND,
    SectionKind.BASIS: ItemPart.BASIS,
    SectionKind.PROPOSAL: ItemPart.PROPOSAL,
    SectionKind.NOTES: ItemPart.NOTES,
    SectionKind.PROPOSITION_ORDER: ItemPart.PROPOSITION_ORDER,
    SectionKind.LABELLED: ItemPart.LABELLED,
}
"""The part that a section stands in unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of one part: those before its other rows, and those after them."""

    ahead: tuple[Section, ...]
    after: tuple[Section, ...]


def part_of(section: Section) -> ItemPart:
    """Return the part that a section stands in."""
    return section.place or CUSTOMARY[section.kind]


def sections_in(records: Records, item_id: str, part: ItemPart) -> Sections:
    """Return the sections of an item that stand in a part, in their order."""
    return sections_by_part(records, item_id).get(part, Sections((), ()))


def sections_by_part(records: Records, item_id: str) -> dict[ItemPart, Sections]:
    """Return the sections of an item by the part that they stand in; parts without any are not
    there.
    """
    found: dict[ItemPart, list[Section]] = {}
    for each in records.children(item_id, Section):
        found.setdefault(part_of(each), []).append(each)
    return {
        part: Sections(
            tuple(each for each in sections if each.ahead),
            tuple(each for each in sections if not each.ahead),
        )
        for part, sections in found.items()
    }


def whole_order(order: Iterable[ItemPart]) -> tuple[ItemPart, ...]:
    """Return a body's order, and after it whatever part it forgot: nothing goes unprinted."""
    told = tuple(dict.fromkeys(order))
    return (*told, *(part for part in ItemPart if part not in told))
