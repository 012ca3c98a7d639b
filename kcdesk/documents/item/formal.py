"""The sentences that the program writes from the data: who comes and goes, breaks, propositions.

The secretary's own words replace any of them.
"""

from __future__ import annotations

from kcdesk.documents.rich_text import Pieces, lead_in
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.movement import adjournments, arrivals, departures
from kcdesk.domain.proposition import propositions
from kcdesk.domain.section import Section, SectionKind
from kcdesk.wording.movement import adjournment_sentence, arrival_sentence, departure_sentence
from kcdesk.wording.proposition import proposition_order
from kcdesk.wording.sentence import ended
from kcdesk.wording.subject import body_subject


def coming(story: Story, parent: Element, item: Item) -> Pieces:
    """Return who arrives at an item."""
    return _paragraphs(
        story,
        parent,
        [
            ended(each.presence.arrival)
            or arrival_sentence(story.texts, each.participant, each.presence)
            for each in arrivals(story.records, item)
        ],
    )


def going(story: Story, parent: Element, item: Item) -> Pieces:
    """Return who leaves during an item, and the breaks at it."""
    left = [
        ended(each.presence.departure)
        or departure_sentence(story.texts, each.participant, each.presence)
        for each in departures(story.records, item)
    ]
    breaks = [
        ended(each.sentence) or adjournment_sentence(story.texts, each)
        for each in adjournments(story.records, item)
    ]
    return _paragraphs(story, parent, [*left, *breaks])


def order_of_propositions(story: Story, parent: Element, item: Item) -> Pieces:
    """Return the order of propositions as the yrkanden tell it; nothing where it is written."""
    if not story.profile.is_formal or _is_written(story, item):
        return []
    texts, setter, style = story.texts, story.typesetter, story.styles.text
    found = propositions(story.records, item)
    sentence = proposition_order(texts, story.records, found, body_subject(texts, story.body))
    if not sentence:
        return []
    heading = story.section_heading(SectionKind.PROPOSITION_ORDER)
    stretches = [*lead_in(setter, heading, style), *setter.plain(sentence, style)]
    return [setter.paragraph(parent.add("P"), stretches, style)]


def _is_written(story: Story, item: Item) -> bool:
    return any(
        section.kind is SectionKind.PROPOSITION_ORDER
        and (section.secret or story.records.children(section.id, Block))
        for section in story.records.children(item.id, Section)
    )


def _paragraphs(story: Story, parent: Element, sentences: list[str]) -> Pieces:
    style = story.styles.text
    return [
        story.typesetter.paragraph(parent.add("P"), sentence, style)
        for sentence in sentences
        if sentence
    ]
