"""A text with what was written underlined and what was struck struck through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from kcdesk.i18n import _
from kcdesk.services.word_changes import Fate, Stretch
from kcdesk.ui.desktop.change_word import ChangeLine
from kcdesk.ui.qt.theme import GRID, WidgetRole, current_colors, set_role

_SAID = 300
"""Characters of what changed that are read aloud at once; the text itself can be gone through."""


class ChangeText(QTextEdit):
    """For reading and copying; it opens at the first change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)  # Qt's own signature
        self.setTabChangesFocus(True)  # Qt's own signature
        self.setAccessibleName(_("What the step changed"))
        self.document().setDocumentMargin(2 * GRID)
        set_role(self, WidgetRole.PAPER)

    def show_changes(self, stretches: Sequence[Stretch], fields: Sequence[ChangeLine] = ()) -> None:
        """Show which fields have other values, then the text; colour is never alone."""
        self.clear()
        cursor = QTextCursor(self.document())
        for field in fields:
            self._write_field(cursor, field)
        if fields and stretches:
            cursor.insertBlock()
        first: int | None = 0 if fields else None
        for stretch in stretches:
            if first is None and stretch.fate is not Fate.KEPT:
                first = cursor.position()
            cursor.insertText(stretch.text, _form(stretch.fate))
        cursor.setPosition(first or 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        told = [_("{field}: {before} → {after}", **_named(each)) for each in fields]
        said = ". ".join(part for part in (*told, _aloud(stretches)) if part)
        self.setAccessibleDescription(said[:_SAID])

    def _write_field(self, cursor: QTextCursor, field: ChangeLine) -> None:
        """Write "label: old → new" on a line of its own."""
        label = QTextCharFormat()
        label.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(f"{field.label}: ", label)
        if field.before:
            cursor.insertText(field.before, _form(Fate.REMOVED))
            cursor.insertText(" → ", _form(Fate.KEPT))
        cursor.insertText(field.after or _("nothing"), _form(Fate.ADDED))
        cursor.insertBlock()


def _named(field: ChangeLine) -> dict[str, str]:
    nothing = _("nothing")
    return {
        "field": field.label,
        "before": field.before or nothing,
        "after": field.after or nothing,
    }


def _form(fate: Fate) -> QTextCharFormat:
    form, colors = QTextCharFormat(), current_colors()
    if fate is Fate.KEPT:
        form.setForeground(QColor(colors.ink))
    elif fate is Fate.ADDED:
        form.setFontUnderline(True)  # Qt's own signature
        form.setForeground(QColor(colors.accent))
        form.setBackground(QColor(colors.accent_soft))
    else:
        form.setFontStrikeOut(True)  # Qt's own signature
        form.setForeground(QColor(colors.red))
        form.setBackground(QColor(colors.red_soft))
    return form


def _aloud(stretches: Sequence[Stretch]) -> str:
    words = {Fate.ADDED: _("Added: {text}"), Fate.REMOVED: _("Removed: {text}")}
    said = [
        words[each.fate].format(text=each.text.strip())
        for each in stretches
        if each.fate in words and each.text.strip()
    ]
    return ". ".join(said)[:_SAID]
