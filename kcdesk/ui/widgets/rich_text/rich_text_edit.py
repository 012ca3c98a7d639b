"""An editor for the rich text that one row owns; every edit becomes operations of the session."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDesktopServices,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.link import is_link
from kcdesk.domain.message import Message
from kcdesk.domain.row import Row
from kcdesk.i18n import _
from kcdesk.services.session import Change
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import current_colors
from kcdesk.ui.widgets.file_drop import local_files
from kcdesk.ui.widgets.growing_text import GrowingText, writes
from kcdesk.ui.widgets.rich_text import clipboard
from kcdesk.ui.widgets.rich_text.command import ON_KEY, TextCommands
from kcdesk.ui.widgets.rich_text.follower import (
    caret_of,
    follow,
    place_caret,
    redress,
    restore_caret,
)
from kcdesk.ui.widgets.rich_text.form import TEXT_SIZE
from kcdesk.ui.widgets.rich_text.insertion import insert_blocks
from kcdesk.ui.widgets.rich_text.key import is_ours, press
from kcdesk.ui.widgets.rich_text.letter_paint import LetterPaint
from kcdesk.ui.widgets.rich_text.line_completion import LineCompletion
from kcdesk.ui.widgets.rich_text.line_offer import LineCompleter
from kcdesk.ui.widgets.rich_text.marker import paint_markers, paint_rules
from kcdesk.ui.widgets.rich_text.mirror import DocumentMirror
from kcdesk.ui.widgets.rich_text.outgoing import Outgoing
from kcdesk.ui.widgets.rich_text.selection import selected_blocks
from kcdesk.ui.widgets.rich_text.writer import write_document


class RichTextEdit(GrowingText):
    """Edits the blocks of a section, decision, reservation or contribution.

    ``missing_owner`` is inserted with the first text where it does not exist yet; ``clause`` is
    offered as a kind of paragraph in decisions; ``completer`` knows the commands at the start of
    a line.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        owner_id: str,
        *,
        name: str,
        placeholder: str = "",
        missing_owner: Row | None = None,
        clause: BlockKind | None = None,
        completer: LineCompleter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, placeholder, parent)
        self.bridge = bridge
        self.owner_id = owner_id
        self._mirror = DocumentMirror(self.document(), owner_id)
        self._outgoing = Outgoing(self, self._mirror, missing_owner)
        self._letter_paint = LetterPaint(self)
        self._is_on_paper = False
        self._caret_waits = False  # it moved behind a letter that is not yet seen
        self.commands = TextCommands(self, clause)
        self.completion = LineCompletion(self, completer)
        self.setAccessibleDescription(_("{key} goes on from the text.", key=key_words(ON_KEY)))
        self.set_size(TEXT_SIZE)
        self._connect()
        self.show_rows()

    def _connect(self) -> None:
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self._outgoing.told.connect(self._follow_caret)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.replaced.connect(self.show_rows)

    # ---- rows → document ------------------------------------------------------------------

    @property
    def mirror(self) -> DocumentMirror:
        """The rows that the paragraphs stand for, all that was typed among them."""
        self.bridge.give()
        return self._mirror

    def rows(self) -> tuple[Block, ...]:
        """Return the rows as the session has them."""
        return self.bridge.records.children(self.owner_id, Block)

    def show_rows(self, *, follow_caret: bool = False) -> None:
        """Show the rows as they are, the caret where it was or near, or where text changed."""
        cursor = self.textCursor()
        caret = caret_of(cursor, self.mirror)
        earlier = [row.id for row in self.mirror.rows]
        with self.own_change():
            place = follow(self.document(), self.mirror, self.rows())
        if place is None and caret is not None:
            self._restore_caret(caret, earlier)
        elif place is not None and follow_caret:
            cursor = self.textCursor()
            place_caret(cursor, self.mirror, place)
            self.setTextCursor(cursor)
        self.fit()
        self.viewport().update()

    def _restore_caret(self, caret: tuple[str, int], earlier: list[str]) -> None:
        cursor = self.textCursor()
        if restore_caret(cursor, self.mirror, caret, earlier):
            self.setTextCursor(cursor)

    def show_afresh(self) -> None:
        """Write the document anew with the rows as they are, whatever it shows."""
        caret = self.textCursor().position()
        with self.own_change():
            write_document(self.document(), self.rows())
            self._mirror.reset(self.rows())
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.fit()

    def own_change(self) -> AbstractContextManager[None]:
        """What changes the document within is not an edit of the user's."""
        return self._outgoing.own_change()

    def step(self, label: Message) -> AbstractContextManager[None]:
        """What changes the document within is one step of history."""
        return self._outgoing.step(label)

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._outgoing.note(position, added)
        if self._outgoing.is_typing and not self._mirror.has_table:
            self._letter_paint.begin(position, removed, added)

    def on_contents_changed(self) -> None:
        """Be as high as the text; what was typed is told when it is seen."""
        self._letter_paint.end()
        height = self.height()
        super().on_contents_changed()
        self._outgoing.wait()
        if self._caret_waits and self.height() != height:  # in a line that was not there before
            self.caret_moved.emit(self.cursorRect())

    def _on_changed(self, change: Change) -> None:
        if self._outgoing.is_sending:
            return
        if self.owner_id in change.touched or not self._mirror.ids.isdisjoint(change.touched):
            self.show_rows(follow_caret=change.group.undoes is not None)

    # ---- keys, paste, mouse -------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool | None:
        """Keep our own keys; Tab nests in lists. What was typed before is told first."""
        if self.bridge.is_behind and event.type() != QEvent.Type.KeyRelease:
            self.bridge.give()
        if writes(event):
            return None
        kind = event.type()
        if kind == QEvent.Type.KeyRelease or self.isReadOnly():
            return super().take_key(event)
        if kind == QEvent.Type.ShortcutOverride and is_ours(self, event):
            event.accept()
            return True
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if kind == QEvent.Type.KeyPress and tab and press(self, event):
            return True
        return super().take_key(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colours that are written into the text follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._cover()
            QTimer.singleShot(0, self, partial(self.rewrite_document))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Our own keys first, then Qt's."""
        if self.isReadOnly() or not press(self, event):
            super().keyPressEvent(event)

    def rewrite_document(self) -> None:
        """Write the document anew, as after a change of colours."""
        if not self.mirror.rows:
            return
        caret = caret_of(self.textCursor(), self.mirror)
        with self.own_change():
            for number in range(self.document().blockCount()):
                row = self.mirror.row_at(number)
                if row is not None:
                    redress(self.document().findBlockByNumber(number), row)
        if caret is not None:
            self._restore_caret(caret, [])

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what has a place in minutes; files are for the panel around."""
        if files := local_files(source):
            self.files_pasted.emit(files)
            return
        blocks = clipboard.blocks_from(source, self.owner_id)
        if blocks:
            with self.step(Message("Paste")):
                insert_blocks(self.textCursor(), blocks)
            self.caret_moved.emit(self.cursorRect())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only; no pictures, and files go to the panel around, which attaches them."""
        return clipboard.is_text(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy rows, not Qt's idea of them."""
        return clipboard.mime_of(selected_blocks(self.textCursor(), self.mirror))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a link by Ctrl and click."""
        address = self.anchorAt(event.position().toPoint())
        if is_link(address) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QDesktopServices.openUrl(QUrl(address))
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu of cut, copy and paste, and ours of forms."""
        menu = self.commands.menu(self.createStandardContextMenu(event.pos()))
        self.menu_opening.emit(menu, self.place_asked_for(event))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A stretch of typing ends here."""
        self.bridge.close_typing()
        self._outgoing.pause.stop()
        self.completion.hide()
        super().focusOutEvent(event)

    # ---- looks --------------------------------------------------------------------------------

    def stand_on_paper(self) -> None:
        """Nothing but the sheet lies beneath: the text brings the ground along that it stands on,
        so that Qt need not paint each widget from the desk up to it for one letter.
        """
        self._is_on_paper = True
        self._cover()

    def _cover(self) -> None:
        """Fill the ground, which a style sheet turns off each time that it is applied."""
        if self._is_on_paper:
            viewport = self.viewport()
            ground = viewport.palette()
            ground.setColor(viewport.backgroundRole(), QColor(current_colors().paper))
            viewport.setPalette(ground)
            viewport.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)  # noqa: FBT003  # Qt's own signature
            viewport.setAutoFillBackground(True)  # Qt's own signature

    def showEvent(self, event: QShowEvent) -> None:
        """It has got its style."""
        super().showEvent(event)
        self._cover()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the markers of its lists."""
        super().paintEvent(event)
        if self._mirror.is_plain:
            return
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        paint_rules(painter, self.document())
        paint_markers(painter, self.document(), QRectF(event.rect()))
        painter.end()

    def _on_caret_moved(self) -> None:
        """Follow the caret, behind a letter once that is seen."""
        self._letter_paint.end()
        if self._outgoing.is_typing:
            self._caret_waits = True
        elif not self._outgoing.is_still:
            self._follow_caret()

    def _follow_caret(self) -> None:
        self._caret_waits = False
        self.commands.note_caret()
        self.completion.note_caret()
        self.caret_moved.emit(self.cursorRect())
