"""The left side of the window: bodies, years and meetings; the registers below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTreeView,
    QVBoxLayout,
)

from kcdesk.i18n import _, render
from kcdesk.ui.qt import role
from kcdesk.ui.qt.icon import draw_icon, icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, give_role
from kcdesk.ui.shell.navigation_line import NavigationLine
from kcdesk.ui.shell.navigation_tree import NavigationTree, NodeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kcdesk.services.ports import Shelf
    from kcdesk.ui.qt.page import PageBadge, PageSpec

_LINES_AT_START = 60
"""Bodies stand open from the start while no more lines are shown; more would hide each other."""

_ICON = 16


class Navigation(QFrame):
    """Says what was chosen; the window opens it and tells back with ``mark``.

    What nobody meets before the first picture is there comes with ``complete``.
    """

    meeting_chosen = Signal(str)
    body_chosen = Signal(str)
    page_chosen = Signal(str)

    def __init__(
        self, shelf: Shelf, pages: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pages = tuple(pages)
        self._kept_away = False
        self._tree = NavigationTree(shelf, self)
        self._line = NavigationLine(self._tree)
        self._is_complete = False
        self._build_ui(pages)
        self._connect()
        self._open_first()

    def keep_away(self, *, away: bool) -> None:
        """Stay hidden whatever room there is; or come back where there is room."""
        self._kept_away = away
        self.setVisible(not away)

    def setVisible(self, visible: bool) -> None:
        """The window shows it where there is room, unless it is kept away."""
        super().setVisible(visible and not self._kept_away)

    def mark(self, key: str, body_id: str = "") -> None:
        """Show which meeting (of a body), body or page stands in the workspace."""
        self.complete()
        self._mark_page(key)
        index = self._tree.seek(key, body_id) if body_id else self._tree.find(key)
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
            year = current.parent
            body = year.parent if year is not None else None
            found = self._tree.seek(current.key, body.key) if body else self._tree.find(current.key)
            self._view.setCurrentIndex(found)
        else:
            self._open_first()

    @property
    def page(self) -> str:
        """The key of the register in view; empty where it is none."""
        lines = self._pages.selectedItems()
        return str(lines[0].data(role.USER)) if lines else ""

    def show_badge(self, key: str, badge: PageBadge | None) -> None:
        """Show what a register has to say beside its name; None: nothing."""
        from kcdesk.ui.shell.page_line import show_badge

        for row in range(self._pages.count()):
            line = self._pages.item(row)
            if line.data(role.USER) == key:
                show_badge(self._pages, line, badge)

    def focus_tree(self) -> None:
        """Give the focus to the tree."""
        from PySide6.QtCore import Qt

        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def complete(self) -> None:
        """Add what is met only once the window is there: keys, the mouse, another theme."""
        if self._is_complete:
            return
        self._is_complete = True
        from PySide6.QtCore import Qt

        from kcdesk.ui.shell.navigation_keys import NavigationKeys

        self._line.at_rest = False
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in range(self._pages.count()):
            line = self._pages.item(row)
            line.setIcon(icon(line.data(role.USER + 1)))
        NavigationKeys(self._view, self._pages, self)

    def _build_ui(self, pages: Sequence[PageSpec]) -> None:
        give_role(self, WidgetRole.PANEL)
        self._view = QTreeView()
        self._view.setObjectName("navigation")
        self._view.setModel(self._tree)
        self._view.setItemDelegate(self._line)
        self._view.setHeaderHidden(True)
        self._view.setRootIsDecorated(False)
        self._view.setIndentation(GRID * 3 // 2)
        self._view.setExpandsOnDoubleClick(False)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setAccessibleName(_("Bodies and meetings"))
        give_role(self._view, WidgetRole.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._view, 1)
        self._pages = QListWidget()
        self._fill_pages(pages)
        if pages:
            label = QLabel(_("Registers"))
            label.setContentsMargins(GRID, 0, 0, 0)
            give_role(label, WidgetRole.LABEL)
            layout.addWidget(label)
            layout.addWidget(self._pages)
        self.setMinimumWidth(180)

    def _fill_pages(self, pages: Sequence[PageSpec]) -> None:
        self._pages.setAccessibleName(_("Registers"))
        self._pages.setIconSize(QSize(_ICON, _ICON))
        give_role(self._pages, WidgetRole.LIST)
        for page in pages:
            line = QListWidgetItem(render(page.title))
            line.setData(role.DECORATION, _picture(page.icon, self.devicePixelRatio()))
            line.setData(role.USER, page.key)
            line.setData(role.USER + 1, page.icon)
            self._pages.addItem(line)
        height = max(self._pages.sizeHintForRow(0), 0) * len(pages)
        self._pages.setFixedHeight(height + GRID // 2)

    def _connect(self) -> None:
        self._view.clicked.connect(self._on_line_chosen)
        self._view.activated.connect(self._on_line_chosen)
        self._pages.itemClicked.connect(self._on_page_chosen)
        self._pages.itemActivated.connect(self._on_page_chosen)

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
        self.page_chosen.emit(line.data(role.USER))

    def _mark_page(self, key: str) -> None:
        self._pages.clearSelection()
        for row in range(self._pages.count()):
            line = self._pages.item(row)
            if line.data(role.USER) == key:
                self._pages.setCurrentItem(line)

    def _open_first(self) -> None:
        lines = self._tree.rowCount()
        for row in range(self._tree.rowCount()):
            body = self._tree.index(row, 0)
            self._tree.fetchMore(body)
            newest = self._tree.index(0, 0, body)
            self._tree.fetchMore(newest)
            lines += self._tree.rowCount(body) + self._tree.rowCount(newest)
            if row > 0 and lines > _LINES_AT_START:
                return
            self._view.expand(body)
            self._view.expand(newest)

    def _opened(self) -> list[str]:
        found = []
        for row in range(self._tree.rowCount()):
            body = self._tree.index(row, 0)
            years = [self._tree.index(each, 0, body) for each in range(self._tree.rowCount(body))]
            found += [index for index in (body, *years) if self._view.isExpanded(index)]
        nodes = map(self._tree.node, found)
        return [node.key for node in nodes if node is not None]


def _picture(name: str, ratio: float) -> QPixmap:
    """Return an icon as it looks now: the first picture is drawn without ``QIcon``."""
    side = round(_ICON * ratio)
    made = QPixmap(side, side)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    draw_icon(painter, name, "ink", QRect(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
