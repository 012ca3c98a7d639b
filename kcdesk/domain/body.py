"""A body, its profile and its roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.regime import Regime
from kcdesk.domain.row import Row, reference, row_type

__all__ = [
    "FORMAL_ORDER",
    "Body",
    "HeadingWord",
    "ItemPart",
    "Layout",
    "MemberKind",
    "Membership",
    "NoticeBoard",
    "Numbering",
    "Regime",
    "RoleKind",
    "TakeDown",
    "Theme",
]


class Numbering(StrEnum):
    """How items are numbered."""

    PARAGRAPH = "paragraph"  # § 47, running per body and calendar year
    ITEM = "item"  # 1., 2., 10.1 per meeting


class Layout(StrEnum):
    """How the minutes are laid out."""

    SINGLE = "single"
    TWO_COLUMN = "two_column"


class Theme(StrEnum):
    """How printed documents look."""

    CLASSIC = "classic"  # black headings, a rule under the head, §§ in the margin
    MODERN = "modern"  # headings and a band in the accent, more air
    COMPACT = "compact"  # smaller, tighter: fewer pages


class TakeDown(StrEnum):
    """When a notice comes down: both conventions are in use."""

    DAY_AFTER = "day_after"
    LAST_DAY = "last_day"


class ItemPart(StrEnum):
    """The parts of an item; a body's profile puts them in order."""

    QUESTION = "question"
    BACKGROUND = "background"
    BASIS = "basis"
    PROPOSAL = "proposal"
    NOTES = "notes"
    CONTRIBUTIONS = "contributions"
    MOTIONS = "motions"
    PROPOSITION_ORDER = "proposition_order"
    VOTES = "votes"
    DECISIONS = "decisions"
    RESERVATIONS = "reservations"
    LABELLED = "labelled"
    SUB_ITEMS = "sub_items"
    ACTIONS = "actions"
    RECIPIENTS = "recipients"


FORMAL_ORDER = (
    ItemPart.QUESTION,
    ItemPart.BACKGROUND,
    ItemPart.BASIS,
    ItemPart.PROPOSAL,
    ItemPart.NOTES,
    ItemPart.LABELLED,
    ItemPart.CONTRIBUTIONS,
    ItemPart.MOTIONS,
    ItemPart.PROPOSITION_ORDER,
    ItemPart.VOTES,
    ItemPart.DECISIONS,
    ItemPart.RESERVATIONS,
    ItemPart.ACTIONS,
    ItemPart.SUB_ITEMS,
    ItemPart.RECIPIENTS,
)
"""Domain custom: what was said, then what was decided. Each body may put it otherwise."""


@row_type("body", "bodies", owners=())
@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Row):
    """A body and the profile that its meetings follow; a meeting may override parts of it.

    ``organisation`` is whose it is ("Samordningsförbundet Älvdalarna"), ``name`` its own name
    ("Styrelsen"), ``subject`` how its decisions begin ("Styrelsen"). ``seats`` is the number of
    members that the quorum is counted from; ``accent`` a colour as ``#rrggbb``, empty for ours.
    ``theme`` is the look of documents; ``logo`` a picture for their first page as a data address
    (``domain.logo``), ``logo_text`` what it shows, for those who cannot see it.
    ``group_by_organisation`` prints those who decide under their organisations.
    ``may_serve_again`` false: who has broken off service otherwise than for jäv serves no more
    that day (KL 5:20, where the rules of procedure say so). ``summons_days``: how many days
    before a meeting the kallelse must be with the members, by the body's own rule; None: it has
    none. ``only_prepares``: an utskott that decides nothing by itself, so that no decision of it
    can be reviewed for its legality (KL 13:2).
    """

    organisation: str = ""
    name: str = ""
    subject: str = ""
    regime: Regime = Regime.INFORMAL
    numbering: Numbering = Numbering.ITEM
    layout: Layout = Layout.SINGLE
    language: str = "sv"
    seats: int | None = None
    part_order: tuple[ItemPart, ...] = FORMAL_ORDER
    case_prefix: str = ""
    storage_location: str = ""
    take_down: TakeDown = TakeDown.DAY_AFTER
    accent: str = ""
    group_by_organisation: bool = False
    theme: Theme = Theme.CLASSIC
    logo: str = ""
    logo_text: str = ""
    may_serve_again: bool = True
    summons_days: int | None = None
    only_prepares: bool = False


@row_type("heading_word", "heading_words", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingWord(Row):
    """What the body calls a part of its items instead of the customary heading."""

    part: ItemPart = ItemPart.DECISIONS
    text: str = ""


@row_type("notice_board", "boards", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBoard(Row):
    """Where the body's notices are posted."""

    name: str = ""
    address: str = ""  # a web address, where it is a web board


class MemberKind(StrEnum):
    """How somebody belongs to a body."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    STAFF = "staff"  # secretary and others who always attend without deciding


class RoleKind(StrEnum):
    """What somebody does at a meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    SECRETARY = "secretary"
    PRESENTER = "presenter"
    ORGANISER = "organiser"
    APPROVER = "approver"


@row_type("membership", "memberships", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Row):
    """A person's dated place in a body.

    ``represents`` is the organisation she sits for; ``service_order`` the order in which
    substitutes are called in (1 first).
    """

    person_id: str | None = reference("person")
    kind: MemberKind = MemberKind.MEMBER
    role: RoleKind | None = None
    represents: str = ""
    service_order: int | None = None
    from_day: date | None = None
    until_day: date | None = None
