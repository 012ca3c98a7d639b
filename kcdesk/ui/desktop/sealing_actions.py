"""Checking what was sealed, and destroying drafts and history for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
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
        box.setText(
            ngettext(
                "{count} thing in the library is not as it was written or sealed.",
                "{count} things in the library are not as they were written or sealed.",
                len(findings),
            )
        )
        lines = list(dict.fromkeys(render(each.what) for each in findings))
        box.setInformativeText("\n".join(lines[:_LINES]))
        box.open()

    # ---- destroying for good ---------------------------------------------------------------

    def ask_to_clear(self) -> None:
        """Say what is destroyed, what stays and when that may be done, and ask."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
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
        """Destroy the drafts and history of a meeting, and the backups that hold them."""
        window, library = self._desktop.window, self._desktop.library
        if window is None or library is None:
            return
        window.context.sessions.close_typing()
        replace = self._desktop.ports.replace_backups
        work = partial(_clear, library, meeting_id, replace)
        task = window.tasks.start(Message("Destroying drafts and history"), work)
        task.done.connect(self._on_cleared)
        task.failed.connect(partial(show_error, window))

    def _on_cleared(self, count: int) -> None:
        window = self._desktop.window
        if window is None:
            return
        if window.meeting is not None:
            window.meeting.bridge.reload()
        window.bar.announce(
            ngettext(
                "{count} step of the history was destroyed for good.",
                "{count} steps of the history were destroyed for good.",
                count,
            )
        )


def _what_goes() -> str:
    return _(
        "Every earlier wording goes, with comments, texts that were taken back and files that were"
        " removed: from the history and from all backups of this library, which are replaced by a"
        " new one. It cannot be undone."
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


def _clear(
    library: OpenLibrary,
    meeting_id: str,
    replace: Callable[[Path, CopyTo], object] | None,
    _progress: Progress,
) -> int:
    count = library.sealer.clear(meeting_id)
    if replace is not None:
        replace(library.path, library.copy_to)
    return count


def _verify(library: OpenLibrary, _progress: Progress) -> Sequence[Finding]:
    return library.verify()
