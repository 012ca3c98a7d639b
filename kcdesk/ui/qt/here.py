"""Where and when one writes, from what a panel has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdesk.domain.body import Body
from kcdesk.i18n import catalogue, current
from kcdesk.services.meeting_clock import clock_at_meeting
from kcdesk.services.situation import Situation

if TYPE_CHECKING:
    from kcdesk.domain.records import Records
    from kcdesk.ui.qt.pane import MeetingContext


def situation_at(context: MeetingContext, item_id: str) -> Situation:
    """Return the situation at an item of the open meeting, now."""
    records = context.bridge.records
    return Situation(
        records=records,
        people=context.people,
        body=context.body,
        item_id=item_id,
        today=context.clock.today(),
        at=clock_at_meeting(records, context.clock.local()),
        lead_in=customary_lead_in(context.body),
        language=current().language,
    )


def customary_lead_in(body: Records) -> str:
    """Return how a body's decisions begin, in its language ("Styrelsen beslutar")."""
    row = body.root(Body)
    subject = row.subject or row.name
    if not subject:
        return ""
    return catalogue(row.language).text("{subject} decides", subject=subject)
