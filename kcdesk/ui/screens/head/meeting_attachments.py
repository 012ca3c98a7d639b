"""What belongs to the meeting as a whole, such as the list of attendance: files or names."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.attach_file import attach_file, attach_name, change_attachment
from kcdesk.services.edit_part import remove_part
from kcdesk.ui.qt.attached_file import FileIntake, open_attached, web_address
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.field import TextField
from kcdesk.ui.widgets.file_drop import FileDrop, choose_files
from kcdesk.ui.widgets.owned_rows import OwnedRow, OwnedRows, lay_in_line, remove_button

_NUMBER_WIDTH = 64


class MeetingAttachment(OwnedRow):
    """One attachment: name, number; a kept file can be opened."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.name_edit = TextField(_("Name, law or address"))
        self.name_edit.setAccessibleName(_("Name of the attachment"))
        self.number_edit = TextField(_("No."))
        self.number_edit.setAccessibleName(_("Number of the attachment"))
        self.number_edit.setMaximumWidth(_NUMBER_WIDTH)
        self.open_button = remove_button(_("Open the file"))
        self.open_button.setIcon(icon("open", "soft"))
        self.remove_button = remove_button(_("Remove the attachment"))
        line = lay_in_line(self, *self.stops())
        line.setStretchFactor(self.name_edit, 1)
        self.name_edit.edited.connect(partial(self._on_edited, "name"))
        self.number_edit.edited.connect(partial(self._on_edited, "number"))
        self.open_button.clicked.connect(self._on_open)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self) -> None:
        """Show the attachment as it is now."""
        row = self.records.get(Attachment, self.id)
        self.name_edit.show_text(row.name)
        self.number_edit.show_text(row.number)
        openable = bool(row.sha256 or web_address(row))
        self.open_button.setVisible(openable)

    def stops(self) -> list[QWidget]:
        """The name is what is written first; the number is there already."""
        return [self.name_edit, self.number_edit, self.open_button, self.remove_button]

    def _on_edited(self, field: str, text: str) -> None:
        self.perform(change_attachment(self.records, self.id, **{field: text}))

    def _on_open(self) -> None:
        try:
            open_attached(self.records.get(Attachment, self.id), self.context.shelf)
        except UserFacingError as error:
            show_error(self, error)

    def _on_removed(self) -> None:
        self.perform(remove_part(self.records, self.id))


class MeetingAttachments(OwnedRows):
    """All attachments of the meeting, and the ways to add one."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(context, Attachment, MeetingAttachment, parent)
        self.name_button = self.offer(_("Add an attachment by name"))
        self.file_button = self.offer(_("Attach a file…"))
        self._intake = FileIntake(context.shelf, context.bridge, self)
        self.name_button.clicked.connect(self._on_name)
        self.file_button.clicked.connect(self._on_file)
        self._intake.taken.connect(self._on_taken)
        FileDrop(self).dropped.connect(self._intake.take)
        self._intake.refused.connect(partial(show_error, self))

    def _on_name(self) -> None:
        self.make(_attach_name)

    def _on_file(self) -> None:
        choose_files(self, self._intake.take)

    def _on_taken(self, name: str, sha256: str, size: int) -> None:
        bridge = self.context.bridge
        records = bridge.records
        bridge.perform(attach_file(records, records.root_id, name, sha256, size))


def _attach_name(records: Records) -> Group:
    return attach_name(records, records.root_id)
