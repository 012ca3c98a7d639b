"""How large the window is before anybody has chosen a size."""

from __future__ import annotations

from PySide6.QtCore import QSize

_WANTED = QSize(1440, 900)
_LEAST = QSize(1280, 640)
"""Below that too much is put away; a smaller screen shows a part of the window."""

_FRAME = QSize(16, 48)
"""What the system draws round a window and above it, at most."""


def first_size(available: QSize) -> QSize:
    """Return the size of a window that the screen shows whole, its foot with "Saved …" too."""
    return _WANTED.boundedTo(available - _FRAME).expandedTo(_LEAST)
