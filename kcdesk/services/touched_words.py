"""Which words of a paragraph one key may have changed, so that the others need no second look."""

from __future__ import annotations


def touched_stretch(before: str, after: str, caret: int) -> tuple[int, int] | None:
    """Return where in ``after`` the words may be others than in ``before``, from space to space.

    ``caret`` is the place after the key, in code points. None: something else happened than that
    one letter was written, or taken away, at the caret.
    """
    grown = len(after) - len(before)
    at = caret - 1 if grown == 1 else caret
    if at < 0 or grown not in (1, -1) or before[:at] != after[:at]:
        return None
    if before[at + (grown < 0) :] != after[at + (grown > 0) :]:
        return None
    start, end = at, at + (grown > 0)
    while start > 0 and not after[start - 1].isspace():
        start -= 1
    while end < len(after) and not after[end].isspace():
        end += 1
    return start, end
