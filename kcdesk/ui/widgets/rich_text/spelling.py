"""Marks under words that no dictionary has, and what the editor's menu offers for them."""

from __future__ import annotations

from dataclasses import dataclass
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
from kcdesk.services.touched_words import touched_stretch
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

_Range = tuple[int, int]
"""Start and end of a word in its paragraph, in code points."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found in the paragraph that is being written: the wrong words, and whether some
    are not known yet.
    """

    number: int
    text: str
    wrong: tuple[_Range, ...]
    waits: bool

    def with_stretch(
        self, text: str, stretch: _Range, wrong: tuple[_Range, ...], *, waits: bool
    ) -> _Seen:
        """Return the same after a key, which changed words in a stretch of the new text alone."""
        start, end = stretch
        grown = len(text) - len(self.text)
        left = tuple(each for each in self.wrong if each[1] <= start)
        right = tuple((a + grown, b + grown) for a, b in self.wrong if a + grown >= end)
        return _Seen(self.number, text, (*left, *wrong, *right), self.waits or waits)


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
        self._seen: _Seen | None = None
        edit.cursorPositionChanged.connect(self._on_caret_moved)
        edit.left.connect(self._on_left)
        edit.menu_opening.connect(self._fill_menu)
        speller.learned.connect(self._on_learned)
        speller.forgot.connect(self.rehighlight)

    # ---- marking -------------------------------------------------------------------------

    def highlightBlock(self, text: str) -> None:
        """Mark the words of a paragraph that are known to be wrong.

        Where one letter was written, only the words beside it are looked at again.
        """
        block = self.currentBlock()
        number, at = block.blockNumber(), self._caret_in(block)
        alike = block.length() == len(text) + 1  # UTF-16 units and code points, as nearly always
        if not alike and at >= 0:
            at = code_points(text, at)
        before, self._seen = self._seen, None
        if self._spared[0] == number:
            self._spared = _NONE
        stretch = None
        if before is not None and before.number == number and at >= 0:
            stretch = touched_stretch(before.text, text, at)
        if before is None or stretch is None:
            seen = _Seen(number, text, *self._look(text, 0, len(text), at))
        else:
            wrong, waits = self._look(text, *stretch, at)
            seen = before.with_stretch(text, stretch, wrong, waits=waits)
        if seen.wrong:
            mark = _mark()
            for first, last in seen.wrong:
                start = first if alike else units(text, first)
                length = last - first if alike else units(text, last) - start
                self.setFormat(start, length, mark)
        self.setCurrentBlockState(_WAITING if seen.waits else _SETTLED)
        if at >= 0:
            self._seen = seen

    def _look(self, text: str, start: int, end: int, at: int) -> tuple[tuple[_Range, ...], bool]:
        """Look at the words of a stretch; return the wrong ones, and whether some are not known.

        The word with the caret at ``at`` is being written: it is not looked up at each letter.
        """
        wrong, waits = [], False
        for word in words(text[start:end]):
            first, last = word.start + start, word.end + start
            if first <= at <= last:
                block = self.currentBlock()
                self._spared = block.blockNumber(), units(text, first), units(text, last)
                continue
            verdict = self._speller.verdict(word.text)
            if verdict is None:
                waits = True
            elif not verdict:
                wrong.append((first, last))
        return tuple(wrong), waits

    def _caret_in(self, block: QTextBlock) -> int:
        """Return where the caret stands in a paragraph that is being written; else -1."""
        edit = self._edit
        cursor = edit.textCursor()
        at = cursor.position() - block.position()
        if not 0 <= at < block.length() or cursor.hasSelection():
            return -1
        return at if edit.hasFocus() and not edit.isReadOnly() else -1

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
