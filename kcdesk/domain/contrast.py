"""How well a colour can be read on white (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import re

LEAST_CONTRAST = 4.5
"""Level AA for text of usual size."""


def is_colour(colour: str) -> bool:
    """Whether a text is a colour as ``#rrggbb``."""
    return re.fullmatch(r"#[0-9a-fA-F]{6}", colour) is not None


def contrast_on_white(colour: str) -> float:
    """Return the contrast ratio of a colour ``#rrggbb`` against white."""

    def linear(at: int) -> float:
        part = int(colour[at : at + 2], 16) / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
    return 1.05 / (luminance + 0.05)


def is_readable(colour: str) -> bool:
    """Whether text in a colour can be read on white."""
    return is_colour(colour) and contrast_on_white(colour) >= LEAST_CONTRAST
