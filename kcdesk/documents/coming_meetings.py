"""The coming meetings: as a table in the item that is called so, else at the end."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.documents.layout.container import Container
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import ASIDE, COLUMN
from kcdesk.documents.table import TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.body import Layout
from kcdesk.domain.coming_meetings import coming_meetings_at, coming_meetings_item
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import NextMeeting
from kcdesk.wording import moment
from kcdesk.wording.coming_meeting import what


def meetings_in(story: Story, item: Item, parent: Element, width: float) -> Pieces:
    """Return the coming meetings as a table, where they stand in this item; or nothing."""
    text = _told(story, coming_meetings_at(story.records, item.id))
    return [table(story.typesetter, parent, text, width)] if text.rows else []


def meetings_at_end(story: Story, parent: Element) -> Pieces:
    """Return the coming meetings as a table under a heading; nothing where an item tells of them.

    An item that was sealed ahead of the rest (omedelbar justering) tells of those known then: what
    has changed since stands at the end.
    """
    found = story.records.children(story.records.root_id, NextMeeting)
    item = coming_meetings_item(story.records)
    if item is not None:
        apart = story.telling(item)
        if _told(apart, coming_meetings_at(apart.records, item.id)) == _told(story, found):
            return []
    text = _told(story, found)
    if not text.rows:
        return []
    section = parent.add("Sect")
    count = len(text.rows)
    title = story.texts.plural("Next meeting", "Next meetings", count)
    beside = story.layout is Layout.TWO_COLUMN
    style = story.styles.subheading if beside else story.styles.heading
    heading = story.typesetter.paragraph(section.add("H2"), title, style)
    listed = table(story.typesetter, section, text, COLUMN - (ASIDE if beside else 0.0))
    before = story.styles.heading.before
    if beside:
        return [Container([listed], left=ASIDE, aside=heading, before=before)]
    return [Container([heading, listed], heading=1, before=before)]


def _told(story: Story, found: Iterable[NextMeeting]) -> TableText:
    """Return what the table says; a column that nothing stands in is left out."""
    texts = story.texts
    head = [[texts.text("Day")], [texts.text("Time")], [texts.text("Place")], [texts.text("What")]]
    rows = [
        [
            [moment.day(texts, each.day)],
            [moment.time_span(texts, each.start, each.end)],
            [each.place],
            [what(texts, each)],
        ]
        for each in found
    ]
    rows = [row for row in rows if any(cell[0] for cell in row)]
    kept = [at for at in range(4) if any(any(row[at]) for row in rows)]
    return TableText([head[at] for at in kept], [[row[at] for at in kept] for row in rows])
