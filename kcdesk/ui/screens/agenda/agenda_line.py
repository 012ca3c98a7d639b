"""What one line of the agenda shows, derived from the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import outline
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.ui.screens.agenda.agenda_mark import (
    Mark,
    full_words,
    marks_of,
    minutes_of,
    running_item,
    short_word,
)

DRAFT_ID = "draft"
"""The id of the line that is being typed and is no item yet."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item, or the draft of one. ``owner_id`` is the item or meeting it stands under;
    ``minutes`` is for how long it has been under way, where it is.
    """

    id: str
    owner_id: str
    depth: int
    number: str = ""
    title: str = ""
    marks: tuple[Mark, ...] = ()
    is_paragraph: bool = False
    minutes: int | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it is no item yet."""
        return self.id == DRAFT_ID

    def short_word(self, mark: Mark) -> str:
        """Return the word that is drawn for a mark where there is room for one."""
        if mark is Mark.RUNNING and self.minutes is not None:
            return _("under way {minutes} min", minutes=self.minutes)
        return short_word(mark)

    def said(self) -> list[str]:
        """Return what the marks mean, for tooltips and screen readers."""
        return [
            self.short_word(mark) if mark is Mark.RUNNING else full_words(mark)
            for mark in self.marks
        ]

    def spoken(self) -> str:
        """Return the whole line as a sentence for screen readers."""
        title = self.title or _("without a title")
        if self.number and self.is_paragraph:
            title = _("§ {number} {title}", number=self.number, title=title)
        elif self.number:
            title = _("{number} {title}", number=self.number, title=title)
        elif self.depth:
            title = _("Sub-item: {title}", title=title)
        return ", ".join((title, *self.said()))


def lines_of(records: Records, numbering: Numbering, now: datetime) -> tuple[AgendaLine, ...]:
    """Return the lines of a meeting's agenda, at a time of the user's own zone."""
    running_id = running_item(records, now.date())
    return tuple(
        AgendaLine(
            id=each.item.id,
            owner_id=each.item.owner_id,
            depth=each.depth,
            number=each.number,
            title=each.item.title or each.item.heading,
            marks=marks_of(records, each.item, running_id),
            is_paragraph=numbering is Numbering.PARAGRAPH,
            minutes=minutes_of(each.item, now) if each.item.id == running_id else None,
        )
        for each in outline(records, numbering)
    )


def with_draft(
    lines: tuple[AgendaLine, ...], records: Records, after_id: str
) -> tuple[AgendaLine, ...]:
    """Return the lines with a draft after an item and all that stands under it."""
    below = {row.id for row in records.subtree(after_id) if isinstance(row, Item)}
    at = max(index for index, line in enumerate(lines) if line.id in below) + 1
    before = next(line for line in lines if line.id == after_id)
    draft = AgendaLine(id=DRAFT_ID, owner_id=before.owner_id, depth=before.depth)
    return (*lines[:at], draft, *lines[at:])
