"""The head of the item: number and heading, and a quiet line about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import Numbering
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _, ngettext
from kcdesk.services.edit_item_head import (
    change_head,
    join_heading,
    presenters_of,
    set_heading,
    set_presenters,
    split_heading,
)
from kcdesk.services.mark_item import set_immediate_approval, set_kind, set_secret
from kcdesk.services.read_people import NamedPeople
from kcdesk.services.read_presenters import written_presenters
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import LARGE, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET, Part
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine
from kcdesk.ui.screens.item.times_line import TimesLine
from kcdesk.ui.screens.item.together import together
from kcdesk.ui.screens.item.word import ITEM_KINDS
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.people_field import PeopleField


class HeadPart(Part):
    """Number, heading; kind, presenters, reference number, attachments; what it is marked as."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "")
        self.number = QLabel(self)
        self.heading = LineText(_("Heading of the item"), _("Heading"), self)
        self.title_sent = QLabel(self)
        self.kind = ChoiceField(ITEM_KINDS, self)
        self.presenters = PeopleField(
            _("Presenters"), _("Presented by"), editing.read_presenters, self
        )
        self.case_number = InlineField(_("Case number"), _("Case number"), self)
        self.pages = InlineField(_("Page reference"), _("Pages"), self)
        self.attachments = QLabel(self)
        self.presented = QLabel(_("Presented by"), self)
        self.case = QLabel(_("Ref."), self)
        self.at_once = QLabel(_("Approved at once"), self)
        self.times = TimesLine(self)
        self.secrecy = SecrecyLine(self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        big = f"font-size: {LARGE}px; font-weight: 600;"
        self.number.setStyleSheet(
            f"QLabel {{ {big} color: palette(link); padding: 3px 4px 3px 0; }}"
        )
        self.number.setIndent(0)
        self.heading.setStyleSheet(f"QTextEdit {{ {big} }}")
        self.kind.setAccessibleName(_("Kind of item"))
        set_role(self.kind, WidgetRole.FIELD)
        self.title_sent.setWordWrap(True)
        self.title_sent.setContentsMargins(INSET, 0, 0, 0)
        for label in (self.title_sent, self.attachments, self.presented, self.case):
            set_role(label, WidgetRole.SOFT)
        set_role(self.at_once, WidgetRole.CHIP)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.setContentsMargins(INSET, 0, 0, 0)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.heading, 1)
        meta = QWidget(self)
        flow = FlowLayout(meta, gap=6)
        flow.addWidget(self.kind)
        flow.addWidget(together(meta, self.presented, self.presenters))
        flow.addWidget(together(meta, self.case, self.case_number))
        for each in (self.pages, self.attachments, self.at_once):
            flow.addWidget(each)
        self.body.addLayout(line)
        self.body.addWidget(self.title_sent)
        self.body.addWidget(meta)
        self.body.addWidget(self.times)
        self.body.addWidget(self.secrecy)

    def _connect(self) -> None:
        self.heading.edited.connect(self._on_heading_edited)
        self.heading.caret_moved.connect(partial(self.caret_moved.emit, self.heading))
        self.kind.edited.connect(self._on_kind_edited)
        self.presenters.named.connect(self._on_presenters_named)
        self.case_number.edited.connect(self._on_case_number_edited)
        self.pages.edited.connect(self._on_pages_edited)
        self.times.edited.connect(self._on_times_edited)
        self.secrecy.grounded.connect(self._on_grounded)

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
        self.title_sent.setVisible(bool(item.heading and item.title))
        self.kind.show_value(item.kind)
        self.presenters.offer(self.editing.names())
        self.presenters.show_text(written_presenters(presenters_of(records, item.id)))
        self.presented.setVisible(bool(self.presenters.text()))
        self.case_number.show_text(item.case_number)
        self.case.setVisible(bool(item.case_number))
        self.pages.show_text(item.page_reference)
        self.pages.setVisible(bool(item.page_reference))
        count = len(records.children(item.id, Attachment))
        self.attachments.setText(
            ngettext("{count} attachment", "{count} attachments", count) if count else ""
        )
        self.attachments.setVisible(bool(count))
        self.at_once.setVisible(item.immediate_approval)
        self.times.show_times(item)
        self.secrecy.show_secrecy(item.secret, item.secrecy_ground)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.heading, self.kind, self.presenters, self.case_number, self.pages,
                *self.times.stops(), self.secrecy.ground]  # fmt: skip

    def show_tools(self) -> None:
        """What the item is marked as can always be reached: by Tab it comes after all else."""
        self.tools.show()

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
        self.add_action(menu, _("Times"), self.times.open)

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
        self.pages.show()
        self.pages.setFocus()


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
