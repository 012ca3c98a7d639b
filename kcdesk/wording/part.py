"""The customary headings of an item's parts."""

from __future__ import annotations

from kcdesk.domain.decision import ReservationKind
from kcdesk.domain.item import ItemKind, Relation
from kcdesk.domain.section import SectionKind
from kcdesk.i18n import Catalogue


def section_heading(texts: Catalogue, kind: SectionKind, *, formal: bool) -> str:
    """Return the heading of a section; formal minutes have none above what was said."""
    match kind:
        case SectionKind.QUESTION:
            return texts.text("Question")
        case SectionKind.BACKGROUND:
            return texts.text("Summary") if formal else texts.text("Background")
        case SectionKind.BASIS:
            return texts.text("Basis of the decision")
        case SectionKind.PROPOSAL:
            return texts.text("Proposed decision") if formal else texts.text("Proposal")
        case SectionKind.PROPOSITION_ORDER:
            return texts.text("Order of propositions")
        case SectionKind.NOTES | SectionKind.LABELLED:
            return ""


def reservation_heading(texts: Catalogue, kind: ReservationKind) -> str:
    """Return the heading of a reservation or other note on record."""
    match kind:
        case ReservationKind.RESERVATION:
            return texts.text("Reservation")
        case ReservationKind.MINUTES_NOTE:
            return texts.text("Note to the minutes")
        case ReservationKind.SPECIAL_STATEMENT:
            return texts.text("Special statement")
        case ReservationKind.OPINION_NOTED:
            return texts.text("Opinion noted")
        case ReservationKind.ABSTENTION:
            return texts.text("Abstention")


def item_kind(texts: Catalogue, kind: ItemKind) -> str:
    """Return what an item is for, as it stands in a head; nothing where that is unstated."""
    match kind:
        case ItemKind.INFORMATION:
            return texts.text("Information")
        case ItemKind.CONSULTATION:
            return texts.text("Consultation")
        case ItemKind.DECISION:
            return texts.text("Decision")
        case ItemKind.ELECTION:
            return texts.text("Election")
        case ItemKind.EMPLOYMENT:
            return texts.text("Employment")
        case ItemKind.INTERPELLATION:
            return texts.text("Interpellation")
        case ItemKind.QUESTION:
            return texts.text("Question from a member")
        case ItemKind.UNSTATED | ItemKind.FORMALITY:
            return ""


def relation(texts: Catalogue, kind: Relation, text: str) -> str:
    """Return how the item relates to another handling of the matter."""
    match kind:
        case Relation.EARLIER:
            return texts.text("Handled earlier: {text}", text=text)
        case Relation.LATER:
            return texts.text("Handled later: {text}", text=text)
        case Relation.RESCINDS:
            return texts.text("This decision is rescinded: {text}", text=text)
