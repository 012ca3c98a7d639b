"""A small count on a tab, said in words in its tip, where its pane has something to tell."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from kcdesk.i18n import _


class TabBadge(QObject):
    """Follows the signal ``badge_changed(count, words)`` of a pane; others have no badge. ``page``
    is what the tabs know it by.
    """

    def __init__(self, tabs: QTabWidget, page: QWidget, pane: QWidget) -> None:
        super().__init__(pane)
        self._tabs = tabs
        self._page = page
        self._title = tabs.tabText(tabs.indexOf(page))
        self._tip = tabs.tabToolTip(tabs.indexOf(page))
        changed = getattr(pane, "badge_changed", None)
        if changed is not None:
            changed.connect(self._on_changed)

    def _on_changed(self, count: int, words: str) -> None:
        index = self._tabs.indexOf(self._page)
        text = _("{word} ({count})", word=self._title, count=count) if count else self._title
        self._tabs.setTabText(index, text)
        self._tabs.setTabToolTip(index, " · ".join(filter(None, (words, self._tip))))
