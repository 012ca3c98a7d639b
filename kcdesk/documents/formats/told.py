"""A document before it is set on pages: its logical tree with the words of each part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kcdesk.documents.fonts import ITALIC, STRONG, STRONG_ITALIC
from kcdesk.documents.front.signature import SignatureLine
from kcdesk.documents.job import PrintJob
from kcdesk.documents.kind import kind_of
from kcdesk.documents.layout.container import Box, Container
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.logo import LogoPiece
from kcdesk.documents.story import Story
from kcdesk.documents.style import Styles
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.text import SOFT_HYPHEN

_STRONG = (STRONG, STRONG_ITALIC, "FallbackStrong")
_ITALIC = (ITALIC, STRONG_ITALIC)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one form; ``strong`` and ``italic`` where they stand out from their paragraph,
    ``quiet`` where they are smaller and paler. ``language`` is given where it is another one than
    the document's.
    """

    text: str
    strong: bool = False
    italic: bool = False
    link: str = ""
    quiet: bool = False
    language: str = ""


@dataclass(slots=True)
class Node:
    """An element with its own words and what is below it, in reading order.

    ``label`` stands before the words of a heading ("§ 55 "). ``quiet`` marks small print. ``logo``
    is the body's, the only picture there is, and ``alt`` says what it shows. Above what
    ``is_signed_on`` there is room and a line to sign on; what ``is_boxed`` stands in a frame, and a
    cell that ``is_amount`` is read from the right. ``language`` is given where it is another one.
    """

    role: str
    attributes: str = ""
    label: str = ""
    runs: list[Run] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)
    quiet: bool = False
    logo: LogoPiece | None = None
    alt: str = ""
    is_signed_on: bool = False
    is_boxed: bool = False
    is_amount: bool = False
    language: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return self.label + "".join([run.text for run in self.runs])

    @property
    def is_terms(self) -> bool:
        """Whether it is a list of terms and what they mean, not one of entries."""
        entries = self.of("LI")
        return bool(entries) and all(entry.of("Lbl") for entry in entries)

    @property
    def is_signed(self) -> bool:
        """Whether it is an entry of the list of those who sign."""
        return any(kid.is_signed_on for body in self.of("LBody") for kid in body.kids)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def of(self, *roles: str) -> list[Node]:
        """Return the kids of some roles."""
        return [kid for kid in self.kids if kid.role in roles]


@dataclass(frozen=True, slots=True)
class Told:
    """A whole document: its story, its tree, and its title."""

    story: Story
    root: Node
    title: str


def told(job: PrintJob) -> Told:
    """Return a document's tree and words. Raises nothing of its own: any meeting can be told."""
    story = Story(job)
    root = Element("Document")
    kind = kind_of(job.document)
    owned = _Owned(story.styles)
    owned.take(kind.tell(story, root))
    return Told(kind.own(story), _node(root, owned), kind.title(story))


class _Owned:
    """What belongs to each element, and which of them have a line above or a frame around."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.words: dict[Element, Paragraph] = {}
        self.labels: dict[Element, str] = {}
        self.logos: dict[Element, LogoPiece] = {}
        self.lined: set[Element | None] = set()
        self.boxed: set[Element | None] = set()

    def take(self, things: Iterable[Piece | Container]) -> None:
        """Take in pieces with all that is in them."""
        for thing in things:
            if isinstance(thing, Paragraph):
                self.words[thing.element] = thing
                if thing.label is not None:
                    self.labels[thing.label.element] = thing.label.text
            elif isinstance(thing, LogoPiece):
                self.logos[thing.element] = thing
            elif isinstance(thing, Container):
                self.take([thing.aside] if thing.aside else [])
                self.take(thing.pieces)
                if isinstance(thing.decoration, Box):
                    self.boxed |= {each.parent for each in _first(thing.pieces)}
            else:
                self.take(thing.parts())
                if isinstance(thing, SignatureLine):
                    self.lined |= set(_first(thing.parts()))


def _first(things: Iterable[Piece | Container]) -> list[Element]:
    """Return the element of the first paragraph; nothing where there is none."""
    for thing in things:
        if isinstance(thing, Paragraph):
            return [thing.element]
        found = _first(thing.pieces if isinstance(thing, Container) else thing.parts())
        if found:
            return found
    return []


def _node(element: Element, owned: _Owned) -> Node:
    paragraph = owned.words.get(element)
    node = Node(element.role, element.attributes, owned.labels.get(element, ""))
    node.logo, node.alt = owned.logos.get(element), element.properties.get("Alt", "")
    node.language = element.properties.get("Lang", "")
    node.is_signed_on, node.is_boxed = element in owned.lined, element in owned.boxed
    if paragraph is not None:
        base = paragraph.style
        node.is_amount = paragraph.align_right
        strong = base.strong and _is_head(element)
        stretches = [each for each in paragraph.stretches if each.text]
        quiet = [_is_quiet(each, owned.styles) for each in stretches]
        node.quiet = bool(quiet) and all(quiet)
        node.runs = [
            _run(each, strong=strong, quiet=is_quiet and not node.quiet, language=node.language)
            for each, is_quiet in zip(stretches, quiet, strict=True)
        ]
    for kid in element.kids:
        if isinstance(kid, Element):
            below = _node(kid, owned)
            if below.kids or below.text or below.logo or below.role in ("TD", "TH"):
                node.kids.append(below)
                node.is_amount = node.is_amount or below.is_amount
    if node.role == "L" and node.attributes == LIST_NONE and not node.is_terms:
        for entry in node.kids:
            if not entry.is_signed:
                _join_line(entry)
    return node


def _join_line(entry: Node) -> None:
    """Put a name and what stands beside it on the page, her organisation, on one line."""
    for body in entry.of("LBody"):
        if len(body.kids) > 1 and all(kid.role == "P" for kid in body.kids):
            first, *rest = body.kids
            for each in rest:
                first.runs += [Run(BESIDE), *each.runs]
            body.kids = [first]


BESIDE = " · "
"""What parts words that stand side by side on a page."""


def _is_head(element: Element) -> bool:
    """Whether an element is strong by what it is, so that its words need not say so."""
    return element.role.startswith("H") or (
        element.parent is not None and element.parent.role == "TH"
    )


def _is_quiet(stretch: Stretch, styles: Styles) -> bool:
    """Whether it is small print: smaller and paler than the text."""
    ink = stretch.ink
    is_pale = ink.colour == styles.quiet and ink.font not in _STRONG
    return is_pale and ink.size < styles.text.size


def _run(stretch: Stretch, *, strong: bool, quiet: bool, language: str) -> Run:
    font = stretch.ink.font
    text = stretch.text.replace(SOFT_HYPHEN, "")
    if quiet and text.startswith("  "):  # a gap on the page; a space elsewhere
        text = f" {text.lstrip(' ')}"
    return Run(
        text,
        font in _STRONG and not strong,
        font in _ITALIC,
        stretch.link.address if stretch.link else "",
        quiet,
        language,
    )
