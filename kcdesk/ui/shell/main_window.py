"""The window around one open library. It knows panes, pages and actions only by their specs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.action import MenuPlace
from kcdesk.ui.shell.first_size import first_size
from kcdesk.ui.shell.furnished_window import FurnishedWindow
from kcdesk.ui.shell.navigation import Navigation
from kcdesk.ui.shell.navigation_fold import NavigationFold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kcdesk.services.session import Change
    from kcdesk.ui.qt.page import LibraryContext
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.session_bridge import SessionBridge
    from kcdesk.ui.qt.writer_signals import WriterSignals
    from kcdesk.ui.shell.pane_ring import PaneRing
    from kcdesk.ui.shell.window_content import WindowContent
    from kcdesk.ui.shell.workspace import Workspace


_LEAST_WIDTH = 780  # a screen of 1600 pixels at 200 % has 800


class MainWindow(FurnishedWindow):
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
        super().__init__(read_only=read_only)
        self._title = title
        self.setWindowTitle(title)
        self.context = context
        self._content = content
        self._settings = settings
        self._closing = closing
        self._meeting: MeetingContext | None = None
        self._bridge: SessionBridge | None = None
        self._stale = ("", 0)  # the stream whose line may have changed, and what must be stored
        self._was_painted = False
        self._is_complete = False
        self._workspace: Workspace | None = None
        self._build_ui()
        self._restore()

    # ---- what stands in the workspace ------------------------------------------------------

    @property
    def meeting(self) -> MeetingContext | None:
        """The meeting in view."""
        return self._meeting

    @property
    def workspace(self) -> Workspace | None:
        """The panes of the meeting in view."""
        return self._workspace

    def open_meeting(self, meeting_id: str) -> None:
        """Show a meeting. Raises ``KeyError`` when there is none with this id."""
        if self._meeting is not None and self._meeting.bridge.session.stream_id == meeting_id:
            return
        from kcdesk.ui.shell.last_item import follow_last_item
        from kcdesk.ui.shell.meeting_opening import opened_meeting
        from kcdesk.ui.shell.workspace import Workspace

        meeting = opened_meeting(self.context, meeting_id)
        follow_last_item(self._settings, meeting.bridge, meeting.selection)
        workspace = Workspace(meeting, self._content.panes, self._settings)
        self._show(workspace, meeting.bridge, meeting, workspace)
        meeting.selection.selected.connect(self._show_present)
        self.navigation.mark(meeting_id, meeting.body.root_id)

    def open_body(self, body_id: str) -> QWidget:
        """Show a body's page and return it. Raises ``KeyError`` for an id that is no body's."""
        bridge = self.context.sessions.bridge(body_id)
        self._show(page := self._content.body_page(self.context, body_id), bridge)
        self.navigation.mark(body_id)
        return page

    def open_page(self, key: str) -> None:
        """Show a register. Raises ``KeyError`` when there is none with this key."""
        spec = {page.key: page for page in self._content.pages}[key]
        self._show(spec.factory(self.context), self.context.people_bridge)
        self.navigation.mark(key)

    def open_start(self) -> None:
        """Show how to begin."""
        from PySide6.QtCore import Qt

        page = self._content.start_page(self.context)
        self._show(page, None)
        self.navigation.mark("")
        page.setFocus(Qt.FocusReason.TabFocusReason)

    # ---- inside ----------------------------------------------------------------------------

    def _build_ui(self) -> None:
        self.navigation = Navigation(self.context.shelf, self._content.pages)
        self._stack = QStackedWidget()
        self._splitter = QSplitter()
        self._splitter.addWidget(self.navigation)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setMinimumWidth(_LEAST_WIDTH)
        self._column.addWidget(self._splitter, 1)
        self.fold = NavigationFold(self._splitter, self.navigation, self._settings)
        self.navigation.meeting_chosen.connect(self.open_meeting)
        self.navigation.body_chosen.connect(self.open_body)
        self.navigation.page_chosen.connect(self.open_page)

    @cached_property
    def ring(self) -> PaneRing:
        """The way round the panes."""
        from kcdesk.ui.shell.pane_ring import PaneRing

        return PaneRing(self._ring_panes, self)

    @cached_property
    def writer(self) -> WriterSignals:
        """How storing goes, shown in the status line."""
        from kcdesk.ui.qt.writer_signals import WriterSignals

        writer = WriterSignals(self.context.journal, self)
        writer.committed.connect(self._on_committed)
        writer.failed.connect(self.status_line.show_failure)
        writer.recovered.connect(self.status_line.show_recovery)
        return writer

    def complete(self) -> None:
        """Make what is met only once the window is there, above all what answers to keys."""
        if self._is_complete:
            return
        self._is_complete = True
        from kcdesk.ui.shell.focus_follower import FocusFollower
        from kcdesk.ui.shell.view_actions import view_actions

        self.navigation.complete()
        FocusFollower(self)
        self.menus.add_action("undo", MenuPlace.EDIT, self.undo.undo, 0)
        self.menus.add_action("redo", MenuPlace.EDIT, self.undo.redo, 0)
        actions = view_actions(self.ring, self._content.panes, self._reveal, self.fold.toggle)
        self.menus.add(actions)

    def _show(
        self,
        widget: QWidget,
        bridge: SessionBridge | None,
        meeting: MeetingContext | None = None,
        workspace: Workspace | None = None,
    ) -> None:
        self.complete()
        self.writer.attach()
        before, left, gone = self._stack.currentWidget(), self._meeting, self._workspace
        self._stack.addWidget(widget)
        if workspace is not None:
            self._column.insertWidget(0, workspace.head)
            workspace.head.show()
        self._stack.setCurrentWidget(widget)
        self._meeting, self._workspace = meeting, workspace
        if gone is not None:
            gone.remember()
            gone.head.deleteLater()
            gone.head.hide()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._follow(bridge)
        if left is not None:
            self.context.sessions.release(left.bridge.session.stream_id)
        self.fold.follow(workspace)
        self._follow_panes()
        if workspace is not None:
            workspace.panes_changed.connect(self._follow_panes)
        self._show_present()
        self._show_title()
        self.meeting_opened.emit(meeting)

    def _follow_panes(self) -> None:
        self.menus.follow_meeting(self.workspace)

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
        from kcdesk.ui.shell.window_title import title_words

        words = title_words(self._meeting, self._bridge)
        self.setWindowTitle(_("{what} – kcdesk", what=words) if words else self._title)

    def _follow(self, bridge: SessionBridge | None) -> None:
        if self._bridge is not None:
            self._bridge.facts_changed.disconnect(self._on_facts_changed)
            self._bridge.replaced.disconnect(self.navigation.refresh)
        self._bridge = bridge
        if bridge is not None:
            bridge.facts_changed.connect(self._on_facts_changed)
            bridge.replaced.connect(self.navigation.refresh)  # a command has stored it already
        self.undo.follow(bridge)

    def _on_facts_changed(self, change: Change) -> None:
        self._show_present()
        self._show_title()
        if change.records.root_id in change.touched:
            self._stale = (change.records.root_id, self._bridge.session.seq if self._bridge else 0)

    def _on_committed(self, stream_id: str, seq: int, at: datetime) -> None:
        self.context.sessions.let_go()
        self.status_line.show_saved(at.astimezone(self.context.clock.local().tzinfo))
        stream, needed = self._stale
        if stream == stream_id and seq >= needed:
            self._stale = ("", 0)
            self.navigation.refresh()

    def _restore(self) -> None:
        from PySide6.QtCore import QByteArray

        self.resize(first_size(self.screen().availableSize()))
        kept = self._settings.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def leave(self) -> None:
        """Keep sizes and stop listening: the window goes, the library may stay open."""
        if self.workspace is not None:
            self.workspace.remember()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.tasks.finish()
        self.writer.committed.disconnect(self._on_committed)  # one may still be on its way
        self.writer.detach()
        self.context.sessions.detach()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation away where it would leave the panes too little room."""
        super().resizeEvent(event)
        self.fold.share(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is there."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        self.complete()
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while the library cannot be closed."""
        if not self._closing():
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)
