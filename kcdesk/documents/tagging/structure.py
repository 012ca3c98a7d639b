"""Writing the logical tree into the file: StructTreeRoot, elements and the way back to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.element import AnnotationRef, Content, Element

Parents = Mapping[int, Element | Sequence[Element]]
"""Who owns what, by StructParent key: an annotation's element, or a page's elements by number."""

Written = list[tuple[int, bytes]]
"""Objects that are ready, by their numbers."""

_KEPT_EMPTY = ("TD", "TH")  # an empty cell is still a cell
_HOLDS_TEXT = ("TD", "TH", "LBody")  # may hold text itself: a single paragraph inside says nothing


def reserved(document: pdfdoc.PDFDocument, count: int) -> range:
    """Return numbers for objects that reportlab does not write."""
    first = document.objectcounter + 1
    document.objectcounter += count
    return range(first, first + count)


class StructureWriter:
    """Writes one tree into one document."""

    def __init__(self, document: pdfdoc.PDFDocument, root: Element, pages: Sequence[str]) -> None:
        self._document = document
        self._root = root
        self._pages = pages  # as references
        self._root_number = 0
        self._paragraphs: dict[Element, Element] = {}  # by what holds their text itself

    def write(self, parents: Parents, next_key: int) -> Written:
        """Add the tree to the catalog and return its objects. ``next_key`` is the first unused
        StructParent key. Afterwards the elements no longer know who is above them.

        Elements are numbered, and lie in the file, by their kind: neighbours are nearly the same,
        and packed much smaller (a tenth of the tree).
        """
        everything = list(self._root.walk())
        elements = self._shown(everything)
        elements.sort(key=_kind)
        numbers = reserved(self._document, len(elements) + 2)
        for number, element in zip(numbers, elements, strict=False):
            element.number = number
        for element, paragraph in self._paragraphs.items():
            paragraph.number = element.number
        tree, self._root_number = numbers[-2:]
        self._document.Catalog.StructTreeRoot = f"{self._root_number} 0 R"
        self._document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        entries = f"/K {self._root.number} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {next_key}"
        written = [
            *[(each.number, self._element(each)) for each in elements],
            (tree, _parent_tree(parents)),
            (self._root_number, f"<</Type/StructTreeRoot{entries}>>".encode()),
        ]
        for each in everything:  # so that nothing of it waits for the garbage collector
            each.parent = None
        return written

    def _shown(self, everything: Iterable[Element]) -> list[Element]:
        """Return the elements that are written, and note the paragraphs that stand for nothing."""
        shown = []
        inside: set[Element] = set()
        for each in everything:
            if each in inside or not (each.kids or each.role in _KEPT_EMPTY):
                continue
            shown.append(each)
            if each.role in _HOLDS_TEXT and (paragraph := _paragraph_of(each)) is not None:
                self._paragraphs[each] = paragraph
                inside.add(paragraph)
        return shown

    def _reference(self, name: str) -> str:
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _element(self, element: Element) -> bytes:
        content = self._paragraphs.get(element, element).kids
        page: int | None = None
        kids = []
        for kid in content:
            if isinstance(kid, Element):
                if kid.number:
                    kids.append(f"{kid.number} 0 R")
                continue
            if page is None:
                page = kid.page
            kids.append(self._own(kid, page))
        parent = element.parent.number if element.parent else self._root_number
        text = f"<</S/{element.role}/P {parent} 0 R"
        if page is not None:
            text += f"/Pg {self._pages[page]}"
        if kids:
            text += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        if element.attributes:
            text += f"/A{element.attributes}"
        for key, value in element.properties.items():
            text += f"/{key} {_text_string(value)}"
        return f"{text}>>".encode("latin-1")

    def _own(self, kid: Content | AnnotationRef, page: int) -> str:
        elsewhere = "" if kid.page == page else f"/Pg {self._pages[kid.page]}"
        if isinstance(kid, AnnotationRef):
            return f"<</Type/OBJR/Obj {self._reference(kid.name)}{elsewhere}>>"
        return f"<</Type/MCR{elsewhere}/MCID {kid.number}>>" if elsewhere else str(kid.number)


def _paragraph_of(element: Element) -> Element | None:
    """Return the paragraph that is all there is in an element that may hold text itself."""
    if len(element.kids) != 1:
        return None
    (only,) = element.kids
    if not isinstance(only, Element) or only.role != "P" or not only.kids:
        return None
    return None if only.attributes or only.properties else only


def _kind(element: Element) -> tuple[bool, str]:
    """Sort those that hold elements before those that hold text, and by role."""
    return not isinstance(element.kids[0] if element.kids else None, Element), element.role


def _parent_tree(parents: Parents) -> bytes:
    entries = [
        f"{key} {owner.number} 0 R"
        if isinstance(owner, Element)
        else f"{key}[{' '.join([f'{each.number} 0 R' for each in owner])}]"
        for key, owner in sorted(parents.items())
    ]
    return ("<</Nums[" + "\n".join(entries) + "]>>").encode()


def _text_string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
