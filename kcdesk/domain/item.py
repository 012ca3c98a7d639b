"""An item of the agenda and of the minutes, and its head."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.moment import ClockTime
from kcdesk.domain.row import Row, reference, row_type


class ItemKind(StrEnum):
    """What an item is for. Most minutes say it of some items only: then it is unstated."""

    UNSTATED = "unstated"
    FORMALITY = "formality"  # opening, approvers, next meeting, closing
    INFORMATION = "information"
    CONSULTATION = "consultation"
    DECISION = "decision"
    ELECTION = "election"
    EMPLOYMENT = "employment"  # of staff: lots break a tie, ballots may be secret (KL 5:54, 5:56)
    INTERPELLATION = "interpellation"  # in fullmäktige, listed in its minutes (KL 5:68)
    QUESTION = "question"  # a member's question in fullmäktige (KL 5:68)

    @property
    def allows_secret_ballot(self) -> bool:
        """Whether ballots may be secret and lots break a tie (KL 5:54, 5:56)."""
        return self in (ItemKind.ELECTION, ItemKind.EMPLOYMENT)

    @property
    def decides(self) -> bool:
        """Whether an item of this kind ends in a decision."""
        return self in (ItemKind.DECISION, ItemKind.ELECTION, ItemKind.EMPLOYMENT)


@row_type("item", "items", owners=("meeting", "item"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Row):
    """An item, or a sub-item under another one.

    ``title`` is its name in the kallelse, ``heading`` the one in the minutes (empty: the same).
    ``agenda_number`` is kept once a kallelse is out; ``numbered`` false makes a bare heading, or,
    where it is ``lettered``, a § that has the number before it and a letter ("58 a"): of a matter
    that came to be minuted when the numbers after it were given.
    A ``secret`` item keeps heading, presenters and attachment names in the public copy and
    leaves its text out, with ``secrecy_ground`` (law and §).
    """

    title: str = ""
    heading: str = ""
    kind: ItemKind = ItemKind.INFORMATION
    numbered: bool = True
    lettered: bool = False
    agenda_number: str = ""
    case_number: str = ""
    page_reference: str = ""  # "Se bilaga s. 9 och 11"
    planned_start: ClockTime | None = None
    planned_minutes: int | None = None
    actual_start: ClockTime | None = None
    actual_end: ClockTime | None = None
    announced: bool = True  # false: not in the kallelse
    immediate_approval: bool = False
    secret: bool = False
    secrecy_ground: str = ""
    done: bool = False

    @property
    def name(self) -> str:
        """The heading that the minutes print."""
        return self.heading or self.title


@row_type("presenter", "presenters", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Presenter(Row):
    """Who presents an item: a participant, or somebody named here only."""

    participant_id: str | None = reference("participant")
    name: str = ""
    organisation: str = ""
    title: str = ""


class Relation(StrEnum):
    """How an item relates to another handling of the matter."""

    EARLIER = "earlier"
    LATER = "later"
    RESCINDS = "rescinds"  # "Beslut från möte 2015-06-10, ärende 4, utgår"


@row_type("item_link", "links", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLink(Row):
    """An earlier or later handling, in this body or another. ``target`` is an item's id where the
    other meeting is in the library; ``text`` names it for the reader.
    """

    relation: Relation = Relation.EARLIER
    target: str = ""
    text: str = ""


@row_type("recusal", "recusals", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal(Row):
    """Jäv: a participant takes no part in the item (KL 5:47; 6:28, 6:30).

    ``sentence`` is the secretary's wording, ``sentence_composed`` the program's at that time.
    """

    participant_id: str | None = reference("participant")
    ground: str = ""
    sentence: str = ""
    sentence_composed: str = ""


@row_type("recipient", "recipients", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Row):
    """Who the decision is sent to."""

    name: str = ""
    address: str = ""
