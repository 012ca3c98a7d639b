"""The register of people: find one at the left, change her at the right."""

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

from kcdesk.domain.operation import Insert
from kcdesk.i18n import _
from kcdesk.services.create_person import create_person
from kcdesk.services.edit_person import remove_person
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.people.person_form import PersonForm
from kcdesk.ui.screens.people.person_list import PersonList
from kcdesk.ui.widgets.empty_panel import EmptyPanel


class PeoplePage(QWidget):
    """Everything is kept as it is entered; who is removed comes back with undo."""

    def __init__(self, context: LibraryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.people_bridge
        self._list = PersonList()
        self._form = PersonForm(self._bridge, context.clock)
        self._add = QPushButton(icon("add", "on_accent"), _("Add a person"))
        self._remove = QPushButton(icon("delete", "accent"), _("Remove this person"))
        self._empty = EmptyPanel(
            _("Nobody yet. People come along with the bodies they belong to, or one by one."),
            _("Add a person"),
        )
        self._nobody = QLabel(
            _("Nobody fits. Fewer letters find more."), alignment=Qt.AlignmentFlag.AlignCenter
        )
        self._right = QStackedWidget()
        self._build_ui()
        self._id = ""
        self._list.chosen.connect(self._on_chosen)
        self._add.clicked.connect(self._on_add)
        self._empty.wanted.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._bridge.changed.connect(self._refresh)
        self._bridge.replaced.connect(self._refresh)
        self._refresh()

    def _build_ui(self) -> None:
        title = QLabel(_("People"))
        set_role(title, WidgetRole.TITLE)
        set_role(self._add, WidgetRole.PRIMARY)
        set_role(self._remove, WidgetRole.QUIET)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._add)
        sheet = QWidget()
        set_role(sheet, WidgetRole.PAPER)
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        inner.addWidget(self._form)
        inner.addStretch()
        inner.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._right.addWidget(sheet)
        self._right.addWidget(self._empty)
        set_role(self._nobody, WidgetRole.SOFT)
        self._right.addWidget(self._nobody)
        self._list.setFixedWidth(300)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addWidget(self._list)
        row.addWidget(self._right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(head)
        layout.addLayout(row, 1)

    def _refresh(self, _change: object = None) -> None:
        self._list.refresh(self._bridge.records)
        self._show()

    def _on_chosen(self, id: str) -> None:
        self._id = id
        self._show()

    def _show(self) -> None:
        """Show the person, else why there is none."""
        missing = 2 if self._list.is_searched else 1
        self._right.setCurrentIndex(0 if self._id else missing)
        self._form.show_person(self._id)

    def _on_add(self) -> None:
        group = create_person(self._bridge.records, _("New person"))
        self._bridge.perform(group)
        insert = group.operations[0]
        assert isinstance(insert, Insert)
        self._list.choose(insert.row.id)
        self._form.focus_name()

    def _on_remove(self) -> None:
        self._bridge.perform(remove_person(self._bridge.records, self._id))
