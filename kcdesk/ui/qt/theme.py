"""The visual language: colours, spacing and type, as a palette and one style sheet.

Widgets say what they are (``set_role``), never how they look. An 8-point grid (4 for insides),
three text sizes and two weights, one accent colour.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kcdesk.ui.qt.color import COLORS, ColorMode, Colors
from kcdesk.ui.qt.style_sheet import LARGE, NORMAL, SMALL, style_sheet

__all__ = [
    "COLORS",
    "GRID",
    "LARGE",
    "NORMAL",
    "SMALL",
    "ColorMode",
    "Colors",
    "WidgetRole",
    "apply_theme",
    "current_colors",
    "give_role",
    "palette",
    "set_role",
    "style_sheet",
    "system_mode",
]

GRID = 8
"""Device-independent pixels between things; half of it inside them."""


class WidgetRole(StrEnum):
    """What a widget is, for the style sheet."""

    PANEL = "panel"  # a quiet side panel
    HEAD = "head"  # the strip across the top that tells which meeting it is
    FOOT = "foot"  # a strip across the bottom, such as what finds in the meeting
    PAPER = "paper"  # the white sheet that the text stands on
    TITLE = "title"  # largest text
    HEADING = "heading"  # a bold line of normal size
    LABEL = "label"  # a small bold label over a group
    SOFT = "soft"  # small, secondary text
    PRIMARY = "primary"  # the one button that is the next step
    QUIET = "quiet"  # a button without a frame
    CARD = "card"  # a large choice: heading and explanation in one button
    CHIP = "chip"  # a rounded note in the accent's tint
    SOON = "soon"  # amber: a date draws near
    LATE = "late"  # red: late, or not saved
    LIST = "list"  # a list that fills its panel
    FIELD = "field"  # a field that looks like text until it has the focus
    META = "meta"  # a small field in a quiet line that looks like text
    SAVED = "saved"  # the word that everything is kept
    BAR = "bar"  # a passing bar over the content
    MONO = "mono"  # a traceback, to be copied


def give_role(widget: QWidget, role: WidgetRole) -> None:
    """Say what a new widget is, before it is asked for its size or shown."""
    widget.setProperty("role", role.value)


def set_role(widget: QWidget, role: WidgetRole | None) -> None:
    """Say what a widget is; call again to change it."""
    from PySide6.QtCore import Qt

    name = role.value if role else ""
    if widget.property("role") == name:
        return  # to style a widget anew takes as long as a key press may
    widget.setProperty("role", name)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else Qt does it when shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def system_mode(application: QApplication) -> ColorMode:
    """Return the mode that the desktop asks for."""
    if application.property("color_mode") is None:
        # The palette is still the desktop's own, and its scheme would need all of ``Qt``.
        system = application.palette()
        ink, ground = system.windowText().color(), system.window().color()
        return ColorMode.DARK if ink.lightness() > ground.lightness() else ColorMode.LIGHT
    from PySide6.QtCore import Qt

    scheme = application.styleHints().colorScheme()
    return ColorMode.DARK if scheme == Qt.ColorScheme.Dark else ColorMode.LIGHT


def apply_theme(application: QApplication, mode: ColorMode, text_scale: float = 1.0) -> None:
    """Give the application the palette, text size and style sheet of a mode.

    ``text_scale`` multiplies the three text sizes: 1.0 is normal, 1.25 large.
    """
    application.setProperty("color_mode", mode.value)
    application.setPalette(palette(COLORS[mode]))
    font = application.font()
    font.setPixelSize(round(NORMAL * text_scale))
    application.setFont(font)
    before = application.property("text_scale") or 1.0
    application.setProperty("text_scale", text_scale)
    application.setStyleSheet(style_sheet(COLORS[mode], mode, text_scale))
    if before != text_scale:
        from kcdesk.ui.qt.reading import show_scale

        show_scale()


def current_colors() -> Colors:
    """Return the colours in use, for what paints itself."""
    application = QApplication.instance()
    mode = application.property("color_mode") if application else None
    return COLORS[ColorMode(mode) if mode else ColorMode.LIGHT]


def palette(colors: Colors) -> QPalette:
    """Return the palette of a set of colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, color in {
        role.Window: colors.background,
        role.WindowText: colors.ink,
        role.Base: colors.paper,
        role.AlternateBase: colors.panel,
        role.Text: colors.ink,
        role.Button: colors.panel,
        role.ButtonText: colors.ink,
        role.BrightText: colors.red,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.PlaceholderText: colors.soft,
        role.ToolTipBase: colors.panel,
        role.ToolTipText: colors.ink,
        role.Light: colors.panel,
        role.Midlight: colors.line,
        role.Mid: colors.line,
        role.Dark: colors.soft,
        role.Shadow: colors.ink,
        role.Accent: colors.accent,
    }.items():
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.soft))
    return made
