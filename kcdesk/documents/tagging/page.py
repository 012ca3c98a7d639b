"""Pages: their streams, and what they all draw from."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference

from kcdesk.documents.tagging.flate import FlateStream

ARTIFACTS = {
    "Head": {"Type": PDFName("Pagination"), "Subtype": PDFName("Header")},
    "Foot": {"Type": PDFName("Pagination"), "Subtype": PDFName("Footer")},
    "Again": {"Type": PDFName("Pagination")},
}
"""What artifacts are (ISO 32000-1, 14.8.2.2), by the names that pages call them by."""


def code_stream(code: Iterable[str]) -> FlateStream:
    """Return operators as a stream; their letters are bytes, whatever font they are of."""
    return FlateStream("\n".join(code).encode("latin-1"))


def page_references(document: pdfdoc.PDFDocument) -> list[str]:
    """Return how objects refer to each page."""
    return [
        _reference(document, f"Page{number}") for number in range(1, len(document.Pages.pages) + 1)
    ]


def finish_pages(document: pdfdoc.PDFDocument) -> None:
    """Let all pages of a document draw from one dictionary, and say no more than they must.
    ``Contents`` of a page is a list of streams, which readers take for one.
    """
    pictures = [page.XObjects.dict for page in document.Pages.pages if page.XObjects]
    drawn = {name: each for found in pictures for name, each in found.items()}
    resources = PDFDictionary(
        {
            "Font": PDFObjectReference(pdfdoc.BasicFonts),
            "XObject": PDFDictionary(drawn),
            "Properties": PDFDictionary({k: PDFDictionary(v) for k, v in ARTIFACTS.items()}),
        }
    )
    shared = document.Reference(resources).name
    for number, page in enumerate(document.Pages.pages, 1):
        document.idToObject[f"Page{number}"] = _Page(page, shared)


class _Page(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A page's dictionary (ISO 32000-1, 7.7.3.3)."""

    __RefOnly__ = 1

    def __init__(self, page: pdfdoc.PDFPage, resources: str) -> None:
        self._page = page
        self._resources = resources

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return it as it is written."""
        page = self._page
        parent = document.Reference(document.Pages)
        contents = [_reference(document, document.Reference(each).name) for each in page.Contents]
        text = (
            f"<</Type/Page/Parent {_reference(document, parent.name)}"
            f"/MediaBox[0 0 {page.pagewidth:.7g} {page.pageheight:.7g}]"
            f"/Resources {_reference(document, self._resources)}"
            f"/Contents[{' '.join(contents)}]"
            f"/StructParents {page.StructParents}/Tabs/S"
        )
        if page.Annots:
            text += f"/Annots[{' '.join(_reference(document, each.name) for each in page.Annots)}]"
        return f"{text}>>".encode()


def _reference(document: pdfdoc.PDFDocument, name: str) -> str:
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"
