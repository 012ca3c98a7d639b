"""A matter that a body has promised to take up and that no agenda has yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.moment import Moment
from kcdesk.domain.row import Row, row_type


@row_type("promised_matter", "promised_matters", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedMatter(Row):
    """What, from where ("Åsa Kling", "medborgarförslag 2026/7") and by when it is wanted.

    It waits from ``promised_on``, as long as no item has an ``ItemLink`` whose target it is.
    """

    title: str = ""
    source: str = ""
    wanted_by: Moment = Moment()
    note: str = ""
    promised_on: date | None = None
