"""Who comes or goes, and a break, as a rounded note in the text; its words can be reworded."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kcdesk.ui.qt.icon import draw_icon
from kcdesk.ui.qt.theme import current_colors
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.sentence_line import Compose, RowSentence

_ICON, _SIDE, _ABOVE = 14, 10, 2
"""Pixels: the icon, the room at the sides and over the words."""


class MovementChip(RowSentence):
    """As wide as its words, up to the whole sheet."""

    def __init__(
        self, editing: ItemEditing, row_id: str, field: str, name: str, compose: Compose,
        parent: QWidget, icon: str,
    ) -> None:  # fmt: skip
        super().__init__(editing, row_id, field, name, compose, parent)
        self._icon = icon
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(INSET + _SIDE + _ICON + 2, _ABOVE, _SIDE, _ABOVE + 2)
        self.text.textChanged.connect(self._fit_width)

    def ink(self, *, own: bool) -> str:
        """Return the colour of the words: the note's own, or that of the text once reworded."""
        return "" if own else "QTextEdit { color: palette(link); }"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width leaves another room for the words."""
        super().resizeEvent(event)
        self._fit_width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the note beneath its words, with the icon of what happened."""
        words = self.text.geometry()
        note = words.adjusted(-_ICON - _SIDE - 2, -_ABOVE, _SIDE, _ABOVE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(current_colors().accent_soft))
        round_by = min(note.height(), 28) / 2
        painter.drawRoundedRect(note, round_by, round_by)
        at = words.top() + (min(words.height(), 26) - _ICON) // 2
        draw_icon(painter, self._icon, "accent", QRect(note.left() + 8, at, _ICON, _ICON))
        painter.end()

    def _fit_width(self) -> None:
        """Let the note end where its words do."""
        metrics = self.text.fontMetrics()
        needed = metrics.horizontalAdvance(self.text.toPlainText() or self.text.placeholderText())
        self.text.setMaximumWidth(needed + 3 * INSET)
        self.update()
