"""The kallelse as it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdesk.domain.row import Row, kept_here, references, row_type


class SummonsKind(StrEnum):
    """Which kallelse it is."""

    ORDINARY = "ordinary"
    SUPPLEMENTARY = "supplementary"  # kompletterande kallelse


@row_type("summons", "summonses", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Summons(Row):
    """A kallelse that has been sent, on ``sent_on``; it does not change afterwards.

    ``items`` are those that it named and that are still there; ``snapshot`` is the SHA-256 of the
    kept text of meeting and body as they were then.
    """

    kind: SummonsKind = SummonsKind.ORDINARY
    sent_on: date | None = None
    items: tuple[str, ...] = references("item")
    snapshot: str = kept_here("")
