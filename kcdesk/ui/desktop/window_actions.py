"""The entries of a window's menus, added once it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdesk.ui.desktop.at_the_meeting import AtTheMeeting
from kcdesk.ui.desktop.document_actions import DocumentActions
from kcdesk.ui.desktop.export_actions import ExportActions
from kcdesk.ui.desktop.help_actions import HelpActions
from kcdesk.ui.desktop.history_actions import HistoryActions
from kcdesk.ui.desktop.sealing_actions import SealingActions
from kcdesk.ui.desktop.sign_actions import SignActions
from kcdesk.ui.desktop.spelling_actions import SpellingActions
from kcdesk.ui.desktop.text_actions import TextActions

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.shell.main_window import MainWindow


def add_actions(desktop: Desktop, window: MainWindow) -> None:
    """Fill the menus and plug in the ways out of the status line."""
    files = (
        DocumentActions(desktop),
        ExportActions(desktop),
        SignActions(desktop),
        AtTheMeeting(desktop),
        SpellingActions(desktop, window),
        TextActions(desktop, window),
        HistoryActions(desktop),
    )
    helps = (HelpActions(desktop), SealingActions(desktop))
    for actions in (*files, *helps):
        actions.setParent(window)
    sources = (desktop.meetings, desktop.libraries, *files, *helps)
    window.menus.add([spec for actions in sources for spec in actions.specs()])
    desktop.libraries.add_recent(window.menus)
    window.status_line.copy_wanted.connect(desktop.libraries.choose_copy)
    window.status_line.explanation_wanted.connect(desktop.libraries.explain_failure)
