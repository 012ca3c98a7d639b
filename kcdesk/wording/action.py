"""How far an action has come, in a word."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.action import ActionState
from kcdesk.i18n import Catalogue


def action_state(texts: Catalogue, state: ActionState, done_on: date | None) -> str:
    """Return "pågår", "klar 2026-12-01" or "avskriven"."""
    match state:
        case ActionState.OPEN:
            return texts.text("open")
        case ActionState.DONE if done_on is not None:
            return texts.text("done {day}", day=texts.day(done_on))
        case ActionState.DONE:
            return texts.text("done")
        case ActionState.DROPPED:
            return texts.text("dropped")
