"""The attendance panel: who is there at the item looked at, and the way to note what happens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.lock import holder
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.i18n import _, ngettext
from kcdesk.services.edit_attendance import (
    add_person,
    add_roster,
    confirm_expected,
)
from kcdesk.services.list_people import list_people
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.attendance.attendance_actions import AttendanceActions
from kcdesk.ui.screens.attendance.attendance_line import AttendanceView
from kcdesk.ui.screens.attendance.attendance_list import AttendanceList
from kcdesk.ui.screens.attendance.attendance_model import AttendanceModel
from kcdesk.ui.screens.attendance.participant_dialog import ParticipantDialog
from kcdesk.ui.screens.attendance.participant_entry import ParticipantEntry
from kcdesk.ui.screens.attendance.quorum_box import QuorumBox
from kcdesk.ui.screens.attendance.roll_call import RollCall
from kcdesk.ui.widgets.empty_panel import EmptyPanel
from kcdesk.ui.widgets.lock_line import LockLine


class AttendancePanel(QWidget):
    """Everyone expected is present until said otherwise."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = AttendanceModel(context, self)
        self.view = AttendanceList(self._model)
        self.actions_of_person = AttendanceActions(context, self.view)
        self.entry = ParticipantEntry(context)
        self.quorum = QuorumBox()
        self.count = QLabel()
        self.call = QPushButton(_("Roll call…"))
        self.confirm = QPushButton()
        self.empty = EmptyPanel(
            _("Nobody is on the list yet. Add the body's roster, or type a name below."),
            _("Add the roster"),
            icon_name="people",
        )
        self._build_ui()
        self._connect()
        self._on_counted(self._model.view)

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(_("Attendance"))
        set_role(heading, WidgetRole.HEADING)
        set_role(self.count, WidgetRole.SOFT)
        for button in (self.call, self.confirm):
            set_role(button, WidgetRole.QUIET)
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        top.addWidget(heading, 1)
        top.addWidget(self.count)
        self._lock_line = LockLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.hints = QLabel(_hints(), wordWrap=True)
        set_role(self.hints, WidgetRole.SOFT)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        foot.setSpacing(GRID)
        roll = QHBoxLayout()
        roll.addWidget(self.call)
        roll.addWidget(self.confirm, 1)
        foot.addLayout(roll)
        for widget in (self.quorum, self.entry, self.hints):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, GRID * 3 // 2)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self._lock_line)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        QWidget.setTabOrder(self.view, self.call)
        QWidget.setTabOrder(self.call, self.confirm)
        QWidget.setTabOrder(self.confirm, self.entry.field)

    def _connect(self) -> None:
        self._model.counted.connect(self._on_counted)
        self.entry.person_chosen.connect(self._on_person)
        self.entry.listed_chosen.connect(self._on_listed)
        self.entry.name_entered.connect(self._on_name)
        self.empty.wanted.connect(self._on_roster)
        self.confirm.clicked.connect(self._on_confirm)
        self.call.clicked.connect(self.open_roll_call)
        self.view.opened.connect(self.open_person)

    def open_person(self, id: str) -> ParticipantDialog:
        """Open all that is known of a participant, to be set precisely."""
        dialog = ParticipantDialog(self._context, id, self)
        dialog.open()
        return dialog

    def open_roll_call(self) -> RollCall:
        """Go through the list once."""
        roll = RollCall(self._context, self)
        roll.open()
        return roll

    def show_place(self, row_id: str, _field: str) -> None:
        """Look at somebody; without a name, at the list."""
        self.view.look_at(row_id)
        (self.focusProxy() or self).setFocus()

    def _on_counted(self, view: AttendanceView) -> None:
        is_empty = not view.lines
        self._stack.setCurrentWidget(self.empty if is_empty else self.view)
        self.setFocusProxy(self.entry if is_empty else self.view)
        self.hints.setVisible(not is_empty)
        self.count.setText(_("{there} of {all}", there=view.there, all=view.of) if view.of else "")
        self.count.setAccessibleName(
            _("{there} of {all} take part in deciding", there=view.there, all=view.of)
        )
        self.quorum.show_quorum(None if is_empty else view.quorum)
        expected = self._expected()
        for button in (self.call, self.confirm):
            button.setVisible(expected > 0)
        self.confirm.setText(
            ngettext("Confirm {count} expected", "Confirm all {count} expected", expected)
        )
        self.view.look_at_someone()
        self._lock()

    def _lock(self) -> None:
        """Let the list be read only while it is out for signature, and once it is sealed."""
        records = self._context.bridge.records
        approval = holder(records, records.root_id)
        self._lock_line.show_lock(approval)
        self.entry.setVisible(approval is None)
        if approval is not None:
            self.confirm.hide()
            self.hints.hide()
            self.setFocusProxy(self.view)

    def _expected(self) -> int:
        records = self._context.bridge.records
        return sum(
            each.attendance is Attendance.EXPECTED
            for each in records.children(records.root_id, Participant)
        )

    def _on_person(self, person_id: str) -> None:
        context = self._context
        self._add(add_person(context.bridge.records, context.people, context.body, person_id))

    def _on_name(self, text: str) -> None:
        context = self._context
        self._add(list_people(context.bridge.records, context.people, context.body, text))

    def _on_listed(self, id: str) -> None:
        self.view.look_at(id)
        self.view.setFocus()

    def _add(self, group: Group) -> None:
        self._context.bridge.perform(group)
        added = [each.row.id for each in group.operations
                 if isinstance(each, Insert) and isinstance(each.row, Participant)]  # fmt: skip
        if added:
            self.view.look_at(added[-1])

    def _on_roster(self) -> None:
        context = self._context
        group = add_roster(context.bridge.records, context.people, context.body)
        context.bridge.perform(group)
        (self.view if group else self.entry).setFocus()

    def _on_confirm(self) -> None:
        bridge = self._context.bridge
        bridge.perform(confirm_expected(bridge.records))
        self.view.setFocus()


def _hints() -> str:
    """Return what the keys do; a key and its word stay on one line."""
    text = _(
        "Space present · A arrives · L leaves · J recused · N notice · D distance · "
        "R role · S serves · Enter all"
    )
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in text.split(" · "))
