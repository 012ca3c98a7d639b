"""How far lines of plain text are indented, and which stands under which."""

from __future__ import annotations

import re

_MARGIN = re.compile(r"[ \t\u00a0]*")
_TAB = 4


def margin_of(line: str) -> int:
    """Return how many columns a line is indented."""
    found = _MARGIN.match(line)
    return len(found.group().expandtabs(_TAB)) if found else 0


class Margins:
    """The margins that are open where one reads: a line stands under those that are smaller."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def depth(self, margin: int) -> int:
        """Return how deep the next line stands (0: outermost)."""
        while self._open and self._open[-1] > margin:
            self._open.pop()
        if not self._open or self._open[-1] < margin:
            self._open.append(margin)
        return len(self._open) - 1
