"""Finding and replacing in the meeting: a bar beneath it, which leads from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.block import Block
from kcdesk.domain.richtext import text_of
from kcdesk.i18n import _
from kcdesk.services.find_text import Sought, TextHit, find_text, free_hits, replace_text
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.widgets.find_line import FindLine
from kcdesk.ui.widgets.rich_text.offset import units
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


class MeetingFindBar(QWidget):
    """``replaced`` carries how many places were written anew, and how many could not be; ``left``
    comes when it goes.
    """

    replaced = Signal(int, int)
    left = Signal()

    def __init__(
        self, meeting: MeetingContext, panel: ItemPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._panel = panel
        self._hits: Sequence[TextHit] = ()
        self._at = 0
        self._shown = False  # whether the place was led to, so that it may be replaced
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.FOOT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = FindLine(_("Find in the meeting"))
        self.case = QCheckBox(_("Match case"))
        self.words = QCheckBox(_("Whole words"))
        self.by = QLineEdit(placeholderText=_("Replace with"))
        self.by.setAccessibleName(_("Replace with"))
        self.one = QPushButton(_("Replace"))
        self.all = QPushButton(_("Replace everywhere"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.line, 1)
        for widget in (self.by, self.one, self.all, self.case, self.words):
            second.addWidget(widget, 1 if widget is self.by else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        for row in (first, second):
            row.setSpacing(GRID)
            layout.addLayout(row)
        written = (self.line.line, self.by, self.one, self.all, self.case, self.words)
        for before, after in pairwise((*written, *self.line.buttons)):
            QWidget.setTabOrder(before, after)  # what is sought, then what to write instead

    def _connect(self) -> None:
        self.line.wanted.connect(self._on_wanted)
        self.line.stepped.connect(self._on_stepped)
        self.line.left.connect(self.leave)
        self.case.toggled.connect(self.line.ask)
        self.words.toggled.connect(self.line.ask)
        self.by.returnPressed.connect(self.replace_one)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes away from anywhere in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def begin(self, text: str = "") -> None:
        """Show the bar, looking for a text that is chosen, else for what was sought last."""
        if text:
            self.line.line.setText(text)
        self.show()
        self.line.begin()

    def leave(self) -> None:
        """Go; the caret stands at the place looked at."""
        self.hide()
        if self._hits and self._shown:
            hit = self._hits[self._at]
            self._panel.show_place(hit.row_id, hit.field)
            self._choose(hit)
        else:
            self._panel.write()
        self.left.emit()

    def replace_one(self) -> None:
        """Write the place looked at anew, and go to the next one."""
        self._look()
        if not self._hits:
            return
        if self._shown:
            self._write([self._hits[self._at]])
        self._lead()

    def replace_all(self) -> None:
        """Write every place anew, in one step; what is out for signature or sealed stays."""
        self._look()
        free = free_hits(self._meeting.bridge.records, self._hits)
        held = len(self._hits) - len(free)
        if self._hits and self._write(free):
            self.replaced.emit(len(free), held)
        self._lead()

    def _write(self, hits: Sequence[TextHit]) -> bool:
        """Write places anew; returns whether that was possible."""
        bridge = self._meeting.bridge
        made = bridge.perform(replace_text(bridge.records, hits, self.by.text()))
        self._look()
        return made

    def _on_wanted(self, _text: str) -> None:
        self._at = 0
        self._look()
        self._at = self._first_from_here()
        self._lead()

    def _on_stepped(self, by: int) -> None:
        self._look()
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
        self._lead()

    def _look(self) -> None:
        """Find the places as the text is now."""
        sought = Sought(self.line.text, self.case.isChecked(), self.words.isChecked())
        self._hits = find_text(self._meeting.bridge.records, sought)
        self._at = min(self._at, max(0, len(self._hits) - 1))

    def _first_from_here(self) -> int:
        """Return the first place in the item in view or after it, else the first of all."""
        ids = list(dict.fromkeys(hit.item_id for hit in self._hits))
        here = self._meeting.selection.id
        if here not in ids:
            return 0
        return next(at for at, hit in enumerate(self._hits) if hit.item_id == here)

    def _lead(self) -> None:
        """Bring the place into sight; the focus stays where it is."""
        self.line.tell(self._at, len(self._hits))
        self._shown = bool(self._hits)
        if self._hits:
            hit = self._hits[self._at]
            self._meeting.selection.select(hit.item_id)
            self._choose(hit)

    def _choose(self, hit: TextHit) -> None:
        edit = next((each for each in self._texts() if hit.row_id in each.mirror.ids), None)
        if edit is None:
            return
        number = edit.mirror.number_of(hit.row_id) or 0
        text = text_of(self._meeting.bridge.records.get(Block, hit.row_id).spans)
        start = edit.document().findBlockByNumber(number).position()
        cursor = edit.textCursor()
        cursor.setPosition(start + units(text, hit.start))
        cursor.setPosition(start + units(text, hit.end), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        desk = self._panel.widget()
        assert desk is not None  # the panel is made with it
        at = edit.mapTo(desk, edit.cursorRect().center())
        self._panel.ensureVisible(at.x(), at.y(), 0, 10 * GRID)

    def _texts(self) -> list[RichTextEdit]:
        # The sheet of the item before lives on, hidden, until Qt has time for it.
        return [each for each in self._panel.findChildren(RichTextEdit) if each.isVisible()]
