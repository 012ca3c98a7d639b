"""A field for people by name, with completion of each name as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from kcdesk.domain.person_name import folded
from kcdesk.services.read_people import NamedPeople, whole_name
from kcdesk.ui.widgets.inline_field import InlineField

_LAST_NAME = re.compile(
    r"^((?:\"[^\"]*\"|[^\"])*(?:[,;]\s*|\s(?:eller|or|och|and)\s))?\"?(.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the last name, quotes kept whole, and that name without its first quote."""

_NO_NAME = "\0"
_BESIDE = 24  # pixels: a scroll bar, and air behind the name

People = Callable[[str], NamedPeople]
"""Reads a line as people."""


class _NameCompleter(QCompleter):
    """Completes the last of several names."""

    def splitPath(self, path: str) -> list[str]:
        """Only what stands after the last comma counts; in parentheses stand no names."""
        if path.count("(") > path.count(")"):
            return [_NO_NAME]
        found = _LAST_NAME.match(path)
        return [found.group(2) if found else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Keep the names before the last comma."""
        return self.line_with(super().pathFromIndex(index))

    def line_with(self, chosen: str) -> str:
        """Return the line with a name in the place of its last one."""
        name = whole_name(chosen)
        line = self.widget()
        found = _LAST_NAME.match(line.text()) if isinstance(line, QLineEdit) else None
        return f"{(found and found.group(1)) or ''}{name}"


class PeopleField(InlineField):
    """``named`` carries ``NamedPeople`` when the field is left or Enter is pressed.

    The likeliest name stands chosen while one writes: Enter takes it and leaves the caret behind
    it, Tab takes it and goes on to the next field.
    """

    named = Signal(object)

    def __init__(
        self,
        name: str,
        placeholder: str,
        read: People,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, placeholder, parent, pausing=False)
        self._read = read
        self._names = QStringListModel(self)
        self._completer = completer = _NameCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.edited.connect(self._on_edited)

    def offer(self, names: Sequence[str]) -> None:
        """Say which names complete."""
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen name; after any other key the likeliest is chosen anew."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take():
            self.give()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.text():
            self._choose_likeliest()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that come by dead keys are letters too."""
        super().inputMethodEvent(event)
        self._choose_likeliest()

    def event(self, event: QEvent) -> bool:
        """Tab takes the chosen name before it goes on."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        ):
            self._take()
        return super().event(event)

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None  # Qt makes it when it is first asked for
        return popup

    def _take(self) -> bool:
        """Put the chosen name in the place of the one being written; false where none is."""
        popup = self._popup()
        chosen = popup.currentIndex()
        if not popup.isVisible() or not chosen.isValid():
            return False
        popup.hide()
        self.setText(self._completer.line_with(chosen.data()))
        return True

    def _choose_likeliest(self) -> None:
        """Choose the first name a part of which begins as was written; a whole name is one."""
        popup = self._popup()
        if not popup.isVisible():
            return
        self._make_room()
        typed = folded("".join(self._completer.splitPath(self.text())))
        model = self._completer.completionModel()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        names = [folded(index.data()) for index in rows]
        if not typed or typed in names:
            return
        for index, name in zip(rows, names, strict=True):
            if f" {typed}" in f" {name}" or f"-{typed}" in name:
                with QSignalBlocker(self._completer):  # it would write out what is chosen
                    popup.setCurrentIndex(index)
                return

    def _make_room(self) -> None:
        """Let names be read whole, however narrow the field is."""
        popup = self._popup()
        room = self.screen().availableGeometry()
        wanted = popup.sizeHintForColumn(0) + 2 * popup.frameWidth() + _BESIDE
        width = min(max(wanted, popup.width()), room.width())
        left = max(min(popup.x(), room.right() + 1 - width), room.left())
        popup.setGeometry(left, popup.y(), width, popup.height())

    def _on_edited(self, text: str) -> None:
        self.named.emit(self._read(text))
