"""All row classes: importing this module registers every one of them.

Import it wherever rows are read without naming their classes (storage, exchange).
"""

from __future__ import annotations

from kcdesk.domain import (
    action,
    approval,
    attachment,
    block,
    body,
    correction,
    decision,
    dispatch,
    final_force,
    followed_action,
    item,
    known_word,
    library,
    masking,
    meeting,
    participant,
    person,
    phrase,
    planned_meeting,
    promised_matter,
    section,
    signature,
    standing_item,
    summons,
    version,
)
from kcdesk.domain.row import ROW_TYPES

NOUNS = (
    library,
    person,
    known_word,
    body,
    standing_item,
    promised_matter,
    planned_meeting,
    phrase,
    meeting,
    participant,
    item,
    section,
    decision,
    dispatch,
    action,
    followed_action,
    attachment,
    approval,
    signature,
    correction,
    summons,
    masking,
    final_force,
    version,
    block,
)

STREAM_ROOTS = ("library", "body", "meeting")
"""The tables whose rows begin a stream of their own."""

__all__ = ["NOUNS", "ROW_TYPES", "STREAM_ROOTS"]
