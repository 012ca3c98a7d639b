"""What is known of an item in one quiet line, to be read at the meeting; nothing is entered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current, ngettext, render
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.ui.qt.reading import scaled
from kcdesk.ui.qt.theme import NORMAL, WidgetRole, set_role
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.widgets.elided import ElidedLabel
from kcdesk.ui.widgets.item_kind import ITEM_KINDS

_WORD = dict(ITEM_KINDS)


class QuietHead(QWidget):
    """``files_asked`` asks for the attachments, or for them to be put away again."""

    files_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(self)
        self.files = QPushButton(self)
        set_role(self.files, WidgetRole.QUIET)
        self.files.setCheckable(True)  # Qt's own signature
        self.files.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(INSET, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.words)
        layout.addWidget(self.files)
        layout.addStretch(1)
        self.apply_reading_scale()

    def apply_reading_scale(self) -> None:
        """Be as large as the sheet's small text at the meeting."""
        size = f"font-size: {scaled(NORMAL - 1)}px;"
        self.words.setStyleSheet(f"QLabel {{ {size} color: palette(placeholder-text); }}")
        self.files.setStyleSheet(f"QPushButton {{ {size} font-weight: 400; padding: 1px 0; }}")

    def refresh(self, records: Records, item: Item, *, shows_files: bool) -> None:
        """Tell what kind of item it is, who presents it, its number and how many attachments."""
        presenters = presenters_of(records, item.id)
        names = current().listed([each.name for each in presenters if each.name])
        count = len(records.children(item.id, Attachment))
        parts = (
            "" if item.kind is ItemKind.UNSTATED else render(_WORD[item.kind]),
            _("presented by {names}", names=names) if names else "",
            item.case_number,
            _("approved at once") if item.immediate_approval else "",
        )
        said = " · ".join(part for part in parts if part)
        self.words.say(f"{said} · " if said and count else said)
        self.files.setText(
            ngettext("{count} attachment", "{count} attachments", count) if count else ""
        )
        self.files.setVisible(bool(count))
        self.files.setChecked(shows_files)
        self.files.setToolTip(_("Show the attachments, or put them away"))

    def _on_clicked(self) -> None:
        self.files_asked.emit()
