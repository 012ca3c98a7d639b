"""Finding a text in the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.services.preview import FoundText, Patch
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.find_line import FindLine


class FindBar(QWidget):
    """``wanted`` asks for a text; ``hits_changed`` carries the places and which one is looked at;
    ``left`` comes when it goes.
    """

    wanted = Signal(str)
    hits_changed = Signal(object, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Sequence[Patch]] = ()
        self._at = 0
        self.line = FindLine(_("Find in the pages"))
        self.line.wanted.connect(self._on_wanted)
        self.line.stepped.connect(self._on_stepped)
        self.line.left.connect(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID // 2)
        layout.addWidget(self.line)

    def begin(self) -> None:
        """Show the line."""
        self.show()
        self.line.begin()

    def leave(self) -> None:
        """Take the line and the marks away."""
        self.hide()
        self._show((), 0)
        self.left.emit()

    def again(self) -> None:
        """Look once more, as in a document that has changed."""
        if self.isVisible() and self.line.text:
            self.wanted.emit(self.line.text)

    def show_found(self, found: FoundText) -> None:
        """Show where it stands; the place looked at stays where there is one still."""
        if found.text == self.line.text and self.isVisible():
            self._show(found.hits, min(self._at, max(0, len(found.hits) - 1)))

    def _on_wanted(self, text: str) -> None:
        self._at = 0
        if text:
            self.wanted.emit(text)
        else:
            self._show((), 0)

    def _on_stepped(self, by: int) -> None:
        if self._hits:
            self._show(self._hits, (self._at + by) % len(self._hits))

    def _show(self, hits: Sequence[Sequence[Patch]], at: int) -> None:
        self._hits, self._at = hits, at
        self.line.tell(at, len(hits))
        self.hits_changed.emit(hits, at)
