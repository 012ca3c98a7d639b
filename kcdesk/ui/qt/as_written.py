"""What somebody wrote, shown as she wrote it.

Qt takes a text for markup that looks like it, in labels and in tips, and loads the pictures that it
names. In a meeting file from elsewhere that would be a way to make this machine call another one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label for words that come from the library: no markup is read in them."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        from PySide6.QtCore import Qt  # above, it would build enumerations before the first picture

        super().__init__(text, parent, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)


def plain_tip(text: str) -> str:
    """Return a tip in which a text stands as it was written."""
    if "<" not in text:
        return text
    from html import escape  # with its 2,000 names of letters: not while the window starts

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'
