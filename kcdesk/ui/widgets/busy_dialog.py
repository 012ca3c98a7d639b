"""Stands before a window while nothing in it may be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID


class BusyDialog(QDialog):
    """Says what is being done; neither a key nor a click takes it away, only ``finish``."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("kcdesk"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_over = False
        bar = QProgressBar(textVisible=False, maximum=0)
        bar.setAccessibleName(_("Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(QLabel(text))
        layout.addWidget(bar)
        self.setAccessibleName(text)

    def finish(self) -> None:
        """It is done: let the window be used again."""
        self._is_over = True
        self.close()

    def reject(self) -> None:
        """Escape does not end what is being done."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when it is over."""
        event.setAccepted(self._is_over)
