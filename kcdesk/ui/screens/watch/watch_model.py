"""The lines of the register as a Qt model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from kcdesk.ui.qt.line_model import LineModel
from kcdesk.ui.screens.watch.watch_line import WatchLine


class WatchModel(LineModel[WatchLine]):
    """Headings are neither chosen nor stopped at."""

    def shown(self, line: WatchLine, role: int) -> Any:
        """Return what a line shows or says aloud."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.what
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.said
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a line."""
        line = self.line(index)
        if line is None or line.entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
