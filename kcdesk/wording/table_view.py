"""What everybody at the table may see of an item: heading, proposal, the decision as it will stand.

A projector is public: secret items, parts and passages stay out, and so do passages to be masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.decision import Decision, Motion, MotionFate
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Spans
from kcdesk.domain.section import Section, SectionKind
from kcdesk.i18n import Catalogue
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.services.item_name import item_name
from kcdesk.services.read_presenters import read_presented
from kcdesk.wording.motion import motion_sentence

MASKED = "▇▇▇▇"
_HIDDEN = {Mark.SECRET, Mark.PERSONAL}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; ``number`` where it is one of a numbered list or an att-sats."""

    text: str
    number: int = 0
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class TablePart:
    """A part with its heading; ``decides`` sets it apart."""

    title: Message
    lines: tuple[Line, ...]
    decides: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """An item as it stands on the screen for all; ``withheld`` where it is secret."""

    number: Message
    heading: str
    presenters: tuple[str, ...] = ()
    parts: tuple[TablePart, ...] = ()
    withheld: bool = False


def table_view(texts: Catalogue, records: Records, body: Records, item_id: str) -> TableView | None:
    """Return what is shown of an item, in the language of the minutes; None: no such item."""
    item = records.find(Item, item_id)
    if item is None:
        return None
    number = item_name(records, profile(body, records).numbering, item_id)
    presenters = tuple(read_presented(each.name).name for each in presenters_of(records, item_id))
    if _is_secret(records, item):
        return TableView(number, item.name, presenters, withheld=True)
    parts = (*_proposals(records, item_id), *_motions(texts, records, item_id))
    return TableView(number, item.name, presenters, (*parts, *_decisions(records, item_id)))


def _is_secret(records: Records, item: Item) -> bool:
    """Whether an item is secret, or one that it stands under."""
    at: Item | None = item
    while at is not None:
        if at.secret:
            return True
        at = records.find(Item, at.owner_id)
    return False


def _proposals(records: Records, item_id: str) -> Iterable[TablePart]:
    for section in records.children(item_id, Section):
        if section.kind is SectionKind.PROPOSAL and not section.secret:
            lines = _lines(records, section.id)
            if lines:
                yield TablePart(Message("Proposed decision"), lines)


def _motions(texts: Catalogue, records: Records, item_id: str) -> Iterable[TablePart]:
    open_ones = (
        each
        for each in records.children(item_id, Motion)
        if not each.secret and each.fate is not MotionFate.WITHDRAWN
    )
    said = (motion_sentence(texts, records, each) for each in open_ones)
    lines = tuple(Line(sentence, bullet=True) for sentence in said if sentence)
    if lines:
        yield TablePart(Message("Motions"), lines)


def _decisions(records: Records, item_id: str) -> Iterable[TablePart]:
    for decision in records.children(item_id, Decision):
        if decision.secret:
            continue
        lines = _lines(records, decision.id)
        if lines or decision.as_proposed:
            title = Message("Decision as proposed") if decision.as_proposed else Message("Decision")
            yield TablePart(title, lines, decides=True)


def _lines(records: Records, owner_id: str) -> tuple[Line, ...]:
    found: list[Line] = []
    count = 0
    for block in records.children(owner_id, Block):
        text = visible(block.spans).strip()
        if not text:
            continue
        numbered = block.kind in (BlockKind.NUMBERED, BlockKind.CLAUSE)
        count = count + 1 if numbered else 0
        found.append(Line(text, count, bullet=block.kind is BlockKind.BULLET))
    return tuple(found)


def visible(spans: Spans) -> str:
    """Return the characters for all to see; each hidden passage leaves the same mark."""
    return "".join(MASKED if _HIDDEN.intersection(span.marks) else span.text for span in spans)
