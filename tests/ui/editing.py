"""An editing session over a journal in memory, and keys as a person presses them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.ports import LogEntry, WriterListener
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.session_bridge import SessionBridge


class MemoryJournal:
    """Keeps one stream's log as the library would, without a disk."""

    def __init__(self, root_id: str, rows: Sequence[Row]) -> None:
        self._root_id = root_id
        made = Group(Message("Made"), tuple(Insert(row) for row in rows))
        self.groups: dict[int, Group] = {1: made}

    def load(self, stream_id: str) -> Records:
        records = Records(self._root_id)
        for group in self.groups.values():
            records = records.apply(group)
        return records

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        at = datetime(2026, 11, 12, tzinfo=UTC)
        return [
            LogEntry(stream_id, seq, group, group.undoes, 1, at, "")
            for seq, group in self.groups.items()
        ]

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None:
        raise NotImplementedError

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        assert seq not in self.groups
        self.groups[seq] = group

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        assert seq in self.groups
        self.groups[seq] = group

    def close_last(self, stream_id: str, seq: int) -> None:
        pass

    def drain(self) -> None:
        pass

    def is_stored(self, stream_id: str) -> bool:
        return True

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        return int


def bridge_over(rows: Sequence[Row]) -> SessionBridge:
    """Return a session over these rows, the first of which is the root."""
    root = rows[0]
    return SessionBridge(EditingSession(root.id, MemoryJournal(root.id, rows)))


def write(widget: QWidget, text: str) -> None:
    """Type text; letters beyond ASCII go in as events of their own (QTest aborts on them)."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier(0)
            )


def key(widget: QWidget, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press one key."""
    together = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        together |= each
    QTest.keyClick(widget, which, together)
