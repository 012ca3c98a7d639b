"""The break that is going on."""

from __future__ import annotations

from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.records import Records


def open_break(records: Records) -> Adjournment | None:
    """Return the last break if it has begun and not ended; None where the meeting goes on."""
    rows = records.children(records.root_id, Adjournment)
    last = rows[-1] if rows else None
    return last if last and last.from_time and not last.until_time else None
