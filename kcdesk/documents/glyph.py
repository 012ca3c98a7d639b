"""Whether characters can be printed, asked without opening any font where that is plain."""

from __future__ import annotations

from functools import lru_cache

from kcdesk.services.unprintable import is_surely_printable


@lru_cache(maxsize=16_384)
def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return the characters of a text that no face can print, each once, in order. Texts asked for
    before are known.
    """
    if is_surely_printable(text):
        return ()
    from kcdesk.documents import text as document_text

    return document_text.missing_glyphs(text)
