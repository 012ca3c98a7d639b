"""What went wrong, and the report to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class CrashDialog(QDialog):
    """What happened, that the text is safe, and the report to copy."""

    def __init__(self, text: str, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        said = QLabel(
            _(
                "The program made a mistake; you can go on. What the status line says is saved "
                "lies in the library. The report below helps to mend it. Look through it before "
                "you send it on: it may quote what was being worked on."
            ),
            wordWrap=True,
        )
        kept = QLabel(_("Kept in {path}", path=path) if path else "", wordWrap=True)
        set_role(kept, WidgetRole.SOFT)
        report = QPlainTextEdit(text, readOnly=True, tabChangesFocus=True)
        report.setAccessibleName(_("Report"))
        set_role(report, WidgetRole.MONO)
        copy, close = QPushButton(_("Copy the report")), QPushButton(_("Close"))
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        for widget in (said, report, kept):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.resize(720, 480)
        close.setFocus()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text)
