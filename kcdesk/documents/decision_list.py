"""Beslutslista: what was decided, § by §, and nothing else."""

from __future__ import annotations

from kcdesk.documents.correction import corrections
from kcdesk.documents.item.decision import decisions
from kcdesk.documents.item.head import case_text, heading
from kcdesk.documents.item.item import first_words
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Bar, Container
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import ACCENT_BAR, COLUMN
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, normal
from kcdesk.domain.section import Contribution, Section

_INSET = 12.0


def title(story: Story) -> str:
    """Return "Beslutslista"."""
    return story.texts.text("List of decisions")


def decision_list(story: Story, root: Element) -> Pieces:
    """Return the pieces of a list of decisions."""
    front = root.add("Sect")
    pieces = opening(story, front, title(story))
    found = [
        _item(story.telling(item), root, item, 0)
        for item in story.records.children(story.records.root_id, Item)
        if decides(story.job.records, item)
    ]
    if not found:
        words = story.texts.text("No decisions were taken.")
        pieces.append(story.typesetter.paragraph(front.add("P"), words, story.styles.text))
    return [*pieces, *found]


def decides(records: Records, item: Item) -> bool:
    """Whether an item, or one under it, holds a decision or a passage that decides."""
    return any(
        isinstance(row, Decision)
        or (isinstance(row, Block) and any(Mark.DECISION in span.marks for span in row.spans))
        for row in records.subtree(item.id)
    )


def running_text(story: Story) -> RunningText:
    """Return the head of a list of decisions."""
    return plain_running(story, title(story), drafted=True)


def _item(story: Story, parent: Element, item: Item, depth: int) -> Container:
    """Return an item with its decisions and those of the items under it."""
    section = parent.add("Sect")
    pieces: Pieces = [heading(story, section, item, depth)]
    if case := case_text(story, item):
        pieces.append(story.typesetter.paragraph(section.add("P"), case, story.styles.meta))
    headings = len(pieces)
    if item.secret:
        pieces += first_words(story, section, item)
    for first in (True, False):
        level = min(depth + 3, 6)
        pieces += decisions(story, item, section, COLUMN, level, before_notes=first)
    pieces += _marked(story, section, item)
    pieces += corrections(story, section, item.id)  # what was wrong is not told without them
    pieces += [
        _item(story, section, each, depth + 1)
        for each in story.records.children(item.id, Item)
        if decides(story.job.records, each)
    ]
    style = story.styles.subheading if depth else story.styles.heading
    return Container(pieces, heading=headings, before=style.before, after=4.0, anchor=item.id)


def _marked(story: Story, parent: Element, item: Item) -> Pieces:
    """Return the passages that decide without a Beslut label."""
    owners = (
        *story.records.children(item.id, Section),
        *story.records.children(item.id, Contribution),
    )
    passages = [
        passage
        for owner in owners
        for block in story.records.children(owner.id, Block)
        if (passage := _passage(block))
    ]
    if not passages:
        return []
    setter, styles = story.typesetter, story.styles
    element = parent.add("Div")
    lines = [setter.paragraph(element.add("P"), each, styles.text) for each in passages]
    bar = Bar(ACCENT_BAR, styles.accent)
    return [Container(lines, left=_INSET, before=8.0, after=10.0, decoration=bar)]


def _passage(block: Block) -> tuple[Span, ...]:
    spans = normal(each for each in block.spans if Mark.DECISION in each.marks)
    if not spans:
        return ()
    first, *rest = spans
    return (Span(first.text.lstrip(), first.marks, first.link), *rest)


KIND = Kind(title, decision_list, running_text)
