"""What a meeting's checks need of the rest of the library; without a library nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action of an earlier meeting of the body that is overdue; ``names`` of those who have not
    done it.
    """

    text: str
    due: date
    meeting_day: date | None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """``last_paragraph`` is the highest § of the body and year before the meeting: 0 where it is
    the first of its year, None where nothing earlier is known of the body at all.
    ``next_paragraph`` is the first § after it in the year, None without one.
    """

    last_paragraph: int | None = None
    next_paragraph: int | None = None
    overdue: tuple[EarlierAction, ...] = ()


ALONE = Neighbours()
"""A meeting outside any library."""
