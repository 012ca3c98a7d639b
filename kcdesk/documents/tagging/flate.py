"""Compressed streams (ISO 32000-1, 7.4.4)."""

from __future__ import annotations

import deflate
from reportlab.pdfbase import pdfdoc

_LEVEL = 9  # of 12; for the code of pages as quick as 6


def flate(entries: bytes, content: bytes, level: int = _LEVEL) -> bytes:
    """Return a stream with ``entries`` in its dictionary; the same bytes on all machines."""
    packed = deflate.zlib_compress(content, level)
    keys = b"<<%s/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return b"%s\nstream\n%s\nendstream" % (keys, packed)


class FlateStream(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A stream as an object of reportlab's document, referred to wherever it is used."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: bytes = b"") -> None:
        self._written = flate(entries, content)

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return it as it is written."""
        return self._written
