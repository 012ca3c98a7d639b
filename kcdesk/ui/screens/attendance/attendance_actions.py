"""What can be noted of a person, by one key each and by the context menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.item import Item
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_attendance import (
    ABSENT,
    remove_participant,
    set_attendance,
    set_remote,
)
from kcdesk.services.meeting_clock import clock_at_meeting
from kcdesk.services.note_presence import arrive, arrive_late, leave
from kcdesk.services.note_recusal import recuse, unrecuse
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.attendance.attendance_list import AttendanceList
from kcdesk.ui.screens.attendance.role_menu import RoleMenu
from kcdesk.ui.screens.attendance.service_menu import ServiceMenu


class AttendanceActions(QObject):
    """The actions of the list; they act on its current person, at the item looked at."""

    def __init__(self, context: MeetingContext, view: AttendanceList) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self.roles = RoleMenu(context, view)
        self.services = ServiceMenu(context, view)
        self._add(_("Present or absent"), ("Space",), self._on_present)
        self._add(_("Sent notice of absence"), ("N",), self._on_notice)
        self._separate()
        self._add(_("Arrives now"), ("A",), partial(self._on_time, arrive))
        self._add(_("Arrived later, not known when"), ("Shift+A",), self._on_late)
        self._add(_("Leaves now"), ("L",), partial(self._on_time, leave))
        self._add(_("Recused here"), ("J",), self._on_recused)
        self._add(_("Takes part at a distance"), ("D",), self._on_remote)
        self._separate()
        self._add(_("Roles…"), ("R",), partial(self._on_menu, self.roles))
        self._add(_("Serves for…"), ("S",), partial(self._on_menu, self.services))
        self._add(_("All about the person…"), ("Enter", "Return", "F2"), view.open_current)
        self._separate()
        self._add(_("Remove"), ("Delete",), self._on_remove)

    def _add(self, text: str, keys: tuple[str, ...], run: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        self._view.addAction(action)

    def _separate(self) -> None:
        separator = QAction(self)
        separator.setSeparator(True)
        self._view.addAction(separator)

    # ---- what the keys do ----------------------------------------------------------------

    def _on_present(self) -> None:
        if (person := self._person()) is not None:
            absent = person.attendance not in ABSENT
            self._set(person, Attendance.ABSENT if absent else Attendance.PRESENT)

    def _on_notice(self) -> None:
        if (person := self._person()) is not None:
            noted = person.attendance is Attendance.ABSENT_WITH_NOTICE
            self._set(person, Attendance.EXPECTED if noted else Attendance.ABSENT_WITH_NOTICE)

    def _on_time(self, verb: Callable[..., Group]) -> None:
        person, item = self._person(), self._item()
        if person is not None and item is not None:
            at = clock_at_meeting(self._records, self._context.clock.local())
            self._perform(verb(self._records, person.id, item.id, at))

    def _on_late(self) -> None:
        if (person := self._person()) is not None:
            self._perform(arrive_late(self._records, person.id))

    def _on_recused(self) -> None:
        person, item = self._person(), self._item()
        if person is not None and item is not None:
            recused = AttendanceRegister(self._records).is_recused(person, item)
            verb = unrecuse if recused else recuse
            self._perform(verb(self._records, item.id, person.id))

    def _on_remote(self) -> None:
        if (person := self._person()) is not None:
            self._perform(set_remote(self._records, person.id, not person.remote))

    def _on_remove(self) -> None:
        if (person := self._person()) is not None:
            self._perform(remove_participant(self._records, person.id))
            self._view.look_at_someone()

    def _on_menu(self, menu: RoleMenu | ServiceMenu) -> None:
        if (person := self._person()) is not None:
            menu.fill(person.id)
            below = self._view.visualRect(self._view.currentIndex()).bottomLeft()
            menu.popup(self._view.viewport().mapToGlobal(below))

    # ---- inside --------------------------------------------------------------------------

    @property
    def _records(self) -> Records:
        return self._context.bridge.records

    def _person(self) -> Participant | None:
        line = self._view.current_line()
        return self._records.find(Participant, line.id) if line else None

    def _item(self) -> Item | None:
        return self._records.find(Item, self._context.selection.id)

    def _set(self, person: Participant, attendance: Attendance) -> None:
        self._perform(set_attendance(self._records, person.id, attendance))

    def _perform(self, group: Group) -> None:
        person = self._person()
        self._context.bridge.perform(group)
        if person is not None:
            self._view.look_at(person.id)
