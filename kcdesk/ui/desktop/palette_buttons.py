"""The buttons of the panels as lines of the command palette: what can be pressed can be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from kcdesk.ui.qt.palette_entry import PaletteEntry

if TYPE_CHECKING:
    from kcdesk.ui.shell.main_window import MainWindow

_SOUGHT = "approval"
"""The panel whose steps are sought by name before anybody has looked at it."""


def button_entries(window: MainWindow, known: Sequence[PaletteEntry]) -> Iterator[PaletteEntry]:
    """Return a line for each button that is shown and can be pressed, but for what is known."""
    workspace = window.workspace
    if workspace is None:
        return
    if _SOUGHT in workspace.keys:
        workspace.made(_SOUGHT)
    taken = {each.title.casefold() for each in known}
    for key, pane in workspace.panes.items():
        for button in pane.findChildren(QPushButton):
            title = _title(button)
            shown = button.isVisibleTo(pane) and button.isEnabled()
            if title and shown and title.casefold() not in taken:
                taken.add(title.casefold())
                run = partial(_press, window, key, button)
                yield PaletteEntry(f"button_{key}_{title}", title, run, pane.accessibleName())


def _title(button: QPushButton) -> str:
    return button.text().replace("&", "").strip("+… ")


def _press(window: MainWindow, key: str, button: QWidget) -> None:
    """Bring the panel to the front and press its button there."""
    if window.workspace is None or not isValid(button) or not isinstance(button, QPushButton):
        return
    window.workspace.reveal(key)
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    button.click()
