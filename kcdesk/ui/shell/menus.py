"""The menu bar, built from action specs; a panel's own actions join the meeting's menu."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from kcdesk.i18n import _, render
from kcdesk.ui.qt.action import MenuPlace, pane_action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from kcdesk.ui.qt.action import ActionSpec
    from kcdesk.ui.shell.workspace import Workspace


class Menus(QObject):
    """Keeps the window's actions by key."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        # Made here and kept with their bar: PySide may take the wrapper of a menu that Qt made,
        # or of its bar, for gone while the menu still stands there.
        self._menus = {place: QMenu(title, bar) for place, title in _titles().items()}
        for menu in self._menus.values():
            bar.addMenu(menu)
        self._actions: dict[str, QAction] = {}
        self._for_meeting: list[QAction] = []
        self._has_meeting = False
        self._of_panes: list[QAction] = []
        self._sections: dict[MenuPlace, int] = {}

    def action(self, key: str) -> QAction:
        """Return a registered action. Raises ``KeyError``."""
        return self._actions[key]

    def all_actions(self) -> list[QAction]:
        """Return every action of the menus, in their order."""
        found = [action for menu in self._menus.values() for action in menu.actions()]
        return [action for action in found if not action.isSeparator() and action.menu() is None]

    def registered(self) -> list[QAction]:
        """Return the window's own actions, without those of the panes in view."""
        return list(self._actions.values())

    def menu(self, place: MenuPlace) -> QMenu:
        """Return a menu."""
        return self._menus[place]

    def add(self, specs: Sequence[ActionSpec]) -> None:
        """Register entries; those of one section stand together, in the order given."""
        for spec in sorted(specs, key=lambda each: each.section):
            self.add_action(spec.key, spec.menu, _made(spec, self), spec.section)
            if spec.needs_meeting:
                self._for_meeting.append(self._actions[spec.key])
                self._actions[spec.key].setEnabled(self._has_meeting)

    def add_action(self, key: str, place: MenuPlace, action: QAction, section: int) -> None:
        """Register an action that somebody else made."""
        menu = self._menus[place]
        if self._sections.setdefault(place, section) != section:
            menu.addSeparator()
            self._sections[place] = section
        menu.addAction(action)
        self._actions[key] = action

    def add_submenu(self, place: MenuPlace, title: str, before: str) -> QMenu:
        """Return a new menu inside another, before a registered entry."""
        menu = QMenu(title, self._menus[place])
        self._menus[place].insertMenu(self._actions[before], menu)
        return menu

    def follow_meeting(self, workspace: Workspace | None) -> None:
        """Offer what fits the panes in view, by their names; None: no meeting is open."""
        panes = list(workspace.panes.values()) if workspace is not None else []
        for key, name in workspace.names.items() if workspace is not None else ():
            self._actions[pane_action(key)].setText(name)
        self._has_meeting = bool(panes)
        for action in self._for_meeting:
            action.setEnabled(self._has_meeting)
        menu = self._menus[MenuPlace.MEETING]
        for action in self._of_panes:
            if isValid(action):  # else it went with its pane
                menu.removeAction(action)
                if action.parent() is self:
                    action.deleteLater()
        self._of_panes = []
        for pane in panes:
            named = [each for each in pane.actions() if each.text() and not each.isSeparator()]
            if named:
                line = [self._line(pane.accessibleName())] if self._of_panes else []
                menu.insertActions(self._whole, [*line, *named])
                self._of_panes += [*line, *named]

    @cached_property
    def _whole(self) -> QAction:
        """What is done in the panes stands before it, what is done with the whole meeting after."""
        menu, line = self._menus[MenuPlace.MEETING], self._line()
        for first in menu.actions()[:1]:
            menu.insertAction(first, line)
            return line
        menu.addAction(line)
        return line

    def _line(self, text: str = "") -> QAction:
        """Return a line between entries, or a heading above some.

        It is ours, not the menu's: PySide takes what a menu made for gone when the wrapper of the
        menu's bar goes, and whoever opens a meeting then crashes in removing it.
        """
        from PySide6.QtGui import QAction

        line = QAction(text, self)
        line.setSeparator(True)
        return line


def _titles() -> dict[MenuPlace, str]:
    return {
        MenuPlace.FILE: _("&File"),
        MenuPlace.EDIT: _("&Edit"),
        MenuPlace.VIEW: _("&View"),
        MenuPlace.MEETING: _("&Meeting"),
        MenuPlace.HELP: _("&Help"),
    }


def _made(spec: ActionSpec, parent: QObject) -> QAction:
    from PySide6.QtGui import QAction, QKeySequence

    from kcdesk.ui.qt.icon import icon

    action = QAction(render(spec.title), parent)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    action.triggered.connect(partial(_run, spec.run))
    return action


def _run(run: Callable[[], None], _checked: bool = False) -> None:  # Qt's signal
    run()
