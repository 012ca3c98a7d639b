"""The library's own dictionary: what was added, and taken away with Delete."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from kcdesk.domain.person_name import sort_key
from kcdesk.i18n import _
from kcdesk.services.edit_known_word import own_words, remove_known_word
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.widgets.form_dialog import FormDialog


class OwnWords(FormDialog):
    """Everybody who opens the library has these words."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(_("Own dictionary"), _("Close"), parent)
        self._bridge = bridge
        self.list = QListWidget()
        self.cancel_button.hide()
        self.add_row(_("Words"), self.list)
        note = _("Delete takes a word away. Words are added from the menu of a marked word.")
        self.add_note(QLabel(note, wordWrap=True))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        bridge.changed.connect(self._show_words)
        self._show_words()
        self.list.setFocus()
        if not self.list.count():
            self.cancel_button.show()
            self.say_nothing(
                _("No words of your own yet. Words are added from the menu of a marked word.")
            )

    def remove(self) -> None:
        """Take the word in the line away."""
        entry = self.list.currentItem()
        if entry is not None:
            id = str(entry.data(Qt.ItemDataRole.UserRole))
            self._bridge.perform(remove_known_word(self._bridge.records, id))

    def _show_words(self, _change: object = None) -> None:
        at = max(self.list.currentRow(), 0)
        self.list.clear()
        for row in sorted(own_words(self._bridge.records), key=lambda each: sort_key(each.word)):
            entry = QListWidgetItem(row.word)
            entry.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.addItem(entry)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
