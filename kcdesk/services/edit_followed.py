"""Changing an action of an earlier meeting where it is looked back at."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.action import ActionState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change


def set_followed_state(records: Records, id: str, state: ActionState, today: date) -> Group:
    """Return the group that notes how far it has come; ``today`` is kept with "done"."""
    done_on = today if state is ActionState.DONE else None
    fields: dict[str, object] = {"state": state, "done_on": done_on}
    return change(records, id, Message("Change the state of an action"), fields)


def change_followed(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes other fields."""
    return change(records, id, Message("Change followed action"), fields)
