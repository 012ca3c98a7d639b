"""What one writes in is seen, also where it has just been made and has no place yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.growing_text import GrowingText

_AROUND = GRID * 3


class KeptInView(QObject):
    """Scrolls ``area`` to what has the focus on its ``desk``.

    A text that grows makes the desk longer only a few turns of the event loop later: what is wanted
    is shown again whenever that happens, until somebody scrolls.
    """

    def __init__(self, area: QScrollArea, desk: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._desk = desk
        self._is_wanted = False
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_length_changed)
        bar.actionTriggered.connect(self._on_scrolled)

    def follow_focus(self, widget: QWidget) -> None:
        """Show what got the focus."""
        self._is_wanted = True
        self._show_widget(widget)

    def follow_caret(self, widget: QWidget, caret: QRect) -> None:
        """Show the line of the caret."""
        self._is_wanted = True
        self._show_caret(widget, caret)

    def _on_scrolled(self) -> None:
        """By the wheel or the bar: whoever looks elsewhere is left there."""
        self._is_wanted = False

    def _on_length_changed(self) -> None:
        widget = QApplication.focusWidget()
        if self._is_wanted and widget is not None and self._desk.isAncestorOf(widget):
            self._show_widget(widget)
            if isinstance(widget, GrowingText):
                self._show_caret(widget, widget.cursorRect())

    def _show_widget(self, widget: QWidget) -> None:
        if widget.height() < self._area.height():
            self._area.ensureWidgetVisible(widget, 0, _AROUND)

    def _show_caret(self, widget: QWidget, caret: QRect) -> None:
        at = widget.mapTo(self._desk, caret.center())
        self._area.ensureVisible(at.x(), at.y(), 0, caret.height() + _AROUND)


def lay_out_now() -> None:
    """Give places to the parts that have just been made: who focuses one scrolls to where it is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
