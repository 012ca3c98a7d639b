"""The words that the item editor has for parts, kinds and states."""

from __future__ import annotations

from kcdesk.domain.decision import (
    AppealRoute,
    Choice,
    DecisionOutcome,
    MotionFate,
    MotionKind,
    ReservationKind,
    VoteMethod,
)
from kcdesk.domain.item import ItemKind, Relation
from kcdesk.domain.message import Message
from kcdesk.domain.section import SectionKind

ITEM_KINDS = (
    (ItemKind.UNSTATED, Message("Kind of item…")),
    (ItemKind.INFORMATION, Message("Information")),
    (ItemKind.CONSULTATION, Message("Consultation")),
    (ItemKind.DECISION, Message("Decision item")),
    (ItemKind.ELECTION, Message("Election")),
    (ItemKind.EMPLOYMENT, Message("Employment")),
    (ItemKind.INTERPELLATION, Message("Interpellation")),
    (ItemKind.QUESTION, Message("Question from a member")),
    (ItemKind.FORMALITY, Message("Formality")),
)

SECTION_TITLES = {
    SectionKind.QUESTION: Message("Question at issue"),
    SectionKind.BACKGROUND: Message("Background"),
    SectionKind.BASIS: Message("Basis for the decision"),
    SectionKind.PROPOSAL: Message("Proposed decision"),
    SectionKind.NOTES: Message("Notes"),
    SectionKind.PROPOSITION_ORDER: Message("Order of propositions"),
    SectionKind.LABELLED: Message("Own heading"),
}

MOTION_KINDS = (
    (MotionKind.ASSENT, Message("assent to the proposal")),
    (MotionKind.REJECTION, Message("rejection")),
    (MotionKind.AMENDMENT, Message("amendment")),
    (MotionKind.TABLING, Message("tabling")),
    (MotionKind.REFERRAL_BACK, Message("referral back")),
    (MotionKind.OWN, Message("own proposal")),
)

MOTION_FATES = (
    (MotionFate.OPEN, Message("not settled")),
    (MotionFate.CARRIED, Message("carried")),
    (MotionFate.LOST, Message("lost")),
    (MotionFate.WITHDRAWN, Message("withdrawn")),
)

VOTE_METHODS = (
    (VoteMethod.OPEN, Message("Open vote by name")),
    (VoteMethod.SECRET, Message("Secret ballot")),
    (VoteMethod.ACCLAMATION, Message("By acclamation")),
)

TIE_SIDES = (
    (None, Message("for what?")),
    (Choice.YES, Message("for yes")),
    (Choice.NO, Message("for no")),
)

CHOICES = (
    (Choice.YES, Message("Yes")),
    (Choice.NO, Message("No")),
    (Choice.ABSTAIN, Message("Abstains")),
)

RESERVATION_KINDS = (
    (ReservationKind.RESERVATION, Message("Reservation")),
    (ReservationKind.MINUTES_NOTE, Message("Note in the minutes")),
    (ReservationKind.SPECIAL_STATEMENT, Message("Special statement")),
    (ReservationKind.OPINION_NOTED, Message("Opinion noted (substitute)")),
    (ReservationKind.ABSTENTION, Message("Takes no part in the decision")),
)

RELATIONS = (
    (Relation.EARLIER, Message("Earlier")),
    (Relation.LATER, Message("Later")),
    (Relation.RESCINDS, Message("Rescinds")),
)

OUTCOMES = (
    (DecisionOutcome.DECIDED, Message("The item is settled")),
    (DecisionOutcome.TABLED, Message("The item is tabled")),
    (DecisionOutcome.REFERRED_BACK, Message("The item is referred back")),
)

APPEALS = (
    (AppealRoute.LEGALITY, Message("Appeal: legality review (KL 13)")),
    (AppealRoute.ADMINISTRATIVE, Message("Appeal: administrative, from receipt (FL 44)")),
    (AppealRoute.NONE, Message("Cannot be appealed")),
)
