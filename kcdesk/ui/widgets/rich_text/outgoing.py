"""From the document to the session: a key is seen first, then told.

Telling takes longer than painting: the difference, the operation, the queue to the disk, and all
who follow a change. It waits until the letter is on the screen, which is as soon as the event loop
has painted; and not longer than until somebody asks the session for the rows, changes them, or
presses the next key. So nobody ever reads rows that lack what was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from kcdesk.domain.block import Block
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.row import Row
from kcdesk.services.edit_text import retyped, rewrite
from kcdesk.ui.widgets.rich_text.follower import redress
from kcdesk.ui.widgets.rich_text.mirror import Difference, DocumentMirror

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

PAUSE = 2_000
"""Milliseconds without a key after which a stretch of typing is complete."""

_TURN = QEvent.Type(QEvent.registerEventType())
_AFTER_PAINT = Qt.EventPriority.LowEventPriority.value - 1
"""Qt paints at low priority: what comes below that finds the picture drawn."""


class Outgoing(QObject):
    """What one editor has to tell. ``missing_owner`` is inserted with the first text where it does
    not exist yet. ``told`` comes when the session knows what was typed.
    """

    told = Signal()

    def __init__(
        self, edit: RichTextEdit, mirror: DocumentMirror, missing_owner: Row | None
    ) -> None:
        super().__init__(edit)
        self._edit = edit
        self._bridge = edit.bridge
        self._mirror = mirror
        self._missing_owner = missing_owner
        self._still = 0  # how many of our own changes of the document are under way
        self.waits = False  # something was typed that the session does not know yet
        self._in_step = False  # a step of several changes is under way
        self._label: Message | None = None  # what the next difference is called, if not typing
        self.is_sending = False
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._bridge.close_typing)

    @property
    def is_still(self) -> bool:
        """Whether the document changes without being edited."""
        return bool(self._still)

    @property
    def is_typing(self) -> bool:
        """Whether the document was edited, by keys, and the session does not know of it."""
        return self._mirror.is_dirty and not self._still and not self._in_step

    @contextmanager
    def own_change(self) -> Iterator[None]:
        """What changes the document within is not an edit of the user's."""
        self._bridge.give()
        self._still += 1
        try:
            yield
        finally:
            self._still -= 1

    @contextmanager
    def step(self, label: Message) -> Iterator[None]:
        """What changes the document within is one step of history."""
        self._bridge.give()
        self._label, self._in_step = label, True
        try:
            yield
        finally:
            self._in_step = False
            self._send()
            self._label = None

    def note(self, position: int, added: int) -> None:
        """Qt says where the document changed."""
        if not self._still:
            self._mirror.note(position, added)

    def wait(self) -> None:
        """The document was changed: tell it when that is seen."""
        if self.waits or not self.is_typing:
            return
        self.waits = True
        self._bridge.hold(self._send)
        QCoreApplication.postEvent(self, QEvent(_TURN), _AFTER_PAINT)

    def customEvent(self, event: QEvent) -> None:
        """It is seen: tell it."""
        if event.type() == _TURN:
            self._bridge.give()

    # ---- inside --------------------------------------------------------------------------

    def _send(self) -> None:
        if not isValid(self):  # the editor has gone
            return
        waited, self.waits = self.waits, False
        difference = self._mirror.difference()
        if difference is not None:
            self._tell(difference)
        if not isValid(self):
            return
        if difference is not None:
            self._edit.completion.follow()
        if waited:
            self.told.emit()

    def _tell(self, difference: Difference) -> None:
        self.is_sending = True
        try:
            typed = difference.typed if self._label is None else None
            if typed is not None:
                splice = retyped(typed[0], typed[1].spans)
                assert splice is not None
                made = self._bridge.type(splice, Message("Typing"))
            else:
                made = self._bridge.perform(self._group(difference))
        finally:
            self.is_sending = False
        if not isValid(self):  # the edit was refused, and who shows the text has made it anew
            return
        if not made:
            self._edit.show_afresh()
            return
        if typed is not None:
            self.pause.start()
        self._settle(difference)

    def _group(self, difference: Difference) -> Group:
        label = self._label or Message("Typing")
        records = self._bridge.records
        group = rewrite(
            records,
            difference.rows_before,
            difference.rows_after,
            previous_id=difference.previous_id,
            label=label,
        )
        if self._missing_owner is not None and self._edit.owner_id not in records:
            owner = self._missing_owner  # made long ago: others may have come before it since
            last = records.next_position(owner.owner_id, type(owner))
            return Group(label, (Insert(replace(owner, position=last)), *group.operations))
        return group

    def _settle(self, difference: Difference) -> None:
        """Note the rows as they are now; paragraphs that were split or joined get their look."""
        records = self._bridge.records
        rows = [None if each is None else records.get(Block, each.id) for each in difference.after]
        self._mirror.store(difference.first, rows, len(difference.before))
        if difference.typed is not None:
            return
        document = self._edit.document()
        with self.own_change():
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            block = document.findBlockByNumber(difference.first)
            for row in rows:
                if row is not None:
                    redress(block, row)
                block = block.next()
            cursor.endEditBlock()
