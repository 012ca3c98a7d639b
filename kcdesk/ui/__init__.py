"""The window. Only this layer and the composition root import Qt."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # it puts itself in the place of ``import``


def _import_plainly() -> None:
    """Let ``import`` be Python's own again.

    PySide takes its place to serve ``from __feature__ import …``, which nothing here asks for, and
    reads the source text of every module that is imported afterwards: a tenth of the start, a
    fifth of opening a meeting, and all that text stays in memory.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


_import_plainly()
