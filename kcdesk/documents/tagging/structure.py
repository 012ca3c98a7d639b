"""Writing the logical tree into the file: StructTreeRoot, elements and the way back to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.element import AnnotationRef, Content, Element

Parents = Mapping[int, Element | Sequence[Element]]
"""Who owns what, by StructParent key: an annotation's element, or a page's elements by number."""

_KEPT_EMPTY = ("TD", "TH")  # an empty cell is still a cell


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose bytes are made when the file is written, and all numbers are known."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self._make()


class StructureWriter:
    """Writes one tree into one document."""

    def __init__(self, document: pdfdoc.PDFDocument, root: Element, page_count: int) -> None:
        self._document = document
        self._root = root
        self._pages = [self._reference(f"Page{index + 1}") for index in range(page_count)]
        self._root_number = 0

    def write(self, parents: Parents, next_key: int) -> None:
        """Add the tree to the catalog. ``next_key`` is the first unused StructParent key."""
        for element in self._root.walk():
            if element.kids or element.role in _KEPT_EMPTY:
                element.number = self._number(_Written(partial(self._element, element)))
        tree = self._number(_Written(partial(self._parent_tree, parents)))
        entries = f"/K {self._root.number} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {next_key}"
        root = _Written(f"<</Type/StructTreeRoot{entries}>>".encode)
        self._root_number = self._number(root)
        self._document.Catalog.StructTreeRoot = root
        self._document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _reference(self, name: str) -> str:
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _number(self, written: pdfdoc.PDFObject) -> int:
        name = self._document.Reference(written).name
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _element(self, element: Element) -> bytes:
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = [entry for kid in element.kids if (entry := self._kid(kid, page))]
        parent = element.parent.number if element.parent else self._root_number
        text = f"<</S/{element.role}/P {parent} 0 R"
        if page is not None:
            text += f"/Pg {self._pages[page]}"
        if kids:
            text += "/K " + (kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]")
        if element.attributes:
            text += f"/A {element.attributes}"
        for key, value in element.properties.items():
            text += f"/{key} {_text_string(value)}"
        return f"{text}>>".encode("latin-1")

    def _kid(self, kid: Element | Content | AnnotationRef, page: int | None) -> str:
        match kid:
            case Element():
                return f"{kid.number} 0 R" if kid.number else ""
            case AnnotationRef():
                elsewhere = "" if kid.page == page else f"/Pg {self._pages[kid.page]}"
                return f"<</Type/OBJR/Obj {self._reference(kid.name)}{elsewhere}>>"
            case Content():
                if kid.page == page:
                    return str(kid.number)
                return f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.number}>>"

    def _parent_tree(self, parents: Parents) -> bytes:
        entries = []
        for key, owner in sorted(parents.items()):
            if isinstance(owner, Element):
                entries.append(f"{key} {owner.number} 0 R")
            else:
                entries.append(f"{key} [{' '.join(f'{each.number} 0 R' for each in owner)}]")
        return ("<</Nums[" + "\n".join(entries) + "]>>").encode()


def _text_string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
