"""The original as it went out, and beside it the signed copy as it came back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.records import Records
from kcdesk.domain.signature import SignedCopy
from kcdesk.i18n import _, current
from kcdesk.services.masked_since import masked_since
from kcdesk.services.sealer import SentText
from kcdesk.services.take_signed_copy import remove_signed_copy, take_signed_copy
from kcdesk.ui.qt.attached_file import FileIntake, open_attached
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.confirm_line import ConfirmLine
from kcdesk.ui.widgets.error_box import show_error

_MARK = 12  # characters of a hash that tell two files apart


class SignedCopies(QWidget):
    """Hidden until the text is out."""

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self._intake = FileIntake(context.shelf, context.bridge, self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[object, ...] = ()
        self.opening: list[QToolButton] = []
        self.confirm = ConfirmLine()
        self.take_button = QPushButton(icon("import", "accent"), _("Take in the signed copy…"))
        set_role(self.take_button, WidgetRole.QUIET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._grid)
        layout.addWidget(self.confirm)
        layout.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.take_button.clicked.connect(self._on_take)
        self._intake.taken.connect(self._on_taken)
        self._intake.refused.connect(partial(show_error, self))

    def refresh(self, records: Records) -> None:
        """Show what there is now."""
        approval = records.get(Approval, self._approval_id)
        self.setVisible(approval.sent_on is not None)
        copies = records.children(self._approval_id, SignedCopy)
        text = self._version(approval)
        shown = (text, copies, approval.sealed_on)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        if text is not None and text.internal_sha256:
            self._add_file(_("Original, internal"), _("sent.pdf"), text.internal_sha256)
            open_it = partial(self._on_open_public, _("sent-public.pdf"), text.public_sha256)
            self._add_file(_("Original, public"), "", text.public_sha256, open_it)
        for copy in copies:
            row = self._add_file(self._title(copy), copy.name, copy.sha256)
            if approval.sealed_on is None:
                self._add_removal(row, copy)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return [*self.opening, self.confirm.yes, self.confirm.no, self.take_button]

    # ---- inside --------------------------------------------------------------------------

    def _version(self, approval: Approval) -> SentText | None:
        if not approval.fingerprint:
            return None
        versions = self._context.shelf.sealer.versions(self._context.bridge.records.root_id)
        found = (each for each in versions if each.fingerprint == approval.fingerprint)
        return next(found, None)

    def _title(self, copy: SignedCopy) -> str:
        day = current().day(copy.received_on) if copy.received_on else ""
        title = _("Signed copy {day}", day=day).strip()
        if copy.begins_with_sent:
            return title
        made = _("scanned or made anew")
        return f"{title} · {made}"

    def _clear(self) -> None:
        self.opening = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_file(
        self, title: str, name: str, sha256: str, open_it: Callable[[], None] | None = None
    ) -> int:
        row = self._grid.rowCount()
        button = QToolButton()
        button.setIcon(icon("open", "soft"))
        button.setAccessibleName(_("Open: {name}", name=title))
        button.setToolTip(_("Open"))
        set_role(button, WidgetRole.QUIET)
        button.clicked.connect(open_it or partial(self._on_open, name, sha256))
        button.setAccessibleDescription(f"SHA-256 {sha256}")
        label = QLabel(title, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        mark = QLabel(f"SHA-256 {sha256[:_MARK]}…")
        mark.setToolTip(sha256)
        set_role(mark, WidgetRole.SOFT)
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(label, row, 1)
        self._grid.addWidget(mark, row + 1, 1)
        self.opening.append(button)
        return row

    def _add_removal(self, row: int, copy: SignedCopy) -> None:
        button = QToolButton()
        button.setIcon(icon("remove", "soft"))
        button.setAccessibleName(_("Remove {name}", name=copy.name))
        button.setToolTip(_("Remove {name}", name=copy.name))
        set_role(button, WidgetRole.QUIET)
        button.clicked.connect(partial(self._on_removed, copy.id))
        self._grid.addWidget(button, row, 2)
        self.opening.append(button)

    def _on_open_public(self, name: str, sha256: str) -> None:
        """Open the public copy; where more has been masked since it was made, say so first."""
        words = self._masked_since()
        if not words:
            self._on_open(name, sha256)
            return
        told = _(
            "More has been masked since this public copy was made, and it shows that: “{words}”."
            " Make a new one for the public (File menu, Make a document).",
            words=", ".join(words),
        )
        self.confirm.ask(told, _("Open all the same"), partial(self._on_open, name, sha256))

    def _masked_since(self) -> tuple[str, ...]:
        records = self._context.bridge.records
        for content in self._context.sealed:
            if content.head.approval_id == self._approval_id:
                history = self._context.journal.history(records.root_id)
                return masked_since(records, history, content.head.seq)
        return ()

    def _on_open(self, name: str, sha256: str) -> None:
        try:
            open_attached(Attachment(id="", name=name, sha256=sha256), self._context.shelf)
        except UserFacingError:
            self.take_button.setFocus()
            error = UserFacingError(
                Message("{name} was changed in the library, or is gone.", {"name": name}),
                remedy=Message("Check the seals (Help menu), and restore a backup."),
            )
            show_error(self, error)

    def _on_take(self) -> None:
        dialog = QFileDialog(self, _("Signed copy"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.pdf")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Take a file in as the signed copy."""
        self._intake.take([str(Path(path))])

    def _on_taken(self, name: str, sha256: str, size: int) -> None:
        bridge, shelf = self._context.bridge, self._context.shelf
        if self._approval_id not in bridge.records:
            return
        known = shelf.sealer.recognised(shelf.read_file(sha256))
        begins = known is not None and known.text.approval_id == self._approval_id
        group = take_signed_copy(
            bridge.records,
            self._approval_id,
            name=name,
            sha256=sha256,
            size=size,
            received_on=self._context.clock.today(),
            begins_with_sent=begins,
        )
        bridge.perform(group)

    def _on_removed(self, id: str) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_signed_copy(bridge.records, id))
