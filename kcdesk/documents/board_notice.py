"""Anslag: what goes up on a board when minutes are approved, one page for each board (KL 8:12)."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.documents.front.fact import Facts
from kcdesk.documents.front.notice import (
    Day,
    approved_items,
    notice_days,
    right_to_appeal,
)
from kcdesk.documents.front.signature import SignatureLine
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.composer import PageEnd
from kcdesk.documents.layout.container import Container
from kcdesk.documents.layout.paragraph import Bookmark
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.approval import Approval, Notice
from kcdesk.wording import moment
from kcdesk.wording.appeal import appeal_sentences
from kcdesk.wording.head import meeting_line

_GUTTER = 18.0


def title(story: Story) -> str:
    """Return "Anslag"."""
    return story.texts.text("Board notice")


def board_notices(story: Story, root: Element) -> Pieces:
    """Return a page for each board of each approval; one for all where no board is named."""
    pages = [
        (approval, notice)
        for approval in story.records.children(story.records.root_id, Approval)
        for notice in story.records.children(approval.id, Notice) or (Notice(id=""),)
        if story.job.board in ("", notice.board)
    ]
    pieces: Pieces = []
    for number, (approval, notice) in enumerate(pages):
        if number:
            pieces.append(PageEnd())
        pieces += _page(story, root.add("Sect"), approval, notice)
    if not pages:
        front = root.add("Sect")
        words = story.texts.text("There is no approval to announce yet.")
        pieces = opening(story, front, title(story))
        pieces.append(story.typesetter.paragraph(front.add("P"), words, story.styles.text))
    return pieces


def running_text(story: Story) -> RunningText:
    """Return the head of a notice; each page is a sheet of its own and has no number."""
    return replace(plain_running(story, title(story)), numbered=False)


def _page(story: Story, section: Element, approval: Approval, notice: Notice) -> Pieces:
    story = story.telling_all(approval.items)
    texts, setter, styles = story.texts, story.typesetter, story.styles
    days = notice_days(story, approval)
    line = meeting_line(texts, story.body, story.meeting, formal=story.profile.is_formal)
    is_approved = days.approved.day is not None and not days.approved.is_planned
    told = (
        texts.text("The minutes of this meeting have been approved.")
        if is_approved
        else texts.text("The minutes of this meeting are to be approved.")
    )
    return [
        *opening(story, section, title(story), line, _mark(story, approval, notice)),
        setter.paragraph(section.add("P"), told, styles.text),
        *_facts(story, section, approval, notice),
        *_appeal(story, section, approval),
        _signed(story, section),
    ]


def _mark(story: Story, approval: Approval, notice: Notice) -> Bookmark:
    """Return "Anslag, kommunens anslagstavla, §§ 52–58"."""
    board = notice.board or notice.address
    items = story.places.items(approved_items(story, approval))
    return story.mark(", ".join(filter(None, (title(story), board, items))))


def _appeal(story: Story, section: Element, approval: Approval) -> Pieces:
    """Return how the decisions are appealed; nothing where there are none in the law's sense."""
    if not story.profile.is_formal:
        return []
    texts, setter, styles = story.texts, story.typesetter, story.styles
    right = right_to_appeal(story, approval)
    last_day = notice_days(story, approval).last_appeal.day
    told = appeal_sentences(texts, right, story.places, last_day)
    can_be = right.is_reviewed or right.by_party
    heading = texts.text("How to appeal") if can_be else texts.text("Appeal")
    return [
        setter.paragraph(section.add("H2"), heading, styles.heading),
        *(setter.paragraph(section.add("P"), each, styles.text) for each in told),
    ]


def _facts(story: Story, parent: Element, approval: Approval, notice: Notice) -> Pieces:
    texts, body = story.texts, story.body
    days = notice_days(story, approval)
    posted = Day(notice.posted_on) if notice.posted_on else days.posted
    removed = (
        Day(notice.removed_on) if notice.removed_on else Day(days.removed.day, is_planned=True)
    )
    facts = Facts(story, parent)
    facts.add(texts.text("Body"), ", ".join(filter(None, (body.name, body.organisation))))
    facts.add(texts.text("Day of the meeting"), moment.day(texts, story.meeting.day))
    facts.add(texts.text("Paragraphs"), story.places.items(approved_items(story, approval)))
    facts.add(texts.text("Day of approval"), _day(story, days.approved))
    facts.add(texts.text("Notice posted"), _day(story, posted))
    if story.profile.is_formal and right_to_appeal(story, approval).is_reviewed:
        facts.add(texts.text("Last day to appeal"), _day(story, days.last_appeal))
    facts.add(texts.text("Notice taken down"), _earliest(story, removed))
    facts.add(texts.text("Board"), notice.board, notice.address)
    facts.add(
        texts.text("The minutes are kept at"), approval.storage_location or body.storage_location
    )
    return [Container(facts.rows, after=8.0)]


def _day(story: Story, day: Day) -> str:
    if day.day is None:
        return ""
    written = story.texts.day(day.day)
    planned = story.texts.text("(planned)")
    return f"{written} {planned}" if day.is_planned else written


def _earliest(story: Story, day: Day) -> str:
    """Return the day of the removal: a notice may not come down before it (KL 8:12), unless nothing
    can be appealed.
    """
    if day.day is None or not day.is_planned or story.profile.only_prepares:
        return _day(story, day)
    return story.texts.text("not before {day}", day=story.texts.day(day.day))


def _signed(story: Story, parent: Element) -> Container:
    """Return lines for those who put the notice up and take it down."""
    setter, styles, texts = story.typesetter, story.styles, story.texts
    width = (COLUMN - 2 * _GUTTER) / 3
    labels = (texts.text("Posted, day"), texts.text("Taken down, day"), texts.text("Signature"))
    cells = []
    for at, label in enumerate(labels):
        below: list[Piece] = [setter.paragraph(parent.add("P"), label, styles.small_quiet)]
        line = SignatureLine(Stack(below), styles.ink)
        cells.append(Cell(line, at * (width + _GUTTER), width))
    return Container([Row(cells)], before=24.0, together=True)


KIND = Kind(title, board_notices, running_text)
