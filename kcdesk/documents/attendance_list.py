"""Närvaro- och voteringslista: who was there for what, who served, how each voted (KL 5:66–67)."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.documents.front.attendance import AttendanceList, lists
from kcdesk.documents.item.head import heading
from kcdesk.documents.item.vote import votes
from kcdesk.documents.kind import Kind
from kcdesk.documents.layout.container import Container
from kcdesk.documents.opening import opening, plain_running
from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.decision import Vote
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.wording.name import name_and_party
from kcdesk.wording.sentence import capital


def title(story: Story) -> str:
    """Return "Närvaro- och voteringslista"; without votes "Närvarolista"."""
    if story.records.all(Vote):
        return story.texts.text("Attendance and votes")
    return story.texts.text("Attendance list")


def attendance_list(story: Story, root: Element) -> Pieces:
    """Return the pieces of the list."""
    front = root.add("Sect")
    found = lists(story)
    people = AttendanceList(story)
    texts = story.texts
    named = {each.id for each in (*found.decision_makers, *found.others, *found.absent)}
    missing = [
        each
        for each in story.register.participants
        if each.id not in named and each.attendance is Attendance.ABSENT
    ]
    groups = [
        (words, [_row(story, people, each) for each in group])
        for words, group in (
            (texts.text("Decision makers"), found.decision_makers),
            (texts.text("Others present"), found.others),
            (texts.text("Absent with notice"), found.absent),
            (texts.text("Absent"), missing),
        )
        if group
    ]
    pieces = opening(story, front, title(story))
    if not groups:
        words = texts.text("Nobody is listed as present.")
        pieces.append(story.typesetter.paragraph(front.add("P"), words, story.styles.text))
    pieces += [_table(story, root, words, rows) for words, rows in groups]
    return [*pieces, *_votes(story, root)]


def running_text(story: Story) -> RunningText:
    """Return the head of the list."""
    return plain_running(story, title(story), drafted=True)


def _head(story: Story) -> list[str]:
    texts = story.texts
    return [
        texts.text("Name"),
        texts.text("Organisation"),
        texts.text("Function"),
        texts.text("Present"),
        texts.text("Remark"),
    ]


def _row(story: Story, people: AttendanceList, each: Participant) -> list[str]:
    away = each.attendance in (Attendance.ABSENT, Attendance.ABSENT_WITH_NOTICE)
    return [
        name_and_party(each),
        each.organisation,
        capital(", ".join(filter(None, (each.title, people.roles(each))))),
        "" if away else _present(story, each),
        capital(", ".join(people.remarks(each, spans=False))),
    ]


def _cells(row: Sequence[str]) -> list[CellText]:
    return [[each] for each in row]


def _table(story: Story, parent: Element, words: str, rows: Sequence[Sequence[str]]) -> Container:
    """Return a group as a table under a heading; columns that are empty in it are left out."""
    head = _head(story)
    kept = [at for at in range(len(head)) if at == 0 or any(row[at] for row in rows)]
    section = parent.add("Sect")
    title = story.typesetter.paragraph(
        section.add("H2"), words, story.styles.heading, bookmark=story.mark(words)
    )
    text = TableText(
        _cells([head[at] for at in kept]),
        [_cells([row[at] for at in kept]) for row in rows],
        row_heads=True,
    )
    listed = table(story.typesetter, section, text, COLUMN)
    return Container([title, listed], heading=1, before=story.styles.heading.before)


def _present(story: Story, participant: Participant) -> str:
    """Return where somebody was there: "hela mötet" or "§§ 52–58"."""
    if story.register.is_vague(participant):
        return capital(story.places.vague(story.records.children(participant.id, Presence)))
    where = story.places.stretches(story.register.presence_stretches(participant))
    return capital(where or story.texts.text("throughout"))


def _votes(story: Story, parent: Element) -> Pieces:
    pieces: Pieces = []
    for item in ordered_items(story.records):
        if not story.records.children(item.id, Vote):
            continue
        section = parent.add("Sect")
        own = story.telling(item)
        head = heading(own, section, item, 0)
        body = votes(own, item, section, COLUMN)
        before = story.styles.heading.before
        pieces.append(
            Container([head, *body], heading=1, before=before, anchor=item.id, together=True)
        )
    return pieces


KIND = Kind(title, attendance_list, running_text)
