"""What stands against the minutes when they are to take their next step."""

from __future__ import annotations

from kcdesk.domain.meeting_state import MeetingState
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding, Severity
from kcdesk.services.check.registry import CHECKS
from kcdesk.services.check.run import ordered

_AFTERWARDS = (15, 16, 17, 18, 19, 20, 21, 32, 36)
"""Checks of what comes with the approval and after it."""

_BEFORE: dict[MeetingState, tuple[int, ...]] = {
    MeetingState.REVIEW: (2, 25),
    MeetingState.APPROVAL: tuple(
        check.number for check in CHECKS if check.number not in _AFTERWARDS
    ),
    MeetingState.NOTICE: (15, 16, 20, 23),
    MeetingState.DONE: (16, 17, 18, 20, 21),
}


def before_step(context: CheckContext, state: MeetingState | None) -> tuple[Finding, ...]:
    """Return what stands before the step to a state, gravest first; tips are left to the panel.

    Before others read them, informal notes as well are asked for time, place, text and decisions.
    """
    if state is None:
        return ()
    anyway = state is MeetingState.REVIEW
    numbers = _BEFORE.get(state, ())
    found = (
        finding
        for check in CHECKS
        if check.number in numbers
        for finding in check.findings(context, anyway=anyway)
    )
    return ordered(each for each in found if each.severity is not Severity.TIP)
