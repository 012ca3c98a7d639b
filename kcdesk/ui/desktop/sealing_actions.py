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
    from kcdesk.services.ports import Finding
    from kcdesk.ui.desktop.desktop import Desktop
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
        title = Message("Check the seals")
        return [
            ActionSpec("verify", MenuPlace.HELP, title, self.verify, "check", section=1),
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


def _verify(library: OpenLibrary, _progress: Progress) -> Sequence[Finding]:
    return library.verify()
