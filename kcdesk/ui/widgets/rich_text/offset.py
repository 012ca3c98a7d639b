"""Qt counts UTF-16 units, the domain counts code points; they differ beyond U+FFFF (emoji)."""

from __future__ import annotations


def code_points(text: str, units: int) -> int:
    """Return how many code points of ``text`` its first ``units`` UTF-16 units hold."""
    if _is_alike(text):
        return min(units, len(text))
    at = 0
    for index, letter in enumerate(text):
        if at >= units:
            return index
        at += 2 if letter > "\uffff" else 1
    return len(text)


def units(text: str, points: int | None = None) -> int:
    """Return how many UTF-16 units the first ``points`` code points (all: None) take."""
    part = text if points is None else text[:points]
    return len(part.encode("utf-16-le", "surrogatepass")) // 2


def _is_alike(text: str) -> bool:
    """Whether both count the same, as nearly always."""
    return text.isascii() or units(text) == len(text)
