"""Expediering: that a decision was sent to somebody whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.row import Row, row_type


class DispatchMethod(StrEnum):
    """How something was sent."""

    EMAIL = "email"
    POST = "post"
    INTERNAL = "internal"  # internpost
    HANDED_OVER = "handed_over"
    DIGITAL_MAILBOX = "digital_mailbox"
    CASE_SYSTEM = "case_system"  # made known in the case management system


@row_type("dispatch", "dispatches", owners=("recipient",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Row):
    """One sending of an extract to a recipient: when, how and by whom.

    It comes after the signing and lies outside the seal. ``sent_on`` None: prepared, not sent.
    """

    sent_on: date | None = None
    method: DispatchMethod = DispatchMethod.EMAIL
    sent_by: str = ""
    note: str = ""
