"""The registers of a body's year: §§, cases and files, each with the page where it is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.contents import Entry
from kcdesk.documents.enclosure import attachments, label
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.page_number import PageOf
from kcdesk.documents.layout.paragraph import Bookmark
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.domain.person_name import sort_key
from kcdesk.domain.signature import SignedCopy
from kcdesk.i18n import Catalogue
from kcdesk.wording import moment

_PART = "registers"  # the key of the part in the list of contents
_DIGITS = re.compile(r"(\d+)")

Lines = list[list[CellText]]


@dataclass(frozen=True, slots=True)
class Register:
    """A table: what it is called, its head, its lines, and its columns' shares of the width."""

    name: str
    key: str
    head: tuple[str, ...]
    lines: Lines
    shares: tuple[int, ...]


def registers(story: Story, meetings: Sequence[Story]) -> list[Register]:
    """Return those registers that hold something."""
    texts = story.texts
    page = texts.text("Page")
    found = [
        Register(
            numbered(story),
            "register-items",
            (_one(story), texts.text("Heading"), texts.text("Ref."), texts.text("Meeting"), page),
            _items(meetings),
            (12, 48, 17, 15, 8),
        ),
        Register(
            texts.text("Cases"),
            "register-cases",
            (texts.text("Ref."), texts.text("Heading"), texts.text("Handled"), page),
            _cases(meetings),
            (20, 48, 24, 8),
        ),
        Register(
            texts.text("Files"),
            "register-files",
            (
                texts.text("File, with its checksum (SHA-256)"),
                _one(story),
                texts.text("Meeting"),
            ),
            _files(story, meetings),
            (72, 13, 15),
        ),
    ]
    return [each for each in found if each.lines]


def entries(texts: Catalogue, found: Sequence[Register]) -> list[Entry]:
    """Return their lines of the list of contents."""
    below = [Entry(each.name, each.key, level=1) for each in found]
    return [Entry(texts.text("Registers"), _PART), *below]


def register_pages(story: Story, part: Element, found: Sequence[Register]) -> Pieces:
    """Return the registers as tables under their headings."""
    setter, styles = story.typesetter, story.styles
    words = story.texts.text("Registers")
    bookmark = Bookmark(words, 0, _PART)
    head = setter.paragraph(part.add("Sect").add("H1"), words, styles.title, bookmark=bookmark)
    return [head, *(_table(story, part, each) for each in found)]


def _table(story: Story, part: Element, register: Register) -> Container:
    section = part.add("Sect")
    style = story.styles.heading
    bookmark = Bookmark(register.name, 1, register.key)
    heading = story.typesetter.paragraph(section.add("H2"), register.name, style, bookmark=bookmark)
    head = [[each] for each in register.head]
    text = TableText(head, register.lines, register.shares, row_heads=True, align_amounts=False)
    listed = table(story.typesetter, section, text, COLUMN)
    return Container([heading, listed], heading=1, before=style.before)


def numbered(story: Story) -> str:
    """Return what the body's items are called when there are several."""
    texts = story.texts
    return texts.text("Paragraphs") if story.profile.is_formal else texts.text("Items")


def _one(story: Story) -> str:
    texts = story.texts
    return texts.text("Paragraph") if story.profile.is_formal else texts.text("Item")


def _items(meetings: Sequence[Story]) -> Lines:
    return [
        [[each.places.item(item.id)], [item.name], [item.case_number], [day(each)], [_page(item)]]
        for each in meetings
        for item in _agenda(each)
    ]


def _cases(meetings: Sequence[Story]) -> Lines:
    """Return the cases by number, with a row for each time that one was handled: each is read, and
    heard, by itself.
    """
    handled: dict[str, list[tuple[Story, Item]]] = {}
    for each in meetings:
        for item in _agenda(each):
            if item.case_number:
                handled.setdefault(item.case_number, []).append((each, item))
    return [
        [
            [number],
            [item.name],
            [f"{day(each)} {each.places.item(item.id)}".strip()],
            [_page(item)],
        ]
        for number in sorted(handled, key=_by_number)
        for each, item in handled[number]
    ]


def _agenda(story: Story) -> Sequence[Item]:
    return story.records.children(story.records.root_id, Item)


def _page(item: Item) -> PageOf:
    return PageOf(item.id, item.name or item.id)


def _by_number(case_number: str) -> list[tuple[bool, int, tuple[str, str]]]:
    """Put "SF 2026/9" before "SF 2026/17"."""
    return [
        (not part.isdigit(), int(part) if part.isdigit() else 0, sort_key(part))
        for part in _DIGITS.split(case_number)
    ]


def _files(story: Story, meetings: Sequence[Story]) -> Lines:
    """Return the kept files with their checksums, by which anybody can see that they are whole."""
    lines: Lines = []
    quiet = story.styles.small_quiet
    for each in meetings:
        for copy in each.records.all(SignedCopy):
            name = ", ".join(filter(None, (each.texts.text("Signed original"), copy.name)))
            checksum = story.typesetter.plain(copy.sha256, quiet)
            lines.append([[name, checksum], [], [day(each)]])
        for attachment in attachments(each):
            if attachment.sha256:
                name = ", ".join(filter(None, (label(each, attachment), attachment.name)))
                checksum = story.typesetter.plain(attachment.sha256, quiet)
                lines.append([[name, checksum], [_of(each, attachment)], [day(each)]])
    return lines


def _of(story: Story, attachment: Attachment) -> str:
    """Return the number of the item that a file belongs to; nothing for one of the meeting."""
    item = story.records.find(Item, attachment.owner_id)
    return story.places.item(top_item(story.records, item).id) if item is not None else ""


def day(story: Story) -> str:
    """Return the day of a meeting."""
    return moment.day(story.texts, story.meeting.day)
