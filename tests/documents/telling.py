"""What a document should say, taken from its pieces before they are set on pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kcdesk.documents.front.signature import SignatureLine
from kcdesk.documents.job import PrintJob
from kcdesk.documents.layout.composer import Area
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.page_number import ContentsLine, LinkedNumber
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Row
from kcdesk.documents.press import press, tell
from kcdesk.documents.story import Story
from kcdesk.documents.style import BOTTOM, MARGIN, PAGE_WIDTH
from kcdesk.documents.tagging.element import Element

NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the number of a page, which is not known before the pages are there."""


def told_and_printed(job: PrintJob, height: float) -> tuple[str, bytes]:
    """Return the whole text of a job in order, and its PDF on pages with room for ``height``."""
    story = Story(job)
    root = Element("Document")
    pieces = tell(story, root)
    texts: dict[Element, str] = {}
    for paragraph in _paragraphs(pieces):
        if isinstance(paragraph, LinkedNumber | ContentsLine):
            texts[paragraph.link] = texts.get(paragraph.link, "") + NUMBER
            continue
        if paragraph.label is not None:
            label = paragraph.label
            texts[label.element] = texts.get(label.element, "") + label.text
        own = "".join(stretch.text for stretch in paragraph._stretches)
        texts[paragraph.element] = texts.get(paragraph.element, "") + own
    told = "".join(texts.get(element, "") for element in root.walk())
    area = Area(MARGIN, BOTTOM, PAGE_WIDTH - MARGIN, BOTTOM + height)
    return told, press(story, root, pieces, area).pdf


def as_heard(text: str) -> str:
    """Return a text as the file can say it: no-break spaces and line ends are spaces there."""
    return text.replace("\u00a0", " ").replace("\n", " ").replace("\u00ad", "")


def _paragraphs(
    things: Iterable[Piece | Container],
) -> Iterator[Paragraph | LinkedNumber | ContentsLine]:
    for thing in things:
        match thing:
            case Paragraph() | LinkedNumber():
                yield thing
            case ContentsLine():
                yield thing.words
                yield thing
            case Container():
                yield from _paragraphs([thing.aside] if thing.aside else [])
                yield from _paragraphs(thing.pieces)
            case Stack():
                yield from _paragraphs(thing.pieces)
            case Row():
                yield from _paragraphs([cell.piece for cell in thing.cells])
            case SignatureLine():
                yield from _paragraphs([thing._below])
