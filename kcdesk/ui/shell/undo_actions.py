"""Undo and redo in the menu, named after what they take back, for the stream in view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.ui.qt.icon import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdesk.services.session import Change
    from kcdesk.ui.qt.session_bridge import SessionBridge

_DETAILS = {"block", "presence", "role", "service", "presenter", "action_owner", "ballot"}
"""Rows that come and go while something else is edited: nobody misses them one by one."""


class UndoActions(QObject):
    """``removed`` tells of a step that took rows away, or that led the minutes back to a state
    before, to be offered for undo; ``stepped`` carries the step that undo or redo went over.
    """

    removed = Signal(str)
    stepped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge: SessionBridge | None = None
        self._shown: tuple[Message | None, Message | None] | None = None
        self.undo = QAction(icon("undo"), _("Undo"), parent)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo = QAction(icon("redo"), _("Redo"), parent)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(self.take_back)
        self.redo.triggered.connect(self._on_redo)
        self._show()

    def follow(self, bridge: SessionBridge | None) -> None:
        """Undo in another stream from now on; None: in none."""
        if self._bridge is not None:
            self._bridge.changed.disconnect(self._on_changed)
            self._bridge.replaced.disconnect(self._show)
        self._bridge = bridge
        if bridge is not None:
            bridge.changed.connect(self._on_changed)
            bridge.replaced.connect(self._show)
        self._show()

    def take_back(self) -> None:
        """Undo the last step."""
        if self._bridge is not None and (step := self._bridge.undo()) is not None:
            self.stepped.emit(step)

    def way_back(self, *, keeps_text: bool = False) -> Callable[[], object]:
        """Return what takes the newest step back, and nothing of what is done after it
        (``EditingSession.take_back``).
        """
        bridge = self._bridge
        if bridge is None:
            return _stay
        return partial(bridge.take_back, bridge.session.seq, keeps_text=keeps_text)

    def _on_redo(self) -> None:
        if self._bridge is not None and (step := self._bridge.redo()) is not None:
            self.stepped.emit(step)

    def _on_changed(self, change: Change) -> None:
        self._show()
        from kcdesk.domain.operation import Remove
        from kcdesk.services.change_state import led_back_to

        removed = [each.row for each in change.group.operations if isinstance(each, Remove)]
        missed = any(row.table not in _DETAILS for row in removed)
        if missed and change.group.undoes is None:
            self.removed.emit(render(change.group.label))
        elif change.group.undoes is None and (state := led_back_to(change.group)) is not None:
            from kcdesk.services.state_word import STATE_WORD

            self.removed.emit(_("Back in {state}", state=render(STATE_WORD[state])))

    def _show(self) -> None:
        session = self._bridge.session if self._bridge is not None else None
        undo, redo = (session.undo_label, session.redo_label) if session else (None, None)
        if (undo, redo) != self._shown:  # at each key of a stretch of typing they are the same
            self._shown = undo, redo
            _name(self.undo, undo, _("Undo"))
            _name(self.redo, redo, _("Redo"))


def _stay() -> None:
    """Nothing is in view, so nothing is taken back."""


def _name(action: QAction, label: Message | None, verb: str) -> None:
    action.setEnabled(label is not None)
    name = render(label) if label is not None else ""
    action.setText(_("{verb}: {step}", verb=verb, step=_lower(name)) if name else verb)


def _lower(text: str) -> str:
    """Return a name as it stands after a colon; "§" and proper capitals in it stay."""
    return text[:1].lower() + text[1:]
