"""Whether somebody is in a part of the window, by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def in_use(widget: QWidget, *, before: bool) -> bool:
    """Return whether the focus or the mouse is within a widget.

    While another window, or a list over this one, has the focus, it will come back to where it
    was: then the answer is what it was ``before``.
    """
    focus = QApplication.focusWidget()
    if QApplication.activePopupWidget() is not None:
        return before
    if focus is None or focus.window() is not widget.window():
        return before or widget.underMouse()
    return widget.isAncestorOf(focus) or widget.underMouse()
