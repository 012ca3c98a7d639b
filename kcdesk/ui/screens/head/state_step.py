"""Taking the step to the next state of the minutes, or back: by an edit, or by a command where the
text goes out for signature, comes back or is sealed.
"""

from __future__ import annotations

from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.change_state import (
    following,
    is_out,
    next_state,
    preceding,
    previous_state,
    rest_approval,
)
from kcdesk.services.edit_approval import prepare_approval
from kcdesk.services.sign_minutes import taking_back_voids
from kcdesk.ui.qt import signing
from kcdesk.ui.qt.pane import MeetingContext


def sends_out(records: Records, *, formal: bool) -> bool:
    """Whether the step to the following state sends a text out for signature."""
    rest = rest_approval(records)
    if rest is not None and rest.sent_on is not None:
        return False
    match following(records, formal=formal):
        case MeetingState.APPROVAL:
            return True
        case MeetingState.NOTICE:
            return rest is not None
        case _:
            return False


def take_step(context: MeetingContext, *, formal: bool) -> None:
    """Take the step to the following state. Raises ``UserFacingError``."""
    bridge = context.bridge
    group = next_state(bridge.records, formal=formal)  # says what blocks
    match following(bridge.records, formal=formal):
        case MeetingState.APPROVAL:
            _send(context, group)
        case MeetingState.NOTICE:
            rest = rest_approval(bridge.records)
            if rest is not None and rest.sealed_on is None:
                signing.seal(context, rest.id)
            else:
                bridge.perform(group)
        case _:
            bridge.perform(group)


def take_step_back(context: MeetingContext, *, formal: bool) -> None:
    """Take the step to the state before. Raises ``UserFacingError``."""
    bridge = context.bridge
    rest = rest_approval(bridge.records)
    to_review = preceding(bridge.records, formal=formal) is MeetingState.REVIEW
    if formal and to_review and rest is not None and is_out(bridge.records):
        signing.take_back(context, rest.id)
    else:
        bridge.perform(previous_state(bridge.records, formal=formal))


def back_words(records: Records) -> Message | None:
    """Return what taking the text back makes void."""
    rest = rest_approval(records)
    return taking_back_voids(records, rest.id) if rest is not None else None


def _send(context: MeetingContext, group: Group) -> None:
    bridge = context.bridge
    if rest_approval(bridge.records) is None:
        bridge.perform(prepare_approval(bridge.records, context.body))
    rest = rest_approval(bridge.records)
    if rest is None or rest.sent_on is not None:
        bridge.perform(group)
    else:
        signing.send(context, rest.id)
