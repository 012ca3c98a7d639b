"""Dates and times as minutes state them: exact, approximate, unknown, or tied to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Tie(StrEnum):
    """What a day that has no date yet depends on."""

    NEXT_MEETING = "next_meeting"
    BEFORE_NEXT_MEETING = "before_next_meeting"
    OTHER_MEETING = "other_meeting"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as people write it.

    ``day`` alone is exact ("2026-03-02"). ``text`` alone keeps the words ("i februari"); with
    ``day`` as well the day is only the last one meant, used for sorting and reminders.
    ``tie`` binds it to a meeting ("vid nästa sammanträde"). All empty: unknown.
    """

    day: date | None = None
    text: str = ""
    tie: Tie | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is said."""
        return self.day is None and not self.text and self.tie is None

    @property
    def is_exact(self) -> bool:
        """Whether it is one certain day."""
        return self.day is not None and not self.text and self.tie is None


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A local time of day, to the minute; "ca 16.00" is approximate."""

    time: time
    approximate: bool = False
