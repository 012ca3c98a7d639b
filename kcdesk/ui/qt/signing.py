"""The library's commands for signing, given from a panel of an open meeting.

Each stores what is written first, waits for the disk (a moment) and reads the meeting again. They
raise ``UserFacingError``; then nothing has happened.
"""

from __future__ import annotations

from kcdesk.domain.approval import Approval
from kcdesk.services.sign_minutes import sealing, sending, taking_back
from kcdesk.ui.qt.pane import MeetingContext


def send(context: MeetingContext, approval_id: str) -> None:
    """Send the text of an approval out for signature."""
    bridge, today = context.bridge, context.clock.today()
    bridge.close_typing()
    group = sending(bridge.records, approval_id, today)
    context.shelf.sealer.send(bridge.records.root_id, approval_id, group, today)
    bridge.reload()


def take_back(context: MeetingContext, approval_id: str) -> None:
    """Take a text back from signature; the signatures so far are void."""
    bridge = context.bridge
    bridge.close_typing()
    group = taking_back(bridge.records, approval_id)
    context.shelf.sealer.take_back(bridge.records.root_id, approval_id, group)
    bridge.reload()


def seal(context: MeetingContext, approval_id: str) -> None:
    """Seal a text; one that did not go out from here goes out with it."""
    bridge, today = context.bridge, context.clock.today()
    bridge.close_typing()
    sealing(bridge.records, approval_id)  # says what is missing before anything is sent
    if bridge.records.get(Approval, approval_id).sent_on is None:
        send(context, approval_id)
    group = sealing(bridge.records, approval_id)
    context.shelf.sealer.seal(bridge.records.root_id, approval_id, group, today)
    bridge.reload()
