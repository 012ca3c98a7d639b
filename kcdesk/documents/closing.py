"""What comes after the items: attachments of the whole meeting, coming meetings."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.documents.item.head import attachment_text
from kcdesk.documents.layout.container import Container
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import ASIDE, COLUMN
from kcdesk.documents.table import TableText, table
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import Layout
from kcdesk.domain.meeting import NextMeeting
from kcdesk.wording import moment
from kcdesk.wording.name import meeting_kind


def next_meetings(story: Story, parent: Element, width: float = COLUMN) -> Pieces:
    """Return the coming meetings as a table under a heading, or nothing."""
    found = story.records.children(story.records.root_id, NextMeeting)
    texts = story.texts
    head = [[texts.text("Day")], [texts.text("Time")], [texts.text("Place")], [texts.text("What")]]
    rows = [
        [
            [moment.day(texts, each.day)],
            [moment.time_span(texts, each.start, each.end)],
            [each.place],
            [_what(story, each)],
        ]
        for each in found
    ]
    rows = [row for row in rows if any(cell[0] for cell in row)]
    if not rows:
        return []
    section = parent.add("Sect")
    title = texts.plural("Next meeting", "Next meetings", len(rows))
    beside = story.layout is Layout.TWO_COLUMN
    style = story.styles.subheading if beside else story.styles.heading
    heading = story.typesetter.paragraph(section.add("H2"), title, style)
    kept = [at for at in range(4) if any(any(row[at]) for row in rows)]
    text = TableText([head[at] for at in kept], [[row[at] for at in kept] for row in rows])
    width -= ASIDE if beside else 0.0
    listed = table(story.typesetter, section, text, width)
    before = story.styles.heading.before
    if beside:
        return [Container([listed], left=ASIDE, aside=heading, before=before)]
    return [Container([heading, listed], heading=1, before=before)]


def _what(story: Story, meeting: NextMeeting) -> str:
    kind = meeting_kind(story.texts, meeting.kind)
    return ", ".join(part for part in (meeting.title, kind, meeting.note) if part)


def meeting_attachments(story: Story, parent: Element) -> Pieces:
    """Return the attachments of the whole meeting as a list, or nothing."""
    found = story.records.children(story.records.root_id, Attachment)
    return listed_attachments(story, parent, story.texts.text("Attachments"), found)


def listed_attachments(
    story: Story, parent: Element, title: str, attachments: Iterable[Attachment]
) -> Pieces:
    """Return attachments as a list under a heading, or nothing where none has a name."""
    names = [name for each in attachments if (name := attachment_text(story, each))]
    if not names:
        return []
    setter, styles = story.typesetter, story.styles
    section = parent.add("Sect")
    heading = setter.paragraph(section.add("H2"), title, styles.heading)
    listed = section.add("L", LIST_NONE)
    lines = [
        setter.paragraph(listed.add("LI").add("LBody").add("P"), name, styles.list_item)
        for name in names
    ]
    return [Container([heading, *lines], heading=1, before=styles.heading.before)]
