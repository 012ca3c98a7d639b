"""The instant that is noted of what is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Return this instant."""
    return datetime.now(UTC)
