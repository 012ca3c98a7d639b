"""Open actions of the body's other meetings: Space marks one done where it was agreed, and so
everywhere; Enter brings what is shown along to the item that looks back, where it stays live.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from kcdesk.domain.action import ActionOwner, ActionState
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.operation import Group
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, catalogue
from kcdesk.services.edit_action import set_owner_state
from kcdesk.services.follow_up import FollowUp, bring_along, follow_ups
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.wording import moment
from kcdesk.wording.handling import handling, looking_back

_WIDTH, _LEAST_HEIGHT = 680, 260


class FollowUpDialog(FormDialog):
    """``brought`` carries the group that brings actions along to this meeting, and the item."""

    brought = Signal(Group, str)

    def __init__(
        self, context: MeetingContext, sessions: SessionPool, parent: QWidget | None = None
    ) -> None:
        title, verb = _("Open actions of earlier meetings"), _("Bring along")
        super().__init__(title, verb, parent, width=_WIDTH)
        self._context = context
        self._sessions = sessions
        profiled = profile(context.body, context.bridge.records)
        self._texts = catalogue(profiled.language)
        self._words = looking_back(self._texts, formal=profiled.is_formal)
        self._found = list(
            follow_ups(
                context.shelf, context.journal, context.body.root_id, context.bridge.records.root_id
            )
        )
        self.list = _ActionLines(self._found, [self._line(each) for each in self._found])
        self._build_ui()
        self.list.itemChanged.connect(self._on_changed)

    def _build_ui(self) -> None:
        self.add_row(_("Actions"), self.list)
        self.add_note(
            QLabel(
                _("Space marks an action done, in the meeting that agreed on it as well."),
                wordWrap=True,
            )
        )
        self.cancel_button.setText(_("Close"))
        self.list.setFocus()
        if not self._found:
            self.say_nothing(_("Nothing that was agreed at other meetings is still open."))

    def accept(self) -> None:
        """Bring all of them along, as they stand now, and close."""
        told = [(each, self._origin(each)) for each in self._found]
        group, item_id = bring_along(self._context.bridge.records, self._words, told)
        super().accept()
        self.brought.emit(group, item_id)

    def _origin(self, each: FollowUp) -> str:
        return handling(self._texts, self._context.body, each.meeting, each.item)

    def _line(self, each: FollowUp) -> str:
        """Return who is to do what by when, and where it was agreed."""
        due = moment.day(self._texts, each.action.due)
        parts = (
            each.who(self._words.either),
            each.action.text,
            self._texts.text("due {day}", day=due) if due else "",
        )
        return f"{', '.join(part for part in parts if part)} ({self._origin(each)})"

    def _on_changed(self, entry: QListWidgetItem) -> None:
        """Mark it in its own meeting, or take that back."""
        row = self.list.row(entry)
        marked = self._found[row]
        owner = marked.owner
        if owner is None:
            return
        bridge = self._sessions.bridge(marked.meeting.root_id)
        today = self._context.clock.today()
        wanted = entry.checkState() is Qt.CheckState.Checked
        state = ActionState.DONE if wanted else ActionState.OPEN
        bridge.refused.connect(self._on_refused)
        bridge.perform(set_owner_state(bridge.records, owner.id, state, today))
        bridge.refused.disconnect(self._on_refused)
        now = bridge.records.get(ActionOwner, owner.id)
        self._sessions.release(marked.meeting.root_id)
        self._found[row] = replace(marked, owner=now)
        # What was refused stands as it did.
        self.list.show_done(row, done=now.state is ActionState.DONE)

    def _on_refused(self, error: UserFacingError) -> None:
        show_error(self, error)


class _ActionLines(QListWidget):
    """A box before each line that somebody is to act on."""

    def __init__(self, found: Sequence[FollowUp], lines: Sequence[str]) -> None:
        super().__init__()
        set_role(self, WidgetRole.LIST)
        self.setWordWrap(True)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each, line in zip(found, lines, strict=True):
            entry = QListWidgetItem(line, self)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if each.owner is None:
                entry.setToolTip(_("Nobody was named to act: say who, in that meeting"))
            else:
                entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                entry.setCheckState(Qt.CheckState.Unchecked)
        if found:
            self.setCurrentRow(0)

    def show_done(self, row: int, *, done: bool) -> None:
        """Show whether a line is done, telling nobody."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own
        state = Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        self.item(row).setCheckState(state)
        self.blockSignals(False)  # noqa: FBT003

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
