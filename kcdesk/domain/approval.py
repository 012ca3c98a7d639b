"""Approval (justering) and notice (anslag): what the law asks for after the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.moment import ClockTime
from kcdesk.domain.row import Row, kept_here, reference, references, row_type


@row_type("approval", "approvals", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Row):
    """One approval: of the listed items (omedelbar justering), or of all the others when empty.

    ``planned_on`` and ``planned_time`` are what is agreed, ``approved_on`` what happened (the day
    of the last signature). From ``sent_on``, when the text went out for signature, it does not
    change; ``fingerprint`` is that of the version that went out; ``sealed_on`` is set when all
    have signed. Only the library's own commands set these three.
    """

    items: tuple[str, ...] = references("item")
    place: str = ""
    planned_on: date | None = None
    planned_time: ClockTime | None = None
    approved_on: date | None = None
    storage_location: str = ""
    sent_on: date | None = kept_here(None)
    sealed_on: date | None = kept_here(None)
    fingerprint: str = kept_here("")


@row_type("approver", "approvers", owners=("approval",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Approver(Row):
    """Who is chosen to approve the minutes together with the chair.

    ``sent_on`` is the day on which she got the text, ``signed_on`` that of her signature. What she
    does not agree with stands in ``dissent``; ``referred`` when the question was left to the body
    to settle instead (JO 3339-2013: who approves certifies what was decided).
    """

    participant_id: str | None = reference("participant")
    name: str = ""
    sent_on: date | None = None
    signed_on: date | None = None
    dissent: str = ""
    referred: bool = False


@row_type("notice", "notices", owners=("approval",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Row):
    """The notice of one approval on one board. The days are what happened; None: not yet."""

    board: str = ""
    posted_on: date | None = None
    removed_on: date | None = None
    address: str = ""


class DateKey(StrEnum):
    """The computed dates that may be overridden."""

    APPROVE_BY = "approve_by"
    POST_BY = "post_by"
    LAST_APPEAL_DAY = "last_appeal_day"
    TAKE_DOWN = "take_down"
    FINAL_FORCE = "final_force"


@row_type("date_override", "date_overrides", owners=("approval",))
@dataclass(frozen=True, slots=True, kw_only=True)
class DateOverride(Row):
    """Another day than the computed one, with the reason that must be given."""

    key: DateKey = DateKey.TAKE_DOWN
    day: date | None = None
    reason: str = ""
