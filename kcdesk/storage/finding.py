"""What verifying a library says."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.message import Message


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a stream that the program has not written. ``seq`` is the group, where known."""

    stream_id: str
    what: Message
    seq: int | None = None
