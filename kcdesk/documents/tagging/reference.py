"""From one place of a document to another: links, and the numbers of pages not yet known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.form import Rectangle
from kcdesk.documents.tagging.link import link_annotation
from kcdesk.documents.tagging.page_code import Ink

Place = tuple[int, float]
"""A page (from 0) and a height on it."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of a target's page, still to be written: ``element`` owns it; ``right`` is where
    it ends, on a baseline ``y``.
    """

    element: Element
    target: str
    right: float
    y: float
    ink: Ink


@dataclass(slots=True)
class References:
    """The places of a document by their keys, and the numbers that wait on each page."""

    targets: dict[str, Place] = field(default_factory=dict)
    numbers: dict[int, list[PageNumber]] = field(default_factory=dict)

    def text_of(self, number: PageNumber) -> tuple[str, float]:
        """Return a number that is known now, and how wide it is. Raises ``KeyError`` where nothing
        in the document bears the key: a bug.
        """
        text = str(self.targets[number.target][0] + 1)
        return text, text_width(text, number.ink.font, number.ink.size)

    def link(
        self,
        document: pdfdoc.PDFDocument,
        target: str,
        box: Rectangle,
        description: str,
        key: int,
    ) -> pdfdoc.PDFDictionary:
        """Return a link to another place of the document (ISO 14289-1, 7.18.5)."""
        leads = {"Dest": _Destination(self.targets, target)}
        return link_annotation(document, box, description, key, leads)


class _Destination(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A target as PDF writes it (ISO 32000-1, 12.3.2.2), made when all targets are known."""

    def __init__(self, targets: Mapping[str, Place], target: str) -> None:
        self._targets = targets
        self._target = target

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        page, top = self._targets[self._target]
        number = document.idToObjectNumberAndVersion[f"Page{page + 1}"][0]
        return f"[{number} 0 R/XYZ 0 {top:.2f} 0]".encode()
