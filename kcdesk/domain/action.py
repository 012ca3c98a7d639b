"""What was agreed to be done, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.moment import Moment
from kcdesk.domain.row import Row, outside_seal, reference, row_type


class ActionState(StrEnum):
    """How far an owner has come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@row_type("action", "actions", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """One action; its owners each have a state of their own.

    ``any_owner`` means that one of the owners is enough ("Mona eller Emma").
    """

    text: str = ""
    due: Moment = Moment()
    any_owner: bool = False
    note: str = ""
    secret: bool = False
    secrecy_ground: str = ""


class OwnerKind(StrEnum):
    """What the owner of an action is."""

    PERSON = "person"
    ROLE = "role"  # "Samordnaren"
    GROUP = "group"  # "samtliga ledamöter"


@row_type("action_owner", "owners", owners=("action",))
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionOwner(Row):
    """Who is to act: a participant, or a person, role or group by name."""

    kind: OwnerKind = OwnerKind.PERSON
    participant_id: str | None = reference("participant")
    name: str = ""
    state: ActionState = outside_seal(ActionState.OPEN)
    done_on: date | None = outside_seal(None)
