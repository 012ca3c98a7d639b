"""Upprop: one pass through the list says who is there, who sent word and who serves for whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _, ngettext
from kcdesk.services.edit_attendance import add_roster, set_attendance, set_remote
from kcdesk.services.roll_call import call_in, called_in, unconfirmed, vacant_members
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.attendance.attendance_line import AttendanceView, attendance_of
from kcdesk.ui.screens.attendance.attendance_list import AttendanceList
from kcdesk.ui.screens.attendance.attendance_model import AttendanceModel
from kcdesk.ui.screens.attendance.quorum_box import QuorumBox
from kcdesk.ui.screens.attendance.service_menu import ServiceMenu
from kcdesk.ui.widgets.screen_room import within_screen


class RollModel(AttendanceModel):
    """Everybody over the whole meeting: who came at all, whichever item is looked at."""

    def _computed(self) -> AttendanceView:
        records = self._context.bridge.records
        return attendance_of(records, profile(self._context.body, records), "")


class RollCall(QDialog):
    """Each key notes something of the person in turn and goes on to the next one not called yet."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Roll call"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.model = RollModel(context, self)
        self.view = AttendanceList(self.model)
        self.services = ServiceMenu(context, self.view)
        self.count = QLabel()
        self.proposal = PlainLabel(wraps=True)
        self.serve = QPushButton(_("Let them serve"))
        self.roster = QPushButton()
        self.quorum = QuorumBox()
        self.done_button = QPushButton(_("The roll is called"))
        self._build_ui()
        self._add_keys()
        self.model.counted.connect(self._on_counted)
        self.serve.clicked.connect(self._on_serve)
        self.roster.clicked.connect(self._on_roster)
        self._on_counted(self.model.view)
        self._go_to_next(after="")
        self.view.setFocus()

    def _build_ui(self) -> None:
        title = QLabel(_("Roll call"))
        set_role(title, WidgetRole.TITLE)
        for label in (self.count, self.proposal):
            set_role(label, WidgetRole.SOFT)
        set_role(self.done_button, WidgetRole.PRIMARY)
        self.done_button.setAutoDefault(False)
        self.serve.setAutoDefault(False)
        self.roster.setAutoDefault(False)
        self.view.setAccessibleName(_("Roll call"))
        hints = QLabel(_hints(), wordWrap=True)
        set_role(hints, WidgetRole.SOFT)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.count)
        called = QHBoxLayout()
        called.addWidget(self.proposal, 1)
        called.addWidget(self.serve)
        buttons = QDialogButtonBox()
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(3 * GRID // 2)
        layout.addLayout(head)
        layout.addWidget(self.roster, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)
        layout.addLayout(called)
        layout.addWidget(self.quorum)
        layout.addWidget(hints)
        layout.addWidget(buttons)
        self.resize(within_screen(self, QSize(560, 680)))

    def _add_keys(self) -> None:
        here, away = Attendance.PRESENT, Attendance.ABSENT
        for text, keys, run in (
            (_("Is here"), ("Space",), partial(self._note, here)),
            (
                _("Sent notice of absence"),
                ("N",),
                partial(self._note, Attendance.ABSENT_WITH_NOTICE),
            ),
            (_("Is not here"), ("X",), partial(self._note, away)),
            (_("Not called yet"), ("Backspace",), partial(self._note, Attendance.EXPECTED)),
            (_("Takes part at a distance"), ("D",), self._on_remote),
            (_("Serves for…"), ("S",), self._on_service),
            (_("The roll is called"), ("Return", "Enter"), self.finish),
        ):
            self._add_key(text, keys, run)

    def _add_key(self, text: str, keys: tuple[str, ...], run: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        self.view.addAction(action)

    def finish(self) -> None:
        """Let those who are called in serve, and close."""
        self._on_serve()
        self.accept()

    # ---- the pass ------------------------------------------------------------------------------

    def _note(self, attendance: Attendance) -> None:
        person = self._person()
        if person is None:
            return
        self._perform(set_attendance(self._records, person.id, attendance))
        if attendance is Attendance.EXPECTED:
            self.view.look_at(person.id)
        else:
            self._go_to_next(after=person.id)

    def _go_to_next(self, *, after: str) -> None:
        """Go to the next person not called yet, round the end; else one step down."""
        ids = [line.id for line in self.model.lines if not line.is_heading]
        at = ids.index(after) + 1 if after in ids else 0
        waiting = {each.id for each in unconfirmed(self._records)}
        in_turn = [id for id in (*ids[at:], *ids[:at]) if id in waiting]
        following = in_turn or ids[at : at + 1]
        if following:
            self.view.look_at(following[0])

    def _on_remote(self) -> None:
        person = self._person()
        if person is not None:
            self._perform(set_remote(self._records, person.id, not person.remote))
            self.view.look_at(person.id)

    def _on_service(self) -> None:
        person = self._person()
        if person is not None:
            self.services.fill(person.id)
            below = self.view.visualRect(self.view.currentIndex()).bottomLeft()
            self.services.popup(self.view.viewport().mapToGlobal(below))

    def _on_serve(self) -> None:
        group = call_in(self._records, self._context.body)
        if group:
            self._perform(group)

    def _on_roster(self) -> None:
        context = self._context
        self._perform(add_roster(context.bridge.records, context.people, context.body))
        self._go_to_next(after="")
        self.view.setFocus()

    # ---- what it shows ---------------------------------------------------------------------------

    def _on_counted(self, view: AttendanceView) -> None:
        records, context = self._records, self._context
        waiting = len(unconfirmed(records))
        self.count.setText(
            ngettext("{count} not called up", "{count} not called up", waiting)
            if waiting
            else _("All are called up")
        )
        pairs = called_in(records, context.body)
        self.proposal.setText(_proposal(pairs, len(vacant_members(records))))
        self.serve.setVisible(bool(pairs))
        missing = len(add_roster(records, context.people, context.body).operations)
        self.roster.setVisible(missing > 0)
        self.roster.setText(_("Add everyone of the roster"))
        self.quorum.show_quorum(view.quorum)
        self.view.look_at_someone()

    @property
    def _records(self) -> Records:
        return self._context.bridge.records

    def _person(self) -> Participant | None:
        line = self.view.current_line()
        return self._records.find(Participant, line.id) if line else None

    def _perform(self, group: Group) -> None:
        self._context.bridge.perform(group)


def _proposal(pairs: tuple[tuple[Participant, Participant], ...], vacant: int) -> str:
    """Say who is called in for whom, and how many seats are empty even so."""
    said = [
        _("{name} for {member}", name=substitute.name, member=member.name)
        for substitute, member in pairs
    ]
    left = vacant - len(pairs)
    if left:
        said.append(
            ngettext(
                "{count} seat without a substitute", "{count} seats without a substitute", left
            )
        )
    words = " · ".join(said)
    return _("By the order of service: {who}", who=words) if pairs else words


def _hints() -> str:
    text = _(
        "Space is here · N notice · X is not here · Backspace not called yet · D distance · "
        "S serves · Enter done"
    )
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in text.split(" · "))
