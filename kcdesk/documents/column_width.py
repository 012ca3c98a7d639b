"""How wide the columns of a table are: room for words first, then for as few lines as possible."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

GUTTER = 12.0  # points between two columns
NARROWEST = 34.0
_STEPS = 48  # in which the room beside the words is given away
_ROWS = 60  # that are looked at
_SMOOTH = 0.05  # how much a line less counts that is not yet reached


def column_widths(
    words: Sequence[float], texts: Sequence[Sequence[float]], width: float
) -> list[float]:
    """Share a width. ``words`` are the widths of each column's widest word, ``texts`` those of all
    cells set in one line, row by row, all with the gutter.

    Where all fit in one line each, the columns share what is left. Else each has room for its
    words, and the rest goes where it saves lines; where not even words fit, wide ones are cut.
    """
    whole = [
        max([word, *column]) for word, column in zip(words, zip(*texts, strict=True), strict=True)
    ]
    if sum(whole) <= width:
        spare = (width - sum(whole)) / len(whole)
        return [each + spare for each in whole]
    widths = [min(each, width * 0.8) for each in words]
    rest = width - sum(widths)
    return (
        _widened(widths, texts[:: ceil(len(texts) / _ROWS)], rest)
        if rest > 0
        else _narrowed(widths, width)
    )


def _widened(widths: list[float], rows: Sequence[Sequence[float]], rest: float) -> list[float]:
    """Give the rest away bit by bit, each to the column where it saves most."""
    bit = rest / _STEPS
    for _ in range(_STEPS):
        tried = [[*widths[:at], each + bit, *widths[at + 1 :]] for at, each in enumerate(widths)]
        widths = min(tried, key=lambda each: _lines(each, rows))
    return widths


def _lines(widths: Sequence[float], rows: Sequence[Sequence[float]]) -> float:
    """Return how many lines rows take, a little less for each line that is nearly saved."""
    lines = 0.0
    for row in rows:
        ratios = [text / wide for text, wide in zip(row, widths, strict=True)]
        lines += ceil(max(ratios)) + _SMOOTH * sum([each for each in ratios if each > 1.0])
    return lines


def _narrowed(words: Sequence[float], width: float) -> list[float]:
    """Take what is lacking from the columns that are wider than a fair share."""
    fair = width / len(words)
    kept = sum(each for each in words if each <= fair)
    wide = sum(each for each in words if each > fair)
    scale = (width - kept) / wide if wide else 1.0  # all are just as wide as they may be
    return [each if each <= fair else each * scale for each in words]
