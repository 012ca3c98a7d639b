"""A word and its field, which a line that flows must not part."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcdesk.ui.screens.item.part import INSET


def together(parent: QWidget, *parts: QWidget) -> QWidget:
    """Return the parts side by side in one widget."""
    held = QWidget(parent)
    line = QHBoxLayout(held)
    line.setContentsMargins(INSET, 0, 0, 0)
    line.setSpacing(2)
    for part in parts:
        line.addWidget(part)
    return held
