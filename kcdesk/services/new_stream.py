"""A body or a meeting that is about to be: its first rows and the group that makes them."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.row import Row
from kcdesk.services.ports import Journal


@dataclass(frozen=True, slots=True)
class NewStream:
    """The root and the other rows, owners before what they own."""

    label: Message
    root: Row
    rows: tuple[Row, ...] = ()

    def begin(self, journal: Journal) -> str:
        """Keep it; returns its id. Waits for the disk. Raises ``UserFacingError``."""
        group = Group(self.label, tuple(Insert(row) for row in (self.root, *self.rows)))
        journal.create(self.root, self.rows, group)
        return self.root.id
