"""The ink that the tests of the canvas write with, and the end of what they write."""

from __future__ import annotations

from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.page_code import Ink

INK = Ink("Text", 10, "0 0 0")


def finish(canvas: TaggedCanvas) -> bytes:
    """Close the page and return the file."""
    canvas.showPage()
    return canvas.finish(lambda *_: None)
