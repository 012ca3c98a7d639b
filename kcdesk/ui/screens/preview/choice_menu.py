"""Which document is seen: one button that says it, one menu that changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kcdesk.domain.body import Layout
from kcdesk.i18n import _, render
from kcdesk.services.document_choice import Copy, Document, DocumentChoice
from kcdesk.services.document_word import DOCUMENT_WORD
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.theme import WidgetRole, set_role


class ChoiceMenu(QPushButton):
    """Document, copy and language in one quiet button."""

    chosen = Signal(object)  # DocumentChoice
    find_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, choice: DocumentChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        # Kept here, not in the actions: Qt would turn the enumerations into plain texts.
        self._fields: dict[QAction, dict[str, Any]] = {}
        set_role(self, WidgetRole.QUIET)
        self.setIcon(icon("document", "accent"))
        self.setMenu(QMenu(self))
        self._build_menu()
        self._show_choice()

    @property
    def choice(self) -> DocumentChoice:
        """What is chosen."""
        return self._choice

    def _build_menu(self) -> None:
        protocol, notes = Document.PROTOCOL, Document.NOTES
        self._add_group(
            (_("Minutes"), {"document": protocol, "layout": None}),
            (_("Meeting notes"), {"document": notes, "layout": Layout.SINGLE}),
            (_("Meeting notes, two columns"), {"document": notes, "layout": Layout.TWO_COLUMN}),
            (_("Summons"), {"document": Document.SUMMONS, "layout": None}),
        )
        self._add_group(
            (_("Internal copy"), {"copy": Copy.INTERNAL}),
            (_("Public copy, without what is secret"), {"copy": Copy.PUBLIC}),
        )
        self._add_group(
            (_("In Swedish"), {"language": "sv"}),
            (_("In English"), {"language": "en"}),
        )
        self.menu().addSeparator()
        self._add_command(_("Find in the pages…"), "Ctrl+F", self.find_wanted)
        self._add_command(_("Print…"), "Ctrl+P", self.print_wanted)

    def _add_command(self, text: str, key: str, wanted: SignalInstance) -> None:
        """Add an entry that names its key; the panel listens to the key itself."""
        action = self.menu().addAction(f"{text}\t{key_words(key)}")
        action.triggered.connect(wanted)

    def _add_group(self, *entries: tuple[str, dict[str, Any]]) -> None:
        if self._fields:
            self.menu().addSeparator()
        group = QActionGroup(self)
        for text, fields in entries:
            action = QAction(text, group, checkable=True)
            self._fields[action] = fields
            action.setChecked(all(getattr(self._choice, k) == v for k, v in fields.items()))
            self.menu().addAction(action)
        group.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        self._choice = replace(self._choice, **self._fields[action])
        self._show_choice()
        self.chosen.emit(self._choice)

    def _show_choice(self) -> None:
        public = self._choice.copy is Copy.PUBLIC
        parts = (
            render(DOCUMENT_WORD[self._choice.document]),
            _("public") if public else _("internal"),
            self._choice.language,
        )
        self.setText(" · ".join(parts))
        self.setAccessibleName(_("Document shown: {choice}", choice=self.text()))
        self.setToolTip(_("Choose the document, the copy and the language"))
