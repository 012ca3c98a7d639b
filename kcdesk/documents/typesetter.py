"""Turning text and rich text into paragraphs with their elements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kcdesk.documents.fonts import width
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Bookmark, Label, Paragraph
from kcdesk.documents.style import Styles, TextStyle
from kcdesk.documents.tagging.canvas import Fragment
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.link import Link
from kcdesk.documents.tagging.page_code import Ink
from kcdesk.documents.text import by_face, clean, printed, safe_address, with_addresses
from kcdesk.domain.richtext import Mark, Span, Spans

Content = str | Spans


@cache
def ink(font: str, size: float, colour: str) -> Ink:
    """Return an ink; the same object for the same look."""
    return Ink(font, size, colour)


class Typesetter:
    """Sets text in the styles of one document. ``typed_in`` is the language that people wrote in,
    where the document's own words are in another: whoever listens hears each in its own voice.
    """

    def __init__(self, styles: Styles, typed_in: str = "") -> None:
        self.styles = styles
        self._typed_in = typed_in

    def typed(self, element: Element) -> Element:
        """Return an element, marked as holding what people wrote."""
        if self._typed_in:
            element.properties["Lang"] = self._typed_in
        return element

    def plain(
        self,
        text: str,
        style: TextStyle,
        *,
        strong: bool = False,
        italic: bool = False,
        link: Link | None = None,
    ) -> list[Stretch]:
        """Return a text as it is printed, in the faces that have its letters."""
        colour = self.styles.accent if link is not None else style.colour
        face = style.face(strong=strong, italic=italic)
        return [
            Stretch(letters, ink(name, style.size, colour), link)
            for name, letters in printed(text, face)
        ]

    def rich(self, spans: Spans, style: TextStyle) -> list[Stretch]:
        """Return rich text as it is printed. Only bold, italic and links show; a web address
        that is written out leads there.
        """
        stretches: list[Stretch] = []
        for span in spans:
            strong, italic = Mark.BOLD in span.marks, Mark.ITALIC in span.marks
            for text, link in _linked(span):
                stretches += self.plain(text, style, strong=strong, italic=italic, link=link)
        return stretches

    def any(self, content: Content, style: TextStyle) -> list[Stretch]:
        """Return plain or rich text as it is printed."""
        return self.plain(content, style) if isinstance(content, str) else self.rich(content, style)

    def paragraph(
        self,
        element: Element,
        content: Content | Sequence[Stretch],
        style: TextStyle,
        *,
        indent: float = 0.0,
        hang: float = 0.0,
        label: Label | None = None,
        bookmark: Bookmark | None = None,
        align_right: bool = False,
    ) -> Paragraph:
        """Return a paragraph that fills an element."""
        if not isinstance(content, str) and not _is_set(content):
            self.typed(element)
        stretches = (
            content if _is_set(content) else self.any(content, style)  # type: ignore[arg-type]
        )
        return Paragraph(
            element,
            stretches,  # type: ignore[arg-type]
            style,
            indent=indent,
            hang=hang,
            label=label,
            bookmark=bookmark,
            align_right=align_right,
        )

    def label(
        self, element: Element, text: str, style: TextStyle, x: float, *, right: bool = False
    ) -> Label:
        """Return a label: a bullet, a number or a term, in the faces that have its letters."""
        fragments = tuple(
            Fragment(letters, ink(name, style.size, style.colour), width(letters, name, style.size))
            for name, letters in by_face(clean(text).replace("\n", " "), style.face())
        )
        return Label(fragments, element, x, right)


def _is_set(content: Content | Sequence[Stretch]) -> bool:
    return not isinstance(content, str) and bool(content) and isinstance(content[0], Stretch)


def _linked(span: Span) -> Iterator[tuple[str, Link | None]]:
    if span.link:
        address = safe_address(span.link)
        yield span.text, Link(address, clean(span.text)) if address else None
        return
    for text, found in with_addresses(span.text):
        yield text, Link(found, clean(text)) if found else None
