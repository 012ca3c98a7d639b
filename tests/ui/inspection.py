"""What somebody with keys, a reader or weak eyes would stumble over in a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QWidget,
)

_PLAIN = Qt.TextFormat.PlainText
_LINE = 24
"""Pixels within which two things stand on one line."""


def findings(top: QWidget) -> list[str]:
    """Return what is wrong with all that is seen in a window or dialog."""
    found = []
    for _time in range(2):
        QTest.qWait(0)  # what was asked to be laid out anew is
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is top.window():
            found += [f"{_where(widget)}: {each}" for each in _wrong(widget)]
    if isinstance(top, QDialog):
        found += list(out_of_order(tab_stops(top), top))
    return found


def tab_stops(top: QWidget) -> list[QWidget]:
    """Return what Tab goes to, from the topmost on."""
    stops: list[QWidget] = []
    start = widget = top.focusWidget() or top
    while True:
        widget = widget.nextInFocusChain()
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is top.window():
            stops.append(widget)
        if widget is start:
            break
    if not stops:
        return []
    places = [_place(each, top) for each in stops]
    first = places.index(min(places))
    return stops[first:] + stops[:first]


def out_of_order(stops: Sequence[QWidget], top: QWidget) -> Iterator[str]:
    """Yield where Tab jumps up the page to something that does not stand beside."""
    for one, following in pairwise(stops):
        (y, x), (later, beside) = _place(one, top), _place(following, top)
        if later < y - _LINE and beside < x + one.width() // 2:
            yield f"Tab goes from {_where(one)} up to {_where(following)}"


def _wrong(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QScrollBar):
        if widget.orientation() is Qt.Orientation.Horizontal and widget.maximum() > 0:
            yield f"scrolls sideways by {widget.maximum()}"
        return
    if _is_unnamed(widget):
        yield "has no name to be read aloud"
    if isinstance(widget, QAbstractButton) and _is_wordless(widget) and not widget.toolTip():
        yield "is a picture alone, without a tip"
    lack = _lack(widget)
    if lack > 1 and not _tip(widget):
        yield f"cut by {lack} pixels, without a tip"


def _is_unnamed(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    told = QAccessible.queryAccessibleInterface(widget)
    return told is None or not told.text(QAccessible.Text.Name).strip()


def _is_wordless(button: QAbstractButton) -> bool:
    worded = button.text() or button.findChildren(QLabel)
    return not worded and not isinstance(button, QCheckBox | QRadioButton)


def _lack(widget: QWidget) -> int:
    """Return how many pixels of its text a widget has no room for."""
    metrics = widget.fontMetrics()
    match widget:
        case QLabel() if not widget.text() or not widget.pixmap().isNull():
            return 0
        case QLabel() if "<" in widget.text() and widget.textFormat() is not _PLAIN:
            return widget.sizeHint().width() - widget.width() if not widget.wordWrap() else 0
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        case QLabel():
            wanted = max(map(metrics.horizontalAdvance, widget.text().split("\n")))
            return wanted - widget.contentsRect().width()
        case QPushButton() | QCheckBox() | QRadioButton():
            return widget.minimumSizeHint().width() - widget.width() if widget.text() else 0
        case QLineEdit():
            said = widget.text() or widget.placeholderText()
            return metrics.horizontalAdvance(said) - widget.contentsRect().width()
        case QComboBox() if not widget.isEditable():
            arrow = 0 if widget.property("role") == "meta" else 30
            return metrics.horizontalAdvance(widget.currentText()) + arrow - widget.width()
    return 0


def _tip(widget: QWidget) -> str:
    holder = widget.parentWidget()
    of_holder = holder.toolTip() if isinstance(holder, QComboBox | QSpinBox) else ""
    return widget.toolTip() or of_holder


def _place(widget: QWidget, top: QWidget) -> tuple[int, int]:
    at = widget.mapTo(top.window(), QPoint())
    return at.y(), at.x()


def _where(widget: QWidget) -> str:
    said = widget.accessibleName()
    if not said and isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        said = widget.text()
    holder = type(widget.parentWidget()).__name__ if widget.parentWidget() is not None else ""
    return f"{type(widget).__name__} “{said[:60]}” in {holder}"
