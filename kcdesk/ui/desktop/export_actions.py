"""The meeting in view written as a file, off the GUI's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.services.file_name import file_name
from kcdesk.ui.desktop.documents_folder import documents_folder
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.ports import ExportSpec
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.task_runner import Progress

    Lacks = Callable[[MeetingBundle], Sequence[Message]]


class ExportActions(QObject):
    """One menu entry for each kind of file."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                f"export_{spec.key}",
                MenuPlace.FILE,
                spec.title,
                partial(self.choose, spec),
                "export",
                spec.shortcut,
                section=3,
                needs_meeting=True,
            )
            for spec in self._desktop.ports.exports
        ]

    def choose(self, spec: ExportSpec) -> None:
        """Ask where to."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(window, _("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(documents_folder())
        dialog.setDefaultSuffix(spec.suffix.removeprefix("."))
        dialog.setNameFilter(f"*{spec.suffix}")
        dialog.selectFile(file_name(_name(window.meeting) + spec.suffix))
        dialog.fileSelected.connect(partial(self._on_chosen, spec))
        dialog.open()

    def export(self, spec: ExportSpec, path: Path) -> None:
        """Write the meeting in view to a file; the passing bar tells when it is there."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        self._write(spec, path, window.meeting.bundle(), spec.lacks)

    def _write(
        self, spec: ExportSpec, path: Path, snapshot: MeetingBundle, lacks: Lacks | None
    ) -> None:
        window = self._desktop.window
        if window is None:
            return
        work = partial(_work, spec.make, self._desktop.ports.write_file, snapshot, path, lacks)
        task = window.tasks.start(Message("Exporting {name}", {"name": path.name}), work)
        task.done.connect(partial(self._on_done, spec, path, snapshot))
        task.failed.connect(partial(show_error, window))

    def _on_chosen(self, spec: ExportSpec, name: str) -> None:
        self.export(spec, Path(name))

    def _on_done(
        self, spec: ExportSpec, path: Path, snapshot: MeetingBundle, lacking: Sequence[Message]
    ) -> None:
        if self._desktop.window is None:
            return
        if lacking:
            from kcdesk.ui.desktop.lacking_box import ask_despite

            go_on = partial(self._write, spec, path, snapshot, None)
            ask_despite(self._desktop.window, lacking, go_on)
        else:
            self._desktop.window.bar.announce(
                _("{name} is written.", name=path.name), _("Open it"), partial(open_file, path)
            )


def _name(meeting: MeetingContext) -> str:
    """Return what a file of the meeting is called: body and day."""
    from kcdesk.domain.body import Body
    from kcdesk.domain.meeting import Meeting

    body = meeting.body.root(Body)
    day = meeting.bridge.records.root(Meeting).day.day
    parts = (body.name or body.organisation or "kcdesk", day.isoformat() if day else "")
    return " ".join(part for part in parts if part)


def _work(
    make: Callable[[MeetingBundle], bytes],
    write_file: Callable[[Path, bytes], None],
    snapshot: MeetingBundle,
    path: Path,
    lacks: Lacks | None,
    progress: Progress,
) -> Sequence[Message]:
    """Write the file; where it would lack something, return that instead."""
    if lacks is not None and (lacking := lacks(snapshot)):
        return lacking
    content = make(snapshot)
    progress.report(0.9)
    write_file(path, content)
    return ()


def open_file(path: Path) -> None:
    """Open a file as the system does."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
