"""The agenda panel: the outline, or what to do while there is none, and the quick entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kcdesk.domain.lock import holder
from kcdesk.i18n import _
from kcdesk.services.agenda_text import read_agenda
from kcdesk.services.edit_agenda import add_item, add_items
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.agenda.agenda_actions import AgendaActions
from kcdesk.ui.screens.agenda.agenda_model import AgendaModel
from kcdesk.ui.screens.agenda.agenda_view import AgendaView
from kcdesk.ui.screens.agenda.quick_entry import QuickEntry
from kcdesk.ui.widgets.empty_panel import EmptyPanel


class AgendaPanel(QWidget):
    """The items of the open meeting; the current one is the context's selection."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = AgendaModel(context, self)
        self.view = AgendaView(self._model)
        self.entry = QuickEntry()
        self.empty = EmptyPanel(
            _("The agenda is empty. Type the first item and press Enter, or paste a list."),
            _("New item"),
            shortcut="Enter",
        )
        self.actions_of_item = AgendaActions(context, self.view)
        self._build_ui()
        self._connect()
        self.view.look_at(context.selection.id)
        self._show_state()

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID * 3 // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID * 3 // 2, 0, GRID * 3 // 2, 0)
        foot.addWidget(self.entry)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.view.looked_at.connect(self._context.selection.select)
        self.view.list_pasted.connect(self._on_list_pasted_after)
        self._context.selection.selected.connect(self.view.look_at)
        self.entry.entered.connect(self._on_entered)
        self.entry.list_pasted.connect(self._on_list_pasted)
        self.empty.wanted.connect(self.entry.setFocus)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._show_state)
        self._context.bridge.replaced.connect(self._show_state)
        following = QAction(_("Next item"), self)
        following.setShortcuts([QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")])
        following.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        following.triggered.connect(self._on_next)
        self.addAction(following)

    def _show_state(self) -> None:
        is_empty = not self._model.rowCount()
        records = self._context.bridge.records
        self.entry.setVisible(holder(records, records.root_id) is None)
        self._stack.setCurrentWidget(self.empty if is_empty else self.view)
        self.setFocusProxy(self.entry if is_empty else self.view)
        if is_empty:
            self._context.selection.select("")
            if self.empty.isAncestorOf(QApplication.focusWidget() or self):
                self.entry.setFocus()  # not the button that Qt found when the list went
        elif not self.view.currentIndex().isValid():
            self.view.step(0)

    def _on_next(self) -> None:
        """Go on to the next item's text; in the last item, to its own."""
        self.view.step(1)
        self._context.selection.write()

    def _on_entered(self, title: str) -> None:
        bridge = self._context.bridge
        bridge.perform(add_item(bridge.records, None, title))
        self.view.scrollToBottom()

    def _on_list_pasted(self, text: str) -> None:
        bridge = self._context.bridge
        bridge.perform(add_items(bridge.records, None, read_agenda(text)))
        self.view.scrollToBottom()

    def _on_list_pasted_after(self, text: str) -> None:
        bridge, line = self._context.bridge, self.view.current_line()
        after_id = line.id if line is not None and line.id in bridge.records else None
        bridge.perform(add_items(bridge.records, after_id, read_agenda(text)))
