"""Informal minnesanteckningar: a short head, the agenda, numbered items, a name at the end."""

from __future__ import annotations

from kcdesk.documents.closing import meeting_attachments
from kcdesk.documents.coming_meetings import meetings_at_end
from kcdesk.documents.correction import corrections, listed_corrections
from kcdesk.documents.front.attendance import add_people
from kcdesk.documents.front.fact import Facts
from kcdesk.documents.front.signature import signature_lines, signers
from kcdesk.documents.item.item import items
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Container, without_stragglers
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import LIST_DECIMAL, Element
from kcdesk.domain.body import RoleKind
from kcdesk.domain.item import Item
from kcdesk.wording import moment
from kcdesk.wording.head import minutes_title
from kcdesk.wording.sentence import capital

_AGENDA_WIDTH = 22.0


def title(story: Story) -> str:
    """Return "Minnesanteckningar", or the meeting's own title."""
    return minutes_title(story.texts, story.meeting, formal=False)


def notes(story: Story, root: Element) -> Pieces:
    """Return the pieces of informal notes."""
    front = root.add("Sect")
    return [
        *opening(story, front, title(story)),
        *_facts(story, front),
        *corrections(story, front, story.records.root_id),
        *_agenda(story, root),
        *items(story, root),
        *meetings_at_end(story, root),
        *meeting_attachments(story, root),
        *_signed(story, root),
    ]


def running_text(story: Story) -> RunningText:
    """Return the head and foot of informal notes."""
    return plain_running(story, title(story), drafted=True)


def _facts(story: Story, parent: Element) -> Pieces:
    texts, meeting = story.texts, story.meeting
    facts = Facts(story, parent)
    facts.add(texts.text("Day"), capital(moment.day_in_words(texts, meeting.day)))
    start = meeting.actual_start or meeting.planned_start
    end = meeting.actual_end or meeting.planned_end
    facts.add(texts.text("Time"), capital(moment.time_span(texts, start, end)))
    remote = texts.text("at a distance") if meeting.remote else ""
    facts.add(texts.text("Place"), ", ".join(part for part in (meeting.place, remote) if part))
    add_people(story, facts)
    facts.add(texts.text("Corrections"), *listed_corrections(story))
    return [Container(facts.rows, after=10.0)]


def _agenda(story: Story, parent: Element) -> Pieces:
    """Return the list of items, as they were called in the kallelse."""
    found = story.records.children(story.records.root_id, Item)
    if not found:
        return []
    setter, styles, texts = story.typesetter, story.styles, story.texts
    section = parent.add("Sect")
    words = texts.text("Agenda")
    heading = setter.paragraph(section.add("H2"), words, styles.heading, bookmark=story.mark(words))
    pieces: list[Piece] = []
    listed = section.add("L", LIST_DECIMAL)
    for item in found:
        entry = listed.add("LI")
        number = story.numbers.get(item.id, "")
        label = setter.label(entry.add("Lbl"), f"{number}. ", styles.tight, 0.0) if number else None
        words = item.title or item.heading or texts.text("(no heading)")
        if item.planned_start:
            words = f"{words}, {moment.time_span(texts, item.planned_start, None)}"
        pieces.append(
            setter.paragraph(
                entry.add("LBody").add("P"), words, styles.tight, indent=_AGENDA_WIDTH, label=label
            )
        )
    listed_pieces = [heading, *without_stragglers(pieces)]
    return [Container(listed_pieces, heading=1, before=styles.heading.before, after=8.0)]


def _signed(story: Story, parent: Element) -> Pieces:
    """Return "/Lisa Nyman, förbundssekreterare": who wrote the notes. Where they are to be signed
    electronically, the lines to do it on, for whoever led the meeting too.
    """
    if story.job.signature_fields:
        people = signers(story)
        return [signature_lines(story, parent.add("Sect"), people)] if people else []
    pieces: Pieces = []
    for participant, _ in story.register.holders(RoleKind.SECRETARY):
        words = ", ".join(part for part in (participant.name, participant.title) if part)
        paragraph = story.typesetter.paragraph(parent.add("P"), f"/{words}", story.styles.tight)
        paragraph.before = 20.0 if not pieces else 0.0
        pieces.append(paragraph)
    return [Container(pieces, together=True)] if pieces else []


KIND = Kind(title, notes, running_text)
