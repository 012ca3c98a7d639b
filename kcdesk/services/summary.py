"""Bodies and meetings as lists show them. Apart from the ports: lists need them at the start."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.meeting_state import MeetingKind, MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.regime import Regime


@dataclass(frozen=True, slots=True)
class BodySummary:
    """A body as lists show it."""

    id: str
    organisation: str
    name: str
    regime: Regime


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A meeting as lists show it. ``body_id`` is empty where it has none."""

    id: str
    body_id: str
    day: Moment
    title: str
    kind: MeetingKind
    state: MeetingState
    place: str
