"""The signatures that minutes get beside those of the approvers, and the signed copy itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.row import Row, kept_here, reference, references, row_type


class SignerRole(StrEnum):
    """As what somebody signs who is no approver."""

    SECRETARY = "secretary"
    CHAIR = "chair"


@row_type("signature", "signatures", owners=("approval",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Row):
    """The signature of the secretary, or of somebody who was in the chair.

    ``items`` are those that a chair led, where several did; empty: all of the approval.
    """

    role: SignerRole = SignerRole.SECRETARY
    participant_id: str | None = reference("participant")
    name: str = ""
    items: tuple[str, ...] = references("item")
    sent_on: date | None = None
    signed_on: date | None = None


@row_type("signed_copy", "signed_copies", owners=("approval",))
@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy(Row):
    """The signed original as it came back: scanned, or signed in another service.

    ``sha256`` (lower-case hex) and ``size`` (bytes) are of the kept file. ``begins_with_sent``
    says whether it begins with the file that went out, as one signed electronically does.
    """

    name: str = ""
    sha256: str = ""
    size: int | None = None
    received_on: date | None = None
    begins_with_sent: bool = kept_here(False)  # noqa: FBT003  # the field's default
