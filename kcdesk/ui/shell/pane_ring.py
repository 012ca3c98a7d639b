"""F6 and Shift+F6: round the panes, each coming back to where the focus last was in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class ComesHome(Protocol):
    """A pane whose key leads on where one is in it already."""

    def come_home(self) -> None:
        """Give the focus to the place that the pane is most about."""


class PaneRing(QObject):
    """``panes`` is asked at each step, so that tabs and meetings may change."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._last: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()

    def forward(self) -> None:
        """Move the focus to the next pane."""
        self._step(1)

    def back(self) -> None:
        """Move the focus to the pane before."""
        self._step(-1)

    def enter(self, pane: QWidget) -> None:
        """Give the focus to a pane by its key: where the pane wants it (its focus proxy), else
        where it last was, else to its first field. Where one is in it already it may know better.
        """
        if isinstance(pane, ComesHome) and _holds(pane, QApplication.focusWidget()):
            pane.come_home()
            return
        target = pane.focusProxy() or self._remembered(pane) or _first_field(pane)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _come_back(self, pane: QWidget) -> None:
        target = self._remembered(pane) or pane.focusProxy() or _first_field(pane)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _remembered(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(pane)
        return last if last in (pane, *pane.findChildren(QWidget)) else None

    def _step(self, direction: int) -> None:
        panes = [pane for pane in self._panes() if _has_focusable(pane)]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next((pane for pane in panes if _holds(pane, focused)), None)
        if here is not None and focused is not None:
            self._last[here] = focused
        place = panes.index(here) + direction if here is not None else 0
        self._come_back(panes[place % len(panes)])


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.isVisible()


def _has_focusable(pane: QWidget) -> bool:
    return any(_takes_focus(each) for each in (pane, *pane.findChildren(QWidget)))


def _first_field(pane: QWidget) -> QWidget:
    return next((each for each in _in_tab_order(pane) if _takes_focus(each)), pane)


def _in_tab_order(pane: QWidget) -> list[QWidget]:
    """Return the pane and what is in it, as Tab would go."""
    found = [pane]
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
