"""What the files are called, where they go, and what is done with them afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.paths import is_folder
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.export.choice_form import LABELS
from kcdesk.ui.widgets.labelled_form import LabelledForm


class FileFields(QWidget):
    """``changed`` comes when the name or the folder is another one; what ``name_label`` says of
    them is up to whoever knows the documents.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pattern_edit, self.folder_edit = QLineEdit(), QLineEdit()
        self.folder_button = QPushButton(_("Choose…"), autoDefault=False)
        self.name_label = PlainLabel(wraps=True)
        self.folder_check = QCheckBox(_("Open the folder afterwards"))
        self.draft_check = QCheckBox(_("Make an e-mail draft with the files (.eml)"))
        self._build_ui()
        self.pattern_edit.textChanged.connect(self.changed)
        self.folder_edit.textChanged.connect(self.changed)
        self.folder_button.clicked.connect(self._on_choose_folder)

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.folder_edit.text().strip())

    @property
    def has_folder(self) -> bool:
        """Whether there is such a folder."""
        return bool(self.folder_edit.text().strip()) and is_folder(self.folder)

    def _build_ui(self) -> None:
        self.pattern_edit.setToolTip(
            _(
                "{document}, {body}, {organisation}, {day}, {year}, {items} and {copy}"
                " are filled in."
            )
        )
        set_role(self.name_label, WidgetRole.SOFT)
        folder = QHBoxLayout()
        folder.setSpacing(GRID)
        folder.addWidget(self.folder_edit, 1)
        folder.addWidget(self.folder_button)
        fields = LabelledForm(self)
        fields.setHorizontalSpacing(2 * GRID)
        for words, field, edit in (
            (_("Name of the file"), self.pattern_edit, self.pattern_edit),
            (_("Folder"), folder, self.folder_edit),
        ):
            edit.setAccessibleName(words)
            fields.add_field(words, field, for_=edit).setMinimumWidth(LABELS)
        for below in (self.name_label, self.folder_check, self.draft_check):
            fields.addRow("", below)

    def _on_choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Folder"), self.folder_edit.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder_edit.setText)
        dialog.open()
