"""A canvas on which every text belongs to an element and everything else is an artifact."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from kcdesk.documents.tagging.archive import add_output_intent, dump
from kcdesk.documents.tagging.element import AnnotationRef, Content, Element
from kcdesk.documents.tagging.flate import FlateStream
from kcdesk.documents.tagging.form import Rectangle, SignatureField, add_form, widget
from kcdesk.documents.tagging.link import Link
from kcdesk.documents.tagging.metadata import FixedInstant, Metadata, add_metadata
from kcdesk.documents.tagging.outline import Outline
from kcdesk.documents.tagging.page import code_stream, finish_pages, page_references
from kcdesk.documents.tagging.page_code import Ink, Letters, PageCode, number
from kcdesk.documents.tagging.reference import PageNumber, References
from kcdesk.documents.tagging.structure import StructureWriter


class Fragment(NamedTuple):
    """Letters in one ink, ``width`` points wide, perhaps part of a link."""

    text: str
    ink: Ink
    width: float
    link: Link | None = None


class TextLine(NamedTuple):
    """Fragments on one baseline that begins at ``x``, ``y`` (points from the lower left corner)."""

    x: float
    y: float
    fragments: Sequence[Fragment]


class UntaggedText(Exception):
    """A text was drawn that no element owns: a bug, as nobody who listens would hear it."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws text by element, and rules as artifacts; ``finish`` returns the file."""

    def __init__(self, root: Element, metadata: Metadata, font: str) -> None:
        self._code: list[str] = []
        super().__init__(
            "",
            pagesize=A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font,
            lang=metadata.language,
        )
        self._root = root
        self._metadata = metadata
        self._doc._timeStamp = FixedInstant(metadata.created)  # noqa: SLF001  # no other way in
        self._parents: dict[int, Element | Sequence[Element]] = {}
        self._next_key = 0
        self._owners: list[Element] = []  # of this page's marked content, by number
        self._widgets: list[pdfdoc.PDFObjectReference] = []
        self._page_index = 0
        self._artifacts = 0
        self._outline = Outline()
        self._references = References()
        self._owners_by_page: list[list[Element]] = []
        self._preamble = ""
        self._letters = Letters(self._doc)
        self._page_code = PageCode(self._code, self._letters)
        self._kept: dict[Hashable, FlateStream] = {}
        self._running: tuple[list[FlateStream], list[FlateStream]] = ([], [])
        self._running_by_page: list[tuple[list[FlateStream], list[FlateStream]]] = []
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def page_index(self) -> int:
        """The number of the page being drawn, from 0."""
        return self._page_index

    # ---- text ------------------------------------------------------------------------------

    def write(self, element: Element, lines: Iterable[TextLine]) -> None:
        """Write lines of text that belong to an element (or to none, inside ``artifact``)."""
        page = self._page_code
        for line in lines:
            x = line.x
            page.move(x, line.y)
            for fragment in line.fragments:
                link = fragment.link
                if not self._artifacts:
                    owner = element if link is None else link.element_in(element)
                    if not page.is_marked_for(owner):
                        page.mark(owner.role, self._mark(owner), owner)
                    if link is not None:
                        self._annotate(link, x, line.y, fragment)
                page.show(fragment.text, fragment.ink)
                x += fragment.width

    def drawText(self, text: object) -> None:  # noqa: N802  # overrides reportlab's
        """Refuse: text is written by element, with ``write``."""
        raise UntaggedText(repr(text))

    def _mark(self, element: Element) -> int:
        mcid = len(self._owners)
        self._owners.append(element)
        element.kids.append(Content(self._page_index, mcid))
        return mcid

    def _annotate(self, link: Link, x: float, y: float, fragment: Fragment) -> None:
        """Make one line of a link clickable (ISO 14289-1, 7.18)."""
        assert link.element is not None
        key = self._key()
        size = fragment.ink.size
        box = Rectangle(x, y - 0.25 * size, x + fragment.width, y + 0.9 * size)
        annotation = link.annotation(self._doc, box, key)
        self._own_annotation(link.element, annotation, key, f"Link{key}")

    def signature_field(self, element: Element, field: SignatureField, box: Rectangle) -> None:
        """Make a place on the page signable; ``element`` is its Form element."""
        key = self._key()
        annotation = widget(self._doc, field, box, key)
        self._own_annotation(element, annotation, key, f"Field{key}")
        self._widgets.append(self._annotationrefs[-1])

    def _own_annotation(
        self, element: Element, annotation: pdfdoc.PDFDictionary, key: int, name: str
    ) -> None:
        self._parents[key] = element
        self._addAnnotation(annotation, name)
        element.kids.append(AnnotationRef(self._page_index, f"Annot.{name}"))

    @contextmanager
    def figure(self, element: Element) -> Iterator[list[str]]:
        """Draw a picture that belongs to an element; yields the page's code to add to."""
        self._page_code.end_text()
        self._code.append(f"/{element.role}<</MCID {self._mark(element)}>>BDC")
        yield self._code
        self._code.append("EMC")
        self._page_code.forget()

    # ---- what is not text ------------------------------------------------------------------

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything drawn inside is decoration, or of a kind that ``ARTIFACTS`` names."""
        if self._artifacts == 0:
            self._page_code.end_text()
            self._code.append(f"/Artifact/{kind} BDC" if kind else "/Artifact BMC")
        self._artifacts += 1
        yield
        self._artifacts -= 1
        if self._artifacts == 0:
            self._page_code.end_text()
            self._code.append("EMC")

    def running(self, key: Hashable, head: Callable[[], None], foot: Callable[[], None]) -> None:
        """Draw the page's head before all else, and its foot after all else. The file holds what
        has the same key once, as a stream that pages share.
        """
        self._running = ([self._keep((key, "Head"), head)], [self._keep((key, "Foot"), foot)])

    def _keep(self, key: tuple[Hashable, str], draw: Callable[[], None]) -> FlateStream:
        """Return an artifact that is drawn the first time it is asked for."""
        if key not in self._kept:
            page, page_code = self._code, self._page_code
            self._begin_code()
            with self.artifact(key[1]):
                draw()
                self._page_code.end(is_artifact=True)
            self._kept[key] = code_stream(self._code)
            self._code, self._page_code = page, page_code
        return self._kept[key]

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float, colour: str) -> None:
        """Draw a line, upright or level; ``weight`` is how thick it is."""
        self._page_code.rule((x1, y1, x2, y2), weight, colour)

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        with self.artifact():
            corner = " ".join(number(round(each * 10)) for each in (x, y, width, height))
            self._code.append(f"{colour} rg {corner} re f")
            self._page_code.forget()

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add a bookmark to this place; a level is at most one deeper than the one before."""
        self._outline.add(title, level, self._page_index, round(y))

    # ---- from one place to another ---------------------------------------------------------

    def target(self, key: str, y: float) -> None:
        """Name this place, so that others can lead to it; the first of a name holds."""
        self._references.targets.setdefault(key, (self._page_index, y))

    def lead(self, element: Element, target: str, box: Rectangle, description: str) -> None:
        """Make a place lead to a target, known or still to come; ``element`` is its Link."""
        key = self._key()
        annotation = self._references.link(self._doc, target, box, description, key)
        self._own_annotation(element, annotation, key, f"Lead{key}")

    def write_number(self, number: PageNumber) -> None:
        """Write the number of a target's page, as soon as all pages are there."""
        self._references.numbers.setdefault(self._page_index, []).append(number)

    # ---- pages and the end -----------------------------------------------------------------

    def showPage(self) -> None:  # noqa: N802  # overrides reportlab's
        """End the page."""
        self._page_code.end()
        super().showPage()
        self._begin_code()
        page = self._doc.Pages.pages[-1]
        page.StructParents = self._key()
        self._parents[page.StructParents] = self._owners
        self._owners_by_page.append(self._owners)
        self._owners = []
        self._running_by_page.append(self._running)
        self._page_index += 1

    def finish(self, page_number: Callable[[TaggedCanvas, int, int], None]) -> bytes:
        """Return the file. ``page_number(canvas, page, pages)`` draws "Sida 1 (6)" on each page.

        It is drawn last, when the number of pages is known, and needs no second layout.
        """
        pages = self._doc.Pages.pages
        for index, page in enumerate(pages):
            self._begin_code()
            self._page_index, self._owners = index, self._owners_by_page[index]
            for each in self._references.numbers.get(index, ()):
                text, wide = self._references.text_of(each)
                line = TextLine(each.right - wide, each.y, (Fragment(text, each.ink, wide),))
                self.write(each.element, [line])
            with self.artifact("Foot"):
                page_number(self, index + 1, len(pages))
            head, foot = self._running_by_page[index]
            page.Contents = [*head, code_stream([page.stream.strip(), *self._code]), *foot]
        self._code = []
        self._letters.drop_unused()
        finish_pages(self._doc)
        places = page_references(self._doc)
        structure = StructureWriter(self._doc, self._root, places)
        written = structure.write(self._parents, self._next_key)
        written += self._outline.write(self._doc, places)
        add_form(self._doc, self._widgets)
        add_output_intent(self._doc)
        add_metadata(self._doc, self._metadata)
        return dump(self._doc, written)

    def _begin_code(self) -> None:
        self._code = []
        self._page_code = PageCode(self._code, self._letters)

    def _key(self) -> int:
        key = self._next_key
        self._next_key += 1
        return key
