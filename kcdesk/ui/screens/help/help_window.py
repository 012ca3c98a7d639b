"""The help: its pages at the left, with a field that finds words in them; the page at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.help.help_browser import HelpBrowser
from kcdesk.ui.screens.help.help_page import HelpPage
from kcdesk.ui.widgets.growing_text import writes
from kcdesk.ui.widgets.screen_room import within_screen

_SIDE = 232


class HelpWindow(QWidget):
    """A window beside the program's own: one reads and works at the same time. Esc closes it."""

    def __init__(
        self,
        pages: Sequence[HelpPage],
        calendar: HolidayCalendar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help – kcdesk"))
        self._pages = {page.key: page for page in pages}
        self.browser = HelpBrowser(self._pages, calendar)
        self.list = QListWidget()
        self.search = QLineEdit(placeholderText=_("Find in the help"), clearButtonEnabled=True)
        self.nothing = QLabel(_("No page says that."), wordWrap=True)
        self._build_ui()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.browser.setFocus)
        self.browser.sourceChanged.connect(self._on_source)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self.browser.backward)
        self.resize(within_screen(self, QSize(1040, 760)))

    def show_page(self, key: str) -> None:
        """Show a page; one that is not there leaves the page that is."""
        if key in self._pages:
            self.search.clear()
            self.browser.setSource(QUrl(f"help:{key}"))

    def _build_ui(self) -> None:
        side = QWidget()
        set_role(side, WidgetRole.PANEL)
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(_SIDE)
        self.search.setAccessibleName(_("Find in the help"))
        self.list.setAccessibleName(_("Help pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        set_role(self.list, WidgetRole.LIST)
        set_role(self.nothing, WidgetRole.SOFT)
        self.nothing.hide()
        for page in self._pages.values():
            line = QListWidgetItem(page.title)
            line.setData(Qt.ItemDataRole.UserRole, page.key)
            self.list.addItem(line)
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * GRID, 3 * GRID, GRID, GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.browser.setAccessibleName(_("Help"))
        paper = QWidget()
        set_role(paper, WidgetRole.PAPER)
        paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.browser)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(paper, 1)
        self.setFocusProxy(self.list)

    def minimumSizeHint(self) -> QSize:
        """Room for the list and a narrow page."""
        return QSize(_SIDE + 360, 360)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape; letters that the page has no use for are sought."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif writes(event) and not event.text().isspace():
            self.search.setFocus()
            self.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back to the window that asked."""
        super().closeEvent(event)
        above = self.parentWidget()
        if above is not None:
            above.activateWindow()

    def _on_chosen(self, line: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        key = str(line.data(Qt.ItemDataRole.UserRole)) if line is not None else ""
        if key and self.browser.source().path() != key:
            self.browser.setSource(QUrl(f"help:{key}"))

    def _on_source(self, source: QUrl) -> None:
        """Mark the page in the list, however one came to it."""
        for row in range(self.list.count()):
            line = self.list.item(row)
            if line.data(Qt.ItemDataRole.UserRole) == source.path():
                self.list.setCurrentItem(line)
        self._show_hit()

    def _show_hit(self) -> None:
        """Bring what is sought into view and mark it: all of it as typed, else its longest word."""
        typed = self.search.text().strip()
        if typed and not self.browser.source().hasFragment():
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            any(map(self.browser.find, (typed, *sorted(typed.split(), key=len, reverse=True))))

    def _on_search(self, text: str) -> None:
        """List the pages that say every word."""
        words = text.casefold().split()
        found = 0
        for row in range(self.list.count()):
            line = self.list.item(row)
            page = self._pages[str(line.data(Qt.ItemDataRole.UserRole))]
            says = all(word in page.words for word in words)
            line.setHidden(not says)
            found += says
        self.nothing.setVisible(not found)
        current = self.list.currentItem()
        if words and found and (current is None or current.isHidden()):
            lines = (self.list.item(row) for row in range(self.list.count()))
            self.list.setCurrentItem(next(line for line in lines if not line.isHidden()))
        elif found:
            self._show_hit()
