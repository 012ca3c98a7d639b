"""Rows that a body's agendas begin with, edited in place: the template, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.message import Message
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.standing_item import StandingItem
from kcdesk.i18n import _, render
from kcdesk.services.edit_agenda_plan import (
    PlanRow,
    add_to_plan,
    change_plan,
    move_in_plan,
    remove_from_plan,
)
from kcdesk.services.ports import Clock
from kcdesk.services.read_moment import read_moment
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.day_edit import written
from kcdesk.ui.widgets.day_text import day_text, read_day
from kcdesk.ui.widgets.item_kind import ITEM_KINDS
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column
from kcdesk.ui.widgets.row_tools import RowTools

_KIND_WORD = dict(ITEM_KINDS)


class PlanTable(QWidget):
    """The rows of one class, and a button for one more."""

    row_class: ClassVar[type[PlanRow]]

    def __init__(
        self, bridge: SessionBridge, name: str, add: str, columns: Sequence[Column]
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._table = RowTable(name, tuple(columns))
        self._tools = RowTools(self._table, moves=True)
        self._add = QPushButton(icon("add", "accent"), add)
        self._refused = PlainLabel(wraps=True)
        self._build_ui()
        self._add.clicked.connect(self._on_add)
        self._table.removal_wanted.connect(self._on_removal_wanted)
        self._table.move_wanted.connect(self._on_move_wanted)
        self._table.refused.connect(self._on_refused)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as they are."""
        rows = self._bridge.records.children(self._bridge.records.root_id, self.row_class)
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._tools.setVisible(bool(rows))

    def _build_ui(self) -> None:
        set_role(self._add, WidgetRole.QUIET)
        set_role(self._refused, WidgetRole.LATE)
        self._refused.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._table)
        layout.addWidget(self._refused)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        row.addWidget(self._tools)
        layout.addLayout(row)

    def fresh(self) -> dict[str, Any]:
        """Return the fields that a new row begins with."""
        return {}

    def enter(self) -> None:
        """Put the focus on the rows; without any, on the way to the first."""
        self._table.choose_first()
        (self._table if self._table.model().rowCount() else self._add).setFocus()

    def writer(self, field: str) -> Any:
        """Return what writes an entry into a field."""
        return partial(self.write, field)

    def write(self, field: str, row: PlanRow, value: Any) -> None:
        """Change a field."""
        self._refused.hide()
        self._bridge.perform(change_plan(self._bridge.records, row, **{field: value}))

    def _on_refused(self, text: str) -> None:
        self._refused.setText(text)
        self._refused.show()

    def _on_add(self) -> None:
        group = add_to_plan(self._bridge.records, self.row_class, _("New item"), **self.fresh())
        if not self._bridge.perform(group):
            return
        rows = self._bridge.records.children(self._bridge.records.root_id, self.row_class)
        self._table.choose(rows[-1].id)
        self._table.setFocus()
        self._table.edit(self._table.currentIndex())

    def _on_move_wanted(self, id: str, step: int) -> None:
        row = self._bridge.records.get(self.row_class, id)
        self._bridge.perform(move_in_plan(self._bridge.records, row, step))
        self._table.choose(id)

    def _on_removal_wanted(self, id: str) -> None:
        row = self._bridge.records.get(self.row_class, id)
        self._bridge.perform(remove_from_plan(self._bridge.records, row))


class StandingTable(PlanTable):
    """The agenda's template."""

    row_class = StandingItem

    def __init__(self, bridge: SessionBridge) -> None:
        columns = (
            Column(Message("Title"), title_of, self.writer("title"), width=220),
            Column(Message("Kind"), _kind, self.writer("kind"), ITEM_KINDS, 150, 110),
            Column(Message("Minutes of time"), _minutes, self._write_minutes, width=80),
            Column(
                Message("Presenter"), _presenter, self.writer("presenter"), width=180, least=110
            ),
        )
        super().__init__(bridge, _("Agenda template"), _("Add a standing item"), columns)

    def _write_minutes(self, row: StandingItem, text: str) -> None:
        if text and not (text.isascii() and text.isdigit() and len(text) <= 4):
            raise ValueError(_("How long an item takes is a whole number of minutes."))
        self.write("minutes", row, int(text) if text else None)


class PromisedTable(PlanTable):
    """What was promised; it waits until an agenda takes it up."""

    row_class = PromisedMatter

    def __init__(self, bridge: SessionBridge, clock: Clock) -> None:
        self._clock = clock
        columns = (
            Column(Message("Title"), title_of, self.writer("title"), width=220),
            Column(Message("From"), _source, self.writer("source"), width=170, least=96),
            Column(Message("Promised on"), _promised_on, self._write_promised_on, width=112),
            Column(Message("Wanted by"), _wanted_by, self._write_wanted_by, width=112),
            Column(Message("Note"), _note, self.writer("note"), width=180, least=96),
        )
        super().__init__(bridge, _("Promised matters"), _("Add a promised matter"), columns)

    def show_row(self, id: str) -> None:
        """Put the focus on a promise."""
        self._table.choose(id)
        self._table.setFocus()

    def fresh(self) -> dict[str, Any]:
        """Return since when a promise waits: since it is written down, if nobody says otherwise."""
        return {"promised_on": self._clock.today()}

    def _write_promised_on(self, row: PromisedMatter, text: str) -> None:
        self.write("promised_on", row, read_day(text, self._clock.today()))

    def _write_wanted_by(self, row: PromisedMatter, text: str) -> None:
        self.write("wanted_by", row, read_moment(text, self._clock.today()))


def title_of(row: PlanRow) -> str:
    """Return what a row is called."""
    return row.title


def _kind(row: StandingItem) -> str:
    return render(_KIND_WORD[row.kind])


def _minutes(row: StandingItem) -> str:
    return "" if row.minutes is None else str(row.minutes)


def _presenter(row: StandingItem) -> str:
    return row.presenter


def _source(row: PromisedMatter) -> str:
    return row.source


def _wanted_by(row: PromisedMatter) -> str:
    return written(row.wanted_by)


def _promised_on(row: PromisedMatter) -> str:
    return day_text(row.promised_on)


def _note(row: PromisedMatter) -> str:
    return row.note
