"""The numbers are Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kcdesk.ui.qt import role


def test_each_number_is_its_role() -> None:
    names = Qt.ItemDataRole
    assert names.DisplayRole == role.DISPLAY
    assert names.DecorationRole == role.DECORATION
    assert names.ToolTipRole == role.TOOL_TIP
    assert names.AccessibleTextRole == role.ACCESSIBLE_TEXT
    assert names.UserRole == role.USER
