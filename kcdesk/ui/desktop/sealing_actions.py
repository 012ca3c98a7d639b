"""Checking what was sealed, and destroying drafts and history for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.widgets.busy_dialog import BusyDialog
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from kcdesk.services.ports import Finding
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.ports import CopyTo
    from kcdesk.ui.qt.library_port import OpenLibrary
    from kcdesk.ui.qt.task_runner import Progress

_LINES = 12  # of findings that a box can show; the command line tells all


class SealingActions(QObject):
    """Two menu entries."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        check, destroy = Message("Check the seals"), Message("Destroy drafts and history…")
        return [
            ActionSpec("verify", MenuPlace.HELP, check, self.verify, "check", section=1),
            ActionSpec(
                "clear_history",
                MenuPlace.MEETING,
                destroy,
                self.ask_to_clear,
                "delete",
                section=8,
                needs_meeting=True,
            ),
        ]

    def verify(self) -> None:
        """Walk every chain and say what it finds."""
        window, library = self._desktop.window, self._desktop.library
        if window is None or library is None:
            return
        window.context.sessions.close_typing()
        task = window.tasks.start(Message("Checking the seals"), partial(_verify, library))
        task.done.connect(self._on_verified)
        task.failed.connect(partial(show_error, window))

    def _on_verified(self, findings: Sequence[Finding]) -> None:
        window = self._desktop.window
        if window is None:
            return
        if not findings:
            window.bar.announce(_("Everything in the library is as it was written and sealed."))
            return
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("kcdesk"))
        box.setText(
            ngettext(
                "{count} thing in the library is not as it was written or sealed.",
                "{count} things in the library are not as they were written or sealed.",
                len(findings),
            )
        )
        lines = list(dict.fromkeys(render(each.what) for each in findings))
        box.setInformativeText("\n".join(lines[:_LINES]))
        box.setTextFormat(Qt.TextFormat.PlainText)  # it names files
        box.open()

    # ---- destroying for good ---------------------------------------------------------------

    def ask_to_clear(self) -> None:
        """Say what is destroyed, what stays and when that may be done, and ask."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("kcdesk"))
        box.setText(_("Destroy this meeting's drafts and history for good?"))
        box.setInformativeText("\n\n".join((_what_goes(), _what_stays(), _when())))
        destroy = box.addButton(_("Destroy for good"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        meeting_id = window.meeting.bridge.records.root_id
        box.buttonClicked.connect(partial(self._on_answered, destroy, meeting_id))
        box.open()

    def _on_answered(
        self, destroy: QAbstractButton, meeting_id: str, clicked: QAbstractButton
    ) -> None:
        if clicked is destroy:
            self.clear(meeting_id)

    def clear(self, meeting_id: str) -> None:
        """Destroy the drafts and history of a meeting, and then the backups that hold them.

        Meanwhile nothing is edited: the history grows by steps that the window does not know of
        until it has read the meeting again.
        """
        window, library = self._desktop.window, self._desktop.library
        if window is None or library is None:
            return
        window.context.sessions.close_typing()
        label = Message("Destroying drafts and history")
        busy = BusyDialog(render(label), window)
        busy.open()
        task = window.tasks.start(label, partial(_clear, library, meeting_id))
        task.ended.connect(partial(self._read_again, busy))
        task.done.connect(partial(self._clear_copies, meeting_id))
        task.failed.connect(partial(show_error, window))

    def _read_again(self, busy: BusyDialog) -> None:
        """Read the meeting as it is now, also where only a part was done."""
        window = self._desktop.window
        if window is not None and window.meeting is not None:
            window.meeting.bridge.reload()
        if isValid(busy):  # it goes with its window
            busy.finish()

    def _clear_copies(self, meeting_id: str, count: int) -> None:
        window, library, ports = self._desktop.window, self._desktop.library, self._desktop.ports
        if window is None or library is None:
            return
        work = partial(
            _clear_copies, library, meeting_id, ports.replace_backups, ports.other_copies
        )
        task = window.tasks.start(Message("Replacing the backups"), work)
        task.done.connect(partial(self._on_cleared, count))
        task.failed.connect(partial(show_error, window))

    def _on_cleared(self, count: int, left: Sequence[Path]) -> None:
        if self._desktop.window is None:
            return
        self._desktop.window.bar.announce(
            ngettext(
                "{count} step of the history was destroyed for good.",
                "{count} steps of the history were destroyed for good.",
                count,
            )
        )
        if left:
            self._tell_left(left)

    def _tell_left(self, left: Sequence[Path]) -> None:
        """Name the copies that still hold the meeting: somebody may miss what only they have."""
        box = QMessageBox(self._desktop.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(_("kcdesk"))
        box.setText(_("Older copies of the library still hold the meeting's drafts."))
        words = _(
            "They were put aside when a backup was restored, or when the library lay somewhere"
            " else. Delete them yourself once nothing in them is missed:"
        )
        lines = [str(path) for path in left[:_LINES]]
        if len(left) > _LINES:
            lines.append("…")
        box.setInformativeText("\n".join((words, *lines)))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()


def _what_goes() -> str:
    return _(
        "Every earlier wording goes, with named versions, texts that were taken back and files"
        " that were removed: from the history and from all backups of this library, which are"
        " replaced by a new one. It cannot be undone."
    )


def _what_stays() -> str:
    return _(
        "The sealed minutes stay, with who signed and when, the hashes of all steps, and a note"
        " that this was done."
    )


def _when() -> str:
    return _(
        "When: after the minutes are approved. Drafts and notes that were not sent out and not"
        " taken into the archive are no public documents (TF 2:12); what was sent out is one and"
        " follows your plan for retention."
    )


def _clear(library: OpenLibrary, meeting_id: str, _progress: Progress) -> int:
    return library.sealer.clear(meeting_id)


def _clear_copies(
    library: OpenLibrary,
    meeting_id: str,
    replace: Callable[[Path, CopyTo], object] | None,
    others: Callable[[Path, str], Sequence[Path]] | None,
    _progress: Progress,
) -> Sequence[Path]:
    """Let no copy keep what was destroyed; returns those that were not touched."""
    from kcdesk.ui.qt.opened_copy import forget_copies

    forget_copies()
    if replace is not None:
        replace(library.path, library.copy_to)
    return tuple(others(library.path, meeting_id)) if others is not None else ()


def _verify(library: OpenLibrary, _progress: Progress) -> Sequence[Finding]:
    return library.verify()
