"""Expediering: what goes to whom and what has been sent, then the extracts to each recipient."""

from __future__ import annotations

from kcdesk.documents.extract import extract_of
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.composer import PageEnd
from kcdesk.documents.layout.container import Container
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import Running, RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.numbering import top_item
from kcdesk.services.dispatch import Consignment, consignments, needs_appeal_instructions
from kcdesk.wording.appeal import party_appeal_sentences
from kcdesk.wording.dispatch import method_name
from kcdesk.wording.head import body_line


def title(story: Story) -> str:
    """Return "Expediering", or what goes to one recipient: "Protokollsutdrag"."""
    if story.job.recipient:
        return _extract(story)
    return story.texts.text("Dispatch of decisions")


def _extract(story: Story) -> str:
    return story.texts.text("Extract from the minutes")


def dispatch_list(story: Story, root: Element) -> Pieces:
    """Return the list, and then what each gets; one recipient's extracts alone where named."""
    below = Story(story.job, story.bookmark_level + 1, within=story)  # its §§ under each recipient
    found = consignments(story.records)
    wanted = story.job.recipient
    pieces: Pieces = []
    if not wanted:
        pieces += _overview(story, root, found)
    for each in found:
        if wanted in ("", each.name):
            pieces += [PageEnd(_running(story, each).draw, restarts=True)] if pieces else []
            pieces += _letter(below, root, each)
    return pieces or _overview(story, root, ())


def own(story: Story) -> Story:
    """Return what the extract to one recipient is told from; else the meeting."""
    wanted = story.job.recipient
    for each in consignments(story.records) if wanted else ():
        if each.name == wanted:
            return story.telling_all(_top(story, each))
    return story


def running_text(story: Story) -> RunningText:
    """Return the head of what is dispatched."""
    return plain_running(own(story), title(story), drafted=True)


def _running(story: Story, consignment: Consignment) -> Running:
    """Return the heads and page numbers of an extract, which goes to somebody by itself."""
    told = story.telling_all(_top(story, consignment))
    return Running(told, plain_running(told, _extract(story), drafted=True))


def _overview(story: Story, root: Element, found: tuple[Consignment, ...]) -> Pieces:
    texts = story.texts
    front = root.add("Sect")
    pieces = opening(story, front, title(story), mark=story.mark(title(story)))
    if not found:
        words = texts.text("No recipients are named.")
        return [*pieces, story.typesetter.paragraph(front.add("P"), words, story.styles.text)]
    head: list[CellText] = [
        [texts.text("Recipient")],
        [texts.text("Concerns")],
        [texts.text("Sent")],
        [texts.text("How")],
        [texts.text("By")],
    ]
    rows = [_row(story, each) for each in found]
    text = TableText(head, rows, row_heads=True)
    return [*pieces, table(story.typesetter, front, text, COLUMN)]


def _row(story: Story, consignment: Consignment) -> list[CellText]:
    texts = story.texts
    where = story.places.items(_top(story, consignment))
    address = next((each.address for each in consignment.recipients if each.address), "")
    # One line a sending, though it may be noted at each of its items.
    sent = list(dict.fromkeys(_told(story, each) for each in consignment.sent))
    if not consignment.is_sent:
        sent.append((texts.text("not sent"), "", "", ""))
    notes = [note for *_, note in sent if note]
    return [
        [consignment.name, story.typesetter.plain(address, story.styles.small_quiet), *notes],
        [where],
        *([line[at] for line in sent] for at in range(3)),
    ]


def _told(story: Story, sending: Dispatch) -> tuple[str, str, str, str]:
    day = story.texts.day(sending.sent_on) if sending.sent_on else ""
    return day, method_name(story.texts, sending.method), sending.sent_by, sending.note


def _letter(story: Story, root: Element, consignment: Consignment) -> Pieces:
    """Return the extracts to one recipient, with how to appeal where that must be told (FL 33)."""
    pieces = extract_of(story, root, _top(story, consignment), consignment.name)
    # The redacted rows may no longer hold the decision that can be appealed.
    if needs_appeal_instructions(story.job.records, consignment.items):
        pieces.append(_instructions(story, root))
    return pieces


def _top(story: Story, consignment: Consignment) -> tuple[str, ...]:
    ids = (top_item(story.records, each).id for each in consignment.items)
    return tuple(dict.fromkeys(ids))


def _instructions(story: Story, root: Element) -> Container:
    setter, styles = story.typesetter, story.styles
    section = root.add("Sect")
    words = story.texts.text("How to appeal")
    heading = setter.paragraph(section.add("H2"), words, styles.heading)
    sentences = party_appeal_sentences(story.texts, body_line(story.body))
    lines = [setter.paragraph(section.add("P"), each, styles.text) for each in sentences]
    return Container([heading, *lines], before=styles.heading.before, together=True)


KIND = Kind(title, dispatch_list, running_text, own=own)
