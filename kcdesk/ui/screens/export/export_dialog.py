"""Make documents: what, for whom, as which files, with the pages beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, catalogue, render
from kcdesk.services.document_choice import (
    OF_A_YEAR,
    Copy,
    Document,
    DocumentChoice,
    tells_of_others,
)
from kcdesk.services.document_word import DOCUMENT_WORD
from kcdesk.services.file_name import file_name
from kcdesk.services.name_pattern import named
from kcdesk.services.preview import Company, Preview, PreviewTrouble
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.export.choice_form import ChoiceForm
from kcdesk.ui.screens.export.file_fields import FileFields
from kcdesk.ui.screens.export.wish import ExportWish
from kcdesk.ui.widgets.pages.feed import PreviewFeed
from kcdesk.ui.widgets.pages.page_stack import PageStack
from kcdesk.ui.widgets.screen_room import within_screen
from kcdesk.ui.widgets.scrolled import Scrolled

_SIZE = (1040, 680)
_BESIDE = 720
"""A dialog narrower than this shows the fields alone, without the pages beside."""


class ExportDialog(QDialog):
    """``wished`` carries an ``ExportWish``. Shown with ``open``.

    ``company_wanted`` carries a ``DocumentChoice`` that holds more than the meeting; its pages are
    shown once ``bring_company`` was called for it.
    """

    wished = Signal(object)
    company_wanted = Signal(object)

    def __init__(
        self,
        context: MeetingContext,
        preview: Preview,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._preview = preview
        self._company: dict[DocumentChoice, Company] = {}
        self._wanted: DocumentChoice | None = None  # what is being read for
        self._has_pages = False
        formal = profile(context.body, context.bridge.records).is_formal
        self.form = ChoiceForm(context, Document.PROTOCOL if formal else Document.NOTES)
        self.files = FileFields()
        self._feed = PreviewFeed(context, preview, self.form.choice(Copy.INTERNAL), self)
        self._build_ui()
        self._connect()
        self._on_changed()

    # ---- building ------------------------------------------------------------------------

    def _build_ui(self) -> None:
        self.setWindowTitle(_("Make a document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(within_screen(self, QSize(*_SIZE)))
        heading = QLabel(_("Make a document"))
        set_role(heading, WidgetRole.TITLE)
        self.pages = PageStack()
        self.trouble = PlainLabel()
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.reading = QLabel()
        self.reading.setWordWrap(True)
        set_role(self.reading, WidgetRole.SOFT)
        self.reading.hide()
        self.export_button = QPushButton(_("Write the files"))
        self.export_button.setDefault(True)
        set_role(self.export_button, WidgetRole.PRIMARY)
        self.cancel_button = QPushButton(_("Cancel"), autoDefault=False)
        buttons = QDialogButtonBox()
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(heading, buttons)

    def _lay_out(self, heading: QWidget, buttons: QWidget) -> None:
        fields = QWidget()
        inside = QVBoxLayout(fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * GRID)
        inside.addWidget(self.form)
        inside.addWidget(self.files)
        inside.addStretch()
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        left.addWidget(heading)
        left.addWidget(Scrolled(fields), 1)
        left.addWidget(buttons)
        self.beside = QWidget()
        self.beside.setMinimumWidth(1)  # it goes before the fields are cut
        right = QVBoxLayout(self.beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.trouble)
        right.addWidget(self.reading)
        right.addWidget(self.pages, 1)
        right.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addLayout(left, 5)
        layout.addWidget(self.beside, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages out where the fields need the width."""
        super().resizeEvent(event)
        self.beside.setVisible(event.size().width() >= _BESIDE)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.files.changed.connect(self._show_names)
        self.export_button.clicked.connect(self._on_export)
        self.cancel_button.clicked.connect(self.reject)
        self._feed.printed.connect(self._on_printed)
        self._feed.drawn.connect(self.pages.show_image)
        self._feed.failed.connect(self._on_failed)
        self.pages.pages_wanted.connect(self._feed.draw)
        self.finished.connect(self._on_finished)

    def begin(self, pattern: str, folder: Path, *, opens_folder: bool) -> None:
        """Fill in what was chosen last, and show."""
        self.files.pattern_edit.setText(pattern)
        self.files.folder_edit.setText(str(folder))
        self.files.folder_check.setChecked(opens_folder)
        self._feed.look(looking=True)
        self.open()

    # ---- what is chosen ------------------------------------------------------------------

    @property
    def pattern(self) -> str:
        """How the files are named."""
        return self.files.pattern_edit.text().strip()

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self.files.folder

    def wish(self) -> ExportWish:
        """Return what is wanted."""
        choices = [self.form.choice(copy) for copy in self.form.copies]
        files = tuple((choice, self.folder / self._name(choice)) for choice in choices)
        subject = files[0][1].stem if files else ""
        opens, drafts = self.files.folder_check, self.files.draft_check
        return ExportWish(files, opens.isChecked(), drafts.isChecked(), subject)

    def _name(self, choice: DocumentChoice) -> str:
        """Return a file's name in the language of the document; a public copy says that it is."""
        texts = catalogue(choice.language)
        body = self._context.body.root(Body)
        records = self._context.bridge.records
        day = records.root(Meeting).day.day
        copy = texts.text("public copy") if choice.copy is Copy.PUBLIC else ""
        by_year = choice.document in OF_A_YEAR
        known = numbers(records, profile(self._context.body, records).numbering)
        words = {
            "document": texts.render(DOCUMENT_WORD[choice.document]),
            "body": body.name or body.organisation,
            "organisation": body.organisation,
            "day": ("" if day is None else str(day.year) if by_year else day.isoformat()),
            "year": str(day.year) if day else "",
            "items": " ".join(known.get(id, "") for id in choice.items),
            "copy": copy,
        }
        name = named(self.pattern, words) or words["document"]
        if copy and copy not in name:
            name = f"{name} ({copy})"
        return file_name(f"{name}{self.form.ending}")

    # ---- slots ---------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._show_pages()
        self._show_names()

    def _show_pages(self) -> None:
        """Show what is chosen; where it holds more than the meeting, once that has been read."""
        copies = self.form.copies
        choice = self.form.choice(copies[0] if copies else Copy.INTERNAL)
        if not tells_of_others(choice):
            self._wanted = None
            self._feed.choose(choice)
        elif (told := _of_others(choice)) in self._company:
            self._wanted = None
            self._feed.choose(choice, self._company[told])
        elif told != self._wanted:
            self._wanted = told
            self.company_wanted.emit(told)
        if self._wanted is not None or not tells_of_others(choice):
            self._wait(waits=self._wanted is not None)

    def _wait(self, *, waits: bool) -> None:
        """Show that something is read; the pages of another document would mislead meanwhile."""
        self.reading.setText(
            _("Reading the other meetings and the files …")
            if waits
            else _("The pages are being made …")
        )
        self.reading.setVisible(waits or not self._has_pages)
        self.pages.setVisible(not waits)

    def _show_names(self) -> None:
        names = [path.name for _choice, path in self.wish().files]
        there = self.files.has_folder
        words = ", ".join(names) if names else _("Choose at least one copy.")
        if not there:
            words = _("There is no such folder.")
        self.files.name_label.setText(words)
        self.export_button.setEnabled(bool(names) and there)

    def bring_company(self, choice: DocumentChoice, company: Company) -> None:
        """Take what was read for a choice."""
        self._company[choice] = company
        if choice == self._wanted:
            self._show_pages()

    def _on_printed(self, pages: object) -> None:
        self.trouble.hide()
        self._has_pages = True
        if self._wanted is None:
            self._wait(waits=False)
        self.pages.show_pages(pages)  # type: ignore[arg-type]  # Qt's signals carry objects

    def _on_failed(self, trouble: PreviewTrouble) -> None:
        self.reading.hide()
        self.trouble.setText(" ".join(render(each) for each in trouble.sentences))
        self.trouble.show()

    def _on_export(self) -> None:
        wish = self.wish()
        self.accept()
        self.wished.emit(wish)

    def _on_finished(self) -> None:
        self._feed.look(looking=False)
        self._preview.close()


def _of_others(choice: DocumentChoice) -> DocumentChoice:
    """Return a choice with no more than decides which meetings and files it holds."""
    return DocumentChoice(choice.document, over_time=choice.over_time, base=choice.base)
