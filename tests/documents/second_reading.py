"""Reading a PDF back with PDFium: another parser, another idea of fonts, another tree walk.

PDFium knows the logical tree page by page, so its words are compared page by page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as raw


def pages_heard(pdf: bytes) -> list[str]:
    """Return what each page says, in the order of the logical tree."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> str:
    marked = _marked_text(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        return "".join(
            marked.get(number, "")
            for at in range(raw.FPDF_StructTree_CountChildren(tree))
            for number in _marks(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        )
    finally:
        raw.FPDF_StructTree_Close(tree)


def _marks(element: Any) -> Iterator[int]:
    """Yield the numbers of an element's marked content, and of what is below it, in order."""
    for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _marks(child)
        else:
            number = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if number >= 0:
                yield number


def _marked_text(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return the text of each marked content of a page by its number."""
    text_page = page.get_textpage()
    found: dict[int, str] = {}
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        piece = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(piece) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        number = raw.FPDFPageObj_GetMarkedContentID(piece)
        if number >= 0:
            found[number] = found.get(number, "") + _text(piece, text_page)
    text_page.close()
    return found


def _text(piece: Any, text_page: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(piece, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(piece, text_page.raw, units, size)
    return buffer.raw[: size - 2].decode("utf-16-le")
