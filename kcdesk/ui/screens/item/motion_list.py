"""The yrkanden of the item: who moves, what, and what became of it."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kcdesk.domain.decision import Motion
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_motion import change_motion, movers_of, set_movers
from kcdesk.services.read_people import NamedPeople, written
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.row_list import RowEditor, RowList
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.word import MOTION_FATES, MOTION_KINDS
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.people_field import PeopleField


class MotionEditor(RowEditor):
    """One yrkande."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.movers = PeopleField(_("Who moves"), _("Who?"), editing.read_people, self)
        self.kind = ChoiceField(MOTION_KINDS, self)
        self.fate = ChoiceField(MOTION_FATES, self)
        self.secrecy = RowSecrecy(editing, row_id, self)
        self.text = LineText(_("What is moved"), _("What is moved"), self)
        self.kind.setAccessibleName(_("Kind of motion"))
        self.fate.setAccessibleName(_("What became of the motion"))
        for choice in (self.kind, self.fate):
            set_role(choice, WidgetRole.FIELD)
        head = QWidget(self)
        flow = FlowLayout(head)
        for each in (self.movers, self.kind, self.fate):
            flow.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.secrecy)
        layout.addWidget(self.text)
        self.movers.named.connect(self._on_named)
        self.kind.edited.connect(self._on_kind_edited)
        self.fate.edited.connect(self._on_fate_edited)
        self.text.edited.connect(self._on_text_edited)

    def refresh(self, records: Records) -> None:
        """Show the motion as it is."""
        motion = records.get(Motion, self.row_id)
        self.movers.offer(self.editing.names())
        self.movers.show_text(written(movers_of(records, motion)))
        self.kind.show_value(motion.kind)
        self.fate.show_value(motion.fate)
        self.text.show_text(motion.text)
        self.secrecy.refresh(motion)

    def field(self, name: str) -> QWidget | None:
        """What a motion's fields are edited in."""
        fields: dict[str, QWidget] = {
            "movers": self.movers,
            "text": self.text,
            "secrecy_ground": self.secrecy.ground,
        }
        return fields.get(name)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.movers, self.kind, self.fate, self.secrecy.ground, self.text]

    def fill_menu(self, menu: QMenu) -> None:
        """Secrecy."""
        self.secrecy.fill_menu(menu)

    def _change(self, **fields: object) -> None:
        self.editing.perform(change_motion(self.editing.records, self.row_id, **fields))

    def _on_named(self, people: NamedPeople) -> None:
        self.editing.perform(set_movers(self.editing.records, self.row_id, people))

    def _on_kind_edited(self, kind: object) -> None:
        self._change(kind=kind)

    def _on_fate_edited(self, fate: object) -> None:
        self._change(fate=fate)

    def _on_text_edited(self, text: str) -> None:
        self._change(text=text)


class MotionList(RowList):
    """All yrkanden of the item."""

    row_class = Motion
    row_editor = MotionEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("Motions"))
