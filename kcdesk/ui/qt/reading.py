"""How large running text is shown: as large as is wished, and larger at the meeting."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication

_PROPERTY = "reading_scale"
TEXT_SCALE = "text_scale"


@runtime_checkable
class Scaled(Protocol):
    """A widget whose text follows the reading scale."""

    def apply_reading_scale(self) -> None:
        """Show the text at the scale of the moment."""
        ...


def reading_scale() -> float:
    """Return how many times its usual size running text has."""
    application = QApplication.instance()
    scale = application.property(_PROPERTY) if application is not None else None
    return float(scale) if scale else 1.0


def text_scale() -> float:
    """Return how many times its usual size all text is wished."""
    application = QApplication.instance()
    scale = application.property(TEXT_SCALE) if application is not None else None
    return float(scale) if scale else 1.0


def scaled(pixels: int) -> int:
    """Return a size in pixels at the scale of the moment, and at that which is wished."""
    return round(pixels * reading_scale() * text_scale())


def set_reading_scale(scale: float) -> None:
    """Show running text at another scale, in every window."""
    application = QApplication.instance()
    if application is None or scale == reading_scale():
        return
    application.setProperty(_PROPERTY, scale)
    show_scale()


def show_scale() -> None:
    """Let running text in every window follow its scale."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, Scaled):
            widget.apply_reading_scale()
