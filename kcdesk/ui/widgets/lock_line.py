"""The quiet line above what cannot be edited: why, and how to take it back or correct it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.domain.approval import Approval
from kcdesk.i18n import _, current
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_ICON = 16


class LockLine(QWidget):
    """Hidden while the text can be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.words, WidgetRole.SOFT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.hide()

    def show_lock(self, approval: Approval | None, *, read_only: bool = False) -> bool:
        """Show which approval locks the text, or that the library is ``read_only``; returns whether
        anything does.
        """
        is_locked = approval is not None or read_only
        self.setVisible(is_locked)
        if not is_locked:
            return False
        self._icon.setPixmap(icon("secret", "soft").pixmap(_ICON, _ICON))
        words = lock_words(approval) if approval is not None else _("Open for reading only.")
        if self.words.text() != words:
            self.words.setText(words)
        return True


def lock_words(approval: Approval) -> str:
    """Return why a text cannot be edited, and what to do."""
    if approval.sealed_on is not None:
        return _(
            "Sealed {day}. What is wrong is corrected visibly: Approval, Write a correction.",
            day=current().day(approval.sealed_on),
        )
    day = current().day(approval.sent_on) if approval.sent_on else ""
    return _(
        "Out for signature since {day}. To change it: Approval, Take back. The signatures so far"
        " are then void.",
        day=day,
    )
