"""A state of the meeting that somebody gave a name."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.row import Row, row_type


@row_type("version", "versions", owners=("meeting",), outside_seal=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Row):
    """The meeting as it stood when this row came: the log tells when, and how it was.

    It is of the working text, no part of the minutes: no document prints it and nobody outside
    gets it.
    """

    name: str = ""
