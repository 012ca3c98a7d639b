"""The parts of one item, in order; widgets stay as long as their rows do."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcdesk.domain.block import Block
from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark
from kcdesk.domain.row import new_id
from kcdesk.services.session import Change
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.head_part import HeadPart
from kcdesk.ui.screens.item.kept_in_view import lay_out_now
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.part_plan import PlannedPart, planned_parts
from kcdesk.ui.screens.item.recusal_part import RecusalPart
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine, marked_secret
from kcdesk.ui.screens.item.text_part import is_notes
from kcdesk.ui.widgets.growing_text import GrowingText
from kcdesk.ui.widgets.rich_text.follower import restore_caret
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_SPACE = 16


class Sheet(QWidget):
    """``caret_moved`` carries the widget and the place in it that should be seen;
    ``part_wanted`` the name of a part to add, asked for in a text; ``files_pasted`` the paths of
    files that were copied elsewhere and pasted into a text.
    """

    caret_moved = Signal(QWidget, QRect)
    part_wanted = Signal(str)
    files_pasted = Signal(list)

    def __init__(
        self, context: MeetingContext, item_id: str, parent: QWidget, *, calm: bool = False
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.editing = ItemEditing(context, item_id, self, self.part_wanted.emit)
        self.editing.calm = calm
        self._blank_notes_id = new_id()
        self._recusals_asked = False
        self.parts: dict[str, Part] = {}
        self._joined: set[GrowingText] = set()
        self._stops: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_SPACE)
        self.head = HeadPart(self.editing)
        self.head.caret_moved.connect(self.caret_moved)
        self.head.heading.finished.connect(partial(self.write))
        self.head.secrecy.ground.returnPressed.connect(partial(self.write))
        self.head.quiet.files_asked.connect(self._on_files_asked)
        self._layout.addWidget(self.head)
        self.arrange()

    def set_calm(self, *, calm: bool) -> None:
        """Show the text alone with one line about the item, or all that is known of it."""
        self.editing.calm, self.editing.shows_files = calm, False
        self.arrange()

    def _on_files_asked(self) -> None:
        self.editing.shows_files = not self.editing.shows_files
        self.arrange()

    def arrange(self) -> bool:
        """Make the parts be those of the rows; returns whether any of them, or of what the Tab key
        visits, came, went or moved.
        """
        plan = list(planned_parts(self.editing, self._blank_notes_id))
        if self._recusals_asked and all(each.key != "recusals" for each in plan):
            plan.insert(0, PlannedPart("recusals", self._recusal_part))
        keys = [each.key for each in plan]
        changed = keys != list(self.parts)
        if changed:
            for key in [key for key in self.parts if key not in keys]:
                self._drop(self.parts.pop(key))
            for at, each in enumerate(plan, 1):
                part = self.parts.get(each.key)
                if part is None:
                    part = self.parts[each.key] = each.make()
                    part.caret_moved.connect(self.caret_moved)
                if self._layout.indexOf(part) != at:
                    self._layout.insertWidget(at, part)
            self.parts = {key: self.parts[key] for key in keys}
        for part in (self.head, *self.parts.values()):
            part.refresh(self.editing.records)
        self._join_edges()
        stops = [stop for part in self.parts.values() for stop in part.stops()]
        changed = changed or stops != self._stops
        self._stops = stops
        return changed

    def _join_edges(self) -> None:
        """Let the arrow keys lead from one text to the next, and take files from each."""
        for text in self.findChildren(GrowingText):
            if text not in self._joined:
                self._joined.add(text)
                text.files_pasted.connect(self.files_pasted)
                text.edge_reached.connect(partial(self._on_edge_reached, text))

    def _on_edge_reached(self, text: GrowingText, by: int) -> None:
        if by > 0 and text is self.head.heading:
            self._enter_first_text()
            return
        stops = [stop for part in (self.head, *self.parts.values()) for stop in part.stops()]
        texts = [each for each in stops if isinstance(each, GrowingText) and each.isVisible()]
        at = texts.index(text) + by
        if 0 <= at < len(texts):
            texts[at].setFocus(Qt.FocusReason.OtherFocusReason)
            end = QTextCursor.MoveOperation.Start if by > 0 else QTextCursor.MoveOperation.End
            texts[at].moveCursor(end)

    def follow(self, change: Change) -> bool:
        """Follow a change of the rows; typing in a text alone changes nothing here."""
        records = change.records
        blocks = [id for id in change.touched if id in records and records.row(id).table == "block"]
        if len(blocks) == len(change.touched):
            if (order := self.parts.get("proposition_order")) is not None:
                order.refresh(records)  # its words are shown in a field of their own
            if _may_mark(change.group):
                self._show_marked(records, blocks)
            return False
        return self.arrange()

    def _show_marked(self, records: Records, blocks: list[str]) -> None:
        """Ask for the ground where passages of a text are marked as secret, or no longer are."""
        for owner_id in {records.get(Block, id).owner_id for id in blocks}:
            part = self.parts.get(owner_id)
            if part is None:
                continue
            asks = any(not line.isHidden() for line in part.findChildren(SecrecyLine))
            if asks is not marked_secret(records, owner_id):
                part.refresh(records)

    def order_tabs(self, after: list[QWidget]) -> None:
        """Let the Tab key follow the eye; what concerns the whole item comes last."""
        stops = [stop for part in self.parts.values() for stop in (*part.stops(), part.tools)]
        chain = [*self.head.stops(), *stops, *after, self.head.tools]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def texts(self) -> dict[str, RichTextEdit]:
        """The running texts in the order of the eye, by the row that owns each."""
        stops = [stop for part in self.parts.values() for stop in part.stops()]
        return {stop.owner_id: stop for stop in stops if isinstance(stop, RichTextEdit)}

    def write(self, owner_id: str = "") -> None:
        """Put the caret into a text, at its end unless it has been there; by default the notes.

        What is typed next is always text: never does a button take it.
        """
        text = self.text_to_write(owner_id)
        if isinstance(text, RichTextEdit) and text.textCursor().position() == 0:
            text.moveCursor(QTextCursor.MoveOperation.End)
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_to_write(self, owner_id: str = "") -> QWidget:
        """Return the text of an owner, else the notes, else any text, else the heading."""
        texts = self.texts()
        notes = next((id for id, part in self.parts.items() if is_notes(part)), "")
        text = texts.get(owner_id) or texts.get(notes) or next(iter(texts.values()), None)
        return text or self.head.heading

    def _enter_first_text(self) -> None:
        text = next(iter(self.texts().values()), None)
        if text is not None:
            text.setFocus(Qt.FocusReason.OtherFocusReason)
            text.moveCursor(QTextCursor.MoveOperation.Start)

    def show_tools(self) -> None:
        """Let the button of the part in use be seen."""
        for part in (self.head, *self.parts.values()):
            part.show_tools()

    def tidy(self) -> None:
        """Take away the rows that were begun and left without a word."""
        if self.item_id in self.editing.records:
            for part in list(self.parts.values()):
                part.tidy()

    def show_recusals(self) -> None:
        """Show the line for jäv though nobody has it yet."""
        self._recusals_asked = True
        self.arrange()
        self.parts["recusals"].focus_first()

    def focus_row(self, row_id: str) -> None:
        """Put the caret into the part of a row."""
        lay_out_now()
        if row_id in self.parts:
            self.parts[row_id].focus_first()
            return
        for part in self.parts.values():
            if row_id in getattr(part, "editors", {}):
                part.focus_row(row_id)

    def show_place(self, row_id: str, field: str) -> None:
        """Lead to a row of the item, or to a field of it; to a paragraph in its text."""
        records = self.editing.records
        if row_id == self.item_id:
            target = self.head.field(field)
            if target is not None and target.isEnabled():
                target.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.write()
        elif (block := records.find(Block, row_id)) is not None:
            self._show_paragraph(block)
        else:
            self._show_row(row_id, field)

    def _show_paragraph(self, block: Block) -> None:
        text = self.texts().get(block.owner_id)
        if text is None:
            self._show_row(block.owner_id, "")
            return
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = text.textCursor()
        if restore_caret(cursor, text.mirror, (block.id, 0), []):
            text.setTextCursor(cursor)

    def _show_row(self, row_id: str, field: str) -> None:
        """Lead to the part of a row; a row within another one's part is shown there."""
        records = self.editing.records
        while row_id in records and row_id != self.item_id:
            found = (each.field_of(row_id, field) for each in self.parts.values())
            target = next((each for each in found if each is not None), None)
            if target is not None and target.isVisibleTo(self):
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if row_id in self.parts or any(
                row_id in getattr(each, "editors", {}) for each in self.parts.values()
            ):
                self.focus_row(row_id)
                return
            row_id = records.row(row_id).owner_id
        self.write()

    def _recusal_part(self) -> Part:
        return RecusalPart(self.editing)

    def _drop(self, part: Part) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and part.isAncestorOf(focus)
        self._layout.removeWidget(part)
        part.hide()
        part.deleteLater()
        if had_focus:
            self.write()


def _may_mark(group: Group) -> bool:
    """Whether passages may be marked as secret now, or no longer; typing plain text does not."""
    return not all(
        isinstance(each, Splice)
        and not any(Mark.SECRET in span.marks for span in (*each.removed, *each.inserted))
        for each in group.operations
    )
