"""The register page: all that waits, soonest first; why it is that day; the way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render
from kcdesk.services.watch.entry import WatchEntry, count
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.task_runner import Progress, TaskRunner
from kcdesk.ui.qt.theme import GRID, WidgetRole, current_colors, set_role
from kcdesk.ui.screens.watch.watch_delegate import WatchDelegate
from kcdesk.ui.screens.watch.watch_line import watch_lines
from kcdesk.ui.screens.watch.watch_model import WatchModel
from kcdesk.ui.widgets.scheduled_day import explanation

_WIDTH = 1040


class WatchPage(QWidget):
    """``place_wanted`` carries meeting, pane and row; ``plan_wanted`` a body and a day of its year
    plan; ``file_wanted`` the entries for a calendar file. The library is read off the GUI's thread
    each time the page comes into view.
    """

    place_wanted = Signal(str, str, str)
    plan_wanted = Signal(str, str)
    file_wanted = Signal(object)

    def __init__(self, context: LibraryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: tuple[WatchEntry, ...] = ()
        self._runner = TaskRunner(self)
        self.model = WatchModel(self)
        self._build_ui()
        self.view.activated.connect(self._on_activated)
        self.view.doubleClicked.connect(self._on_activated)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.go_button.clicked.connect(self._on_go)
        self.file_button.clicked.connect(self._on_file)

    def _build_ui(self) -> None:
        title = QLabel(_("To watch"))
        set_role(title, WidgetRole.TITLE)
        self.summary = PlainLabel(_("Looking through the meetings …"), wraps=True)
        set_role(self.summary, WidgetRole.SOFT)
        self.file_button = QPushButton(icon("calendar"), _("Save as a calendar file…"))
        self.file_button.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(title)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignTop)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(WatchDelegate(self.view))
        self.view.setAccessibleName(_("To watch"))
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * GRID)
        inner.addLayout(head)
        inner.addWidget(_sheet(self.view), 1)
        inner.addWidget(self._reason())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)
        self.setFocusProxy(self.view)

    def _reason(self) -> QWidget:
        """Return what unfolds the chosen day: its rule, its law, from when it was moved and why."""
        self.why_label = QLabel(wordWrap=True)
        self.why_label.setTextFormat(Qt.TextFormat.PlainText)
        self.why_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.why_label, WidgetRole.SOFT)
        self.go_button = QPushButton(_("Go there"))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.why_label, 1)
        row.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignTop)
        self.reason = _sheet(inside)
        self.reason.hide()
        return self.reason

    # ---- reading -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read the library when the page comes into view."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the library again."""
        task = self._runner.start(Message("Looking through the meetings"), self._read())
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)

    def _read(self) -> partial[tuple[WatchEntry, ...]]:
        context = self._context
        return partial(_entries, context, context.clock.today())

    def _on_read(self, entries: tuple[WatchEntry, ...]) -> None:
        today = self._context.clock.today()
        chosen = self._chosen()
        self._entries = entries
        self.model.show_lines(watch_lines(entries, today))
        self.file_button.setEnabled(bool(entries))
        self.summary.setText(_summary(entries, self._context))
        index = self.model.index_of(chosen.id) if chosen is not None else QModelIndex()
        if not index.isValid() and entries:
            index = self.model.index(1)  # after its heading
        self.view.setCurrentIndex(index)
        self._show_reason()

    def _on_failed(self, error: UserFacingError) -> None:
        self.summary.setText(" ".join(render(sentence) for sentence in error.sentences()))

    # ---- the chosen entry ------------------------------------------------------------------

    def _chosen(self) -> WatchEntry | None:
        line = self.model.line(self.view.currentIndex())
        return line.entry if line is not None else None

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_reason()

    def _show_reason(self) -> None:
        entry = self._chosen()
        self.why_label.setText("\n".join(_why(entry)) if entry is not None else "")
        self.reason.setVisible(entry is not None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self._on_go()

    def _on_go(self) -> None:
        entry = self._chosen()
        if entry is not None and not entry.meeting_id:
            self.plan_wanted.emit(entry.body_id, entry.row_id)
        elif entry is not None:
            self.place_wanted.emit(entry.meeting_id, entry.pane, entry.row_id)

    def _on_file(self) -> None:
        self.file_wanted.emit(self._entries)


class _View(QListView):
    """Up and down go past headings; Enter opens the place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        set_role(self, WidgetRole.LIST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what comes here as long as nothing does."""
        super().paintEvent(event)
        if self.model() is None or self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(current_colors().soft))
        words = _("What must be summoned, approved, posted, taken down or confirmed comes here.")
        room = self.viewport().rect().adjusted(3 * GRID, 3 * GRID, -3 * GRID, -3 * GRID)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(centred), words)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen line stays in view: its reason may have taken room from the list."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the place on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _why(entry: WatchEntry) -> tuple[str, ...]:
    if entry.scheduled is not None:
        return explanation(entry.scheduled)
    return (render(entry.why),) if entry.why is not None else ()


def _sheet(content: QWidget) -> QWidget:
    sheet = QWidget()
    set_role(sheet, WidgetRole.PAPER)
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(sheet)
    layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    layout.addWidget(content)
    return sheet


def _entries(context: LibraryContext, today: date, progress: Progress) -> tuple[WatchEntry, ...]:
    """Read what waits; on a worker's thread."""
    del progress
    from kcdesk.services.watch.sources import library_entries

    return library_entries(context.shelf, context.calendar, today)


def _summary(entries: Sequence[WatchEntry], context: LibraryContext) -> str:
    if not entries:
        return _("Nothing waits: everything is approved, posted and confirmed in its time.")
    found = count(entries, context.clock.today())
    parts = [ngettext("{count} thing to do", "{count} things to do", len(entries))]
    if found.late:
        parts.append(ngettext("{count} late", "{count} late", found.late))
    if found.soon:
        parts.append(ngettext("{count} within a week", "{count} within a week", found.soon))
    return " · ".join(parts)
