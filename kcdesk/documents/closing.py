"""What comes after the items: attachments of the whole meeting."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.documents.item.head import attachment_text
from kcdesk.documents.layout.container import Container, without_stragglers
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.domain.attachment import Attachment


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
    mark = story.mark(title)
    heading = setter.paragraph(section.add("H2"), title, styles.heading, bookmark=mark)
    listed = section.add("L", LIST_NONE)
    lines: list[Piece] = [
        setter.paragraph(listed.add("LI").add("LBody").add("P"), name, styles.list_item)
        for name in names
    ]
    kept = without_stragglers(lines)
    return [Container([heading, *kept], heading=1, before=styles.heading.before)]
