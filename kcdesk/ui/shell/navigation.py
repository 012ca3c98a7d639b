"""The left side of the window: bodies, years and meetings; the registers below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kcdesk.i18n import _, render
from kcdesk.services.ports import Shelf
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import PageSpec
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.shell.navigation_line import NavigationLine
from kcdesk.ui.shell.navigation_tree import NavigationTree, NodeKind

_OPEN_AT_START = 8
"""Up to so many bodies stand open from the start; more would hide each other."""


class Navigation(QWidget):
    """Says what was chosen; the window opens it and tells back with ``mark``."""

    meeting_chosen = Signal(str)
    body_chosen = Signal(str)
    page_chosen = Signal(str)

    def __init__(
        self, shelf: Shelf, pages: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pages = tuple(pages)
        self._tree = NavigationTree(shelf, self)
        self._build_ui(pages)
        self._connect()
        self._open_first()

    def mark(self, key: str, body_id: str = "") -> None:
        """Show which meeting (of a body), body or page stands in the workspace."""
        self._mark_page(key)
        if body_id:
            self._tree.fetchMore(self._tree.find(body_id))
        index = self._tree.find(key)
        if index.isValid():
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)
        else:
            self._view.setCurrentIndex(QModelIndex())
            self._view.clearSelection()

    def refresh(self) -> None:
        """Read the library's lists again, keeping what stands open and is marked."""
        current = self._tree.node(self._view.currentIndex())
        opened = self._opened()
        self._tree.refresh()
        for key in opened:
            self._view.expand(self._tree.find(key))
        if current is not None:
            self._view.setCurrentIndex(self._tree.find(current.key))
        else:
            self._open_first()

    def focus_tree(self) -> None:
        """Give the focus to the tree."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go from the last meeting to the first register, and back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, index = event.key(), self._view.currentIndex()
            last = not self._view.indexBelow(index).isValid() and self._pages.count() > 0
            first = self._pages.currentRow() <= 0 and self._tree.rowCount() > 0
            if watched is self._view and key == Qt.Key.Key_Down and last:
                return self._enter_pages()
            if watched is self._pages and key == Qt.Key.Key_Up and first:
                return self._enter_tree()
        return super().eventFilter(watched, event)

    def _enter_pages(self) -> bool:
        self._pages.setCurrentRow(0)
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _enter_tree(self) -> bool:
        index = self._tree.index(self._tree.rowCount() - 1, 0)
        while self._view.isExpanded(index) and self._tree.rowCount(index):
            index = self._tree.index(self._tree.rowCount(index) - 1, 0, index)
        self._view.setCurrentIndex(index)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build_ui(self, pages: Sequence[PageSpec]) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = QTreeView()
        self._view.setObjectName("navigation")
        self._view.setModel(self._tree)
        self._view.setItemDelegate(NavigationLine(self._view))
        self._view.setHeaderHidden(True)
        self._view.setRootIsDecorated(False)
        self._view.setIndentation(GRID * 3 // 2)
        self._view.setExpandsOnDoubleClick(False)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setAccessibleName(_("Bodies and meetings"))
        set_role(self._view, WidgetRole.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._view, 1)
        self._pages = QListWidget()
        self._fill_pages(pages)
        if pages:
            label = QLabel(_("Registers"))
            label.setContentsMargins(GRID, 0, 0, 0)
            set_role(label, WidgetRole.LABEL)
            layout.addWidget(label)
            layout.addWidget(self._pages)
        self.setMinimumWidth(180)

    def _fill_pages(self, pages: Sequence[PageSpec]) -> None:
        self._pages.setAccessibleName(_("Registers"))
        self._pages.setIconSize(QSize(16, 16))
        self._pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self._pages, WidgetRole.LIST)
        for page in pages:
            line = QListWidgetItem(icon(page.icon), render(page.title))
            line.setData(Qt.ItemDataRole.UserRole, page.key)
            self._pages.addItem(line)
        height = max(self._pages.sizeHintForRow(0), 0) * len(pages)
        self._pages.setFixedHeight(height + GRID // 2)

    def _connect(self) -> None:
        self._view.clicked.connect(self._on_line_chosen)
        self._view.activated.connect(self._on_line_chosen)
        self._pages.itemClicked.connect(self._on_page_chosen)
        self._pages.itemActivated.connect(self._on_page_chosen)
        for view in (self._view, self._pages):
            view.installEventFilter(self)

    def _on_line_chosen(self, index: QModelIndex) -> None:
        node = self._tree.node(index)
        if node is None:
            return
        match node.kind:
            case NodeKind.MEETING:
                self.meeting_chosen.emit(node.key)
            case NodeKind.BODY:
                self._view.expand(index)
                self.body_chosen.emit(node.key)
            case NodeKind.YEAR:
                self._view.setExpanded(index, not self._view.isExpanded(index))

    def _on_page_chosen(self, line: QListWidgetItem) -> None:
        self.page_chosen.emit(line.data(Qt.ItemDataRole.UserRole))

    def _mark_page(self, key: str) -> None:
        self._pages.clearSelection()
        for row in range(self._pages.count()):
            line = self._pages.item(row)
            if line.data(Qt.ItemDataRole.UserRole) == key:
                self._pages.setCurrentItem(line)

    def _open_first(self) -> None:
        bodies = self._tree.rowCount()
        for row in range(bodies if bodies <= _OPEN_AT_START else 0):
            self._open_body(self._tree.index(row, 0))

    def _open_body(self, index: QModelIndex) -> None:
        self._tree.fetchMore(index)
        self._view.expand(index)
        self._view.expand(self._tree.index(0, 0, index))

    def _opened(self) -> list[str]:
        found = []
        for row in range(self._tree.rowCount()):
            body = self._tree.index(row, 0)
            years = [self._tree.index(each, 0, body) for each in range(self._tree.rowCount(body))]
            found += [index for index in (body, *years) if self._view.isExpanded(index)]
        nodes = map(self._tree.node, found)
        return [node.key for node in nodes if node is not None]
