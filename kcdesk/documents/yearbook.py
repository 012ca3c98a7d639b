"""A body's year in one volume, for binding or for an archive: the minutes one after the other, what
was signed and posted, registers of §§, cases and files with their checksums.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kcdesk.documents.contents import Entry, contents
from kcdesk.documents.enclosure import enclosures
from kcdesk.documents.front.notice import Day, notice_days
from kcdesk.documents.job import default_document
from kcdesk.documents.kind import Kind, kind_of
from kcdesk.documents.layout.composer import PageEnd
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.paragraph import Bookmark, Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.opening import opening
from kcdesk.documents.package import pdf_date
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import Running, RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.year_register import entries, numbered, register_pages, registers
from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Item
from kcdesk.domain.signature import SignedCopy
from kcdesk.wording import moment
from kcdesk.wording.head import body_line, meeting_line

_NO_DAY = date.max


def title(story: Story) -> str:
    """Return "Årsvolym 2026"."""
    day = story.meeting.day.day
    if day is None:
        return story.texts.text("Yearbook")
    return story.texts.text("Yearbook {year}", year=day.year)


def stories(story: Story) -> list[Story]:
    """Return the meetings of the year, oldest first, each as the minutes that it ended in, with the
    body as it was sealed with them: its name may have changed in mid-year.
    """
    found = []
    for each in story.meetings():
        document = default_document(each.job.body, each.job.records)
        found.append(Story(replace(each.job, document=document), bookmark_level=1))
    return sorted(found, key=_held)


def _held(story: Story) -> tuple[date, int]:
    return story.meeting.day.day or _NO_DAY, story.meeting.first_paragraph or 0


def yearbook(story: Story, root: Element) -> Pieces:
    """Return the pieces of a volume."""
    meetings = stories(story)
    front = root.add("Sect")
    pieces = opening(story, front, title(story), body_line(story.body))
    told: Pieces = []
    listed: list[Entry] = []
    for each in meetings:
        kind = kind_of(each.job.document)
        pages = kind.tell(each, root.add("Part"))
        head = _first_paragraph(pages[0])
        if head is not None:
            head.bookmark = Bookmark(_name(each), 0, each.records.root_id)
            items = each.records.children(each.records.root_id, Item)
            numbers = each.places.items([item.id for item in items])
            listed.append(Entry(_name(each), each.records.root_id, numbers))
        running = Running(each, kind.running(each))
        told += [PageEnd(running.draw), *pages]
    found = registers(story, meetings)
    pieces.append(contents(story, front, [*listed, *entries(story.texts, found)]))
    pieces.append(_became(story, front, meetings))
    told.append(PageEnd(Running(story, running_text(story)).draw))
    return [*pieces, *told, *register_pages(story, root.add("Part"), found)]


def _first_paragraph(thing: Piece | Container) -> Paragraph | None:
    """Return the title, which stands beside the logo where there is one."""
    while not isinstance(thing, Paragraph):
        parts = thing.pieces if isinstance(thing, Container) else thing.parts()
        if not parts:
            return None
        thing = parts[0]
    return thing


def running_text(story: Story) -> RunningText:
    """Return the head of the pages that are the volume's own."""
    return RunningText(
        story.body.organisation or story.body.name,
        story.body.name if story.body.organisation else "",
        title(story),
    )


def _name(story: Story) -> str:
    line = meeting_line(story.texts, story.body, story.meeting, formal=story.profile.is_formal)
    return line or story.texts.text("(no heading)")


def _became(story: Story, parent: Element, meetings: list[Story]) -> Container:
    """Return the meetings with what became of their minutes."""
    setter, texts = story.typesetter, story.texts
    style = story.styles.heading
    heading = setter.paragraph(parent.add("H2"), texts.text("Approval and notice"), style)
    head: list[CellText] = [
        [texts.text("Meeting")],
        [numbered(story)],
        [texts.text("Approved")],
        [texts.text("Posted")],
        [texts.text("Signed original")],
    ]
    rows: list[list[CellText]] = []
    for each in meetings:
        items = [item.id for item in each.records.children(each.records.root_id, Item)]
        approvals = each.records.children(each.records.root_id, Approval)
        days = [notice_days(each, approval) for approval in approvals]
        signed = [copy for a in approvals for copy in each.records.children(a.id, SignedCopy)]
        rows.append(
            [
                [moment.day(texts, each.meeting.day), each.meeting.title],
                [each.places.items(items)],
                _told(each, [day.approved for day in days]),
                _told(each, [day.posted for day in days]),
                [copy.name for copy in signed],
            ]
        )
    shares = [15, 15, 15, 15, 40]
    if not any(row[-1] for row in rows):  # nothing signed has come back yet
        head, rows, shares = head[:-1], [row[:-1] for row in rows], [25, 25, 25, 25]
    text = TableText(head, rows, shares, row_heads=True)
    listed = table(setter, parent, text, COLUMN)
    return Container([heading, listed], heading=1, before=style.before)


def _told(story: Story, days: list[Day]) -> list[str]:
    """Return the days that have come, each once: §§ approved at once may share theirs."""
    come = {each.day for each in days if each.day is not None and not each.is_planned}
    return [story.texts.day(day) for day in sorted(come)]


def finish(story: Story, pdf: bytes) -> bytes:
    """Return the PDF with the signed originals and the attachments that are at hand inside it."""
    files = tuple(file for each in stories(story) for file in enclosures(each, with_signed=True))
    if not files:
        return pdf
    from kcdesk.documents.appending import Words, embedded

    return embedded(pdf, files, Words(story.styles.accent, pdf_date(story)))


KIND = Kind(title, yearbook, running_text, finish)
