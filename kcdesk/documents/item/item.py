"""A whole item, and the items under it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kcdesk.documents.coming_meetings import meetings_in
from kcdesk.documents.correction import corrections
from kcdesk.documents.item.formal import coming, going
from kcdesk.documents.item.head import heading, links, small_lines
from kcdesk.documents.item.part import PARTS, Place, sections
from kcdesk.documents.layout.container import Container, whole_height
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.rich_text import Pieces, lead_in
from kcdesk.documents.story import Story
from kcdesk.documents.style import ASIDE, COLUMN, baseline
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.body import ItemPart, Layout
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.section_order import sections_by_part
from kcdesk.wording.recusal import recusal_sentence
from kcdesk.wording.secrecy import withheld

_KEPT_WITH_ENDING = 160.0  # points of what comes before the line of recipients
_LONGEST_ASIDE = 300  # characters of a heading that may stand beside the text


def items(story: Story, parent: Element, only: Collection[str] | None = None) -> Pieces:
    """Return all items of the meeting, or those of the agenda whose ids are named; each that was
    sealed ahead of the rest as it was then, names and all.
    """
    found = story.records.children(story.records.root_id, Item)
    return [
        _item(story.telling(each), parent, each, 0, COLUMN)
        for each in found
        if only is None or each.id in only
    ]


def _item(story: Story, parent: Element, item: Item, depth: int, width: float) -> Container:
    section = parent.add("Sect")
    two_columns = story.layout is Layout.TWO_COLUMN
    if two_columns and depth == 0 and len(item.name) < _LONGEST_ASIDE:
        return _beside(story, section, item, width)
    head = heading(story, section, item, depth)
    small = small_lines(story, section, item)
    body = _body(story, section, item, depth, width)
    headings = (1 + len(small)) if body else len(small)
    style = story.styles.heading if depth == 0 else story.styles.subheading
    return Container(
        [head, *small, *body], heading=headings, before=style.before, after=6.0, anchor=item.id
    )


def _beside(story: Story, section: Element, item: Item, width: float) -> Container:
    """Return an item with its heading in a column to the left of its text."""
    head = heading(story, section, item, 0)
    small = small_lines(story, section, item)
    body = _body(story, section, item, 0, width - ASIDE)
    first = next((each for each in (*small, *body[:1]) if isinstance(each, Paragraph)), None)
    return Container(
        [*small, *body],
        left=ASIDE,
        before=story.styles.heading.before,
        after=6.0,
        aside=head,
        aside_lift=baseline(head.style) - baseline(first.style) if first else 0.0,
        aside_gap=16.0,
        anchor=item.id,
        heading=len(small) if body else max(len(small) - 1, 0),
    )


def _body(story: Story, section: Element, item: Item, depth: int, width: float) -> Pieces:
    place = Place(section, width, min(depth + 3, 6))
    pieces = [*coming(story, section, item), *first_words(story, section, item)]
    sections_of = sections_by_part(story.records, item.id)
    for part in story.part_order:
        texts = sections_of.get(part)
        if texts is not None:
            pieces += sections(story, texts.ahead, place)
        if part is ItemPart.SUB_ITEMS:
            pieces += [
                _item(story, section, each, depth + 1, width)
                for each in story.records.children(item.id, Item)
            ]
        elif part is ItemPart.RECIPIENTS:
            pieces = _ending(pieces, PARTS[part](story, item, place), width)
        elif part in PARTS:
            pieces += PARTS[part](story, item, place)
        if texts is not None:
            pieces += sections(story, texts.after, place)
        if part is ItemPart.NOTES:
            pieces += meetings_in(story, item, section, width)
    if item.immediate_approval:
        sentence = story.texts.text("The paragraph is approved immediately.")
        style = story.styles.text
        text = story.typesetter.plain(sentence, style, strong=True)
        pieces.append(story.typesetter.paragraph(section.add("P"), text, style))
    pieces = _ending(pieces, going(story, section, item), width)
    return [*pieces, *corrections(story, section, item.id)]


def _ending(pieces: Pieces, ending: Pieces, width: float) -> Pieces:
    """Return pieces with a small ending that is not left alone at the top of a page."""
    if not pieces or not ending:
        return [*pieces, *ending]
    *before, last = pieces
    if isinstance(last, Container) and last.anchor and len(last.pieces) > last.heading + 1:
        # Of an item under this one only the end is kept; all of it would leave half a page empty.
        before.append(replace(last, pieces=last.pieces[:-1]))
        last = last.pieces[-1]
    if whole_height(last, width) > _KEPT_WITH_ENDING:
        return [*pieces, *ending]
    return [*before, Container([last, *ending], together=True)]


def first_words(story: Story, section: Element, item: Item) -> Pieces:
    """Return what is said first of an item: secrecy, jäv, other handlings of the matter."""
    setter, texts, style = story.typesetter, story.texts, story.styles.text
    pieces: Pieces = []
    if item.secret:
        ground = item.secrecy_ground
        if story.is_public:
            stretches = setter.plain(withheld(texts, ground), style, italic=True)
        else:
            lead = lead_in(setter, texts.text("Secrecy"), style)
            stretches = [*lead, *setter.plain(ground, style)] if ground else lead
        pieces.append(setter.paragraph(section.add("P"), stretches, style))
    for recusal in story.records.children(item.id, Recusal):
        sentence = recusal_sentence(
            texts, story.records, recusal, story.profile.regime, story.register
        )
        if sentence:
            stretches = [
                *lead_in(setter, texts.text("Conflict of interest"), style),
                *setter.plain(sentence, style),
            ]
            pieces.append(setter.paragraph(section.add("P"), stretches, style))
    return [*pieces, *links(story, section, item)]
