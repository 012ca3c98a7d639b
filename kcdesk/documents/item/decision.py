"""Decisions, set apart by a thin rule at their left."""

from __future__ import annotations

from kcdesk.documents.layout.container import Bar, Container
from kcdesk.documents.rich_text import Pieces, rich_text
from kcdesk.documents.story import Story
from kcdesk.documents.style import ACCENT_BAR
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.block import Block
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.wording.decision import waiting_reasons, waiting_sentence
from kcdesk.wording.secrecy import withheld
from kcdesk.wording.subject import body_subject

_INSET = 12.0


def decisions(
    story: Story,
    item: Item,
    parent: Element,
    width: float,
    level: int,
    *,
    before_notes: bool,
) -> Pieces:
    """Return an item's decisions: those that stand before what was said, or the others."""
    return [
        _decision(story, each, parent, width - _INSET, level)
        for each in story.records.children(item.id, Decision)
        if each.before_notes is before_notes
    ]


def _decision(
    story: Story, decision: Decision, parent: Element, width: float, level: int
) -> Container:
    setter, styles, texts = story.typesetter, story.styles, story.texts
    element = parent.add("Div")
    title = decision.lead_in or story.heading(ItemPart.DECISIONS, texts.text("Decision"))
    pieces: Pieces = [
        setter.paragraph(element.add(f"H{min(level, 6)}"), title, styles.decision_label)
    ]
    if decision.secret and story.is_public:
        sentence = withheld(texts, decision.secrecy_ground)
        text = setter.plain(sentence, styles.text, italic=True)
        pieces.append(setter.paragraph(element.add("P"), text, styles.text))
    else:
        pieces += rich_text(
            setter,
            element,
            story.records.children(decision.id, Block),
            width=width,
            heading_level=level + 1,
        )
        pieces += _waiting(story, element, decision)
        if decision.as_proposed:
            sentence = texts.text("As proposed.")
            pieces.append(setter.paragraph(element.add("P"), sentence, styles.text))
        if decision.handed_on:
            sentence = texts.text("The decision is taken by each of those concerned.")
            pieces.append(setter.paragraph(element.add("P"), sentence, styles.text))
    return Container(
        pieces,
        left=_INSET,
        before=8.0,
        after=10.0,
        decoration=Bar(ACCENT_BAR, styles.accent),
        heading=1,
    )


def _waiting(story: Story, element: Element, decision: Decision) -> Pieces:
    """Return that the matter waits, where no words of its own say so, who asked for it, and why."""
    setter, texts, style = story.typesetter, story.texts, story.styles.text
    sentences = [*waiting_reasons(texts, decision)]
    if not story.records.children(decision.id, Block):
        subject = body_subject(texts, story.body)
        sentences.insert(0, waiting_sentence(texts, decision.outcome, subject))
    return [setter.paragraph(element.add("P"), each, style) for each in sentences if each]
