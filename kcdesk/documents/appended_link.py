"""Links to pages that were appended: they can be made to lead there only once these are there."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Name, Pdf


def lead_to_pages(document: Pdf, own_pages: int, places: Iterable[tuple[str, int]]) -> None:
    """Let the lines of the list of attachments, each a link by its words, lead to their pages.

    ``places`` are the words with the pages (from 0), in the order of the list.
    """
    waiting: dict[str, list[int]] = {}
    for title, page in places:
        waiting.setdefault(title, []).append(page)
    for own in document.pages[:own_pages]:
        for annotation in own.obj.get("/Annots", ()):
            pages = waiting.get(str(annotation.get("/Contents", "")))
            if pages and "/Dest" in annotation:
                annotation.Dest = Array([document.pages[pages.pop(0)].obj, Name.Fit])
