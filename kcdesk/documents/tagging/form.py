"""Named fields that wait for an electronic signature (ISO 32000-1, 12.7.4.5).

They are made together with the page: one that a signing program adds later has no element in the
logical tree (ISO 14289-1, 7.18.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A field's technical name, unique in the file and without full stops, and what it is for
    in words, for who hears the page.
    """

    name: str
    tip: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def corners(self) -> list[float]:
        """Lower left and upper right."""
        return [round(each, 2) for each in (self.left, self.bottom, self.right, self.top)]


def widget(
    document: pdfdoc.PDFDocument, field: SignatureField, box: Rectangle, key: int
) -> pdfdoc.PDFDictionary:
    """Return the field with its annotation on the present page; ``key`` is its StructParent.

    It looks like nothing until it is signed: the line on the page is there for the eye.
    """
    left, bottom, right, top = box.corners
    nothing = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArray([0, 0, round(right - left, 2), round(top - bottom, 2)]),
                "Resources": pdfdoc.PDFDictionary({}),
            }
        ),
        content="\n",
        filters=[],
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Widget"),
            "FT": pdfdoc.PDFName("Sig"),
            "T": pdfdoc.PDFString(field.name),
            "TU": pdfdoc.PDFString(field.tip),
            "Rect": pdfdoc.PDFArray(box.corners),
            "F": 4,
            "P": document.thisPageRef(),
            "StructParent": key,
            "AP": pdfdoc.PDFDictionary({"N": document.Reference(nothing)}),
        }
    )


def add_form(document: pdfdoc.PDFDocument, widgets: Sequence[pdfdoc.PDFObjectReference]) -> None:
    """Name the fields in the file's catalog; without any there is no form."""
    if widgets:
        fields = pdfdoc.PDFArray(list(widgets))
        document.Catalog.AcroForm = pdfdoc.PDFDictionary({"Fields": fields})
