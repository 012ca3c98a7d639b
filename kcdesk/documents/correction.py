"""Corrections of approved minutes: after what they correct, and listed on the first page.

The first version stays readable above them (JO 581-2013).
"""

from __future__ import annotations

from kcdesk.documents.layout.container import Box, Container
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import FINE
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items, top_item

_INSET = 10.0


def corrections(story: Story, parent: Element, owner_id: str) -> Pieces:
    """Return the corrections of an item, or (its id) of the meeting's first page."""
    setter, styles, texts = story.typesetter, story.styles, story.texts
    boxes: Pieces = []
    owner = story.records.find(Item, owner_id)
    withheld = story.is_public and owner is not None and owner.secret
    for each in story.records.children(owner_id, Correction):
        section = parent.add("Div")
        words = ", ".join(part for part in (_title(story, each), each.author) if part)
        lines: Pieces = [setter.paragraph(section.add("P"), words, styles.decision_label)]
        text = texts.text("What was corrected is secret.") if withheld else each.text
        if text:
            lines.append(setter.paragraph(section.add("P"), text, styles.text))
        frame = Box(FINE, styles.quiet)
        boxes.append(
            Container(
                lines,
                left=_INSET,
                right=_INSET,
                top=_INSET - 3,
                bottom=_INSET - 6,
                before=10.0,
                after=8.0,
                decoration=frame,
                together=True,
            )
        )
    return boxes


def listed_corrections(story: Story) -> list[str]:
    """Return a line for each correction: where, when and by whom."""
    records = story.records
    owners = [records.root_id, *(item.id for item in ordered_items(records))]
    lines = []
    for owner_id in owners:
        item = records.find(Item, owner_id)
        top = top_item(records, item).id if item is not None else ""
        where = story.places.item(top) if top else story.texts.text("First page")
        for each in records.children(owner_id, Correction):
            day = story.texts.day(each.made_on) if each.made_on else ""
            lines.append(", ".join(part for part in (where, day, each.author) if part))
    return lines


def _title(story: Story, correction: Correction) -> str:
    if correction.made_on is None:
        return story.texts.text("Correction")
    return story.texts.text("Correction {day}", day=story.texts.day(correction.made_on))
