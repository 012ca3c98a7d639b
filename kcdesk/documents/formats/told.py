"""A document before it is set on pages: its logical tree with the words of each part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kcdesk.documents.fonts import ITALIC, STRONG, STRONG_ITALIC
from kcdesk.documents.job import PrintJob
from kcdesk.documents.kind import kind_of
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.text import SOFT_HYPHEN

_STRONG = (STRONG, STRONG_ITALIC, "FallbackStrong")
_ITALIC = (ITALIC, STRONG_ITALIC)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one form; ``strong`` and ``italic`` where they stand out from their paragraph."""

    text: str
    strong: bool = False
    italic: bool = False
    link: str = ""


@dataclass(slots=True)
class Node:
    """An element with its own words and what is below it, in reading order.

    ``label`` stands before the words of a heading ("§ 55 "). ``quiet`` marks small print.
    """

    role: str
    attributes: str = ""
    label: str = ""
    runs: list[Run] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)
    quiet: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return self.label + "".join([run.text for run in self.runs])

    @property
    def is_terms(self) -> bool:
        """Whether it is a list of terms and what they mean, not one of entries."""
        entries = self.of("LI")
        return bool(entries) and all(entry.of("Lbl") for entry in entries)

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
    words: dict[Element, Paragraph] = {}
    labels: dict[Element, str] = {}
    for paragraph in _paragraphs(kind.tell(story, root)):
        words[paragraph.element] = paragraph
        if paragraph.label is not None:
            labels[paragraph.label.element] = paragraph.label.text
    return Told(story, _node(root, words, labels), kind.title(story))


def _paragraphs(things: Iterable[Piece | Container]) -> Iterator[Paragraph]:
    for thing in things:
        if isinstance(thing, Paragraph):
            yield thing
        elif isinstance(thing, Container):
            yield from _paragraphs([thing.aside] if thing.aside else [])
            yield from _paragraphs(thing.pieces)
        else:
            yield from _paragraphs(thing.parts())


def _node(element: Element, words: dict[Element, Paragraph], labels: dict[Element, str]) -> Node:
    paragraph = words.get(element)
    label = labels.get(element, "")
    node = Node(element.role, element.attributes, label)
    if paragraph is not None:
        base = paragraph.style
        node.quiet = base.size < _SMALLEST_OF_TEXT and not base.strong
        strong = base.strong and _is_head(element)
        node.runs = [_run(each, strong=strong) for each in paragraph.stretches if each.text]
    for kid in element.kids:
        if isinstance(kid, Element):
            below = _node(kid, words, labels)
            if below.kids or below.text or below.role in ("TD", "TH"):
                node.kids.append(below)
    if node.role == "L" and node.attributes == LIST_NONE and not node.is_terms:
        for entry in node.kids:
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


_SMALLEST_OF_TEXT = 9.5  # points


def _run(stretch: Stretch, *, strong: bool) -> Run:
    font = stretch.ink.font
    return Run(
        stretch.text.replace(SOFT_HYPHEN, ""),
        font in _STRONG and not strong,
        font in _ITALIC,
        stretch.link.address if stretch.link else "",
    )
