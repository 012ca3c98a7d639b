"""The running text of an item, by section."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.body import ItemPart
from kcdesk.domain.row import Row, reference, row_type


class SectionKind(StrEnum):
    """What a section holds."""

    QUESTION = "question"  # Frågeställning
    BACKGROUND = "background"  # Bakgrund, Sammanfattning
    BASIS = "basis"  # Beslutsunderlag
    PROPOSAL = "proposal"  # Förslag till beslut
    NOTES = "notes"  # Minnesanteckning
    PROPOSITION_ORDER = "proposition_order"
    LABELLED = "labelled"  # Kostnad, Förtydligande … in the secretary's own words


@row_type("section", "sections", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Row):
    """A part of an item's text. ``label`` replaces its customary heading; blocks hold its text.

    ``after_meeting`` marks what was added later, such as a clarification. ``place`` is the part of
    the item's order that it stands in where that is not the one of its kind, so that a heading of
    one's own may come between two notes or under a decision; ``ahead`` puts it before the other
    rows of that part rather than after them (``domain.section_order``).

    ``composed`` is what the program had written when it was reworded (the order of propositions).
    """

    kind: SectionKind = SectionKind.NOTES
    label: str = ""
    after_meeting: bool = False
    place: ItemPart | None = None
    ahead: bool = False
    composed: str = ""
    secret: bool = False
    secrecy_ground: str = ""


@row_type("contribution", "contributions", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Row):
    """What somebody said in a round ("Jan/Sorsele: …"), also one who is not listed as present."""

    participant_id: str | None = reference("participant")
    speaker: str = ""
    organisation: str = ""
    secret: bool = False
    secrecy_ground: str = ""
