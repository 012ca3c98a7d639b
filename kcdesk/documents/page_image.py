"""A finished PDF as the window shows it: pages as pixels, and where a text stands on them.

PDFium does it; it is loaded by who draws first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kcdesk.services.preview import PageImage, Patch

_MOST_HITS = 500


def drawn(document: Any, revision: int, number: int, scale: float) -> PageImage:
    """Return a page (from 0) of an open document at ``scale`` pixels per point."""
    page = document[number]
    bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
    image = PageImage(
        revision, number, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    )
    bitmap.close()
    page.close()
    return image


def found(document: Any, text: str) -> tuple[tuple[Patch, ...], ...]:
    """Return where a text stands in an open document, whatever its case; the first 500 places."""
    hits: list[tuple[Patch, ...]] = []
    for number in range(len(document)):
        hits += _on_page(document, number, text)
        if len(hits) >= _MOST_HITS:
            break
    return tuple(hits[:_MOST_HITS])


def page_images(pdf: bytes, scale: float) -> Iterator[PageImage]:
    """Yield the pages of a PDF, each drawn when it is asked for."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            yield drawn(document, 0, number, scale)
    finally:
        document.close()


def _on_page(document: Any, number: int, text: str) -> Iterator[tuple[Patch, ...]]:
    page = document[number]
    height = page.get_height()
    letters = page.get_textpage()
    searcher = letters.search(text, match_case=False)
    while (hit := searcher.get_next()) is not None:
        boxes = [letters.get_rect(index) for index in range(letters.count_rects(*hit))]
        yield tuple(
            Patch(number, left, height - top, right, height - bottom)
            for left, bottom, right, top in boxes
        )
    searcher.close()
    letters.close()
    page.close()
