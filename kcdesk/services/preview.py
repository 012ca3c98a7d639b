"""The port to the pages as they will be printed: made elsewhere, shown while somebody writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kcdesk.domain.message import Message
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice


@dataclass(frozen=True, slots=True)
class Company:
    """What a document holds beside its meeting: others of the body, and files by their SHA-256."""

    further: tuple[MeetingBundle, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


ALONE = Company()


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """The meeting at one instant; ``revision`` comes back with everything made from it."""

    revision: int
    bundle: MeetingBundle
    choice: DocumentChoice
    company: Company = ALONE


@dataclass(frozen=True, slots=True)
class PageAnchor:
    """Where an item stands: page from 0, points from the page's left and top edges."""

    item_id: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page, in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A finished document: the PDF, its pages' sizes and where its items stand."""

    revision: int
    pdf: bytes
    sizes: tuple[PageSize, ...]
    anchors: tuple[PageAnchor, ...]


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: rows of ``stride`` bytes, four bytes a pixel (blue, green, red, unused).

    ``scale`` is pixels per point.
    """

    revision: int
    page: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes


PageImages = Callable[[bytes, float], Iterator[PageImage]]
"""Draws the pages of a PDF one after another, at so many pixels per point."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle on a page: page from 0, points from the page's left and top edges."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class FoundText:
    """Where a text stands in a document: for each hit its patches, one a line."""

    revision: int
    text: str
    hits: tuple[tuple[Patch, ...], ...]


@dataclass(frozen=True, slots=True)
class PreviewTrouble:
    """Why there is no document of a revision, in sentences for people."""

    revision: int
    sentences: tuple[Message, ...]


class PreviewListener(Protocol):
    """Told what is ready, on a thread of the preview's own."""

    def printed(self, pages: PrintedPages) -> None:
        """A document is finished; its pages can be drawn."""

    def drawn(self, image: PageImage) -> None:
        """A page is drawn."""

    def found(self, found: FoundText) -> None:
        """A text was looked for."""

    def failed(self, trouble: PreviewTrouble) -> None:
        """No document could be made."""


class Preview(Protocol):
    """Makes documents outside the window's process. Nothing here waits."""

    def print(self, request: PreviewRequest) -> None:
        """Make a document. Where several are asked for, only the newest is made."""

    def draw(self, revision: int, pages: tuple[int, ...], scale: float) -> None:
        """Draw pages of a finished document, in this order, in place of what was to be drawn."""

    def find(self, revision: int, text: str) -> None:
        """Look for a text in a finished document, in place of what was looked for."""

    def listen(self, listener: PreviewListener) -> Callable[[], None]:
        """Add a listener; returns the way to take it away again."""

    def close(self) -> None:
        """End the process and wait until it is gone."""
