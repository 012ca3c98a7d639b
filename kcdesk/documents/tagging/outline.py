"""The reader's bookmarks (ISO 32000-1, 12.3.3), written at once when all pages are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from kcdesk.documents.tagging.structure import Written, reserved


@dataclass(slots=True)
class _Entry:
    """A bookmark: where it leads, what stands under it, and its object's number."""

    title: str
    level: int
    page: int
    y: int
    kids: list[_Entry] = field(default_factory=list)
    number: int = 0
    below: int = 0  # how many stand under it, at all levels


class Outline:
    """The bookmarks of one document, in their order."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._level = -1

    def add(self, title: str, level: int, page: int, y: int) -> None:
        """Add a bookmark to a place; a level is at most one deeper than the one before.

        In a list nothing needs to be tied: without spaces that do not break, most titles take a
        byte a letter.
        """
        self._level = min(level, self._level + 1)
        plain = title.replace("\N{NO-BREAK SPACE}", " ")
        self._entries.append(_Entry(plain, self._level, page, y))

    def write(self, document: pdfdoc.PDFDocument, pages: Sequence[str]) -> Written:
        """Add the bookmarks to the catalog and return their objects; ``pages`` are references."""
        document.Catalog.Outlines = None  # instead of reportlab's
        if not self._entries:
            return []
        top = _Entry("", -1, 0, 0)
        path = [top]
        for entry in self._entries:
            del path[entry.level + 1 :]
            path[-1].kids.append(entry)
            path.append(entry)
        numbers = reserved(document, 1 + len(self._entries))
        for number, entry in zip(numbers, (top, *self._entries), strict=True):
            entry.number = number
        for entry in reversed((top, *self._entries)):
            entry.below = sum(1 + kid.below for kid in entry.kids)
        document.Catalog.Outlines = f"{top.number} 0 R"
        written = [(top.number, f"<</Type/Outlines{_family(top)}>>".encode())]
        for parent in (top, *self._entries):
            for at, kid in enumerate(parent.kids):
                before = f"/Prev {parent.kids[at - 1].number} 0 R" if at else ""
                after = (
                    f"/Next {parent.kids[at + 1].number} 0 R" if at + 1 < len(parent.kids) else ""
                )
                place = f"/Dest[{pages[kid.page]}/XYZ 0 {kid.y} 0]"
                entries = f"/Parent {parent.number} 0 R{before}{after}{place}{_family(kid)}"
                title = pdfdoc.PDFString(kid.title).format(document)
                written.append((kid.number, b"<<" + entries.encode() + b"/Title" + title + b">>"))
        return written


def _family(entry: _Entry) -> str:
    if not entry.kids:
        return ""
    first, last = entry.kids[0].number, entry.kids[-1].number
    return f"/First {first} 0 R/Last {last} 0 R/Count {entry.below}"
