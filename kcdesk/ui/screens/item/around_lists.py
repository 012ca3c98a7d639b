"""What lies around an item's text: attachments, recipients, other handlings, recusals."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import ItemLink, Recipient
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.attach_file import change_attachment
from kcdesk.services.edit_decision import change_link, change_recipient
from kcdesk.ui.qt.attached_file import open_attached, web_address
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.head_part import icon_button
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.row_list import RowEditor, RowList
from kcdesk.ui.screens.item.word import RELATIONS
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.line_text import LineText

_NUMBER = 36  # pixels: so that the names of numbered attachments stand below each other


class AttachmentEditor(RowEditor):
    """One attachment: number, name, pages; a kept file can be opened."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.number = InlineField(_("Number of the attachment"), _("No."), self)
        self.name = LineText(_("Name of the attachment"), _("Name, law or address"), self)
        self.address = InlineField(_("Address of the reference"), _("web address"), self)
        self.pages = InlineField(_("Pages of the attachment"), _("pages"), self)
        self.sent = QCheckBox(_("with the summons"), self)
        self.open: QToolButton = icon_button("open", _("Open the file"), self)
        self.keeps_number = False  # so that names stand below each other, where others have one
        self.was_sent = QLabel(_("with the summons"), self)
        self.was_sent.setContentsMargins(INSET, 0, 0, 0)
        set_role(self.was_sent, WidgetRole.SOFT)
        self._build_ui()
        self.number.edited.connect(partial(self._on_edited, "number"))
        self.name.edited.connect(partial(self._on_edited, "name"))
        self.pages.edited.connect(partial(self._on_edited, "pages"))
        self.address.edited.connect(partial(self._on_edited, "address"))
        self.sent.clicked.connect(self._on_sent_clicked)
        self.open.clicked.connect(self._on_open_clicked)

    def _build_ui(self) -> None:
        """Give the name the whole line; what is said of it flows below, however narrow it is."""
        self._details = QWidget(self)
        flow = FlowLayout(self._details, gap=8, lead=0)
        for field in (self.address, self.pages):
            set_role(field, WidgetRole.META)
        for each in (self.address, self.pages, self.was_sent, self.sent, self.open):
            flow.addWidget(each)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self._details, 1, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid

    def refresh(self, records: Records) -> None:
        """Show the attachment as it is."""
        row = records.get(Attachment, self.row_id)
        self.number.show_text(row.number)
        self.name.show_text(row.name)
        self.address.show_text(row.address)
        self.sent.setChecked(row.with_summons)
        self.pages.show_text(row.pages)
        self.open.setVisible(bool(row.sha256 or web_address(row)))

    def unfold(self, *, used: bool) -> None:
        """Show what is known, and while the row is used all that can be said."""
        row = self.editing.records.find(Attachment, self.row_id)
        if row is None:
            return
        is_reference = row.kind is AttachmentKind.REFERENCE
        self.number.setVisible(used or bool(row.number) or self.keeps_number)
        asks = self.number.fontMetrics().horizontalAdvance(self.number.placeholderText() + "n")
        kept = max(_NUMBER, asks + 12)
        self._grid.setColumnMinimumWidth(0, kept if self.keeps_number else 0)
        self.address.setVisible(bool(row.address) or (used and is_reference))
        self.pages.setVisible(used or bool(row.pages))
        self.was_sent.setVisible(row.with_summons and not used)
        self.sent.setVisible(used and (row.with_summons or not is_reference))
        parts = (self.address, self.pages, self.was_sent, self.sent, self.open)
        self._details.setVisible(any(not each.isHidden() for each in parts))

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.number, self.name, self.address, self.pages, self.sent, self.open]

    def entry(self) -> QWidget:
        """The name: the number is there already, or given with the others'."""
        return self.name

    def _on_edited(self, field: str, text: str) -> None:
        records = self.editing.records
        self.editing.perform(change_attachment(records, self.row_id, **{field: text}))

    def _on_sent_clicked(self, with_summons: bool) -> None:  # Qt's signal
        records = self.editing.records
        self.editing.perform(change_attachment(records, self.row_id, with_summons=with_summons))

    def _on_open_clicked(self) -> None:
        row = self.editing.records.get(Attachment, self.row_id)
        try:
            open_attached(row, self.editing.context.shelf)
        except UserFacingError as error:
            show_error(self, error)


class AttachmentList(RowList):
    """All attachments of the item."""

    row_class = Attachment
    row_editor = AttachmentEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("Attachments"))

    def refresh(self, records: Records) -> None:
        """Keep the column of numbers where any attachment has one."""
        super().refresh(records)
        self._keep_numbers()

    def show_tools(self) -> None:
        """While somebody is here, Tab meets the number of each attachment before its name."""
        self._keep_numbers()
        super().show_tools()

    def _keep_numbers(self) -> None:
        rows = self.editing.records.children(self.editing.item_id, Attachment)
        focus = QApplication.focusWidget()
        used = focus is not None and self.isAncestorOf(focus)
        kept = used or any(each.number for each in rows)
        for editor in self.editors.values():
            assert isinstance(editor, AttachmentEditor)
            if editor.keeps_number is not kept:
                editor.keeps_number = kept
                editor.fold()


class RecipientEditor(RowEditor):
    """One recipient: name, and address where it is needed."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.name = LineText(_("Recipient"), _("Who?"), self)
        self.address = InlineField(_("Address of the recipient"), _("e-mail or address"), self)
        _in_line(self, self.name, self.address)
        self.name.edited.connect(partial(self._on_edited, "name"))
        self.address.edited.connect(partial(self._on_edited, "address"))

    def refresh(self, records: Records) -> None:
        """Show the recipient as it is."""
        row = records.get(Recipient, self.row_id)
        self.name.show_text(row.name)
        self.address.show_text(row.address)

    def is_blank(self) -> bool:
        """Whether nobody is named."""
        return not (self.name.toPlainText().strip() or self.address.text().strip())

    def stops(self) -> list[QWidget]:
        """Name, address."""
        return [self.name, self.address]

    def _on_edited(self, field: str, text: str) -> None:
        self.editing.perform(change_recipient(self.editing.records, self.row_id, **{field: text}))


class RecipientList(RowList):
    """Who the decision is sent to."""

    row_class = Recipient
    row_editor = RecipientEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("The decision is sent to"))


class LinkEditor(RowEditor):
    """One other handling of the matter."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.relation = ChoiceField(RELATIONS, self)
        self.relation.setAccessibleName(_("Relation to the other handling"))
        set_role(self.relation, WidgetRole.FIELD)
        self.text = LineText(
            _("The other handling"), _("e.g. Decision of 10 June 2015, item 4"), self
        )
        _in_line(self, self.relation, self.text)
        self.relation.edited.connect(self._on_relation_edited)
        self.text.edited.connect(self._on_text_edited)

    def refresh(self, records: Records) -> None:
        """Show the link as it is."""
        row = records.get(ItemLink, self.row_id)
        self.relation.show_value(row.relation)
        self.text.show_text(row.text)

    def is_blank(self) -> bool:
        """Whether no handling is named."""
        return not self.text.toPlainText().strip()

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.relation, self.text]

    def entry(self) -> QWidget:
        """The text: the relation mostly is right."""
        return self.text

    def _on_relation_edited(self, relation: object) -> None:
        self.editing.perform(change_link(self.editing.records, self.row_id, relation=relation))

    def _on_text_edited(self, text: str) -> None:
        self.editing.perform(change_link(self.editing.records, self.row_id, text=text))


class LinkList(RowList):
    """Earlier and later handlings."""

    row_class = ItemLink
    row_editor = LinkEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("Other handlings"))


def _in_line(parent: QWidget, *fields: QWidget) -> None:
    line = QHBoxLayout(parent)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for field in fields:
        line.addWidget(field, 1 if isinstance(field, LineText) else 0)
