"""One finding: what and where in one button that leads there, and a button that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kcdesk.i18n import _, render
from kcdesk.services.check.words import SEVERITY_WORD, source_words
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.elided import ElidedButton

if TYPE_CHECKING:
    from kcdesk.services.check.finding import Finding

INSET = GRID * 3 // 2
"""What stands in cards, and what stands between them, begins on one line."""


class FindingCard(QPushButton):
    """Place, words and source; they wrap, and the button is as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, WidgetRole.CARD)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # Qt's own signature
        self.setSizePolicy(policy)
        self.place = QLabel()
        self.said = QLabel()
        self.source = QLabel()
        set_role(self.place, WidgetRole.LABEL)
        set_role(self.source, WidgetRole.SOFT)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET, GRID, INSET, GRID)
        layout.setSpacing(GRID // 4)
        for label in (self.place, self.said, self.source):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)

    def show_finding(self, finding: Finding) -> None:
        """Say what was found."""
        words = (render(finding.place.words), render(finding.text), render(source_words(finding)))
        for label, text in zip((self.place, self.said, self.source), words, strict=True):
            label.setText(text)
        severity = render(SEVERITY_WORD[finding.severity])
        place, text, source = words
        self.setAccessibleName(f"{severity}. {place}: {text}")
        self.setAccessibleDescription(source)
        self.setToolTip(_("Check {number}: go there", number=finding.number))
        self._fit()

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
        return self._layout.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need: a column at its own height asks no card about that."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))


class FindingRow(QWidget):
    """``wanted`` asks to be led to the place, ``fix_wanted`` to have it mended."""

    wanted = Signal(object)
    fix_wanted = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        set_role(self, WidgetRole.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = FindingCard()
        self.fix_button = ElidedButton(frame=4 * GRID)
        self.fix_button.setIcon(icon("check", "accent"))
        set_role(self.fix_button, WidgetRole.QUIET)
        self.fix_button.setStyleSheet("QPushButton { text-align: left; }")  # under the words above
        below = QHBoxLayout()
        below.setContentsMargins(GRID // 2, 0, GRID // 2, GRID // 2)
        below.addWidget(self.fix_button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.card)
        layout.addLayout(below)
        self.card.clicked.connect(self._on_wanted)
        self.fix_button.clicked.connect(self._on_fix_wanted)
        self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Show the finding as it was found last."""
        self.finding = finding
        self.card.show_finding(finding)
        fix = finding.fix
        self.fix_button.setVisible(fix is not None)
        if fix is not None:
            self.fix_button.say(render(fix.label))

    def _on_wanted(self) -> None:
        self.wanted.emit(self.finding)

    def _on_fix_wanted(self) -> None:
        self.fix_wanted.emit(self.finding)
