"""An item's head: its number in the margin, its heading, and the small line below."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from kcdesk.documents.enclosure import sent_along
from kcdesk.documents.layout.paragraph import Bookmark, Label, Paragraph
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.story import Story
from kcdesk.documents.style import HANG, TextStyle
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.text import clean, tied
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.body import Layout, Numbering
from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter
from kcdesk.domain.participant import Participant
from kcdesk.domain.summons import Summons
from kcdesk.wording import part

_ONE_LINE = 96  # characters of a small line
_DEEPEST_HEADING = 6
_NUMBER_GAP = 4.0  # points between a number and the heading on the same line


def number_text(story: Story, item: Item) -> str:
    """Return an item's number as it is printed: "§ 52", "10", "10.1"; empty without one."""
    number = story.numbers.get(item.id, "")
    if not number:
        return ""
    return f"§ {number}" if story.profile.numbering is Numbering.PARAGRAPH else number


def heading(story: Story, parent: Element, item: Item, depth: int) -> Paragraph:
    """Return an item's heading with its bookmark.

    Its number hangs in the margin; where a column of headings is in the way, it stands before it.
    """
    styles = story.styles
    two_columns = story.layout is Layout.TWO_COLUMN
    style = styles.subheading if depth or two_columns else styles.heading
    element = parent.add(f"H{min(depth + 2, _DEEPEST_HEADING)}")
    number = number_text(story, item)
    if item.name:
        story.typesetter.typed(element)
    title = item.name or story.texts.text("(no heading)")
    bookmark = Bookmark(
        tied(clean(f"{number} {title}".replace("\n", " ").strip())), depth + story.bookmark_level
    )
    label = _number_label(story, element, number, style)
    indent = 0.0
    if label is not None and depth and two_columns:
        label = replace(label, x=0.0)
        indent = label.width + _NUMBER_GAP
    return story.typesetter.paragraph(
        element, title, style, label=label, bookmark=bookmark, indent=indent
    )


def _number_label(story: Story, element: Element, number: str, style: TextStyle) -> Label | None:
    if not number:
        return None
    style = replace(style, colour=story.styles.accent)
    return story.typesetter.label(element, f"{tied(number)} ", style, -hang_of(story))


def small_lines(story: Story, parent: Element, item: Item) -> Pieces:
    """Return number of the case, presenters and attachments: on one line where that is enough."""
    facts = [
        fact
        for fact in (
            case_text(story, item),
            _kind(story, item),
            presenters_text(story, item),
            attachments_text(story, item),
            _outside_summons(story, item),
        )
        if fact
    ]
    if not facts:
        return []
    lines = [" · ".join(facts)] if sum(map(len, facts)) <= _ONE_LINE else facts
    style = story.styles.meta
    tight = replace(style, after=0.0)
    return [
        story.typesetter.paragraph(parent.add("P"), line, style if line is lines[-1] else tight)
        for line in lines
    ]


def links(story: Story, parent: Element, item: Item) -> Pieces:
    """Return how the item relates to other handlings of the matter."""
    sentences = [
        part.relation(story.texts, each.relation, each.text)
        for each in story.records.children(item.id, ItemLink)
        if each.text
    ]
    return [
        story.typesetter.paragraph(parent.add("P"), sentence, story.styles.text)
        for sentence in sentences
    ]


def hang_of(story: Story) -> float:
    """Return how far out numbers stand: further for §§ than for plain numbers."""
    return HANG if story.profile.numbering is Numbering.PARAGRAPH else 0.7 * HANG


def case_text(story: Story, item: Item) -> str:
    """Return "Dnr SF 2026/9"; nothing without a number."""
    return story.texts.text("Ref. {number}", number=item.case_number) if item.case_number else ""


def _outside_summons(story: Story, item: Item) -> str:
    """Return that an item was in no kallelse, once one was sent (KL 5:52)."""
    if item.announced or item.kind is ItemKind.FORMALITY:
        return ""
    if item.owner_id != story.records.root_id:
        return ""
    sent = story.records.children(story.records.root_id, Summons)
    return story.texts.text("Not in the summons") if sent else ""


def _kind(story: Story, item: Item) -> str:
    shown = (
        ItemKind.INFORMATION,
        ItemKind.CONSULTATION,
        ItemKind.INTERPELLATION,
        ItemKind.QUESTION,
    )
    return part.item_kind(story.texts, item.kind) if item.kind in shown else ""


def presenters_text(story: Story, item: Item) -> str:
    """Return who presents an item, with organisations."""
    found = [_presenter(story, each) for each in story.records.children(item.id, Presenter)]
    found = [(name, extra) for name, extra in found if name or extra]
    if not found:
        return ""
    said = []
    for extra, people in groupby(found, itemgetter(1)):
        name = story.texts.listed([each for each, _ in people if each])
        said.append(f"{name} ({extra})" if name and extra else name or extra)
    # "A and B (Office)" says that both are of the office: of several offices a list with commas
    names = ", ".join(said) if any(extra for _, extra in found) else story.texts.listed(said)
    return story.texts.plural("Presenter: {names}", "Presenters: {names}", len(found), names=names)


def _presenter(story: Story, presenter: Presenter) -> tuple[str, str]:
    """Return the name, and title with organisation: those of one office stand together."""
    participant = story.records.find(Participant, presenter.participant_id)
    name = presenter.name or (participant.name if participant else "")
    return name, ", ".join(each for each in (presenter.title, presenter.organisation) if each)


def attachments_text(story: Story, item: Item, *, of_summons: bool = False) -> str:
    """Return an item's attachments and where to look in them; ``of_summons``: those that go with
    the kallelse, and what it refers to.
    """
    found = story.records.children(item.id, Attachment)
    if of_summons:
        along = sent_along(story)
        found = tuple(each for each in found if each in along or not _is_file(each))
    plain = [each for each in found if not each.number and _is_file(each)]
    names = [name for each in plain if (name := attachment_text(story, each))]
    parts = [attachment_text(story, each) for each in found if each not in plain]
    if names:
        parts.append(
            story.texts.plural(
                "Attachment: {names}", "Attachments: {names}", len(names), names="; ".join(names)
            )
        )
    return "; ".join(each for each in [*parts, item.page_reference] if each)


def _is_file(attachment: Attachment) -> bool:
    return attachment.kind is not AttachmentKind.REFERENCE


def attachment_text(story: Story, attachment: Attachment) -> str:
    """Return "Bilaga 9, Rapport.pdf, s. 9 och 11"; without a number the name alone."""
    texts = story.texts
    name = attachment.name or attachment.address
    number = attachment.number
    if number:
        many = any(mark in number for mark in "–-,") or " och " in number
        title = (
            texts.text("Attachments {number}", number=number)
            if many
            else texts.text("Attachment {number}", number=number)
        )
        name = f"{title}, {name}" if name else title
    return f"{name}, {attachment.pages}" if name and attachment.pages else name
