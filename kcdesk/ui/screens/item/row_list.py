"""A part with several rows of one kind, each with its fields; widgets stay with their rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.edit_part import remove_part
from kcdesk.ui.qt.in_use import in_use
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part


class RowEditor(QWidget):
    """The fields of one row."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing.host)
        self.editing = editing
        self.row_id = row_id
        self._used = False
        self._entered = False

    def refresh(self, records: Records) -> None:
        """Show the row as it is."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order."""
        raise NotImplementedError

    def entry(self) -> QWidget:
        """Return where writing begins in a new row."""
        return self.stops()[0]

    def field(self, name: str) -> QWidget | None:  # noqa: ARG002  # some rows have fields
        """Return where a field of the row is edited; None: nowhere of its own."""
        return None

    def fill_menu(self, menu: QMenu) -> None:
        """Add what else can be done with the row."""

    def unfold(self, *, used: bool) -> None:
        """Show also what is empty while the row is used; most rows show everything always."""

    def fold(self) -> None:
        """Show what is to be shown now: what is empty only while somebody is here."""
        self._used = in_use(self, before=self._used)
        self.unfold(used=self._used)

    def is_blank(self) -> bool:
        """Whether nothing is written that would be missed."""
        return False

    def is_left_blank(self) -> bool:
        """Whether somebody came here by keyboard, wrote nothing and went on."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._entered = True
            return False
        away = focus is not None and focus.window() is self.window()
        popup = QApplication.activePopupWidget() is not None
        return away and not popup and self.was_begun()

    def was_begun(self) -> bool:
        """Whether somebody came here by keyboard and has written nothing yet."""
        return self._entered and self.is_blank()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse comes."""
        super().enterEvent(event)
        self.fold()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse goes."""
        super().leaveEvent(event)
        self.fold()


class RowList(Part):
    """Shows the rows of ``row_class`` that the item owns, each by a ``row_editor``."""

    row_class: type[Row]
    row_editor: type[RowEditor]

    def __init__(self, editing: ItemEditing, title: str) -> None:
        super().__init__(editing, "", title)
        self.editors: dict[str, RowEditor] = {}
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.build_above()
        self.body.addLayout(self.list)

    def build_above(self) -> None:
        """Add what stands between the label and the rows."""

    def refresh(self, records: Records) -> None:
        """Keep the widgets of rows that stay, in the rows' order."""
        rows = records.children(self.editing.item_id, self.row_class)
        wanted = {row.id for row in rows}
        for id in [id for id in self.editors if id not in wanted]:
            gone = self.editors.pop(id)
            self.list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, row in enumerate(rows):
            editor = self.editors.get(row.id)
            if editor is None:
                editor = self.editors[row.id] = self.row_editor(self.editing, row.id)
            if self.list.indexOf(editor) != at:
                self.list.insertWidget(at, editor)
            editor.refresh(records)
            editor.fold()
        self.editors = {row.id: self.editors[row.id] for row in rows}

    def show_tools(self) -> None:
        """Each row shows what is empty while it is used."""
        super().show_tools()
        for editor in self.editors.values():
            editor.fold()
        left = [id for id, editor in self.editors.items() if editor.is_left_blank()]
        if left:
            QTimer.singleShot(0, self, self._on_left_blank)

    def tidy(self) -> None:
        """Take away the rows that somebody began without a word, for the item is left."""
        self._remove([id for id, each in self.editors.items() if each.was_begun()])

    def _on_left_blank(self) -> None:
        self._remove([id for id, each in self.editors.items() if each.is_left_blank()])

    def _remove(self, ids: list[str]) -> None:
        for id in ids:
            if id in self.editing.records:
                self.editing.perform(remove_part(self.editing.records, id))

    def stops(self) -> list[QWidget]:
        """All fields of all rows."""
        return [stop for editor in self.editors.values() for stop in editor.stops()]

    def fill_menu(self, menu: QMenu) -> None:
        """What the row in focus offers."""
        editor = self.editors.get(self.row_in_focus())
        if editor is not None:
            editor.fill_menu(menu)

    def field_of(self, row_id: str, name: str) -> QWidget | None:
        """Return where a field of a row is edited; None: nowhere of its own, or not here."""
        editor = self.editors.get(row_id)
        return editor.field(name) if editor is not None else None

    def focus_row(self, row_id: str) -> None:
        """Put the caret where writing begins in a row."""
        editor = self.editors.get(row_id)
        if editor is not None:
            editor.entry().setFocus()

    def row_in_focus(self) -> str:
        """Return the row that the focus is in; with one row alone, that one."""
        focus = QApplication.focusWidget()
        for id, editor in self.editors.items():
            if focus is not None and editor.isAncestorOf(focus):
                return id
        return next(iter(self.editors)) if len(self.editors) == 1 else ""
