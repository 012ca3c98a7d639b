"""When queued edits go to the disk."""

from __future__ import annotations

from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.richtext import text_of

PAUSE = 0.3
"""Seconds after the last key."""

PATIENCE = 0.4
"""Seconds that the first unsaved key waits at the most, however fast the others come."""


class Schedule:
    """Tells when the next commit is due. All times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._pause: float | None = None
        self._latest: float | None = None
        self._not_before = 0.0

    @property
    def due(self) -> float | None:
        """When to commit; None: nothing waits."""
        if self._pause is None or self._latest is None:
            return None
        return max(min(self._pause, self._latest), self._not_before)

    def note(self, now: float, *, urgent: bool) -> None:
        """Note an edit. ``urgent`` ones do not wait: a finished word, anything but typing."""
        self._pause = now + PAUSE
        if urgent:
            self._latest = now
        elif self._latest is None:
            self._latest = now + PATIENCE

    def begin(self) -> None:
        """All that was noted so far is being written."""
        self._pause = self._latest = None

    def postpone(self, until: float) -> None:
        """Writing failed: it is due again then, and not earlier whatever else is noted."""
        self._pause = self._latest = self._not_before = until


def ends_word(group: Group) -> bool:
    """Return whether a stretch of typing stands at a word's end, or is no typing at all."""
    last = group.operations[-1] if group.operations else None
    if not isinstance(last, Splice):
        return True
    typed = text_of(last.inserted)
    return bool(typed) and not typed[-1].isalnum()
