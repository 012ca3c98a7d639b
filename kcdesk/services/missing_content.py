"""What minutes lack before others read them: said to who wrote them, never insisted on."""

from __future__ import annotations

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.body import RoleKind
from kcdesk.domain.decision import Decision, Motion
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Role
from kcdesk.domain.records import Records

_NAMED = 4  # items called by name; of more the first ones


def missing_content(records: Records) -> tuple[Message, ...]:
    """Return what is missing: times, place, a secretary, decisions, text."""
    return (*_missing_facts(records), *_missing_text(records))


def _missing_facts(records: Records) -> list[Message]:
    meeting = records.root(Meeting)
    found = []
    if meeting.actual_start is None and meeting.planned_start is None:
        found.append(Message("The time of the meeting is missing."))
    if not meeting.place and not meeting.remote:
        found.append(Message("The place of the meeting is missing."))
    if not any(role.kind is RoleKind.SECRETARY for role in records.all(Role)):
        found.append(Message("Nobody is secretary: no line to sign on is printed for one."))
    return found


def _missing_text(records: Records) -> list[Message]:
    items = ordered_items(records)
    undecided = [item for item in items if _lacks_decision(records, item)]
    empty = [item for item in items if item not in undecided and not _says_something(records, item)]
    found = []
    if undecided:
        found.append(Message("No decision is written: {items}", {"items": _named(undecided)}))
    if empty:
        found.append(Message("Nothing is written: {items}", {"items": _named(empty)}))
    return found


def _lacks_decision(records: Records, item: Item) -> bool:
    """Whether an item for decision, with all that stands under it, decides nothing."""
    if not item.kind.decides:
        return False
    decisions = [row for row in records.subtree(item.id) if isinstance(row, Decision)]
    return not any(_has_text(records, each.id) for each in decisions)


def _says_something(records: Records, item: Item) -> bool:
    noted = any(isinstance(row, Motion | Action) for row in records.subtree(item.id))
    return noted or _has_text(records, item.id)


def _has_text(records: Records, id: str) -> bool:
    blocks = [row for row in records.subtree(id) if isinstance(row, Block)]
    return any(span.text.strip() for block in blocks for span in block.spans)


def _named(items: list[Item]) -> str:
    names = [item.name or "–" for item in items[:_NAMED]]
    return ", ".join([*names, *(["…"] if len(items) > _NAMED else [])])
