"""Marks under words that no dictionary has, and what the editor's menu offers for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.services.spelling import Word, words
from kcdesk.ui.qt.speller import Speller
from kcdesk.ui.qt.theme import current_colors
from kcdesk.ui.widgets.rich_text.offset import code_points, units
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_MOST = 6
"""Suggestions in the menu."""

_Place = tuple[int, int, int]
_NONE: _Place = (-1, -1, -1)
"""A word left alone: the number of its paragraph, start and end in it."""

_WAITING, _SETTLED = 1, 0
"""The state of a paragraph: whether some word of it is still being looked up."""


class SpellingMarks(QSyntaxHighlighter):
    """Marks one editor's words. The word with the caret in it is being written, and left alone.

    ``word_added`` carries a word that the writer wants in the dictionary.
    """

    word_added = Signal(str)

    def __init__(self, edit: RichTextEdit, speller: Speller) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._speller = speller
        self._spared = _NONE
        edit.cursorPositionChanged.connect(self._on_caret_moved)
        edit.left.connect(self._on_left)
        edit.menu_opening.connect(self._fill_menu)
        speller.learned.connect(self._on_learned)
        speller.forgot.connect(self.rehighlight)

    # ---- marking -------------------------------------------------------------------------

    def highlightBlock(self, text: str) -> None:
        """Mark the words of a paragraph that are known to be wrong."""
        state = _SETTLED
        caret = self._caret_in(self.currentBlock())
        at = code_points(text, caret) if caret >= 0 else -1
        for word in words(text):
            if word.start <= at <= word.end:  # not looked up at each of its letters
                start, end = units(text, word.start), units(text, word.end)
                self._spared = self.currentBlock().blockNumber(), start, end
                continue
            verdict = self._speller.verdict(word.text)
            if verdict is None:
                state = _WAITING
            elif not verdict:
                start, end = units(text, word.start), units(text, word.end)
                self.setFormat(start, end - start, _mark())
        self.setCurrentBlockState(state)

    def _caret_in(self, block: QTextBlock) -> int:
        """Return where the caret stands in a paragraph that is being written; else -1."""
        cursor = self._edit.textCursor()
        if not self._edit.hasFocus() or cursor.hasSelection() or self._edit.isReadOnly():
            return -1
        return cursor.positionInBlock() if cursor.block() == block else -1

    def _on_caret_moved(self) -> None:
        if self._spared == _NONE:
            return
        number, start, end = self._spared
        block = self.document().findBlockByNumber(number)
        if not start <= self._caret_in(block) <= end:  # else it is still being written
            self._look_again()

    def _look_again(self) -> None:
        """Look at the paragraph whose word was left alone."""
        block = self.document().findBlockByNumber(self._spared[0])
        self._spared = _NONE
        if block.isValid():
            self.rehighlightBlock(block)

    def _on_learned(self) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.userState() == _WAITING:
                self.rehighlightBlock(block)
            block = block.next()

    def _on_left(self) -> None:
        """A word is written when its editor is left."""
        if self._spared != _NONE:
            self._look_again()

    # ---- finding -------------------------------------------------------------------------

    def word_at(self, position: int) -> Word | None:
        """Return the marked word at a place of the document; its offsets are the document's, in
        UTF-16 units. None: there is none.
        """
        block = self.document().findBlock(position)
        text = block.text()
        at = code_points(text, position - block.position())
        for word in words(text):
            if word.start <= at <= word.end and self._speller.verdict(word.text) is False:
                return _placed(word, block)
        return None

    def next_word(self, position: int) -> Word | None:
        """Return the first marked word that begins at a place or later, as ``word_at``."""
        block = self.document().findBlock(position)
        while block.isValid():
            for word in words(block.text()):
                placed = _placed(word, block)
                if placed.start >= position and self._speller.verdict(word.text) is False:
                    return placed
            block = block.next()
        return None

    # ---- the menu ------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, position: int) -> None:
        word = self.word_at(position)
        if word is None:
            return
        first = menu.actions()[0]  # cut, copy and paste are always there
        looking = QAction(_("Looking for suggestions…"), menu, enabled=False)
        add = QAction(_("Add “{word}” to the dictionary", word=word.text), menu)
        add.triggered.connect(partial(self._add, word.text))
        ignore = QAction(_("Pass over “{word}”", word=word.text), menu)
        ignore.triggered.connect(partial(self._pass_over, word.text))
        menu.insertActions(first, [looking, add, ignore])
        menu.insertSeparator(first)
        show = partial(self._offer, menu, looking, word)
        self._speller.suggested.connect(show)
        menu.destroyed.connect(partial(_unlisten, self._speller, show))
        self._speller.suggest(word.text)

    def _offer(
        self, menu: QMenu, looking: QAction, word: Word, sought: str, found: tuple[str, ...]
    ) -> None:
        if sought != word.text or not isValid(menu) or not isValid(looking):
            return
        for suggestion in found[:_MOST]:
            action = QAction(suggestion, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, word, suggestion))
            menu.insertAction(looking, action)
        if found:
            menu.removeAction(looking)
            if menu.isVisible() and self._edit.isVisible():
                menu.setActiveAction(menu.actions()[0])
        else:
            looking.setText(_("No suggestions"))

    def _replace(self, word: Word, suggestion: str, _checked: bool = False) -> None:  # Qt's signal
        cursor = QTextCursor(self.document())
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word.text:  # else it was changed since the menu was opened
            with self._edit.step(Message("Correct the spelling")):
                cursor.insertText(suggestion, cursor.charFormat())
            self._edit.setTextCursor(cursor)

    def _add(self, word: str, _checked: bool = False) -> None:  # Qt's signal
        self.word_added.emit(word)

    def _pass_over(self, word: str, _checked: bool = False) -> None:  # Qt's signal
        self._speller.pass_over(word)


def _mark() -> QTextCharFormat:
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    mark.setUnderlineColor(QColor(current_colors().red))
    return mark


def _placed(word: Word, block: QTextBlock) -> Word:
    text, at = block.text(), block.position()
    return Word(at + units(text, word.start), at + units(text, word.end), word.text)


def _unlisten(speller: Speller, show: object, _menu: object = None) -> None:
    if isValid(speller):
        speller.suggested.disconnect(show)
