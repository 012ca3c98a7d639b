"""What a meeting's checks need of the rest of the library; without a library nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action of an earlier meeting of the body that is overdue."""

    text: str
    due: date
    meeting_day: date | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """``last_paragraph`` is the highest § of the body and year before the meeting (0: none; None:
    not known), ``next_paragraph`` the first § of the meeting after it, None without one.
    """

    last_paragraph: int | None = None
    next_paragraph: int | None = None
    overdue: tuple[EarlierAction, ...] = ()


ALONE = Neighbours()
"""A meeting outside any library."""
