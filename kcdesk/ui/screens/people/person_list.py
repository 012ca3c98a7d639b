"""The library's people as a list that follows what is typed into its search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.message import Message
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.enlist_member import spellings
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.row_table_model import Column, RowTableModel


class PersonList(QWidget):
    """``chosen`` carries the id of the person in view, or empty."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit(placeholderText=_("Find a person"), clearButtonEnabled=True)
        self._view = QListView()
        self._model = RowTableModel((Column(Message("Name"), _line),), self)
        self._library: Records | None = None
        self._id = ""
        self._build_ui()
        self._search.textChanged.connect(self._on_search_changed)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)

    def refresh(self, library: Records) -> None:
        """Show the people as they are."""
        self._library = library
        people = _found(library, self._search.text())
        kept = self._id
        self._model.show_rows(people)
        place = self._model.place_of(kept)
        if place >= 0:
            self._view.setCurrentIndex(self._model.index(place, 0))
        elif people:
            self._view.setCurrentIndex(self._model.index(0, 0))
        else:
            self._tell("")

    @property
    def is_searched(self) -> bool:
        """Whether only those are listed who fit what is sought."""
        return bool(self._search.text().strip())

    def choose(self, id: str) -> None:
        """Bring a person into view."""
        self._search.clear()
        self._view.setCurrentIndex(self._model.index(self._model.place_of(id), 0))

    def _build_ui(self) -> None:
        self._search.setAccessibleName(_("Find a person"))
        self._view.setAccessibleName(_("People"))
        self._view.setModel(self._model)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setItemDelegate(_Row(self._view))
        set_role(self._view, WidgetRole.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._search)
        layout.addWidget(self._view)

    def _on_search_changed(self, _text: str) -> None:
        if self._library is not None:
            self.refresh(self._library)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._model.row_at(current.row())
        if row is not None:
            self._tell(row.id)

    def _tell(self, id: str) -> None:
        if id != self._id:
            self._id = id
            self.chosen.emit(id)


class _Row(QStyledItemDelegate):
    """A line with room around it: what the style sheet says of padding is not asked for here."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the text and half as much again; as wide as the list, where a name gives
        way to its tip.
        """
        del index
        return QSize(0, option.fontMetrics.height() + 3 * GRID // 2)


def _line(person: Person) -> str:
    return ", ".join(part for part in (person.name or _("No name"), person.organisation) if part)


def _found(library: Records, text: str) -> Sequence[Person]:
    """Return who matches every word, sorted as Swedish sorts: å, ä, ö last."""
    words = text.casefold().split()
    people = [
        person
        for person in library.children(library.root_id, Person)
        if all(word in _haystack(library, person) for word in words)
    ]
    return sorted(people, key=_sort_key)


def _haystack(library: Records, person: Person) -> str:
    return " ".join((*spellings(library, person), person.organisation, person.title)).casefold()


def _sort_key(person: Person) -> str:
    return person.name.casefold().translate(_SWEDISH)


_SWEDISH = str.maketrans({"å": "z1", "ä": "z2", "ö": "z3", "é": "e", "ü": "y"})
