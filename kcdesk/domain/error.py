"""The expected kind of trouble: what a person is told, in the order that she needs it."""

from __future__ import annotations

from kcdesk.domain.message import Message


class UserFacingError(Exception):
    """Something outside the program went wrong and a person can do something about it.

    ``safe`` answers the first question of anyone who writes: is my text safe? Then comes what
    ``happened``, ``why`` and the ``remedy``. Anything that is not a ``UserFacingError`` is a bug.
    """

    def __init__(
        self,
        happened: Message,
        *,
        safe: Message | None = None,
        why: Message | None = None,
        remedy: Message | None = None,
    ) -> None:
        super().__init__(str(happened))
        self.safe = safe
        self.happened = happened
        self.why = why
        self.remedy = remedy

    def sentences(self) -> tuple[Message, ...]:
        """Return what to say, safest news first."""
        parts = (self.safe, self.happened, self.why, self.remedy)
        return tuple(part for part in parts if part is not None)
