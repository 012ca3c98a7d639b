"""A field for people by name, with completion of each name as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from kcdesk.services.read_people import NamedPeople, whole_name
from kcdesk.ui.widgets.inline_field import InlineField

_LAST_NAME = re.compile(
    r"^((?:\"[^\"]*\"|[^\"])*(?:[,;]\s*|\s(?:eller|or|och|and)\s))?\"?(.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the last name, quotes kept whole, and that name without its first quote."""

_NO_NAME = "\0"

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
        name = whole_name(super().pathFromIndex(index))
        line = self.widget()
        found = _LAST_NAME.match(line.text()) if isinstance(line, QLineEdit) else None
        return f"{(found and found.group(1)) or ''}{name}"


class PeopleField(InlineField):
    """``named`` carries ``NamedPeople`` when the field is left or Enter is pressed."""

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
        completer = _NameCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.edited.connect(self._on_edited)

    def offer(self, names: Sequence[str]) -> None:
        """Say which names complete."""
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def _on_edited(self, text: str) -> None:
        self.named.emit(self._read(text))
