"""Decisions, and what leads to them and away from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.row import Row, reference, references, row_type


class AppealRoute(StrEnum):
    """How a decision can be appealed."""

    LEGALITY = "legality"  # laglighetsprövning, KL 13
    ADMINISTRATIVE = "administrative"  # förvaltningsbesvär, counted from delgivning (FL 44)
    NONE = "none"


class DecisionOutcome(StrEnum):
    """What a decision does with the matter: settle it, or let it wait for another meeting."""

    DECIDED = "decided"
    TABLED = "tabled"  # bordläggning
    REFERRED_BACK = "referred_back"  # återremiss


@row_type("decision", "decisions", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """One decision; its words are blocks, att-satser are blocks of the kind ``clause``.

    ``lead_in`` is the heading where it is not the customary "Beslut"; ``as_proposed`` prints
    "Enligt förslag"; ``handed_on`` marks one that others must take ("beslutas i respektive
    kommun"); ``before_notes`` puts it ahead of the notes.

    A matter that is tabled or referred back waits (``domain.waiting``). ``by_minority``: one third
    of those present in fullmäktige asked for it (KL 5:50); ``reasons`` say why it goes back.
    """

    lead_in: str = ""
    as_proposed: bool = False
    handed_on: bool = False
    before_notes: bool = False
    appeal: AppealRoute = AppealRoute.LEGALITY
    outcome: DecisionOutcome = DecisionOutcome.DECIDED
    by_minority: bool = False
    reasons: str = ""
    secret: bool = False
    secrecy_ground: str = ""


class MotionKind(StrEnum):
    """What a yrkande asks for."""

    ASSENT = "assent"  # bifall till förslaget
    REJECTION = "rejection"  # avslag
    AMENDMENT = "amendment"
    TABLING = "tabling"  # bordläggning
    REFERRAL_BACK = "referral_back"  # återremiss
    OWN = "own"


class MotionFate(StrEnum):
    """What became of a yrkande."""

    OPEN = "open"
    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


@row_type("motion", "motions", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Motion(Row):
    """A yrkande: who moves (``movers``, or ``mover_text`` for others), what, and its fate."""

    movers: tuple[str, ...] = references("participant")
    mover_text: str = ""
    kind: MotionKind = MotionKind.ASSENT
    text: str = ""
    fate: MotionFate = MotionFate.OPEN
    secret: bool = False
    secrecy_ground: str = ""


class Choice(StrEnum):
    """How somebody voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class VoteMethod(StrEnum):
    """How it was decided."""

    ACCLAMATION = "acclamation"
    OPEN = "open"
    SECRET = "secret"


@row_type("vote", "votes", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Row):
    """A vote: what yes and no mean, the result, and who broke a tie.

    The counts are used where there are no ballots by name (a secret ballot). ``tie_broken_for`` is
    what the lot or the casting vote chose, where no ballot of the caster tells (KL 5:56).

    ``account`` and ``result`` are the secretary's own words; empty: the program's. Beside each
    stands what the program had written when it was reworded.
    """

    method: VoteMethod = VoteMethod.OPEN
    yes_means: str = ""
    no_means: str = ""
    yes_count: int | None = None
    no_count: int | None = None
    abstain_count: int | None = None
    casting_participant_id: str | None = reference("participant")  # utslagsröst
    drawn_by_lot: bool = False
    tie_broken_for: Choice | None = None
    account: str = ""
    account_composed: str = ""
    result: str = ""
    result_composed: str = ""
    secret: bool = False
    secrecy_ground: str = ""


@row_type("ballot", "ballots", owners=("vote",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Row):
    """One person's vote in an open vote."""

    participant_id: str | None = reference("participant")
    choice: Choice = Choice.YES


class ReservationKind(StrEnum):
    """What somebody wants on record. Only the first is a reservation in the law's sense."""

    RESERVATION = "reservation"  # KL 4:27
    MINUTES_NOTE = "minutes_note"  # protokollsanteckning
    SPECIAL_STATEMENT = "special_statement"  # särskilt yttrande
    OPINION_NOTED = "opinion_noted"  # a non-serving substitute, KL 6:17
    ABSTENTION = "abstention"  # takes no part in the decision, KL 4:25


@row_type("reservation", "reservations", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation(Row):
    """A reservation or other note on record, by one or several; blocks hold written reasons."""

    kind: ReservationKind = ReservationKind.RESERVATION
    participants: tuple[str, ...] = references("participant")
    text: str = ""
    handed_in: date | None = None
    secret: bool = False
    secrecy_ground: str = ""
