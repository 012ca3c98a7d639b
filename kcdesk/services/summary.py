"""Bodies and meetings as lists show them.

Apart from the ports, and no dataclasses: lists need them at the start, and a dataclass takes eight
times as long to declare.
"""

from __future__ import annotations

from typing import NamedTuple

from kcdesk.domain.meeting_state import MeetingKind, MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.regime import Regime


class BodySummary(NamedTuple):
    """A body as lists show it."""

    id: str
    organisation: str
    name: str
    regime: Regime


class MeetingSummary(NamedTuple):
    """A meeting as lists show it. ``body_id`` is empty where it has none."""

    id: str
    body_id: str
    day: Moment
    title: str
    kind: MeetingKind
    state: MeetingState
    place: str
