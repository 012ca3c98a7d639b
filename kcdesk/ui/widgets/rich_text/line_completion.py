"""Commands at the start of a line: offered while it is written, taken by Tab or Enter alone.

What is not taken stays text: a list of offers never acts by itself, and goes when the line no
longer fits, when the caret leaves it, or with Esc (then it does not come back for that line).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Primitive, Splice
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import new_id
from kcdesk.services.fill_phrase import GAP
from kcdesk.ui.widgets.rich_text.insertion import insert_blocks
from kcdesk.ui.widgets.rich_text.line_offer import LineCompleter, LineOffer
from kcdesk.ui.widgets.rich_text.offer_list import OfferList
from kcdesk.ui.widgets.rich_text.writer import editable

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CLAUSE)


class LineCompletion(QObject):
    """The offers of one editor. The list is made when something is first offered."""

    def __init__(self, edit: RichTextEdit, completer: LineCompleter | None) -> None:
        super().__init__(edit)
        self._edit = edit
        self._completer = completer
        self._offers: OfferList | None = None
        self._row_id = ""  # the paragraph that is offered for
        self._refused = ""  # the paragraph for which Esc was pressed
        self._taken = ("", "")  # the paragraph and the line that was last taken
        self._filling = False  # ready-made text with gaps was inserted

    @property
    def list(self) -> OfferList | None:
        """What is offered now, if anything is; after all that was typed."""
        self._edit.bridge.give()
        offers = self._offers
        return offers if offers is not None and offers.isVisible() else None

    def follow(self) -> None:
        """Something was written: offer what the line may now mean."""
        if self._completer is None:
            return
        row = self._row()
        line = self._line(row) if row is not None else ""
        if row is None or not line:
            self._refused = ""
            self.hide()
            return
        if row.id == self._taken[0] and line.startswith(self._taken[1]):
            self.hide()  # undo gave it back as text; what is written behind it is text too
            return
        self._taken = ("", "")
        offers = () if row.id == self._refused else self._completer.offers(line)
        if not offers:
            self.hide()
            return
        if self._offers is None:
            self._offers = OfferList(self._edit)
            self._offers.chosen.connect(self.take)
        self._row_id = row.id
        self._offers.show_offers(offers, self._anchor())

    def note_caret(self) -> None:
        """The caret moved: what is offered holds for the end of its line alone."""
        if self.list is not None:
            row = self._row()
            if row is None or row.id != self._row_id or not self._line(row):
                self.hide()

    def hide(self) -> None:
        """Offer nothing."""
        if self._offers is not None:
            self._offers.hide()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the list."""
        return self.list is not None and event.key() in _KEYS and event.modifiers() in _PLAIN

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list; false: the key is the text's."""
        shown = self.list
        is_tab = event.key() == Qt.Key.Key_Tab and event.modifiers() in _PLAIN
        if shown is None and self._filling and is_tab:
            return self._select_gap(self._edit.textCursor().selectionEnd())
        if shown is None or not self.wants(event):
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self._refused = self._row_id
                self.hide()
            case Qt.Key.Key_Up:
                shown.step(-1)
            case Qt.Key.Key_Down:
                shown.step(1)
            case Qt.Key.Key_Tab:
                self.take(go_on=True)
            case _ if shown.offer is not None and shown.offer.unsure:
                self.hide()
                return False
            case _:
                self.take()
        return True

    def take(self, *, go_on: bool = False) -> None:
        """Take the current offer; ``go_on`` writes it out where that is possible."""
        shown, row = self.list, self._row()
        offer = shown.offer if shown is not None else None
        if offer is None or row is None or self._completer is None:
            return
        self.hide()
        if offer.inserts:
            self.insert(offer.text, whole_line=True)
            return
        if offer.text and (go_on or not offer.acts):
            self._write(offer)
            return
        self._taken = (row.id, self._line(row))
        self._completer.accept(offer, self._removing(row) if offer.leads_away else _clearing(row))

    # ---- ready-made text ------------------------------------------------------------------

    def insert(self, text: str, *, whole_line: bool = False) -> None:
        """Insert ready-made text at the caret, or in place of the caret's line; what is written
        next fills its first gap, Tab goes to the next one.
        """
        cursor = self._edit.textCursor()
        if whole_line:
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
        start = cursor.selectionStart()
        blocks = [Block(id=new_id(), spans=plain(line)) for line in text.split("\n")]
        with self._edit.step(Message("Insert phrase")):
            insert_blocks(cursor, blocks)
        self._edit.setTextCursor(cursor)
        self._filling = True
        self._select_gap(start)

    def _select_gap(self, start: int) -> bool:
        """Select the first gap from a place on, to be written over; false where none is left."""
        document = self._edit.document()
        gap = document.find(GAP, start)
        if gap.isNull():
            self._filling = False
            return False
        self._edit.setTextCursor(gap)
        return True

    # ---- inside ------------------------------------------------------------------------------

    def _write(self, offer: LineOffer) -> None:
        """Put the words to go on with in the line's place."""
        cursor = self._edit.textCursor()
        with self._edit.step(Message("Typing")):
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(editable(offer.text))
        self._edit.setTextCursor(cursor)
        self.follow()

    def _removing(self, row: Block) -> tuple[Primitive, ...]:
        """Return what takes the line's paragraph away: writing goes on elsewhere."""
        return self._edit.bridge.records.removal(row.id)

    def _row(self) -> Block | None:
        cursor = self._edit.textCursor()
        row = self._edit.mirror.row_at(cursor.blockNumber())
        return row if row is not None and row.kind in _KINDS else None

    def _line(self, row: Block) -> str:
        """Return the line that may be a command: the caret is at its end, nothing is selected."""
        cursor = self._edit.textCursor()
        text = cursor.block().text()
        at_end = cursor.atBlockEnd() and not cursor.hasSelection()
        begins = self._completer is not None and text.startswith(self._completer.signs)
        return text if row.spans and at_end and begins else ""

    def _anchor(self) -> QRect:
        """Return where on the screen the line begins and the caret stands."""
        cursor = self._edit.textCursor()
        caret = self._edit.cursorRect(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        start = self._edit.cursorRect(cursor)
        corner = self._edit.viewport().mapToGlobal(QPoint(start.left(), start.top()))
        return QRect(corner, QSize(caret.width(), caret.bottom() - start.top()))


def _clearing(row: Block) -> tuple[Primitive, ...]:
    """Return what takes the line's text away; its paragraph stays for what is written next."""
    return (Splice(row.id, 0, row.spans, ()),) if row.spans else ()
