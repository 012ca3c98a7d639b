"""Protokollsutdrag: one or several §§ with a head of their own, and their certification."""

from __future__ import annotations

from kcdesk.documents.front.chair import chairings
from kcdesk.documents.front.fact import Facts
from kcdesk.documents.front.notice import approved_items, notice_days
from kcdesk.documents.front.signature import SignatureLine, approver_names
from kcdesk.documents.item.item import items
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Box, Container, whole_height
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, FINE
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Layout, RoleKind
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items, top_item
from kcdesk.wording import moment
from kcdesk.wording.name import name_and_party
from kcdesk.wording.sentence import capital

_PADDING = 12.0
_GUTTER = 18.0
_KEPT_WITH_BOX = 160.0  # points of the last words that go to the next page with the box


def title(story: Story) -> str:
    """Return "Protokollsutdrag"."""
    return story.texts.text("Extract from the minutes")


def extracted(story: Story) -> tuple[str, ...]:
    """Return the ids of the items of the agenda that the extract is of.

    A sub-item is read with the item that it stands under. Without a choice: all with a decision.
    """
    wanted = story.job.items
    if wanted:
        found = [item for id in wanted if (item := story.records.find(Item, id)) is not None]
    else:
        found = [
            item
            for item in ordered_items(story.records)
            if story.records.children(item.id, Decision)
        ]
    chosen = {top_item(story.records, item).id for item in found}
    top = story.records.children(story.records.root_id, Item)
    return tuple(item.id for item in top if item.id in chosen)


def extract(story: Story, root: Element) -> Pieces:
    """Return the pieces of an extract."""
    return extract_of(story, root, extracted(story))


def extract_of(story: Story, root: Element, chosen: tuple[str, ...], recipient: str = "") -> Pieces:
    """Return the pieces of an extract of some items, to somebody where a recipient is named.

    Where all of them were sealed together, its head is also as it was then.
    """
    story = story.telling_all(chosen)
    front = root.add("Sect")
    mark = story.mark(", ".join((title(story), recipient)), -1) if recipient else None
    pieces = [
        *opening(story, front, title(story), mark=mark),
        *_facts(story, front, chosen, recipient),
        *items(story, root, chosen),
    ]
    if not chosen:
        words = story.texts.text("No decisions were taken.")
        pieces.append(story.typesetter.paragraph(front.add("P"), words, story.styles.text))
    return _with_last_words(story, pieces, _certification(story, root))


def _with_last_words(story: Story, pieces: Pieces, box: Container) -> Pieces:
    """Return the pieces with the certification, which never stands alone on a page: then anything
    could be certified with it.
    """
    item = pieces[-1]
    if story.layout is not Layout.SINGLE or not isinstance(item, Container) or not item.pieces:
        return [*pieces, box]
    *before, last = item.pieces
    if whole_height(last, COLUMN) > _KEPT_WITH_BOX:
        return [*pieces, box]
    item.pieces = [*before, Container([last, box], before=last.before, together=True)]
    return pieces


def own(story: Story) -> Story:
    """Return what the extract is told from: a seal that holds all of it, else the meeting."""
    return story.telling_all(extracted(story))


def running_text(story: Story) -> RunningText:
    """Return the head of an extract."""
    return plain_running(own(story), title(story), drafted=True)


def _facts(story: Story, parent: Element, chosen: tuple[str, ...], recipient: str) -> Pieces:
    texts, meeting = story.texts, story.meeting
    facts = Facts(story, parent)
    facts.add(texts.text("Recipient"), recipient)
    start = meeting.actual_start or meeting.planned_start
    end = meeting.actual_end or meeting.planned_end
    when = ", ".join(filter(None, (meeting.place, moment.time_span(texts, start, end))))
    facts.add(texts.text("Place and time"), capital(when))
    facts.add(
        texts.text("Chair"),
        *(
            " ".join(filter(None, (name_and_party(each.participant), each.where)))
            for each in chairings(story)
        ),
    )
    secretaries = [each.name for each, _ in story.register.holders(RoleKind.SECRETARY)]
    facts.add(texts.text("Secretary"), ", ".join(filter(None, secretaries)))
    if story.profile.is_formal:
        _add_approvals(story, facts, chosen)
    facts.add(texts.text("Extract of"), story.places.items(chosen))
    return [Container(facts.rows, after=8.0)]


def _add_approvals(story: Story, facts: Facts, chosen: tuple[str, ...]) -> None:
    """Add who approved the items, when, and where that was announced."""
    texts = story.texts
    concerned = [
        each
        for each in story.records.children(story.records.root_id, Approval)
        if set(approved_items(story, each)) & set(chosen)
    ]
    names = dict.fromkeys(name for each in concerned for name in approver_names(story, each))
    facts.add(texts.text("Approvers"), ", ".join(names))
    facts.add(texts.text("Approval"), *(_approval(story, each, chosen) for each in concerned))


def _approval(story: Story, approval: Approval, chosen: tuple[str, ...]) -> str:
    texts, days = story.texts, notice_days(story, approval)
    if days.approved.day is None:
        return ""
    approved = texts.day(days.approved.day)
    words = [
        texts.text("planned for {day}", day=approved)
        if days.approved.is_planned
        else texts.text("approved {day}", day=approved)
    ]
    if days.posted.day is not None and not days.posted.is_planned:
        words.append(texts.text("announced {day}", day=texts.day(days.posted.day)))
    here = [id for id in approved_items(story, approval) if id in chosen]
    where = f" ({story.places.items(here)})" if len(here) < len(chosen) else ""
    return capital(", ".join(words)) + where


def _certification(story: Story, parent: Element) -> Container:
    """Return the box in which somebody certifies that the extract agrees with the minutes."""
    setter, styles, texts = story.typesetter, story.styles, story.texts
    section = parent.add("Sect")
    words = texts.text("Extract certified")
    heading = setter.paragraph(section.add("H2"), words, styles.decision_label)
    sentence = texts.text("The extract agrees with the minutes.")
    agrees = setter.paragraph(section.add("P"), sentence, styles.small)
    width = (COLUMN - 2 * _PADDING - 2 * _GUTTER) / 3
    labels = (texts.text("Place and day"), texts.text("Signature"), texts.text("Name in print"))
    cells = []
    for at, label in enumerate(labels):
        below: list[Piece] = [setter.paragraph(section.add("P"), label, styles.small_quiet)]
        line = SignatureLine(Stack(below), styles.ink)
        cells.append(Cell(line, at * (width + _GUTTER), width))
    return Container(
        [heading, agrees, Row(cells)],
        left=_PADDING,
        right=_PADDING,
        top=_PADDING - 3,
        bottom=_PADDING - 1,
        before=20.0,
        decoration=Box(FINE, styles.accent),
        together=True,
    )


KIND = Kind(title, extract, running_text, own=own)
