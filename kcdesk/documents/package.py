"""A kallelse or minutes with all attachments: as pages after it, with a list that tells where each
begins, or as files kept inside.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from kcdesk.documents.contents import Entry, contents
from kcdesk.documents.enclosure import Enclosure, enclosures
from kcdesk.documents.job import Document, default_document
from kcdesk.documents.kind import Kind, kind_of
from kcdesk.documents.layout.container import Container
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.meeting_state import MeetingState

PLACE = "attachments"
"""The key of the list of pages. Its lines lead there until the pages are appended."""
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
    """Return the pieces of what the attachments go with, and the list of their pages."""
    pieces = kind_of(base(story)).tell(story, root)
    lengths = [] if story.job.embed else _lengths(story)
    if not lengths:
        return pieces
    return [*pieces, _list(story, root, lengths, _own_pages(story, lengths))]


def _files(story: Story) -> tuple[Enclosure, ...]:
    return tuple(enclosures(story, of_summons=base(story) is Document.SUMMONS))


def _lengths(story: Story) -> list[tuple[Enclosure, int]]:
    """Return the files whose pages follow, each with how many these are."""
    files = [each for each in _files(story) if each.is_pdf]
    if not files:
        return []
    from kcdesk.documents.appending import page_count

    counted = [(each, page_count(each)) for each in files]
    return [(each, count) for each, count in counted if count is not None]


def _list(
    story: Story, parent: Element, lengths: Sequence[tuple[Enclosure, int]], own_pages: int
) -> Container:
    """Return the list of the attachments with the pages that they begin on."""
    entries = []
    page = own_pages + 1
    for file, count in lengths:
        entries.append(Entry(file.title, PLACE, page=page))
        page += count
    title = story.texts.text("Attachments after these pages")
    return contents(story, parent.add("Sect"), entries, title, PLACE)


def _own_pages(story: Story, lengths: Sequence[tuple[Enclosure, int]]) -> int:
    """Return how many pages come before those of the files. They are set once to be counted: the
    numbers stand where nothing else depends on how wide they are.
    """
    from pikepdf import open as open_pdf

    from kcdesk.documents.press import press

    own = Story(replace(story.job, document=base(story)))
    root = Element("Document")
    pieces = [*kind_of(base(story)).tell(own, root), _list(own, root, lengths, 0)]
    with open_pdf(io.BytesIO(press(own, root, pieces).pdf)) as counted:
        return len(counted.pages)


def running_text(story: Story) -> RunningText:
    """Return its heads and feet."""
    return kind_of(base(story)).running(story)


def finish(story: Story, pdf: bytes) -> bytes:
    """Return the PDF with the attachments that are at hand."""
    files = _files(story)
    if not files:
        return pdf
    from kcdesk.documents.appending import Words, appended, embedded

    add = embedded if story.job.embed else appended
    return add(pdf, files, Words(story.styles.accent, pdf_date(story)))


def pdf_date(story: Story) -> str:
    """Return the instant of the document as PDF writes it."""
    return story.job.instant.strftime("D:%Y%m%d%H%M%S+00'00'")


KIND = Kind(title, tell, running_text, finish)
