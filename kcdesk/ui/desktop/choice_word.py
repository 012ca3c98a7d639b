"""What the values are called that are chosen rather than written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from kcdesk.domain.action import ActionState, OwnerKind
from kcdesk.domain.attachment import AttachmentKind
from kcdesk.domain.block import BlockKind
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import (
    AppealRoute,
    Choice,
    DecisionOutcome,
    MotionFate,
    MotionKind,
    ReservationKind,
    VoteMethod,
)
from kcdesk.domain.dispatch import DispatchMethod
from kcdesk.domain.item import ItemKind, Relation
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.richtext import Mark, Span
from kcdesk.domain.section import SectionKind
from kcdesk.i18n import _, current, render
from kcdesk.ui.screens.item import word
from kcdesk.ui.widgets.clock_edit import clock_text
from kcdesk.ui.widgets.day_edit import written
from kcdesk.ui.widgets.item_kind import ITEM_KINDS
from kcdesk.ui.widgets.part_order import PART_WORD
from kcdesk.wording.dispatch import method_name

CHOICES: dict[type[StrEnum], Mapping[Any, Message]] = {
    ItemKind: dict(ITEM_KINDS),
    ItemPart: PART_WORD,
    SectionKind: word.SECTION_TITLES,
    MotionKind: dict(word.MOTION_KINDS),
    MotionFate: dict(word.MOTION_FATES),
    VoteMethod: dict(word.VOTE_METHODS),
    Choice: dict(word.CHOICES),
    ReservationKind: dict(word.RESERVATION_KINDS),
    Relation: dict(word.RELATIONS),
    DecisionOutcome: dict(word.OUTCOMES),
    AppealRoute: dict(word.APPEALS),
    ActionState: {
        ActionState.OPEN: Message("Open"),
        ActionState.DONE: Message("Done"),
        ActionState.DROPPED: Message("Dropped"),
    },
    OwnerKind: {
        OwnerKind.PERSON: Message("A person"),
        OwnerKind.ROLE: Message("A role"),
        OwnerKind.GROUP: Message("A group"),
    },
    AttachmentKind: {
        AttachmentKind.FILE: Message("File"),
        AttachmentKind.NAMED: Message("Known by name only"),
        AttachmentKind.REFERENCE: Message("Law or web address"),
    },
    BlockKind: {
        BlockKind.PARAGRAPH: Message("Plain paragraph"),
        BlockKind.HEADING: Message("Heading"),
        BlockKind.BULLET: Message("Bullet"),
        BlockKind.NUMBERED: Message("Numbered"),
        BlockKind.CLAUSE: Message("Clause of a decision"),
        BlockKind.CELL: Message("Cell of a table"),
    },
    Mark: {
        Mark.BOLD: Message("bold"),
        Mark.ITALIC: Message("italic"),
        Mark.DECISION: Message("marked as a decision"),
        Mark.SECRET: Message("marked as secret"),
        Mark.PERSONAL: Message("marked as personal data"),
    },
}
"""By class, as values of two classes may be the same text."""


def choice_word(value: StrEnum) -> str:
    """Return what a chosen value is called."""
    if isinstance(value, DispatchMethod):
        return method_name(current(), value)
    return render(CHOICES[type(value)][value])


def value_words(value: Any) -> str:
    """Return a value in words; what is empty or not stated as nothing."""
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case Moment():
            return written(value)
        case ClockTime():
            return clock_text(value)
        case StrEnum():
            return choice_word(value)
        case tuple() if all(isinstance(each, Span) for each in value):
            return _form_words(value)
        case None:
            return ""
    return current().day(value) if hasattr(value, "isoformat") else str(value)


def _form_words(spans: tuple[Span, ...]) -> str:
    """Return which forms a paragraph has, each with the words that bear it."""
    found: dict[str, list[str]] = {}
    for span in spans:
        names = [choice_word(mark) for mark in span.marks]
        for name in [*names, *([_("link to {address}", address=span.link)] if span.link else [])]:
            found.setdefault(name, []).append(span.text.strip())
    parts = [f"{name}: {' '.join(words)}" for name, words in found.items()]
    return "; ".join(parts) or _("no form of its own")
