"""What a meeting does otherwise than its body, folded away while it does nothing so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.body import Body, ItemPart, Layout, Numbering
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services import edit_meeting
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.part_order import PartOrder
from kcdesk.ui.widgets.rule_word import REGIMES, TAKE_DOWNS

_AS_BODY: tuple[tuple[Any, Message], ...] = ((None, Message("as the body does")),)
_NUMBERINGS = ((Numbering.PARAGRAPH, Message("by §")), (Numbering.ITEM, Message("1, 2, 3")))
_LAYOUTS = (
    (Layout.SINGLE, Message("one column")),
    (Layout.TWO_COLUMN, Message("two columns")),
)
_LANGUAGES = (("sv", Message("Swedish")), ("en", Message("English")))


class MeetingRules(QWidget):
    """A button that unfolds the fields; what is overridden is never hidden at first sight."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fold_button = QPushButton(_("Own rules for this meeting"))
        self.fold_button.setCheckable(True)
        set_role(self.fold_button, WidgetRole.QUIET)
        self.boxes: dict[str, ChoiceField] = {}
        self._labels: dict[str, QLabel] = {}
        self.own_order = QCheckBox(_("of its own"))
        self.own_order.setAccessibleName(_("Order of the parts: of its own"))
        self.order = PartOrder()
        self._fields = QWidget()
        self._build_ui()
        self._connect()
        self.refresh()
        chosen = any(box.value() is not None for box in self.boxes.values())
        self.fold_button.setChecked(chosen or self.own_order.isChecked())
        self._on_folded(self.fold_button.isChecked())

    def refresh(self) -> None:
        """Show the meeting as it is now."""
        records, body = self._context.bridge.records, self._context.body
        meeting = records.root(Meeting)
        for name, box in self.boxes.items():
            box.show_value(getattr(meeting, name))
        held = profile(body, records)
        formal = held.is_formal
        for widget in (self._labels["take_down"], self.boxes["take_down"]):
            widget.setVisible(formal)
        self.own_order.setChecked(meeting.part_order is not None)
        self.order.setVisible(meeting.part_order is not None)
        self.order.show_order(held.part_order)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._fields)
        grid = self._grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._add_box("regime", _("Rules"), REGIMES)
        self._add_box("numbering", _("Numbering"), _NUMBERINGS)
        self._add_box("layout", _("Layout"), _LAYOUTS)
        self._add_box("language", _("Language"), _LANGUAGES)
        self._add_box("take_down", _("Notices come down"), TAKE_DOWNS)
        self._add_row("part_order", _("Order of the parts"), self.own_order)
        grid.addWidget(self.order, grid.rowCount(), 3)

    def _add_box(self, name: str, label: str, choices: Sequence[tuple[Any, Message]]) -> None:
        box = self.boxes[name] = ChoiceField((*_AS_BODY, *choices))
        box.setAccessibleName(label)
        self._add_row(name, label, box)

    def _add_row(self, name: str, text: str, field: QWidget) -> None:
        label = self._labels[name] = QLabel(text)
        set_role(label, WidgetRole.LABEL)
        label.setBuddy(field)
        row, half = divmod(len(self._labels) - 1, 2)
        self._grid.addWidget(label, row, 2 * half)
        self._grid.addWidget(field, row, 2 * half + 1)

    def _connect(self) -> None:
        verbs = {
            "regime": edit_meeting.set_regime,
            "numbering": edit_meeting.set_numbering,
            "layout": edit_meeting.set_layout,
            "language": edit_meeting.set_language,
            "take_down": edit_meeting.set_take_down,
        }
        for name, verb in verbs.items():
            self.boxes[name].edited.connect(partial(self._perform, verb))
        self.fold_button.toggled.connect(self._on_folded)
        self.own_order.clicked.connect(self._on_own_order)
        self.order.moved.connect(self._on_moved)

    def _perform(self, verb: Any, value: object) -> None:
        bridge = self._context.bridge
        bridge.perform(verb(bridge.records, value))

    def _on_folded(self, unfolded: bool) -> None:  # a signal's value
        self._fields.setVisible(unfolded)
        self.fold_button.setIcon(icon("chevron-down" if unfolded else "right", "accent"))

    def _on_own_order(self, own: bool) -> None:  # a signal's value
        order = self._context.body.root(Body).part_order if own else None
        self._perform(edit_meeting.set_part_order, order)

    def _on_moved(self, order: tuple[ItemPart, ...]) -> None:
        self._perform(edit_meeting.set_part_order, order)
