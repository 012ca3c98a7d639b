"""How a document begins: its title, and the line that says of which meeting it is."""

from __future__ import annotations

from kcdesk.documents.layout.paragraph import Bookmark
from kcdesk.documents.layout.piece import Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.logo import LOGO_GAP, logo
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText, document_name
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.tagging.element import Element
from kcdesk.wording import moment
from kcdesk.wording.head import meeting_line


def subtitle(story: Story) -> str:
    """Return "Styrelsens sammanträde torsdagen den 12 november 2026, offentligt exemplar"."""
    line = meeting_line(story.texts, story.body, story.meeting, formal=story.profile.is_formal)
    copy = story.texts.text("public copy") if story.is_public else ""
    return ", ".join(part for part in (line, copy) if part)


def opening(
    story: Story, front: Element, title: str, line: str | None = None, mark: Bookmark | None = None
) -> Pieces:
    """Return the title and the line below it; None: the meeting's own. ``mark`` leads to it where
    it is one of several.
    """
    setter, styles = story.typesetter, story.styles
    words = subtitle(story) if line is None else line
    picture = logo(story, front)
    head = setter.paragraph(front.add("H1"), title, styles.title, bookmark=mark)
    below = setter.paragraph(front.add("P"), words, styles.subtitle)
    if picture is None:
        return [head, below]
    room = COLUMN - picture.wide - LOGO_GAP
    row = Row([Cell(Stack([head, below]), 0.0, room), Cell(picture, room + LOGO_GAP, picture.wide)])
    row.after = styles.subtitle.after
    return [row]


def plain_running(story: Story, title: str, *, drafted: bool = False) -> RunningText:
    """Return the head of a document that has nothing of its own in its foot.

    ``drafted``: it follows the minutes, and is a draft as long as they are.
    """
    day = moment.day(story.texts, story.meeting.day)
    name = document_name(story, title, day) if drafted else " ".join(filter(None, (title, day)))
    return RunningText(
        story.body.organisation or story.body.name,
        story.body.name if story.body.organisation else "",
        name,
    )
