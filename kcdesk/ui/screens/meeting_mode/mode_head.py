"""The line across the top: whose meeting, which item, its time, that all is kept, the clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current, ngettext, render
from kcdesk.services.item_clock import minutes_late, minutes_used
from kcdesk.services.item_name import item_name
from kcdesk.services.open_break import open_break
from kcdesk.services.roll_call import unconfirmed
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, LARGE, WidgetRole, set_role
from kcdesk.wording import moment


class ModeHead(QWidget):
    """Chips at the right stand for what must be seen: a break, no quorum, nobody called up."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body = PlainLabel(parent=self)
        self.item = PlainLabel(parent=self)
        self.time = QLabel(self)
        self.saved = QLabel(self)
        self.chips = [PlainLabel(parent=self) for _each in range(3)]
        self.clock = QLabel(self)
        self._build_ui()

    def _build_ui(self) -> None:
        self.setAccessibleName(_("Meeting mode"))
        set_role(self.body, WidgetRole.HEADING)
        for label in (self.item, self.time):
            set_role(label, WidgetRole.SOFT)
        set_role(self.saved, WidgetRole.SAVED)
        self.saved.setAccessibleName(_("Saving"))
        self.clock.setAccessibleName(_("Time of day"))
        self.clock.setStyleSheet(f"QLabel {{ font-size: {LARGE}px; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, GRID)
        row.setSpacing(3 * GRID)
        for label in (self.body, self.item, self.time, self.saved):
            row.addWidget(label)
        row.addStretch(1)
        for chip in self.chips:
            set_role(chip, WidgetRole.SOON)
            row.addWidget(chip)
        row.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)

    def refresh(self, now: datetime) -> None:
        """Say how it stands at a moment (local time)."""
        records = self._context.bridge.records
        body = self._context.body.root(Body)
        self.body.setText(body.organisation or body.name)
        self.clock.setText(current().clock(now.time()))
        item = records.find(Item, self._context.selection.id)
        self.item.setText(self._item_words(records, item) if item is not None else "")
        self.time.setText(_time_words(records, item, now) if item is not None else "")
        late = minutes_late(records, item, now) if item is not None else None
        set_role(self.time, WidgetRole.SOON if late is not None and late > 0 else WidgetRole.SOFT)
        self.time.setVisible(bool(self.time.text()))
        warnings = self._warnings(records, item)
        for chip, text in zip(self.chips, [*warnings, "", "", ""], strict=False):
            chip.setText(text)
            chip.setVisible(bool(text))

    def show_saved(self, at: datetime) -> None:
        """Say that all is on disk since a moment (local time)."""
        self.saved.setText(_("✓ Saved {time}", time=current().stamp(at)))

    def _item_words(self, records: Records, item: Item) -> str:
        name = render(item_name(records, profile(self._context.body, records).numbering, item.id))
        tops = records.children(records.root_id, Item)
        at = [each.id for each in tops].index(top_item(records, item).id) + 1
        return _("{name}  ·  item {number} of {all}", name=name, number=at, all=len(tops))

    def _warnings(self, records: Records, item: Item | None) -> list[str]:
        found = []
        running = open_break(records)
        if running is not None and running.from_time is not None:
            since = moment.clock(current(), running.from_time)
            found.append(_("Break since {time}", time=since))
        register = AttendanceRegister(records)
        terms = profile(self._context.body, records)
        quorum = register.quorum(item, terms.seats) if item is not None else None
        if terms.is_formal and quorum is not None and not quorum.is_met:
            found.append(
                _("Not quorate: {serving} of {seats}", serving=quorum.serving, seats=quorum.seats)
            )
        expected = len(unconfirmed(records))
        if expected:
            found.append(ngettext("{count} not called up", "{count} not called up", expected))
        return found


def _time_words(records: Records, item: Item, now: datetime) -> str:
    used, late = minutes_used(records, item, now), minutes_late(records, item, now)
    if used is None:
        planned = item.planned_minutes
        return _("{planned} minutes planned", planned=planned) if planned else ""
    if late is not None and late > 0:
        return _("{late} min over the {planned} planned", late=late, planned=item.planned_minutes)
    if item.planned_minutes:
        return _("{used} min of {planned} planned", used=used, planned=item.planned_minutes)
    return _("{used} min", used=used)
