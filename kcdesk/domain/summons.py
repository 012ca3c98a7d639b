"""The kallelse as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.row import Row, kept_here, row_type


class SummonsKind(StrEnum):
    """Which kallelse it is."""

    ORDINARY = "ordinary"
    SUPPLEMENTARY = "supplementary"  # kompletterande kallelse


@row_type("summons", "summonses", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Summons(Row):
    """A kallelse that has been sent, on ``sent_on``. It is never changed.

    ``snapshot`` is the SHA-256 of the kept text of meeting and body as they were then: which items
    it named, under which numbers. ``Item.announced`` says it of the items that are still there.
    """

    kind: SummonsKind = SummonsKind.ORDINARY
    sent_on: date | None = None
    snapshot: str = kept_here("")
