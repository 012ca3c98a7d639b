"""A sentence that the program writes from the data: soft as long as it is the program's, to be
reworded in place; a quiet mark tells when the data behind the secretary's words have changed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.reword import is_outdated, is_reworded, reword, write_anew
from kcdesk.ui.qt.theme import SMALL, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.widgets.line_text import LineText

Compose = Callable[[Records], str]
"""Writes the program's sentence from the rows."""


class SentenceLine(QWidget):
    """``edited`` carries the words; ``anew_wanted`` asks for the program's own."""

    edited = Signal(str)
    anew_wanted = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = LineText(name, placeholder, self)
        self.text.setToolTip(_("Written from what is noted; it can be reworded here"))
        self.mark = QWidget(self)
        self.anew = QPushButton(_("Write anew"), self.mark)
        self._is_own: bool | None = None
        self._build_ui(name)
        self.text.edited.connect(self.edited)
        self.anew.clicked.connect(self._on_anew)

    def _build_ui(self, name: str) -> None:
        changed = QLabel(_("What it tells of has changed since it was reworded"), self.mark)
        set_role(changed, WidgetRole.SOON)
        set_role(self.anew, WidgetRole.QUIET)
        self.anew.setStyleSheet(f"QPushButton {{ font-size: {SMALL}px; }}")
        self.anew.setAccessibleName(_("Write anew: {name}", name=name))
        line = QHBoxLayout(self.mark)
        line.setContentsMargins(4, 0, 0, 0)
        line.addWidget(changed)
        line.addWidget(self.anew)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.mark)
        self.mark.hide()

    def show_sentence(self, text: str, *, own: bool, outdated: bool) -> None:
        """Show a sentence; ``own``: in the secretary's words, ``outdated``: of other data."""
        self.text.show_text(text)
        if own is not self._is_own:
            self._is_own = own
            self.text.setStyleSheet(self.ink(own=own))
        self.mark.setVisible(outdated)

    def ink(self, *, own: bool) -> str:
        """Return the style of the words: soft as long as they are the program's."""
        return "" if own else "QTextEdit { color: palette(placeholder-text); }"

    def stops(self) -> list[QWidget]:
        """The words, and the way back to the program's."""
        return [self.text, self.anew]

    def _on_anew(self) -> None:
        self.text.setFocus()
        self.anew_wanted.emit()


class RowSentence(SentenceLine):
    """A sentence that is kept in a field of a row."""

    def __init__(
        self, editing: ItemEditing, row_id: str, field: str, name: str, compose: Compose,
        parent: QWidget, placeholder: str = "",
    ) -> None:  # fmt: skip
        super().__init__(name, placeholder, parent)
        self._editing = editing
        self._row_id = row_id
        self._field = field
        self._compose = compose
        self.edited.connect(self._on_edited)
        self.anew_wanted.connect(self._on_anew_wanted)

    def refresh(self, records: Records) -> None:
        """Show the sentence as it is, and hide while there is none."""
        row = records.row(self._row_id)
        composed = self._compose(records)
        own: str = getattr(row, self._field)
        self.show_sentence(
            own or composed,
            own=is_reworded(row, self._field),
            outdated=is_outdated(row, self._field, composed),
        )

    def _on_edited(self, text: str) -> None:
        records = self._editing.records
        group = reword(records, self._row_id, self._field, text, self._compose(records))
        self._editing.perform(group)
        self.refresh(self._editing.records)

    def _on_anew_wanted(self) -> None:
        self._editing.perform(write_anew(self._editing.records, self._row_id, self._field))
