"""The visual language: readable in both modes, whole in the style sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from kcdesk.paths import resource
from kcdesk.ui.qt.color import COLORS, ColorMode
from kcdesk.ui.qt.style_sheet import style_sheet
from kcdesk.ui.qt.theme import WidgetRole, apply_theme, current_colors, palette, system_mode


def luminance(color: str) -> float:
    parts = QColor(color).getRgbF()[:3]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", list(ColorMode))
@pytest.mark.parametrize(
    ("front", "back"),
    [
        *((front, back) for front in ("ink", "soft") for back in ("background", "panel", "paper")),
        *(("accent", back) for back in ("background", "panel", "paper", "accent_soft")),
        ("soft", "accent_soft"),
        ("on_accent", "accent"),
        ("amber", "amber_soft"),
        ("red", "red_soft"),
        ("paper", "ink"),
    ],
)
def test_text_can_be_read(mode, front, back) -> None:
    """WCAG 2.1 AA asks for 4.5 : 1."""
    colors = COLORS[mode]
    assert contrast(getattr(colors, front), getattr(colors, back)) >= 4.5


@pytest.mark.parametrize("mode", list(ColorMode))
@pytest.mark.parametrize("back", ["background", "panel", "paper"])
def test_where_one_can_write_or_press_is_seen(mode, back) -> None:
    """WCAG 2.1 AA asks for 3 : 1 of the edge of a control, and of what shows the focus."""
    colors = COLORS[mode]
    assert contrast(colors.edge, getattr(colors, back)) >= 3
    assert contrast(colors.accent, getattr(colors, back)) >= 3


@pytest.mark.parametrize("mode", list(ColorMode))
def test_fields_buttons_and_scroll_bars_have_such_an_edge(mode) -> None:
    sheet = style_sheet(COLORS[mode], mode)
    for selector, side in (
        ("QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit", "border: 1px solid"),
        ("QPushButton, QToolButton", "border: 1px solid"),
        ("QScrollBar::handle", "background:"),
    ):
        rule = sheet[sheet.index(f"\n    {selector} {{") :].partition("}")[0]
        assert f"{side} {COLORS[mode].edge}" in rule


@pytest.mark.parametrize("mode", list(ColorMode))
def test_the_style_sheet_names_files_that_exist(mode) -> None:
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(COLORS[mode], mode))
    assert named
    assert all(resource("themes") in type(resource())(name).parents for name in named)
    assert not [name for name in named if not type(resource())(name).exists()]


def test_text_sizes_follow_the_scale() -> None:
    assert "font-size: 12px" in style_sheet(COLORS[ColorMode.LIGHT])
    large = style_sheet(COLORS[ColorMode.LIGHT], text_scale=1.5)
    assert "font-size: 18px" in large
    assert "font-size: 12px" not in large


def test_the_application_wears_it(qapp) -> None:
    apply_theme(qapp, ColorMode.DARK, 1.5)
    assert current_colors() is COLORS[ColorMode.DARK]
    assert qapp.font().pixelSize() == 21
    apply_theme(qapp, ColorMode.LIGHT)
    assert qapp.font().pixelSize() == 14


def test_the_system_is_asked(qapp) -> None:
    assert system_mode(qapp) in set(ColorMode)


def test_before_our_own_palette_the_systems_tells(qapp, theme) -> None:
    for mode in ColorMode:
        qapp.setPalette(palette(COLORS[mode]))
        qapp.setProperty("color_mode", None)
        assert system_mode(qapp) is mode


def test_roles_are_few() -> None:
    assert len(set(WidgetRole)) < 25


@pytest.mark.parametrize("mode", list(ColorMode))
@pytest.mark.parametrize("view", ["QListView", "QTreeView", "QTableView"])
def test_the_line_with_the_focus_has_a_ring(mode, view) -> None:
    """Its ground alone says what is chosen, not that the keyboard is there."""
    sheet = style_sheet(COLORS[mode], mode)
    rule = sheet[sheet.index(f"{view}::item:focus") :].partition("}")[0]
    assert f"border: 1px solid {COLORS[mode].accent}" in rule
