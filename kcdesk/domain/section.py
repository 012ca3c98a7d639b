"""The running text of an item, by section."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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

    ``after_meeting`` marks what was added later, such as a clarification.
    """

    kind: SectionKind = SectionKind.NOTES
    label: str = ""
    after_meeting: bool = False
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
