"""The library: the root of the stream that holds what all bodies share."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.row import Row, row_type

LIBRARY_ID = "00000000-0000-4000-8000-000000000001"
"""Every library file holds one library row, always with this id."""


@row_type("library", "libraries", owners=())
@dataclass(frozen=True, slots=True, kw_only=True)
class Library(Row):
    """What a library is called."""

    name: str = ""
