"""How large a window may be: never larger than the screen it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 40)
"""What the system draws around a window: its edges, and the bar with its title."""


def within_screen(widget: QWidget, wanted: QSize) -> QSize:
    """Return the size that is wanted, or as much of it as the screen has room for."""
    beside = widget.parentWidget()
    screen = (beside.window() if beside is not None else widget).screen()
    return wanted.boundedTo(screen.availableSize() - _FRAME)
