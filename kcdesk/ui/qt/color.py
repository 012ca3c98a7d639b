"""The colours of the two modes, light and dark."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ColorMode(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Colors(NamedTuple):
    """The colours of one mode, as ``#rrggbb``.

    A ``line`` parts one thing from the next and may be faint; an ``edge`` tells where something is
    that is written in, pressed or dragged, and has 3 : 1 against what it stands on (WCAG 1.4.11).
    """

    background: str
    panel: str
    paper: str
    line: str
    edge: str
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
        edge="#858e88",
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
        edge="#6b756f",
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
