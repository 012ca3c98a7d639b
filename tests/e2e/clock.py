"""A clock that a test sets."""

from __future__ import annotations

from datetime import UTC, date, datetime


class SetClock:
    """Stands still until it is set; the user lives in UTC."""

    def __init__(self, at: str) -> None:
        self.set(at)

    def set(self, at: str) -> None:
        """Set it: "2026-11-12 09:12"."""
        self._now = datetime.fromisoformat(at).replace(tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.date()

    def local(self) -> datetime:
        return self._now
