"""A kallelse or minutes with all attachments: as pages after it, or as files kept inside."""

from __future__ import annotations

from kcdesk.documents.enclosure import enclosures
from kcdesk.documents.job import Document, default_document
from kcdesk.documents.kind import Kind, kind_of
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.meeting_state import MeetingState

_MADE_OF = (Document.PROTOCOL, Document.NOTES, Document.SUMMONS)


def base(story: Story) -> Document:
    """Return what the attachments go with: the kallelse until the minutes are written."""
    if story.job.base in _MADE_OF:
        return story.job.base
    if story.meeting.state is MeetingState.DRAFT:
        return Document.SUMMONS
    return default_document(story.job.body, story.job.records)


def title(story: Story) -> str:
    """Return the title of what the attachments go with."""
    return kind_of(base(story)).title(story)


def tell(story: Story, root: Element) -> Pieces:
    """Return the pieces of what the attachments go with."""
    return kind_of(base(story)).tell(story, root)


def running_text(story: Story) -> RunningText:
    """Return its heads and feet."""
    return kind_of(base(story)).running(story)


def finish(story: Story, pdf: bytes) -> bytes:
    """Return the PDF with the attachments that are at hand."""
    files = tuple(enclosures(story, of_summons=base(story) is Document.SUMMONS))
    if not files:
        return pdf
    from kcdesk.documents.appending import Words, appended, embedded

    add = embedded if story.job.embed else appended
    return add(pdf, files, Words(story.styles.accent, pdf_date(story)))


def pdf_date(story: Story) -> str:
    """Return the instant of the document as PDF writes it."""
    return story.job.instant.strftime("D:%Y%m%d%H%M%S+00'00'")


KIND = Kind(title, tell, running_text, finish)
