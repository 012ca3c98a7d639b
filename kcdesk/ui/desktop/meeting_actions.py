"""What is done with bodies and meetings: new ones, and the page of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kcdesk.ui.qt.action import ActionSpec
from kcdesk.ui.qt.page import LibraryContext

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop


class MeetingActions(QObject):
    """The meeting's menu, and new bodies and meetings in the file menu."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return []

    def new_body(self) -> None:
        """Ask for a body, step by step."""

    def body_page(self, context: LibraryContext, body_id: str) -> QWidget:
        """Return the page of a body."""
        return QWidget()
