"""Links to the web and to mailboxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.form import Rectangle


@dataclass(slots=True, eq=False)
class Link:
    """One link of a paragraph; its lines and parts share it, so that it stays one element."""

    address: str
    text: str
    element: Element | None = None

    @property
    def description(self) -> str:
        """What it is called by who hears the page."""
        return self.address if self.text == self.address else f"{self.text} ({self.address})"

    def element_in(self, parent: Element) -> Element:
        """Return its element, made where it is first written."""
        if self.element is None:
            self.element = parent.add("Link")
        return self.element

    def annotation(
        self, document: pdfdoc.PDFDocument, box: Rectangle, key: int
    ) -> pdfdoc.PDFDictionary:
        """Return what makes one line of it clickable on the present page (ISO 14289-1, 7.18);
        ``key`` is its StructParent.
        """
        action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(self.address)}
        leads = {"A": pdfdoc.PDFDictionary(action)}
        return link_annotation(document, box, self.description, key, leads)


def link_annotation(
    document: pdfdoc.PDFDocument,
    box: Rectangle,
    description: str,
    key: int,
    leads: Mapping[str, object],
) -> pdfdoc.PDFDictionary:
    """Return a link on the present page (ISO 14289-1, 7.18.5). ``key`` is its StructParent;
    ``leads`` says where to: an action or a destination.
    """
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray(box.corners),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "P": document.thisPageRef(),
            "StructParent": key,
            "Contents": pdfdoc.PDFString(description),
            **leads,
        }
    )
