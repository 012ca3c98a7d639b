"""The visual language: colours, spacing and type, as a palette and one style sheet.

Widgets say what they are (``set_role``), never how they look. An 8-point grid (4 for insides),
three text sizes and two weights, one accent colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

GRID = 8
"""Device-independent pixels between things; half of it inside them."""

SMALL, NORMAL, LARGE = 12, 14, 22
"""The three text sizes, in pixels at 100 %."""


class ColorMode(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one mode, as ``#rrggbb``."""

    background: str
    panel: str
    paper: str
    line: str
    ink: str
    soft: str
    accent: str
    accent_soft: str
    on_accent: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str


COLORS = {
    ColorMode.LIGHT: Colors(
        background="#f3f4f2",
        panel="#f8f9f7",
        paper="#ffffff",
        line="#e2e5e0",
        ink="#1d2420",
        soft="#5f6963",
        accent="#0f5c4c",
        accent_soft="#e3efeb",
        on_accent="#ffffff",
        amber="#8a5d00",
        amber_soft="#fff4d6",
        red="#b3261e",
        red_soft="#fdeceb",
    ),
    ColorMode.DARK: Colors(
        background="#171b19",
        panel="#1c211f",
        paper="#222825",
        line="#333b37",
        ink="#e8ece9",
        soft="#9aa69f",
        accent="#6cc5ad",
        accent_soft="#1f3a33",
        on_accent="#0c1512",
        amber="#f0c04a",
        amber_soft="#3a3015",
        red="#ff8a80",
        red_soft="#43201e",
    ),
}


class WidgetRole(StrEnum):
    """What a widget is, for the style sheet."""

    PANEL = "panel"  # a quiet side panel
    PAPER = "paper"  # the white sheet that the text stands on
    TITLE = "title"  # largest text
    HEADING = "heading"  # a bold line of normal size
    LABEL = "label"  # a small bold label over a group
    SOFT = "soft"  # small, secondary text
    PRIMARY = "primary"  # the one button that is the next step
    QUIET = "quiet"  # a button without a frame
    CHIP = "chip"  # a rounded note in the accent's tint
    SOON = "soon"  # amber: a date draws near
    LATE = "late"  # red: late, or not saved
    LIST = "list"  # a list that fills its panel
    FIELD = "field"  # a field that looks like text until it has the focus
    STATUS = "status"  # the status line
    BAR = "bar"  # a passing bar over the content


def set_role(widget: QWidget, role: WidgetRole | None) -> None:
    """Say what a widget is; call again to change it."""
    widget.setProperty("role", role.value if role else "")
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def system_mode(application: QApplication) -> ColorMode:
    """Return the mode that the desktop asks for."""
    window = application.palette().color(QPalette.ColorRole.Window)
    return ColorMode.DARK if window.lightness() < 128 else ColorMode.LIGHT


def apply_theme(application: QApplication, mode: ColorMode) -> None:
    """Give the application the palette and the style sheet of a mode."""
    application.setProperty("color_mode", mode.value)
    application.setPalette(palette(COLORS[mode]))
    application.setStyleSheet(style_sheet(COLORS[mode]))


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
        role.Mid: colors.line,
        role.Accent: colors.accent,
    }.items():
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.soft))
    return made


def style_sheet(colors: Colors) -> str:
    """Return the style sheet of a set of colours."""
    c = colors
    return f"""
    QWidget {{ font-size: {NORMAL}px; }}
    QMainWindow, QDialog {{ background: {c.background}; }}
    *[role="panel"] {{ background: {c.panel}; }}
    *[role="paper"] {{ background: {c.paper}; border-radius: 8px; }}
    *[role="title"] {{ font-size: {LARGE}px; font-weight: 600; color: {c.ink}; }}
    *[role="heading"] {{ font-weight: 600; color: {c.ink}; }}
    *[role="label"] {{ font-size: {SMALL}px; font-weight: 600; color: {c.soft}; }}
    *[role="soft"] {{ font-size: {SMALL}px; color: {c.soft}; }}
    *[role="status"] {{ font-size: {SMALL}px; color: {c.soft}; }}
    *[role="chip"] {{ font-size: {SMALL}px; color: {c.accent}; background: {c.accent_soft};
        border-radius: 10px; padding: 3px 10px; }}
    *[role="soon"] {{ font-size: {SMALL}px; color: {c.amber}; background: {c.amber_soft};
        border-radius: 10px; padding: 3px 10px; }}
    *[role="late"] {{ font-size: {SMALL}px; color: {c.red}; background: {c.red_soft};
        border-radius: 10px; padding: 3px 10px; }}
    *[role="bar"] {{ background: {c.ink}; color: {c.paper}; border-radius: 6px; }}

    QPushButton, QToolButton {{ padding: 5px 12px; border: 1px solid {c.line}; border-radius: 6px;
        background: {c.paper}; color: {c.ink}; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {c.soft}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.soft}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 0;
        padding: 8px 16px; font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.ink}; padding: 6px 14px; }}
    QPushButton[role="quiet"], QToolButton[role="quiet"] {{ border: 1px solid transparent;
        background: transparent; color: {c.accent}; padding: 3px 8px; }}
    QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{
        background: {c.accent_soft}; }}
    QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{
        border-color: {c.accent}; }}

    QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QPlainTextEdit {{
        padding: 4px 8px; border: 1px solid {c.line}; border-radius: 6px; background: {c.paper};
        color: {c.ink}; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus,
    QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    *[role="field"] {{ border: 1px solid transparent; background: transparent;
        padding: 2px 4px; }}
    *[role="field"]:hover {{ border-color: {c.line}; }}
    *[role="field"]:focus {{ border-color: {c.accent}; background: {c.paper}; }}
    QTextEdit {{ border: 0; background: transparent; color: {c.ink};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}

    QListView, QTreeView, QTableView {{ border: 0; background: {c.paper}; color: {c.ink};
        outline: 0; gridline-color: {c.line}; selection-background-color: {c.accent_soft};
        selection-color: {c.accent}; }}
    *[role="list"] {{ background: transparent; }}
    QListView::item, QTreeView::item {{ padding: 6px 8px; border-radius: 6px; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {c.accent_soft};
        color: {c.accent}; }}
    QHeaderView::section {{ background: transparent; color: {c.soft}; font-size: {SMALL}px;
        font-weight: 600; border: 0; border-bottom: 1px solid {c.line}; padding: 4px 8px; }}
    QSplitter::handle {{ background: {c.line}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QScrollArea {{ border: 0; background: transparent; }}
    QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: 0; }}
    QMenuBar {{ background: {c.panel}; }}
    QToolTip {{ color: {c.ink}; background: {c.panel}; border: 1px solid {c.line};
        padding: 4px 8px; }}
    QTabBar::tab {{ padding: 6px 12px; color: {c.soft}; border: 0;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; }}
    QTabWidget::pane {{ border: 0; }}
    """
