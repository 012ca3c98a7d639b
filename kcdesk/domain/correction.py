"""What was wrong in minutes that were approved already (rättelse)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.row import Row, row_type


@row_type("correction", "corrections", owners=("item", "meeting"), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Row):
    """A correction of an approved item, or of what stands outside the items.

    It must be visible that the minutes were corrected and what was (JO 581-2013), so the first
    version stays as it was: ``text`` says what was changed, ``author`` who did it.
    """

    made_on: date | None = None
    author: str = ""
    text: str = ""
