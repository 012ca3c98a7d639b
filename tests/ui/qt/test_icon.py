"""Our own icons: one family, crisp, recoloured."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from kcdesk.paths import resource
from kcdesk.ui.qt.color import COLORS, ColorMode
from kcdesk.ui.qt.icon import icon

FILES = sorted(resource("icons").glob("*.svg"))
USED = re.compile(r"""icon(?:_name)?\(?=?\s*"([a-z-]+)\"""")


def ink(image: QImage) -> set[str]:
    """Return the colours of all pixels that are fully drawn."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_icon_is_of_the_family(path, qapp) -> None:
    root = ET.fromstring(path.read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert ink(icon(path.stem).pixmap(QSize(48, 48), 1.0).toImage())


def test_is_drawn_at_the_size_asked_for(qapp) -> None:
    pixmap = icon("add").pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_follows_the_theme(theme) -> None:
    plus = icon("add", "accent")
    assert COLORS[ColorMode.LIGHT].accent in ink(plus.pixmap(QSize(48, 48), 1.0).toImage())
    theme(ColorMode.DARK)
    assert COLORS[ColorMode.DARK].accent in ink(plus.pixmap(QSize(48, 48), 1.0).toImage())
    theme(ColorMode.LIGHT)


def test_takes_a_colour_of_its_own_and_is_soft_when_disabled(theme) -> None:
    red = icon("remove", "#ff0000")
    assert QColor("#ff0000").name() in ink(red.pixmap(QSize(48, 48), 1.0).toImage())
    disabled = red.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled).toImage()
    assert COLORS[ColorMode.LIGHT].soft in ink(disabled)


def test_an_unknown_icon_is_an_error(qapp) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
