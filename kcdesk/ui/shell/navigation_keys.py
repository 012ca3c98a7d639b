"""The arrow keys go from the last meeting to the first register, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QTreeView


class NavigationKeys(QObject):
    """Watches the two lists of the navigation, one above the other."""

    def __init__(self, tree: QTreeView, pages: QListWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tree = tree
        self._pages = pages
        for view in (tree, pages):
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step over at the edge."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, index = event.key(), self._tree.currentIndex()
            last = not self._tree.indexBelow(index).isValid() and self._pages.count() > 0
            first = self._pages.currentRow() <= 0 and self._tree.model().rowCount() > 0
            if watched is self._tree and key == Qt.Key.Key_Down and last:
                return self._enter_pages()
            if watched is self._pages and key == Qt.Key.Key_Up and first:
                return self._enter_tree()
        return super().eventFilter(watched, event)

    def _enter_pages(self) -> bool:
        self._pages.setCurrentRow(0)
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _enter_tree(self) -> bool:
        model = self._tree.model()
        index = model.index(model.rowCount() - 1, 0)
        while self._tree.isExpanded(index) and model.rowCount(index):
            index = model.index(model.rowCount(index) - 1, 0, index)
        self._tree.setCurrentIndex(index)
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
