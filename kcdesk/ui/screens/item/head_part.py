"""The head of the item: number and heading, and a quiet line about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from kcdesk.domain.body import Numbering
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_item_head import (
    change_head,
    join_heading,
    set_heading,
    set_presenters,
    split_heading,
)
from kcdesk.services.mark_item import set_immediate_approval, set_kind, set_secret
from kcdesk.services.read_people import NamedPeople
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.in_use import in_use
from kcdesk.ui.qt.reading import scaled
from kcdesk.ui.qt.theme import LARGE, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.head_line import HeadLine
from kcdesk.ui.screens.item.part import INSET, Part
from kcdesk.ui.screens.item.quiet_head import QuietHead
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine
from kcdesk.ui.screens.item.word import ITEM_KINDS
from kcdesk.ui.widgets.line_text import LineText


class HeadPart(Part):
    """Number, heading; a quiet line about the item; what it is marked as."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "")
        self.number = QLabel(self)
        self.heading = LineText(_("Heading of the item"), _("Heading"), self)
        self.title_sent = PlainLabel(parent=self)
        self.line = HeadLine(editing, self)
        self.quiet = QuietHead(self)
        self.secrecy = SecrecyLine(self)
        self._used = False
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.number.setIndent(0)
        self.heading.set_size(LARGE, "font-weight: 600;")
        self.apply_reading_scale()
        self.title_sent.setWordWrap(True)
        self.title_sent.setContentsMargins(INSET, 0, 0, 0)
        set_role(self.title_sent, WidgetRole.SOFT)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.setContentsMargins(INSET, 0, 0, 0)
        top.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.heading, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.title_sent)
        self.body.addWidget(self.line)
        self.body.addWidget(self.quiet)
        self.body.addWidget(self.secrecy)

    def _connect(self) -> None:
        self.heading.edited.connect(self._on_heading_edited)
        self.heading.caret_moved.connect(partial(self.caret_moved.emit, self.heading))
        self.line.kind.edited.connect(self._on_kind_edited)
        self.line.presenters.named.connect(self._on_presenters_named)
        self.line.case_number.edited.connect(self._on_case_number_edited)
        self.line.pages.edited.connect(self._on_pages_edited)
        self.line.times.edited.connect(self._on_times_edited)
        self.secrecy.grounded.connect(self._on_grounded)

    def apply_reading_scale(self) -> None:
        """Let the number be as large as the heading."""
        big = f"font-size: {scaled(LARGE)}px; font-weight: 600;"
        look = f"QLabel {{ {big} color: palette(link); padding: 3px 4px 3px 0; }}"
        self.number.setStyleSheet(look)

    def refresh(self, records: Records) -> None:
        """Show the head as it is."""
        item = self.editing.item
        numbering = profile(self.editing.context.body, records).numbering
        number = numbers(records, numbering).get(item.id, "")
        sign = "§\u00a0" if number and numbering is Numbering.PARAGRAPH else ""
        self.number.setText(sign + number)
        self.number.setVisible(bool(number))
        self.heading.show_text(item.name)
        self.title_sent.setText(_("On the agenda: {title}", title=item.title))
        calm = self.editing.calm
        self.title_sent.setVisible(bool(item.heading and item.title) and not calm)
        self.line.setVisible(not calm)
        self.quiet.setVisible(calm)
        if calm:
            self.quiet.refresh(records, item, shows_files=self.editing.shows_files)
        self.line.refresh(records, item, self.editing.names())
        self.secrecy.show_secrecy(item.secret, item.secrecy_ground)
        self.show_tools()

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        about = [self.quiet.files] if self.editing.calm else self.line.stops()
        return [self.heading, *about, self.secrecy.ground]

    def field(self, name: str) -> QWidget | None:
        """What the item's own fields are edited in; marks are in the menu."""
        fields: dict[str, QWidget] = {
            "title": self.heading,
            "heading": self.heading,
            "case_number": self.line.case_number,
            "secrecy_ground": self.secrecy.ground,
            "announced": self.tools,
            "immediate_approval": self.tools,
        }
        return fields.get(name)

    def lead_to(self, name: str) -> None:
        """Put the caret into a field of the quiet line, shown for it at the meeting too."""
        self.line.show()
        self.line.unfold(used=True)
        if name == "times":
            self.line.times.open()
        elif name == "pages":
            self._show_pages()
        else:
            field: QWidget = getattr(self.line, name)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(field, QLineEdit):
                field.setCursorPosition(len(field.text()))  # the next name follows those there

    def show_tools(self) -> None:
        """What the item is marked as can always be reached: by Tab it comes after all else.

        The fields that are empty unfold while one is in the head.
        """
        self.tools.setVisible(not self.editing.calm or self.underMouse())
        self._used = in_use(self, before=self._used)
        self.line.unfold(used=self._used)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse comes."""
        super().enterEvent(event)
        self.show_tools()

    def row_in_focus(self) -> str:
        """The item itself goes in the agenda, not here."""
        return ""

    def fill_menu(self, menu: QMenu) -> None:
        """What the item is marked as."""
        item = self.editing.item
        self.add_action(menu, _("Secret"), self._toggle_secret, on=item.secret)
        self.add_action(
            menu, _("Approve at once"), self._toggle_at_once, on=item.immediate_approval
        )
        announced = partial(self._change, announced=not item.announced)
        self.add_action(menu, _("Was on the agenda sent out"), announced, on=item.announced)
        own = self.add_action(
            menu,
            _("Heading of its own in the minutes"),
            self._toggle_heading,
            on=item.heading != "",
        )
        own.setEnabled(bool(item.title))
        self.add_action(menu, _("Page reference"), self._show_pages)
        self.add_action(menu, _("Times"), self.line.times.open)

    def _change(self, _checked: object = None, **fields: object) -> None:
        self.editing.perform(change_head(self.editing.records, self.editing.item_id, **fields))

    def _on_heading_edited(self, text: str) -> None:
        self.editing.perform(set_heading(self.editing.records, self.editing.item_id, text))

    def _on_kind_edited(self, kind: object) -> None:
        chosen = next(value for value, _word in ITEM_KINDS if value == kind)
        self.editing.perform(set_kind(self.editing.records, self.editing.item_id, chosen))

    def _on_presenters_named(self, people: NamedPeople) -> None:
        self.editing.perform(set_presenters(self.editing.records, self.editing.item_id, people))

    def _on_case_number_edited(self, text: str) -> None:
        self._change(case_number=text)

    def _on_pages_edited(self, text: str) -> None:
        self._change(page_reference=text)

    def _on_times_edited(self, field: str, value: object) -> None:
        self._change(**{field: value})

    def _on_grounded(self, ground: str) -> None:
        self._change(secrecy_ground=ground)

    def _toggle_secret(self) -> None:
        records, item = self.editing.records, self.editing.item
        self.editing.perform(set_secret(records, item.id, not item.secret))
        if not item.secret:
            self.secrecy.ask_ground()

    def _toggle_heading(self) -> None:
        self.heading.give()
        records, item = self.editing.records, self.editing.item
        turn = join_heading if item.heading else split_heading
        self.editing.perform(turn(records, item.id))
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_at_once(self) -> None:
        records, item = self.editing.records, self.editing.item
        self.editing.perform(set_immediate_approval(records, item.id, not item.immediate_approval))

    def _show_pages(self) -> None:
        self.line.pages.show()
        self.line.pages.setFocus()


def icon_button(name: str, text: str, parent: QWidget) -> QToolButton:
    """Return a small quiet button with an icon and an accessible name."""
    button = QToolButton(parent)
    button.setIcon(icon(name, "soft"))
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(26, 26)
    button.setAccessibleName(text)
    button.setToolTip(text)
    set_role(button, WidgetRole.QUIET)
    return button
