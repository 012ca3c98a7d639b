"""The one style sheet, made from a set of colours. Nothing else in the window says how it looks."""

from __future__ import annotations

from kcdesk.paths import resource
from kcdesk.ui.qt.color import ColorMode, Colors

SMALL, NORMAL, LARGE = 12, 14, 22
"""The three text sizes, in pixels at 100 %."""


def style_sheet(colors: Colors, mode: ColorMode = ColorMode.LIGHT, text_scale: float = 1.0) -> str:
    """Return the style sheet of a set of colours; ``text_scale`` multiplies the text sizes."""
    small, large = round(SMALL * text_scale), round(LARGE * text_scale)
    return "\n".join(
        (
            _roles(colors, small, large),
            _buttons(colors),
            _fields(colors, mode, small),
            _choices(colors, mode),
            _views(colors, mode, small),
            _frame(colors, small),
            _boxes(mode),
            _bars(colors),
            _icons(text_scale),
        )
    )


def _icons(text_scale: float) -> str:
    """Return how large icons are beside larger text."""
    side = round(16 * text_scale)
    return f"QPushButton, QToolButton {{ icon-size: {side}px; }}" if text_scale > 1 else ""


def _image(mode: ColorMode, name: str) -> str:
    return f'url("{resource("themes", mode.value, name + ".svg").as_posix()}")'


def _roles(c: Colors, small: int, large: int) -> str:
    chip = f"font-size: {small}px; border-radius: 10px; padding: 3px 10px;"
    return f"""
    QMainWindow, QDialog {{ background: {c.background}; }}
    *[role="panel"] {{ background: {c.panel}; }}
    *[role="head"] {{ background: {c.panel}; border-bottom: 1px solid {c.line}; }}
    *[role="foot"] {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
    *[role="paper"] {{ background: {c.paper}; border-radius: 8px; }}
    *[role="title"] {{ font-size: {large}px; font-weight: 600; color: {c.ink}; }}
    *[role="heading"] {{ font-weight: 600; color: {c.ink}; }}
    *[role="label"] {{ font-size: {small}px; font-weight: 600; color: {c.soft}; }}
    *[role="soft"] {{ font-size: {small}px; color: {c.soft}; }}
    *[role="chip"] {{ {chip} color: {c.accent}; background: {c.accent_soft}; }}
    *[role="soon"] {{ {chip} color: {c.amber}; background: {c.amber_soft}; }}
    *[role="late"] {{ {chip} color: {c.red}; background: {c.red_soft}; }}
    *[role="mono"] {{ font-family: monospace; font-size: {small}px; }}
    *[role="bar"] {{ background: {c.ink}; border-radius: 8px; }}
    *[role="bar"] QLabel {{ color: {c.paper}; background: transparent; }}
    *[role="bar"] QPushButton {{ color: {c.paper}; background: transparent; font-weight: 600;
        border: 1px solid {c.soft}; }}
    *[role="bar"] QPushButton:focus, *[role="bar"] QPushButton:hover {{
        border-color: {c.paper}; }}
    """


def _buttons(c: Colors) -> str:
    named = [f'QPushButton[role="{role}"]' for role in ("chip", "soon", "late")]
    chips, focused_chips = ", ".join(named), ", ".join(f"{each}:focus" for each in named)
    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton, QToolButton {{ padding: 5px 12px; border: 1px solid {c.edge};
        border-radius: 6px; background: {c.paper}; color: {c.ink}; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {c.soft}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent};
        padding: 4px 11px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.soft};
        background: {c.background}; border-color: {c.line}; }}
    QToolButton {{ padding: 4px; }}
    QToolButton:focus {{ padding: 3px; }}
    QToolButton:checked {{ background: {c.accent_soft}; color: {c.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton::menu-indicator {{ width: 0; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent};
        border: 2px solid {c.accent}; padding: 6px 16px; font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.ink}; padding: 6px 16px; }}
    QPushButton[role="primary"]:disabled {{ background: {c.line}; border-color: {c.line};
        color: {c.soft}; }}
    QPushButton[role="quiet"], QToolButton[role="quiet"] {{ border: 2px solid transparent;
        background: transparent; color: {c.accent}; padding: 3px 8px; }}
    QToolButton[role="quiet"] {{ padding: 3px; }}
    QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{
        background: {c.accent_soft}; }}
    QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{
        border: 2px solid {c.accent}; }}
    QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled {{
        color: {c.soft}; }}
    {chips} {{ border: 2px solid transparent; padding: 2px 9px; }}
    {focused_chips} {{ border: 2px solid {c.accent}; padding: 2px 9px; }}
    QPushButton[role="soft"] {{ text-align: left; border: 2px solid transparent;
        background: transparent; padding: 1px 4px 1px 0; }}
    QPushButton[role="soft"]:hover {{ color: {c.accent}; }}
    QPushButton[role="soft"]:focus {{ border-color: {c.accent}; padding-left: 2px; }}
    QPushButton[role="card"] {{ text-align: left; background: {c.paper};
        border: 2px solid {c.paper}; border-radius: 8px; padding: 0; }}
    QPushButton[role="card"]:hover {{ border-color: {c.edge}; }}
    QPushButton[role="card"]:focus {{ border-color: {c.accent}; }}
    """


def _fields(c: Colors, mode: ColorMode, small: int) -> str:
    fields = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit"
    focused = ", ".join(f"{each}:focus" for each in fields.split(", "))
    down, up = _image(mode, "down"), _image(mode, "up")
    return f"""
    {fields} {{ padding: 4px 8px; border: 1px solid {c.edge}; border-radius: 6px;
        background: {c.paper}; color: {c.ink}; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    {focused} {{ border: 2px solid {c.accent}; padding: 3px 7px; }}
    QLineEdit, QTextEdit, QPlainTextEdit, QComboBox {{ placeholder-text-color: {c.soft}; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {c.soft};
        background: {c.background}; border-color: {c.line}; }}
    QComboBox {{ padding-left: 10px; }}
    QComboBox:focus {{ padding-left: 9px; }}
    QComboBox:editable {{ padding-left: 8px; }}
    QComboBox:editable:focus {{ padding-left: 7px; }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; }}
    QAbstractSpinBox {{ padding: 3px 2px 2px; }}
    QAbstractSpinBox:focus {{ padding: 2px 1px 1px; }}
    QAbstractSpinBox QLineEdit {{ padding-left: 6px; }}
    QPlainTextEdit {{ padding: 2px 6px; }}
    QPlainTextEdit:focus {{ padding: 1px 5px; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: {down}; width: 14px; height: 14px; }}
    QComboBox QAbstractItemView {{ background: {c.panel}; color: {c.ink};
        border: 0; padding: 0; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.accent}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView::item {{ padding: 3px 8px; min-height: 24px; border-radius: 0; }}
    QComboBoxPrivateContainer {{ background: {c.panel}; border: 1px solid {c.line}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px;
        background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: {up}; width: 12px; height: 12px; }}
    QAbstractSpinBox::down-arrow {{ image: {down}; width: 12px; height: 12px; }}
    *[role="field"] {{ border: 1px solid transparent; background: transparent;
        padding: 2px 4px; }}
    *[role="field"]:hover {{ border-color: {c.edge}; }}
    *[role="field"]:focus {{ border: 1px solid {c.accent}; background: {c.paper};
        padding: 2px 4px; }}
    *[role="meta"] {{ border: 1px solid transparent; background: transparent;
        padding: 1px 4px; font-size: {small}px; }}
    QComboBox[role="meta"] {{ color: {c.soft}; }}
    *[role="meta"]:hover {{ border-color: {c.edge}; }}
    *[role="meta"]:focus {{ border: 1px solid {c.accent}; background: {c.paper};
        padding: 1px 4px; }}
    QComboBox[role="meta"]::drop-down {{ width: 0; }}
    QComboBox[role="meta"]::down-arrow {{ image: none; }}
    QTextEdit, QTextBrowser {{ border: 0; background: transparent; color: {c.ink};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    """


def _choices(c: Colors, mode: ColorMode) -> str:
    return f"""
    QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 1px solid transparent;
        border-radius: 4px; background: transparent; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator,
    QAbstractItemView::indicator {{ width: 14px; height: 14px; border: 1px solid {c.soft};
        border-radius: 4px; background: {c.paper}; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked,
    QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; image: {_image(mode, "check")}; }}
    QRadioButton::indicator:checked {{ image: {_image(mode, "radio")}; }}
    QCheckBox::indicator:indeterminate {{ background: {c.accent}; border-color: {c.accent};
        image: {_image(mode, "dash")}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        border-color: {c.line}; }}
    QGroupBox {{ border: 0; margin-top: 24px; font-weight: 600; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {c.ink}; }}
    """


def _views(c: Colors, mode: ColorMode, small: int) -> str:
    return f"""
    QListView, QTreeView, QTableView {{ border: 0; background: {c.paper}; color: {c.ink};
        outline: 0; gridline-color: {c.line}; selection-background-color: {c.accent_soft};
        selection-color: {c.accent}; }}
    QAbstractItemView[role="list"] {{ background: transparent; }}
    QListView::item, QTreeView::item {{ padding: 6px 8px; border-radius: 6px; }}
    QListView::item:hover, QTreeView::item:hover {{ background: {c.background}; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {c.accent_soft};
        color: {c.accent}; }}
    QListView::item:focus, QTreeView::item:focus {{ border: 1px solid {c.accent};
        padding: 5px 7px; }}
    QTableView {{ border-radius: 6px; }}
    QTableView::item {{ padding: 4px 8px; border-bottom: 1px solid {c.line}; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.accent}; }}
    QTableView::item:focus {{ border: 1px solid {c.accent}; }}
    QTableView QLineEdit, QTreeView QLineEdit, QListView QLineEdit {{ border-radius: 0;
        padding: 0 6px; }}
    QHeaderView {{ background: transparent; border: 0; }}
    QHeaderView::section {{ background: transparent; color: {c.soft}; font-size: {small}px;
        font-weight: 600; border: 0; border-bottom: 1px solid {c.line};
        padding: 4px 8px 4px 11px; }}
    QTableCornerButton::section {{ background: transparent; border: 0; }}
    QTreeView#navigation {{ selection-background-color: transparent; }}
    QTreeView#navigation::item, QTreeView#navigation::item:selected,
    QTreeView#navigation::item:hover {{ background: transparent; }}
    QTreeView::branch, QTreeView::branch:selected, QTreeView::branch:hover {{
        background: transparent; }}
    QTreeView::branch:has-children:closed {{ image: {_image(mode, "right")}; }}
    QTreeView::branch:has-children:open {{ image: {_image(mode, "down")}; }}
    QTabBar {{ background: transparent; border: 0; font-size: {small}px; }}
    QTabBar::close-button {{ image: {_image(mode, "close")}; width: 14px; height: 14px; }}
    QTabBar::tab {{ padding: 7px 7px; color: {c.soft}; background: transparent; border: 0;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:hover {{ color: {c.ink}; }}
    QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:focus {{ background: {c.accent_soft}; border-radius: 4px; }}
    QTabWidget::pane {{ border: 0; }}
    """


def _frame(c: Colors, small: int) -> str:
    return f"""
    QSplitter::handle {{ background: {c.line}; }}
    QSplitter::handle:hover {{ background: {c.accent}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QScrollArea {{ border: 0; background: transparent; }}
    QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.line}; min-height: 30px; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ font-size: {small}px; color: {c.soft}; }}
    *[role="saved"] {{ font-size: {small}px; color: {c.accent}; }}
    QStatusBar QLabel[role="saved"] {{ color: {c.accent}; }}
    QStatusBar QLabel[role="late"] {{ color: {c.red}; }}
    QMenuBar {{ background: {c.panel}; color: {c.ink}; padding: 2px 8px; }}
    QMenuBar::item {{ background: transparent; padding: 4px 10px; border-radius: 6px; }}
    QMenuBar::item:selected {{ background: {c.accent_soft}; color: {c.accent}; }}
    QMenu {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.line};
        padding: 6px; }}
    QMenu::item {{ padding: 4px 24px 4px 10px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.accent}; }}
    QMenu::item:disabled {{ color: {c.soft}; background: transparent; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 6px 8px; }}
    QToolTip {{ color: {c.ink}; background: {c.panel}; border: 1px solid {c.line};
        padding: 4px 8px; }}
    """


def _boxes(mode: ColorMode) -> str:
    """Return how a box looks that says one thing: its first sentence tells whether all is safe."""
    return f"""
    QMessageBox {{ messagebox-warning-icon: {_image(mode, "warning")};
        messagebox-information-icon: {_image(mode, "info")}; }}
    QMessageBox QLabel#qt_msgbox_label {{ font-weight: 600; padding: 12px 16px 0 4px; }}
    QMessageBox QLabel#qt_msgbox_informativelabel {{ min-width: 360px;
        padding: 4px 16px 12px 4px; }}
    QMessageBox QLabel#qt_msgboxex_icon_label {{ padding: 10px 4px 0 10px; }}
    QMessageBox QPushButton {{ min-width: 64px; }}
    """


def _bars(c: Colors) -> str:
    return f"""
    QScrollBar {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: 10px; }}
    QScrollBar:horizontal {{ height: 10px; }}
    QScrollBar::handle {{ background: {c.edge}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.soft}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QProgressBar {{ border: 0; border-radius: 3px; background: {c.line}; max-height: 6px;
        min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    """
