"""The time, from the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime


class SystemClock:
    """A ``Clock``: UTC for what is stored, the machine's own time zone for what people read.

    No zone is named: a secretary in Sweden has her machine set to it, and one who travels reads
    the time where she is. It also spares Windows a time zone database.
    """

    def now(self) -> datetime:
        """Return this instant, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return today's date where the user is."""
        return self.local().date()

    def local(self) -> datetime:
        """Return this instant in the user's own time zone."""
        return self.now().astimezone()
