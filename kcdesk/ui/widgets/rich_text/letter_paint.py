"""Where a letter came or went, its lines alone are painted anew.

Qt paints from the paragraph down; or the whole text, where the paragraph happens to follow one of
the marks that Qt sets in its layout every 2,000 pixels. A letter changes no more than its line,
the line before it (a word may fit in there now) and the lines after it in the same paragraph, as
long as the paragraph keeps its height.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextBlock

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_EDGE = 3
"""Pixels by which letters, and marks under words, may reach beyond their line."""


_ALONE = 2
"""What Qt counts as characters where there is one letter."""


class LetterPaint:
    """Asks for what is to be painted in Qt's place, from a letter's change to its layout."""

    def __init__(self, edit: RichTextEdit) -> None:
        self._edit = edit
        self._page = edit.document().documentLayout()
        self._is_on = False
        self._at = 0  # where the letter came or went
        self._before = (0, 0.0)  # how many paragraphs there were, and how high was this one

    def begin(self, position: int, removed: int, added: int) -> None:
        """The document has changed, and is about to be laid out; its lines are still the old."""
        if removed + added != 1 or self._is_on:
            return
        self._at = position
        self._before = self._measure(self._edit.document().findBlock(position))
        self._is_on = not self._page.blockSignals(True)  # noqa: FBT003  # Qt's own signature

    def end(self) -> None:
        """It is laid out: ask for what looks another way now."""
        if not self._is_on:
            return
        self._is_on = False
        self._page.blockSignals(False)  # noqa: FBT003
        document, viewport = self._edit.document(), self._edit.viewport()
        block = document.findBlock(self._at)
        was_alone = document.characterCount() <= _ALONE  # the invitation to write comes or goes
        if block.isValid() and self._measure(block) == self._before and not was_alone:
            top, bottom = self._reach(block)
            viewport.update(QRect(0, top, viewport.width(), bottom - top))
        else:
            viewport.update()

    def _measure(self, block: QTextBlock) -> tuple[int, float]:
        height = self._page.blockBoundingRect(block).height()
        return self._edit.document().blockCount(), height

    def _reach(self, block: QTextBlock) -> tuple[int, int]:
        """Return the first and last pixel that the letter can have changed."""
        box, lines = self._page.blockBoundingRect(block), block.layout()
        line = lines.lineForTextPosition(self._at - block.position())
        number = line.lineNumber() - 1 if line.isValid() else 0
        top = box.top() if number <= 0 else lines.position().y() + lines.lineAt(number).y()
        return floor(top) - _EDGE, ceil(box.bottom()) + _EDGE
