"""The menu of a text: Qt's lines with the session's undo, then what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from kcdesk.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from kcdesk.ui.qt.session_bridge import SessionBridge
    from kcdesk.ui.widgets.rich_text.command import Command


def filled_menu(
    menu: QMenu, bridge: SessionBridge, forms: Sequence[Command], table: Sequence[Command]
) -> QMenu:
    """Add what can be done to a menu of Qt's; ``table``: to the table that the caret is in."""
    _let_session_undo(menu, bridge)
    menu.addSeparator()
    if table:
        _add(menu.addMenu(_("In the table")), table)
    _add(menu, forms)
    return menu


def _let_session_undo(menu: QMenu, bridge: SessionBridge) -> None:
    """Let Qt's two lines, which know only of a text that undoes itself, do what the keys do."""
    session = bridge.session
    for name, run, label in (
        ("edit-undo", bridge.undo, session.undo_label),
        ("edit-redo", bridge.redo, session.redo_label),
    ):
        action = menu.findChild(QAction, name)
        if action is not None:
            action.setEnabled(label is not None)
            action.triggered.connect(run)


def _add(menu: QMenu, commands: Sequence[Command]) -> None:
    for command in commands:
        action = QAction(command.name, menu)
        action.setShortcut(QKeySequence(command.key))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(command.run)
        menu.addAction(action)
