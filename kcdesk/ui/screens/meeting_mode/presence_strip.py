"""The strip along the bottom: who is there at the item in view, who came and went, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance
from kcdesk.i18n import _
from kcdesk.services import command_act
from kcdesk.services.edit_attendance import set_attendance
from kcdesk.ui.qt.here import situation_at
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.meeting_mode.person_chip import PersonChip
from kcdesk.ui.screens.meeting_mode.person_state import person_states

_SIDE = 4 * GRID


class PresenceStrip(QWidget):
    """Follows the rows and the item in view."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.chips: list[PersonChip] = []
        self.hints = QLabel(_hints())
        self._row = QHBoxLayout(self)
        self._build_ui()
        self.refresh()

    def _build_ui(self) -> None:
        self.setAccessibleName(_("Presence"))
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self.hints, WidgetRole.SOFT)
        self._row.setContentsMargins(_SIDE, GRID + 4, _SIDE, GRID + 4)
        self._row.setSpacing(2 * GRID)
        self._row.addStretch(1)
        self._row.addWidget(self.hints)

    def refresh(self) -> None:
        """Show everybody as she is at the item in view."""
        states = person_states(
            self._context.bridge.records, self._context.people, self._context.selection.id
        )
        while len(self.chips) > len(states):
            gone = self.chips.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.chips) < len(states):
            chip = PersonChip(self)
            chip.asked.connect(self._on_asked)
            self._row.insertWidget(len(self.chips), chip)
            self.chips.append(chip)
        for chip, state in zip(self.chips, states, strict=True):
            chip.show_person(state)
            chip.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give up words where there is no room: first the keys', then people's from the right."""
        room = self.width() - 2 * _SIDE
        for chip in self.chips:
            chip.be_bare(bare=False)
        gaps = 2 * GRID * len(self.chips)
        needed = sum(chip.sizeHint().width() for chip in self.chips) + gaps
        self.hints.setVisible(needed + self.hints.sizeHint().width() <= room)
        for chip in reversed(self.chips):
            if needed <= room:
                break
            before = chip.sizeHint().width()
            chip.be_bare(bare=True)
            needed -= before - chip.sizeHint().width()

    def _on_asked(self, what: str, participant_id: str) -> None:
        context = self._context
        if context.selection.id not in context.bridge.records:
            return
        here = situation_at(context, context.selection.id)
        if what == "notice":
            group = set_attendance(here.records, participant_id, Attendance.ABSENT_WITH_NOTICE)
        elif what == "recused":
            group = command_act.recuse_all((participant_id,), "", here)
        else:
            acts = {"arrives": command_act.note_arrival, "leaves": command_act.note_departure}
            group = acts[what](participant_id, here)
        self._perform(group)

    def _perform(self, group: Group) -> None:
        self._context.bridge.perform(group)


def _hints() -> str:
    return _(
        "Ctrl+Enter next  ·  + − presence  ·  / decision, action, phrase …  ·  Esc whole window"
    )
