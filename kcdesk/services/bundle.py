"""A meeting outside any library: with its body and the people it names, whole in itself."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class MeetingBundle:
    """What one exchange file holds, and what a document is printed from.

    ``persons`` has the library as its root, which is itself not among the rows.
    """

    body: Records
    persons: Records
    meeting: Records
