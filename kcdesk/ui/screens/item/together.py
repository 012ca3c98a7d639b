"""A word and its field, which a line that flows must not part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.ui.screens.item.part import INSET

_FRAME = 3  # pixels above the letters of a field that looks like text


def together(parent: QWidget, *parts: QWidget) -> QWidget:
    """Return the parts side by side in one widget."""
    held = QWidget(parent)
    line = QHBoxLayout(held)
    line.setContentsMargins(INSET, 0, 0, 0)
    line.setSpacing(2)
    for part in parts:
        if isinstance(part, QLabel):  # level with the first line of a field that takes several
            part.setContentsMargins(0, _FRAME, 0, 0)
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        else:
            line.addWidget(part)
    return held
