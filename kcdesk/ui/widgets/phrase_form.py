"""One phrase: its name, the letters that find it, the items it is for, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.message import Message
from kcdesk.domain.phrase import PhraseKind
from kcdesk.i18n import _
from kcdesk.services.fill_phrase import unknown_placeholders
from kcdesk.services.phrase_library import PhraseText
from kcdesk.ui.qt.theme import GRID, SMALL, WidgetRole, set_role
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.labelled_form import LabelledForm

KINDS = (
    (PhraseKind.ANY, Message("Any item")),
    (PhraseKind.OPENING, Message("The opening")),
    (PhraseKind.APPROVERS, Message("Choice of approvers")),
    (PhraseKind.PREVIOUS, Message("Previous minutes")),
    (PhraseKind.INFORMATION, Message("Information")),
    (PhraseKind.DECISION, Message("Decision")),
    (PhraseKind.ELECTION, Message("Election")),
    (PhraseKind.CLOSING, Message("The closing")),
)
_LINES = 5


class PhraseForm(QWidget):
    """``edited`` carries a field's name and its new value when it is left."""

    edited = Signal(str, object)

    def __init__(self, placeholders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = tuple(placeholders)
        self.title = TextField()
        self.letters = TextField()
        self.kind = ChoiceField(KINDS)
        self.text = _Text()
        self.unknown = QLabel(wordWrap=True)
        self._build_ui()
        self.title.edited.connect(partial(self.edited.emit, "title"))
        self.letters.edited.connect(partial(self.edited.emit, "letters"))
        self.kind.edited.connect(partial(self.edited.emit, "kind"))
        self.text.edited.connect(partial(self.edited.emit, "text"))
        self.text.textChanged.connect(self._check)

    def show_phrase(self, phrase: PhraseText) -> None:
        """Show a phrase; what is being typed stays."""
        self.title.show_text(phrase.title)
        self.letters.show_text(phrase.letters)
        self.kind.show_value(phrase.kind)
        self.text.show_text(phrase.text)

    def _build_ui(self) -> None:
        self.letters.setMaximumWidth(160)
        self.letters.setAccessibleName(_("Letters after /"))
        self.kind.setAccessibleName(_("Offered first at"))
        self.title.setAccessibleName(_("Name of the phrase"))
        self.text.setAccessibleName(_("Text of the phrase"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * GRID)
        set_role(self.unknown, WidgetRole.SOON)
        self.unknown.hide()
        hint = QLabel(_("Filled from the meeting; what is not known becomes a gap to write in:"))
        hint.setWordWrap(True)
        set_role(hint, WidgetRole.SOFT)
        names = QWidget()
        flow = FlowLayout(names)
        for name in self._known:
            button = QPushButton(f"{{{name}}}", names)
            set_role(button, WidgetRole.QUIET)
            button.setStyleSheet(f"QPushButton {{ font-size: {SMALL}px; }}")
            button.clicked.connect(partial(self._on_placeholder, name))
            flow.addWidget(button)
        below = QVBoxLayout()
        below.setSpacing(GRID)
        for widget in (self.text, self.unknown, hint, names):
            below.addWidget(widget)
        form = LabelledForm(self)
        form.add_field(_("Name"), self.title)
        form.add_field(_("Letters after /"), self.letters)
        form.add_field(_("Offered first at"), self.kind)
        form.add_field(_("Text"), below, for_=self.text)

    def _on_placeholder(self, name: str, _checked: object = None) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus()

    def _check(self) -> None:
        wrong = unknown_placeholders(self.text.toPlainText(), self._known)
        self.unknown.setVisible(bool(wrong))
        self.unknown.setText(_("Nothing fills {names}: it becomes a gap.", names=", ".join(wrong)))


class _Text(QPlainTextEdit):
    """Several lines, kept when they are left."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""

    def show_text(self, text: str) -> None:
        being_typed = self.hasFocus() and self.toPlainText() != self._shown
        self._shown = text
        if not being_typed and self.toPlainText() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        text = self.toPlainText().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)
