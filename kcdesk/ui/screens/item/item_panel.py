"""The item editor: a white sheet that holds the parts of the selected item."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)

from kcdesk.domain.item import Item
from kcdesk.domain.lock import holder
from kcdesk.domain.profile import profile
from kcdesk.domain.section import Section, SectionKind
from kcdesk.i18n import _
from kcdesk.services.attach_file import attach_file
from kcdesk.services.edit_decision import add_decision
from kcdesk.services.place_section import section_after
from kcdesk.services.session import Change
from kcdesk.ui.qt.attached_file import FileIntake
from kcdesk.ui.qt.palette_entry import PaletteEntry
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.add_row import AddRow, addition_entries
from kcdesk.ui.screens.item.addition import HERE, OF_HEAD
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.desk import ItemDesk
from kcdesk.ui.screens.item.formal_addition import formal_addition, made_group
from kcdesk.ui.screens.item.kept_in_view import KeptInView
from kcdesk.ui.screens.item.line_completer import ItemCompleter
from kcdesk.ui.screens.item.part import (
    MOVE_DOWN_KEY,
    MOVE_UP_KEY,
    REMOVE_KEY,
    Part,
)
from kcdesk.ui.screens.item.sheet import Sheet
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.file_drop import FileDrop, choose_files
from kcdesk.ui.widgets.lock_line import LockLine
from kcdesk.ui.widgets.read_only import set_read_only
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


class ItemPanel(QScrollArea):
    """Edits the item that ``context.selection`` names; without one it says what to do."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: Sheet | None = None
        self._written: dict[str, str] = {}  # by item: the owner of the text last written in
        self._intake = FileIntake(context.shelf, context.bridge, self)
        self._desk = ItemDesk(self)
        self._paper = self._desk.paper
        self._in_view = KeptInView(self, self._desk)
        self._is_calm = False
        self._nothing = QLabel(_("What is chosen on the agenda is written here."), self._paper)
        self._add_row = AddRow(self)
        self._lock_line = LockLine()
        self._build_ui()
        self._connect()
        self._show_item(context.selection.id)

    def _build_ui(self) -> None:
        self.setAccessibleName(_("Item"))
        self.setWidgetResizable(True)  # Qt's own signature
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self._nothing, WidgetRole.SOFT)
        self._desk.furnish(self._lock_line, self._nothing, self._add_row)
        self.setWidget(self._desk)

    def apply_reading_scale(self) -> None:
        """Let the sheet be as wide as a full line."""
        self._desk.apply_reading_scale()

    def set_calm(self, *, calm: bool) -> None:
        """Show the item as it is read at the meeting: what is not text is put away, or told in one
        line. All keys go on working.
        """
        self._is_calm = calm
        if self.sheet is not None:
            self.sheet.set_calm(calm=calm)
            self.sheet.order_tabs(self._add_row.stops())
        self._lock(self.sheet.item_id if self.sheet is not None else "")

    def _connect(self) -> None:
        self.context.selection.selected.connect(self._show_item)
        self.context.selection.writing_wanted.connect(self.write)
        self.context.bridge.changed.connect(self._on_changed)
        self.context.bridge.replaced.connect(self._on_replaced)
        self._add_row.asked.connect(self.add_part)
        self._intake.taken.connect(self._on_file_taken)
        FileDrop(self.viewport()).dropped.connect(self._take_files)
        self._intake.refused.connect(partial(show_error, self))
        for word, key, slot in (
            (_("Remove the part one is in"), REMOVE_KEY, self._on_remove_pressed),
            (_("Move the part up"), MOVE_UP_KEY, partial(self._on_move_pressed, -1)),
            (_("Move the part down"), MOVE_DOWN_KEY, partial(self._on_move_pressed, 1)),
        ):
            action = QAction(word, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # ---- showing --------------------------------------------------------------------------

    def _show_item(self, item_id: str) -> None:
        left = self.sheet
        had_focus = left is not None and _holds_focus(left)
        if self.sheet is not None:
            if item_id != self.sheet.item_id:
                self.sheet.tidy()
            self._desk.take(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
        there = self.context.bridge.records.find(Item, item_id) is not None
        self._nothing.setVisible(not there)
        if there:
            self.sheet = Sheet(self.context, item_id, self._paper, calm=self._is_calm)
            self.sheet.caret_moved.connect(self._on_caret_moved)
            self.sheet.part_wanted.connect(self.add_part)
            self.sheet.files_pasted.connect(self._take_files)
            self._desk.lay(self.sheet)
            self.sheet.show()  # at once: what is typed next must find its text
            self.sheet.order_tabs(self._add_row.stops())
            self.verticalScrollBar().setValue(0)
            self._point_at_text()
            if had_focus:
                self.write()
        self._lock(item_id)

    def show_place(self, row_id: str, field: str) -> None:
        """Lead to a row of the selected item, or to a field of it."""
        if self.sheet is not None:
            self.sheet.show_place(row_id, field)

    def write(self) -> None:
        """Put the caret into the text of the item last written in, else into its notes."""
        if self.sheet is not None:
            self.sheet.write(self._written.get(self.sheet.item_id, ""))

    def come_home(self) -> None:
        """The panel's key pressed within it: back to the text last written in; from there, and from
        any other part that is written in just now, to the notes.
        """
        text = self.focusProxy()
        if self.sheet is not None and text is not None and text.hasFocus():
            self.sheet.write()
        else:
            self.write()

    def _point_at_text(self) -> None:
        """Whoever enters the panel enters its text."""
        if self.sheet is not None:
            written = self._written.get(self.sheet.item_id, "")
            self.setFocusProxy(self.sheet.text_to_write(written))

    def _on_changed(self, change: Change) -> None:
        if self.sheet is None:
            self._show_item(self.context.selection.id)
        elif self.context.bridge.records.find(Item, self.sheet.item_id) is None:
            self._show_item("")
        elif self.sheet.follow(change):
            self.sheet.order_tabs(self._add_row.stops())
            self._point_at_text()

    def _lock(self, item_id: str) -> None:
        """Let the item be read only while it is out for signature, and once it is sealed."""
        approval = holder(self.context.bridge.records, item_id)
        locked = self._lock_line.show_lock(approval, read_only=self.context.read_only)
        if self.sheet is not None and locked:
            set_read_only(self.sheet, locked=True)
        self._add_row.setVisible(self.sheet is not None and not locked and not self._is_calm)

    def _on_replaced(self) -> None:
        self._show_item(self.context.selection.id)

    # ---- adding and removing --------------------------------------------------------------

    def add_part(self, name: str) -> None:
        """Add a part by its name (``addition.additions``) and put the caret into it."""
        if self.sheet is None:
            return
        if name == "file":
            choose_files(self, self._take_files)
        elif name == "decision":
            self._add_decision(self.sheet)
        elif name == "recusal":
            self.sheet.show_recusals()
        elif name in OF_HEAD:
            self.sheet.head.lead_to(name)
        elif name in HERE and (section := self._section_written(self.sheet)):
            self._add_after(self.sheet, section, HERE[name])
        else:
            editing = self.sheet.editing
            group = formal_addition(editing, name) or made_group(editing, name)
            self.sheet.focus_row(editing.perform(group))

    def palette_entries(self) -> list[PaletteEntry]:
        """Offer every part that can be added."""
        return addition_entries(self.add_part) if self.sheet is not None else []

    def line_completer(self) -> ItemCompleter | None:
        """Return what knows the commands of a line, for the item in view."""
        return ItemCompleter(self.sheet.editing) if self.sheet is not None else None

    def _add_decision(self, sheet: Sheet) -> None:
        """Add a decision that begins as the body's decisions do."""
        editing = sheet.editing
        text = editing.customary_lead_in()
        made = editing.perform(add_decision(editing.records, editing.item_id, text=text))
        sheet.focus_row(made)
        part = sheet.parts[made]
        if isinstance(part, DecisionPart):
            part.offer_lead_in()

    def _add_after(self, sheet: Sheet, section_id: str, kind: SectionKind) -> None:
        """Add a section just after the one that is being written."""
        editing = sheet.editing
        order = profile(self.context.body, editing.records).part_order
        group = section_after(editing.records, order, kind, section_id)
        sheet.focus_row(editing.perform(group))

    def _section_written(self, sheet: Sheet) -> str:
        """Return the section that the caret is in, or was before a button was used; else none."""
        part = self._part_in_focus()
        row_id = part.row_id if part is not None else self._written.get(sheet.item_id, "")
        return row_id if self.context.bridge.records.find(Section, row_id) else ""

    def _take_files(self, paths: list[str]) -> None:
        if self.sheet is not None:
            self._intake.take(paths, self.sheet.item_id)

    def _on_file_taken(self, name: str, sha256: str, size: int, item_id: str) -> None:
        records = self.context.bridge.records
        if item_id in records:
            self.context.bridge.perform(attach_file(records, item_id, name, sha256, size))

    def _on_remove_pressed(self) -> None:
        part = self._part_in_focus()
        if part is not None:
            part.remove()

    def _on_move_pressed(self, by: int) -> None:
        part = self._part_in_focus()
        if part is not None:
            part.shift(by)

    # ---- focus and caret ---------------------------------------------------------------------

    def _part_in_focus(self) -> Part | None:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Part):
                return widget
            widget = widget.parentWidget()
        return None

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.sheet is None:
            return
        self.sheet.show_tools()
        if isinstance(new, RichTextEdit) and self.sheet.isAncestorOf(new):
            self._written[self.sheet.item_id] = new.owner_id
            self._point_at_text()
        if new is not None and self._paper.isAncestorOf(new):
            self._in_view.follow_focus(new)

    def _on_caret_moved(self, widget: QWidget, caret: QRect) -> None:
        if widget.hasFocus():
            self._in_view.follow_caret(widget, caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width leaves another margin."""
        self._desk.fit(event.size().width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the sheet."""
        return self._desk.sizeHint()


def _holds_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
