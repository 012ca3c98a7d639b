"""Att bevaka in the window: its page, the number beside its name, the way to each place, and the
calendar file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext
from kcdesk.ui.qt.page import LibraryContext, PageBadge, PageSpec

if TYPE_CHECKING:
    from kcdesk.services.watch.entry import WatchEntry
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.task_runner import Progress
    from kcdesk.ui.shell.main_window import MainWindow

FILE_NAME = Message("To watch")


@runtime_checkable
class RowShower(Protocol):
    """A pane that can bring one of its rows into view and give it the focus."""

    def show_row(self, row_id: str) -> None:
        """Show the row; nothing happens where the pane does not have it."""


class WatchActions(QObject):
    """What the register's page asks for; it lives as long as the page."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def open_place(self, meeting_id: str, pane: str, row_id: str) -> None:
        """Open a meeting where something waits to be done."""
        window = self._desktop.window
        if window is None:
            return
        window.open_meeting(meeting_id)
        if window.workspace is None:
            return
        shown = window.workspace.reveal(pane)
        window.ring.enter(shown)
        if isinstance(shown, RowShower):
            shown.show_row(row_id)

    def open_plan(self, body_id: str, row_id: str) -> None:
        """Open a body's page at a day of its year plan."""
        from kcdesk.ui.screens.bodies.body_page import BodyPage

        window = self._desktop.window
        page = window.open_body(body_id) if window is not None else None
        if isinstance(page, BodyPage):
            page.show_place(row_id, "")

    def choose_file(self, entries: tuple[WatchEntry, ...]) -> None:
        """Ask where the calendar file goes."""
        from kcdesk.i18n import render
        from kcdesk.ui.desktop.documents_folder import documents_folder

        dialog = QFileDialog(self._desktop.window, _("Save as a calendar file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(documents_folder())
        dialog.setDefaultSuffix("ics")
        dialog.setNameFilter("*.ics")
        dialog.selectFile(f"{render(FILE_NAME)}.ics")
        dialog.fileSelected.connect(partial(self._on_chosen, entries))
        dialog.open()

    def save_file(self, entries: tuple[WatchEntry, ...], path: Path) -> None:
        """Write the calendar file; the passing bar tells when it is there."""
        from kcdesk.ui.widgets.error_box import show_error

        window, ports = self._desktop.window, self._desktop.ports
        if window is None or ports.watch_calendar is None:
            return
        make = partial(ports.watch_calendar, entries)
        work = partial(_write, make, ports.write_file, path)
        task = window.tasks.start(Message("Exporting {name}", {"name": path.name}), work)
        task.done.connect(partial(self._on_written, path))
        task.failed.connect(partial(show_error, window))

    def page(self, context: LibraryContext) -> QWidget:
        """Return the page, with its ways out of it."""
        from kcdesk.ui.screens.watch.watch_page import WatchPage

        page = WatchPage(context)
        page.place_wanted.connect(self.open_place)
        page.plan_wanted.connect(self.open_plan)
        page.file_wanted.connect(self.choose_file)
        return page

    def _on_chosen(self, entries: tuple[WatchEntry, ...], name: str) -> None:
        self.save_file(entries, Path(name))

    def _on_written(self, path: Path, _nothing: object) -> None:
        from kcdesk.ui.desktop.export_actions import open_file

        if self._desktop.window is not None:
            self._desktop.window.bar.announce(
                _("{name} is written.", name=path.name), _("Open it"), partial(open_file, path)
            )


def count_pages(window: MainWindow, pages: Sequence[PageSpec]) -> None:
    """Let the registers say what they have beside their names, once the window is there."""
    from kcdesk.ui.shell.page_counts import PageCounts

    counts = PageCounts(window.context, pages, window)
    counts.counted.connect(window.navigation.show_badge)
    window.writer.committed.connect(counts.wake)
    counts.wake()


def watch_badge(context: LibraryContext) -> PageBadge | None:
    """Return how much asks for something now; on a worker's thread."""
    from kcdesk.services.watch.entry import count
    from kcdesk.services.watch.sources import library_entries

    today = context.clock.today()
    found = count(library_entries(context.shelf, context.calendar, today), today)
    if found.late:
        text = ngettext("{count} late", "{count} late", found.late)
        return PageBadge(text, text, late=True, short=str(found.late))
    if found.soon:
        said = ngettext("{count} within a week", "{count} within a week", found.soon)
        return PageBadge(str(found.soon), said)
    return None


def _write(
    make: Callable[[], bytes],
    write_file: Callable[[Path, bytes], None],
    path: Path,
    progress: Progress,
) -> None:
    content = make()
    progress.report(0.9)
    write_file(path, content)
