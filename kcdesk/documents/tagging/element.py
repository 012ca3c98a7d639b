"""The logical tree of a document: what its parts are, whichever page they end up on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Content(NamedTuple):
    """A stretch of marked content: on which page (from 0) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationRef:
    """An annotation that belongs to an element: its page (from 0) and the object's name."""

    page: int
    name: str


TABLE_HEAD_COLUMN = "<</O/Table/Scope/Column>>"
TABLE_HEAD_ROW = "<</O/Table/Scope/Row>>"
LIST_DISC = "<</O/List/ListNumbering/Disc>>"
LIST_DECIMAL = "<</O/List/ListNumbering/Decimal>>"
LIST_NONE = "<</O/List/ListNumbering/None>>"


class Element:
    """A structure element (ISO 32000-1, 14.7.2) with its kids in reading order.

    ``role`` is a standard type (P, H1, L, LI …), ``attributes`` a ready-made attribute dictionary
    and ``properties`` its text entries (Alt, Lang, ActualText). ``number`` is the PDF object's,
    given when the tree is written.
    """

    __slots__ = ("attributes", "kids", "number", "parent", "properties", "role")

    def __init__(
        self, role: str, parent: Element | None = None, attributes: str = "", **properties: str
    ) -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.properties = properties
        self.kids: list[Element | Content | AnnotationRef] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def add(self, role: str, attributes: str = "", **properties: str) -> Element:
        """Return a new last kid."""
        return Element(role, self, attributes, **properties)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
