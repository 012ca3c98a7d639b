"""The window around one open library. It knows panes, pages and actions only by their specs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.action import MenuPlace
from kcdesk.ui.qt.page import LibraryContext, PageSpec
from kcdesk.ui.qt.pane import MeetingContext, PaneSpec
from kcdesk.ui.qt.task_runner import TaskRunner
from kcdesk.ui.qt.writer_signals import WriterSignals
from kcdesk.ui.shell.focus_follower import FocusFollower
from kcdesk.ui.shell.last_item import follow_last_item
from kcdesk.ui.shell.menus import Menus
from kcdesk.ui.shell.navigation import Navigation
from kcdesk.ui.shell.pane_ring import PaneRing
from kcdesk.ui.shell.status_line import StatusLine
from kcdesk.ui.shell.task_view import TaskView
from kcdesk.ui.shell.undo_actions import UndoActions
from kcdesk.ui.shell.view_actions import view_actions
from kcdesk.ui.shell.window_title import title_words
from kcdesk.ui.shell.workspace import Workspace
from kcdesk.ui.widgets.passing_bar import PassingBar

if TYPE_CHECKING:
    from datetime import datetime

    from kcdesk.services.session import Change
    from kcdesk.ui.qt.session_bridge import SessionBridge


_LEAST_WIDTH = 780  # a screen of 1600 pixels at 200 % has 800
_WITH_NAVIGATION = 1024


@dataclass(frozen=True, slots=True)
class WindowContent:
    """What is plugged into the window."""

    panes: Sequence[PaneSpec]
    pages: Sequence[PageSpec]
    body_page: Callable[[LibraryContext, str], QWidget]
    start_page: Callable[[LibraryContext], QWidget]
    present_text: Callable[[MeetingContext], str]


class MainWindow(QMainWindow):
    """Opens meetings, bodies and pages in its workspace.

    ``meeting_opened`` carries the context of the meeting in view, or None; ``painted`` comes once,
    after the window was first seen: what takes longer can begin then. ``closing`` is asked
    before the window goes and may refuse.
    """

    meeting_opened = Signal(object)
    painted = Signal()

    def __init__(
        self,
        title: str,
        context: LibraryContext,
        content: WindowContent,
        settings: QSettings,
        closing: Callable[[], bool],
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self.setWindowTitle(title)
        self.context = context
        self._content = content
        self._settings = settings
        self._closing = closing
        self._meeting: MeetingContext | None = None
        self._bridge: SessionBridge | None = None
        self._stale = False  # a line of the navigation may have changed: read once it is stored
        self._was_painted = False
        self._build_ui(read_only=read_only)
        self._connect()
        self._restore()

    # ---- what stands in the workspace ------------------------------------------------------

    @property
    def meeting(self) -> MeetingContext | None:
        """The meeting in view."""
        return self._meeting

    @property
    def workspace(self) -> Workspace | None:
        """The panes of the meeting in view."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Workspace) else None

    def open_meeting(self, meeting_id: str) -> None:
        """Show a meeting. Raises ``KeyError`` when there is none with this id."""
        if self._meeting is not None and self._meeting.bridge.session.stream_id == meeting_id:
            return
        from kcdesk.domain.meeting import Meeting
        from kcdesk.ui.qt.session_bridge import Selection

        sessions = self.context.sessions
        bridge = sessions.bridge(meeting_id)
        body_id = bridge.records.root(Meeting).body_id or ""
        meeting = MeetingContext(
            bridge=bridge,
            selection=Selection(bridge),
            body_bridge=sessions.bridge(body_id),
            people_bridge=self.context.people_bridge,
            calendar=self.context.calendar,
            clock=self.context.clock,
            journal=self.context.journal,
            shelf=self.context.shelf,
        )
        follow_last_item(self._settings, bridge, meeting.selection)
        self._show(Workspace(meeting, self._content.panes, self._settings), bridge, meeting)
        meeting.selection.selected.connect(self._show_present)
        self.navigation.mark(meeting_id, body_id)

    def open_body(self, body_id: str) -> None:
        """Show a body's page. Raises ``KeyError`` when there is none with this id."""
        bridge = self.context.sessions.bridge(body_id)
        self._show(self._content.body_page(self.context, body_id), bridge)
        self.navigation.mark(body_id)

    def open_page(self, key: str) -> None:
        """Show a register. Raises ``KeyError`` when there is none with this key."""
        spec = {page.key: page for page in self._content.pages}[key]
        self._show(spec.factory(self.context), self.context.people_bridge)
        self.navigation.mark(key)

    def open_start(self) -> None:
        """Show how to begin."""
        page = self._content.start_page(self.context)
        self._show(page, None)
        self.navigation.mark("")
        page.setFocus(Qt.FocusReason.TabFocusReason)

    # ---- inside ----------------------------------------------------------------------------

    def _build_ui(self, *, read_only: bool) -> None:
        self.navigation = Navigation(self.context.shelf, self._content.pages)
        self._stack = QStackedWidget()
        self._splitter = QSplitter()
        self._splitter.addWidget(self.navigation)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([248, 1192])
        self._splitter.setMinimumWidth(_LEAST_WIDTH)
        central = QWidget()
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._splitter, 1)
        self.setCentralWidget(central)
        self.status_line = StatusLine(read_only=read_only, parent=self)
        self.setStatusBar(self.status_line)
        self.tasks = TaskRunner(self)
        self.status_line.addPermanentWidget(TaskView(self.tasks))
        self.bar = PassingBar(central)
        self._column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.menus = Menus(self.menuBar())
        self.undo = UndoActions(self)
        self.menus.add_action("undo", MenuPlace.EDIT, self.undo.undo, 0)
        self.menus.add_action("redo", MenuPlace.EDIT, self.undo.redo, 0)
        self.ring = PaneRing(self._ring_panes, self)
        self.focus_follower = FocusFollower(self)
        self.menus.add(view_actions(self.ring, self._content.panes, self._reveal))

    def _connect(self) -> None:
        self.navigation.meeting_chosen.connect(self.open_meeting)
        self.navigation.body_chosen.connect(self.open_body)
        self.navigation.page_chosen.connect(self.open_page)
        self.undo.removed.connect(self._on_removed)
        self.writer = WriterSignals(self.context.journal, self)
        self.writer.committed.connect(self._on_committed)
        self.writer.failed.connect(self.status_line.show_failure)
        self.writer.recovered.connect(self.status_line.show_recovery)

    def _show(
        self, widget: QWidget, bridge: SessionBridge | None, meeting: MeetingContext | None = None
    ) -> None:
        self.writer.attach()
        before, left = self._stack.currentWidget(), self._meeting
        self._stack.addWidget(widget)
        if isinstance(widget, Workspace):
            self._column.insertWidget(0, widget.head)
            widget.head.show()
        self._stack.setCurrentWidget(widget)
        self._meeting = meeting
        if isinstance(before, Workspace):
            before.remember()
            before.head.deleteLater()
            before.head.hide()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._follow(bridge)
        if left is not None:
            self.context.sessions.release(left.bridge.session.stream_id)
        self.menus.follow_meeting(self._shown_panes())
        self._show_present()
        self._show_title()
        self.meeting_opened.emit(meeting)

    def _shown_panes(self) -> list[QWidget]:
        return list(self.workspace.panes.values()) if self.workspace is not None else []

    def _ring_panes(self) -> list[QWidget]:
        """Return the panes in the order of the eye: the head goes across the top."""
        workspace, shown = self.workspace, self._stack.currentWidget()
        if workspace is None:
            return [self.navigation, *([shown] if shown is not None else [])]
        panes = [pane for pane in workspace.shown_panes() if pane not in workspace.heads]
        folded = self.navigation.isHidden()
        return [*workspace.heads, *([] if folded else [self.navigation]), *panes]

    def _reveal(self, key: str) -> None:
        if self.workspace is not None:
            self.ring.enter(self.workspace.reveal(key))

    def _show_present(self, _selected: str = "") -> None:
        text = self._content.present_text(self._meeting) if self._meeting is not None else ""
        self.status_line.show_present(text)

    def _show_title(self) -> None:
        """Say what stands in the workspace, else what the program is."""
        words = title_words(self._meeting, self._bridge)
        self.setWindowTitle(_("{what} – kcdesk", what=words) if words else self._title)

    def _follow(self, bridge: SessionBridge | None) -> None:
        if self._bridge is not None:
            self._bridge.facts_changed.disconnect(self._on_facts_changed)
        self._bridge = bridge
        if bridge is not None:
            bridge.facts_changed.connect(self._on_facts_changed)
        self.undo.follow(bridge)

    def _on_facts_changed(self, change: Change) -> None:
        self._show_present()
        self._show_title()
        if change.records.root_id in change.touched:
            self._stale = True

    def _on_committed(self, _stream_id: str, _seq: int, at: datetime) -> None:
        self.status_line.show_saved(at.astimezone(self.context.clock.local().tzinfo))
        if self._stale:
            self._stale = False
            self.navigation.refresh()

    def _on_removed(self, step: str) -> None:
        self.bar.announce(step, _("Undo"), self.undo.take_back, stays=True)

    def _restore(self) -> None:
        self.resize(1440, 900)
        sizes = {"geometry": self.restoreGeometry, "navigation": self._splitter.restoreState}
        for name, restore in sizes.items():
            kept = self._settings.value(f"window/{name}")
            if isinstance(kept, QByteArray):
                restore(kept)

    def leave(self) -> None:
        """Keep sizes and stop listening: the window goes, the library may stay open."""
        if self.workspace is not None:
            self.workspace.remember()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/navigation", self._splitter.saveState())
        self.tasks.finish()
        self.writer.committed.disconnect(self._on_committed)  # one may still be on its way
        self.writer.detach()
        self.context.sessions.detach()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation away where it would leave the panes too little room."""
        super().resizeEvent(event)
        self.navigation.setVisible(event.size().width() >= _WITH_NAVIGATION)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is there."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while the library cannot be closed."""
        if not self._closing():
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)
