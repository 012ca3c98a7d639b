"""A large choice: an icon, a heading and a line of explanation in one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class ChoiceCard(QPushButton):
    """A button as wide as its column; the explanation wraps."""

    def __init__(
        self, icon_name: str, heading: str, explanation: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, WidgetRole.CARD)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(explanation)
        image = QLabel()
        image.setPixmap(icon(icon_name, "accent").pixmap(QSize(28, 28), self.devicePixelRatioF()))
        title = QLabel(heading)
        set_role(title, WidgetRole.HEADING)
        text = QLabel(explanation, wordWrap=True)
        set_role(text, WidgetRole.SOFT)
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(title)
        words.addWidget(text)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID * 3 // 2, 2 * GRID, GRID * 3 // 2)
        layout.setSpacing(2 * GRID)
        layout.addWidget(image, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        for label in (image, title, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As large as its words need, not as a button's text."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As ``sizeHint``, where words may wrap."""
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the layout says."""
        return self._layout.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need: a column at its own height asks no card about that."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Measure the words again once they are styled: before that they are of another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        if self._layout.geometry() != self.rect():  # it grew while it was being resized
            self._layout.setGeometry(self.rect())
