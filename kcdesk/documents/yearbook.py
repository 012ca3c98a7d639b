"""A body's year in one volume, for binding or for an archive: the minutes one after the other, what
was signed and posted, registers of §§, cases and files with their checksums.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kcdesk.documents.enclosure import enclosures
from kcdesk.documents.front.notice import notice_days
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
from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item
from kcdesk.domain.person_name import sort_key
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
    """Return the meetings of the year, oldest first, each as the minutes that it ended in."""
    found = []
    for records in (story.job.records, *story.job.further):
        document = default_document(story.job.body, records)
        job = replace(story.job, records=records, further=(), document=document)
        found.append(Story(job, bookmark_level=1))
    return sorted(found, key=_held)


def _held(story: Story) -> tuple[date, int]:
    return story.meeting.day.day or _NO_DAY, story.meeting.first_paragraph or 0


def yearbook(story: Story, root: Element) -> Pieces:
    """Return the pieces of a volume."""
    meetings = stories(story)
    front = root.add("Sect")
    pieces = opening(story, front, title(story), body_line(story.body))
    pieces.append(_contents(story, front, meetings))
    for each in meetings:
        kind = kind_of(each.job.document)
        told = kind.tell(each, root.add("Part"))
        head = _first_paragraph(told[0])
        if head is not None:
            head.bookmark = Bookmark(_name(each), 0)
        running = Running(each, kind.running(each))
        pieces += [PageEnd(running.draw), *told]
    pieces.append(PageEnd(Running(story, running_text(story)).draw))
    return [*pieces, *_registers(story, root.add("Part"), meetings)]


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


def _contents(story: Story, parent: Element, meetings: list[Story]) -> Container:
    """Return the meetings with what became of their minutes."""
    texts = story.texts
    head: list[CellText] = [
        [texts.text("Meeting")],
        [_numbered(story)],
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
                [_told(each, day.approved.day, planned=day.approved.is_planned) for day in days],
                [_told(each, day.posted.day, planned=day.posted.is_planned) for day in days],
                [copy.name for copy in signed],
            ]
        )
    shares = (22, 20, 18, 18, 22)
    text = TableText(head, rows, shares, row_heads=True)
    return table(story.typesetter, parent, text, COLUMN)


def _numbered(story: Story) -> str:
    """Return what the body's items are called when there are several."""
    texts = story.texts
    return texts.text("Paragraphs") if story.profile.is_formal else texts.text("Items")


def _told(story: Story, day: date | None, *, planned: bool) -> str:
    return story.texts.day(day) if day is not None and not planned else ""


def _registers(story: Story, part: Element, meetings: list[Story]) -> Pieces:
    setter, styles, texts = story.typesetter, story.styles, story.texts
    section = part.add("Sect")
    words = texts.text("Registers")
    head = setter.paragraph(section.add("H1"), words, styles.title, bookmark=Bookmark(words, 0))
    return [
        head,
        *_register(
            story,
            part,
            _numbered(story),
            (texts.text("Item"), texts.text("Heading"), texts.text("Ref."), texts.text("Meeting")),
            _items(meetings),
            (12, 52, 18, 18),
        ),
        *_register(
            story,
            part,
            texts.text("Cases"),
            (texts.text("Ref."), texts.text("Heading"), texts.text("Handled")),
            _cases(meetings),
            (22, 48, 30),
        ),
        *_register(
            story,
            part,
            texts.text("Files"),
            (texts.text("File"), texts.text("Meeting"), texts.text("Checksum (SHA-256)")),
            _files(meetings),
            (36, 16, 48),
        ),
    ]


Lines = list[tuple[str, ...]]


def _register(
    story: Story,
    part: Element,
    words: str,
    head: tuple[str, ...],
    lines: Lines,
    shares: tuple[int, ...],
) -> Pieces:
    """Return a register as a table under its heading, or nothing."""
    if not lines:
        return []
    section = part.add("Sect")
    style = story.styles.heading
    bookmark = Bookmark(words, 1)
    heading = story.typesetter.paragraph(section.add("H2"), words, style, bookmark=bookmark)
    rows: list[list[CellText]] = [[[cell] for cell in line] for line in lines]
    text = TableText([[each] for each in head], rows, shares, row_heads=True, align_amounts=False)
    listed = table(story.typesetter, section, text, COLUMN)
    return [Container([heading, listed], heading=1, before=style.before)]


def _items(meetings: list[Story]) -> Lines:
    return [
        (each.places.item(item.id), item.name, item.case_number, _day(each))
        for each in meetings
        for item in each.records.children(each.records.root_id, Item)
    ]


def _cases(meetings: list[Story]) -> Lines:
    """Return the cases by number, each with where it was handled."""
    handled: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for each in meetings:
        for item in each.records.children(each.records.root_id, Item):
            if item.case_number:
                where = ", ".join(filter(None, (each.places.item(item.id), _day(each))))
                handled.setdefault(item.case_number, []).append(where)
                names[item.case_number] = item.name
    return [
        (number, names[number], "; ".join(handled[number]))
        for number in sorted(handled, key=sort_key)
    ]


def _files(meetings: list[Story]) -> Lines:
    """Return the kept files with their checksums, by which anybody can see that they are whole."""
    lines: Lines = []
    for each in meetings:
        texts = each.texts
        for copy in each.records.all(SignedCopy):
            name = " ".join(filter(None, (texts.text("Signed original"), copy.name)))
            lines.append((name, _day(each), copy.sha256))
        for attachment in each.records.all(Attachment):
            if attachment.sha256:
                name = " ".join(filter(None, (attachment.number, attachment.name)))
                lines.append((name, _day(each), attachment.sha256))
    return lines


def _day(story: Story) -> str:
    return moment.day(story.texts, story.meeting.day)


def finish(story: Story, pdf: bytes) -> bytes:
    """Return the PDF with the signed originals and the attachments that are at hand inside it."""
    files = tuple(file for each in stories(story) for file in enclosures(each, with_signed=True))
    if not files:
        return pdf
    from kcdesk.documents.appending import Words, embedded

    return embedded(pdf, files, Words(story.styles.accent, pdf_date(story)))


KIND = Kind(title, yearbook, running_text, finish)
