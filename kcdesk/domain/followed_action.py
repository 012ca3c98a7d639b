"""An action of an earlier meeting, brought along to the item that looks back at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.action import ActionState
from kcdesk.domain.moment import Moment
from kcdesk.domain.row import Row, row_type


@row_type("followed_action", "followed_actions", owners=("item",))
@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedAction(Row):
    """What was to be done, by whom and by when, as it was agreed; ``origin`` says where.

    ``target`` is the id of the ``ActionOwner`` who is to act there, where the meeting is in the
    library: until these minutes go out for signature both have the same state, whichever of them
    changes (``services.mirror_action``). What is signed keeps the state of that day. Without a
    target nobody was named to act. ``note`` is what was said about it now.
    """

    text: str = ""
    who: str = ""
    due: Moment = Moment()
    origin: str = ""
    target: str = ""
    state: ActionState = ActionState.OPEN
    done_on: date | None = None
    note: str = ""
    secret: bool = False
    secrecy_ground: str = ""


def is_same(one: FollowedAction, other: FollowedAction) -> bool:
    """Return whether two rows are of one action that several are to do."""
    return _agreed(one) == _agreed(other)


def _agreed(row: FollowedAction) -> tuple[object, ...]:
    return (row.text, row.due, row.origin, row.secret, row.secrecy_ground)
