"""Spelling in the whole window: whose names are right here, the next word, the own dictionary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.services.spelling import known_words
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcdesk.services.spelling import Word
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.speller import Speller
    from kcdesk.ui.shell.main_window import MainWindow
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


class SpellingActions(QObject):
    """Follows the meeting in view."""

    def __init__(self, desktop: Desktop, window: MainWindow) -> None:
        super().__init__(window)
        self._desktop = desktop
        self._window = window
        self._meeting: MeetingContext | None = None
        window.meeting_opened.connect(self._on_meeting_opened)

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "next_misspelling",
                MenuPlace.EDIT,
                Message("Next word that no dictionary has"),
                self.go_to_next,
                "check",
                "F7",
                section=8,
                needs_meeting=True,
            ),
            ActionSpec(
                "own_words",
                MenuPlace.EDIT,
                Message("Own dictionary…"),
                self.show_own_words,
                section=8,
            ),
        ]

    def go_to_next(self) -> None:
        """Select the next word that no dictionary has, in this item; its menu offers what to do."""
        edits = self._texts()
        if not edits or self._meeting is None:
            return
        found = _next(edits, self._window.focusWidget())
        if found is None:
            self._window.bar.announce(_without_any(self._meeting.speller))
            return
        edit, word = found
        edit.setFocus()
        cursor = edit.textCursor()
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)

    def show_own_words(self) -> None:
        """List the library's own words; they can be taken away again."""
        from kcdesk.ui.screens.settings.own_words import OwnWords

        OwnWords(self._window.context.people_bridge, self._window).open()

    def _texts(self) -> list[RichTextEdit]:
        """Return the texts of the item in view, from top to bottom."""
        from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

        workspace = self._window.workspace
        if workspace is None:
            return []
        pane = workspace.panes["item"]
        seen = [each for each in pane.findChildren(RichTextEdit) if each.isVisible()]
        return sorted(seen, key=partial(_height_in, pane))

    def _on_meeting_opened(self, meeting: MeetingContext | None) -> None:
        self._meeting = meeting
        if meeting is None or meeting.speller is None:
            return
        for bridge in (meeting.bridge, meeting.body_bridge, meeting.people_bridge):
            bridge.facts_changed.connect(self._learn_names)
            bridge.replaced.connect(self._learn_names)
        self._learn_names()

    def _learn_names(self, _change: object = None) -> None:
        meeting = self._meeting
        if meeting is not None and meeting.speller is not None:
            names = known_words(meeting.bridge.records, meeting.body, meeting.people)
            meeting.speller.know(names)


def _without_any(speller: Speller | None) -> str:
    """Return why no word is marked: all are right only where they were looked up."""
    if speller is None:
        return _("Spelling does not work here: there is no dictionary of this language.")
    if not speller.is_on:
        return _("Spelling is switched off in the settings.")
    if speller.trouble is not None:
        return render(speller.trouble)
    if speller.is_waiting:
        return _("The words are still being looked up. Press F7 again in a moment.")
    return _("No word of this item is missing in the dictionaries.")


def _height_in(pane: QWidget, edit: RichTextEdit) -> int:
    return edit.mapTo(pane, edit.rect().topLeft()).y()


def _next(edits: list[RichTextEdit], focused: QWidget | None) -> tuple[RichTextEdit, Word] | None:
    """Return the next marked word after the caret, through all texts and round again."""
    from kcdesk.ui.widgets.rich_text.spelling import SpellingMarks

    at = edits.index(focused) if focused in edits else 0
    caret = edits[at].textCursor().selectionEnd() if focused in edits else 0
    order = [(edits[at], caret), *((each, 0) for each in (*edits[at + 1 :], *edits[: at + 1]))]
    for edit, start in order:
        marks = edit.document().findChild(SpellingMarks)
        word = marks.next_word(start) if marks is not None else None
        if word is not None:
            return edit, word
    return None
