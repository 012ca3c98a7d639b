"""Making documents of the meeting in view: the dialog, and the files off the GUI's thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.desktop.documents_folder import documents_folder
from kcdesk.ui.desktop.export_actions import open_file
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.document_choice import DocumentChoice
    from kcdesk.services.ports import Journal, Shelf
    from kcdesk.services.preview import Company
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.ports import Beside, DesktopPorts, DocumentPorts
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.task_runner import Progress
    from kcdesk.ui.screens.export.wish import ExportWish
    from kcdesk.ui.widgets.publication_dialog import Occasion

    class Library(Journal, Shelf, Protocol):
        """A library that is read."""


class DocumentActions(QObject):
    """One menu entry: the dialog in which documents are made."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._shown: object | None = None  # the dialog, as long as it is there

    def specs(self) -> list[ActionSpec]:
        """Return the menu entry."""
        if self._desktop.ports.documents is None:
            return []
        title = Message("Make a document…")
        return [
            ActionSpec(
                "make_document",
                MenuPlace.FILE,
                title,
                self.choose,
                "document",
                "Ctrl+D",
                section=3,
                needs_meeting=True,
            )
        ]

    def choose(self) -> None:
        """Show the dialog."""
        window, ports = self._desktop.window, self._desktop.ports.documents
        if window is None or window.meeting is None or ports is None:
            return
        from kcdesk.ui.screens.export.export_dialog import ExportDialog

        preferences = self._desktop.preferences
        dialog = ExportDialog(window.meeting, ports.preview(), window)
        dialog.wished.connect(partial(self._on_wished, dialog))
        dialog.company_wanted.connect(partial(self._read_company, dialog, window.meeting))
        dialog.finished.connect(self._on_finished)
        self._shown = dialog
        dialog.begin(
            preferences.export_pattern or _("{document} {body} {day}"),
            preferences.export_folder or Path(documents_folder()),
            opens_folder=preferences.opens_export_folder,
        )

    def _on_wished(self, dialog: object, wish: ExportWish) -> None:
        from kcdesk.ui.screens.export.export_dialog import ExportDialog

        assert isinstance(dialog, ExportDialog)
        preferences = self._desktop.preferences
        preferences.export_pattern = dialog.pattern
        preferences.export_folder = dialog.folder
        preferences.opens_export_folder = wish.opens_folder
        self.write_files(wish)

    def _on_finished(self) -> None:
        self._shown = None

    def _read_company(
        self, dialog: object, meeting: MeetingContext, choice: DocumentChoice
    ) -> None:
        """Read what a document holds beside its meeting, for the pages in the dialog."""
        window, library, ports = self._desktop.window, self._desktop.library, self._desktop.ports
        if window is None or library is None:
            return
        work = partial(_company, ports, library, meeting.bundle(), choice)
        task = window.tasks.start(Message("Reading for the preview"), work)
        task.done.connect(partial(self._on_company, dialog, choice))
        task.failed.connect(partial(show_error, window))

    def _on_company(self, dialog: object, choice: DocumentChoice, company: Company) -> None:
        from kcdesk.ui.screens.export.export_dialog import ExportDialog

        if dialog is self._shown and isinstance(dialog, ExportDialog):
            dialog.bring_company(choice, company)

    def write_files(self, wish: ExportWish) -> None:
        """Write the files; the passing bar tells when they are there. Where the public is to read
        one of them, somebody looks first at what may need masking.
        """
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        from kcdesk.services.document_choice import Copy

        public = [choice for choice, _path in wish.files if choice.copy is Copy.PUBLIC]
        library = self._desktop.library
        if not public:
            self._write_now(wish)
        elif library is not None and any(each.is_of_several for each in public):
            from kcdesk.ui.desktop.review_of_others import review_of_others

            work = partial(review_of_others, library, window.meeting.bundle(), public)
            label = Message("Looking for what may need masking in the other meetings")
            task = window.tasks.start(label, work)
            task.done.connect(partial(self._ask, wish, window.meeting))
            task.failed.connect(partial(show_error, window))
        else:
            self._ask(wish, window.meeting, None)

    def _ask(self, wish: ExportWish, meeting: MeetingContext, occasion: Occasion | None) -> None:
        """Show what the public would read, and write the files when that is confirmed."""
        window = self._desktop.window
        if window is None or window.meeting is not meeting:
            return
        from kcdesk.ui.widgets.publication_dialog import Occasion, PublicationDialog

        dialog = PublicationDialog(meeting, window, occasion or Occasion())
        dialog.accepted.connect(partial(self._write_now, wish))
        dialog.place_wanted.connect(self._go_to)
        dialog.open()

    def _go_to(self, meeting_id: str, item_id: str) -> None:
        window = self._desktop.window
        if window is None:
            return
        if window.meeting is None or window.meeting.bridge.records.root_id != meeting_id:
            window.open_meeting(meeting_id)
        if item_id and window.meeting is not None:
            window.meeting.selection.select(item_id)
            window.meeting.selection.write()

    def _write_now(self, wish: ExportWish) -> None:
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        self._write(wish, window.meeting.bundle(), is_asked=False)

    def _write(self, wish: ExportWish, snapshot: MeetingBundle, *, is_asked: bool) -> None:
        window, library = self._desktop.window, self._desktop.library
        if window is None or library is None:
            return
        work = partial(_work, self._desktop.ports, library, wish, snapshot, is_asked)
        name = wish.files[0][1].name
        task = window.tasks.start(Message("Exporting {name}", {"name": name}), work)
        task.done.connect(partial(self._on_done, wish, snapshot))
        task.failed.connect(partial(show_error, window))

    def _on_done(
        self, wish: ExportWish, snapshot: MeetingBundle, lacking: Sequence[Message]
    ) -> None:
        window = self._desktop.window
        if window is None:
            return
        if lacking:
            from kcdesk.ui.desktop.lacking_box import ask_despite

            ask_despite(window, lacking, partial(self._write, wish, snapshot, is_asked=True))
            return
        first = wish.files[0][1]
        if len(wish.files) == 1:
            said = _("{name} is written.", name=first.name)
            window.bar.announce(said, _("Open it"), partial(open_file, first))
        else:
            said = _("{count} files are written.", count=len(wish.files))
            window.bar.announce(said, _("Open the folder"), partial(open_file, first.parent))
        if wish.opens_folder:
            open_file(first.parent)
        if wish.draft:
            open_file(draft_path(wish))


def draft_path(wish: ExportWish) -> Path:
    """Return where the draft of the e-mail goes: beside the first file."""
    return wish.files[0][1].with_suffix(".eml")


def _work(
    ports: DesktopPorts,
    library: Library,
    wish: ExportWish,
    snapshot: MeetingBundle,
    is_asked: bool,
    progress: Progress,
) -> Sequence[Message]:
    """Write the files; where they would lack something, return that instead."""
    from kcdesk.services.summons_as_sent import to_print

    documents = ports.documents
    assert documents is not None
    if not is_asked and (lacking := documents.lacks(snapshot)):
        return lacking
    contents: dict[str, bytes] = {}
    for number, (choice, path) in enumerate(wish.files, 1):
        printed = to_print(snapshot, choice, library.read_file)
        beside = _beside(documents, library, printed, choice, path.suffix)
        content = documents.write(printed, choice, path.suffix, beside)
        ports.write_file(path, content)
        contents[path.name] = content
        progress.report(number / (len(wish.files) + 1))
    if wish.draft:
        text = _("Attached: {names}", names=", ".join(contents))
        ports.write_file(draft_path(wish), documents.draft(wish.subject, f"{text}\n", contents))
    return ()


def _company(
    ports: DesktopPorts,
    library: Library,
    snapshot: MeetingBundle,
    choice: DocumentChoice,
    progress: Progress,
) -> Company:
    """Return what a document holds beside its meeting, as it will be made."""
    from kcdesk.services.preview import Company
    from kcdesk.services.summons_as_sent import to_print

    assert ports.documents is not None
    printed = to_print(snapshot, choice, library.read_file)
    beside = _beside(ports.documents, library, printed, choice, ".pdf")
    progress.report(1.0)
    return Company(tuple(beside.further), beside.files)


def _beside(
    documents: DocumentPorts,
    library: Library,
    snapshot: MeetingBundle,
    choice: DocumentChoice,
    ending: str,
) -> Beside:
    """Return what a document needs beside its meeting, from what is stored."""
    from kcdesk.services.attached_files import attached_files
    from kcdesk.services.body_meetings import told_meetings
    from kcdesk.services.document_choice import WITH_FILES
    from kcdesk.ui.desktop.ports import Beside

    found = Beside(further=told_meetings(choice, snapshot, library))
    if choice.document in WITH_FILES:
        meetings = [each.meeting for each in (snapshot, *found.further)]
        found.files = attached_files(meetings, library).contents
    if ending == ".zip":
        found.data = {
            each.meeting.root_id: documents.own_file(each) for each in (snapshot, *found.further)
        }
    return found
