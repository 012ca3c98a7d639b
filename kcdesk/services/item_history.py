"""What became of an item, step by step: read backwards from what stands now.

A state that is past is got by taking the steps back in memory. Nothing is kept twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Remove, Splice, inverse_group, touched
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.domain.version import Version
from kcdesk.services.edit_agenda import name_of
from kcdesk.services.item_state import State, state_of
from kcdesk.services.ports import LogEntry

SITTING = timedelta(minutes=10)
"""How long a stretch of typing may be and still be one step to look at."""


@dataclass(frozen=True, slots=True)
class ItemStep:
    """One step of an item's history, or a stretch of typing in it: what it is called, when it
    ended and began, who made it, and the item before and after.

    ``is_kept`` false: what was done then was destroyed for good, and all before with it.
    """

    item_id: str
    label: Message
    at: datetime
    since: datetime
    author: str
    before: State = ()
    after: State = ()
    is_kept: bool = True
    is_typing: bool = False


@dataclass(frozen=True, slots=True)
class _Past:
    """An entry with its group, and the rows on both sides of it."""

    entry: LogEntry
    group: Group
    before: Records
    after: Records


def item_history(
    records: Records, entries: Sequence[LogEntry], item_id: str
) -> tuple[ItemStep, ...]:
    """Return the steps that touched an item or its rows, newest first, and the versions that the
    meeting got a name for.

    ``records`` are the rows as the last of ``entries`` left them.
    """
    undoing = {entry.seq for entry in entries if entry.undoes is not None}
    steps: list[ItemStep] = []
    for past in _backwards(records, entries):
        if isinstance(past, LogEntry):
            steps.append(_destroyed(past, item_id))
        elif _concerns(past, item_id):
            step = _step(past, item_id, undoing)
            if steps and _continues(step, steps[-1]):
                step = replace(steps.pop(), before=step.before, since=step.since)
            steps.append(step)
    return tuple(steps)


def deleted_items(records: Records, entries: Sequence[LogEntry]) -> tuple[ItemStep, ...]:
    """Return the removals of items that are not there now, the last one first; a sub-item that went
    with its item is found in that one.
    """
    undoing = {entry.seq for entry in entries if entry.undoes is not None}
    found: dict[str, ItemStep] = {}
    for past in _backwards(records, entries):
        if isinstance(past, LogEntry) or past.group.undoes is not None:
            continue
        gone = {
            each.row.id: each.row
            for each in past.group.operations
            if isinstance(each, Remove) and isinstance(each.row, Item)
        }
        for id, row in gone.items():
            if id not in records and id not in found and row.owner_id not in gone:
                found[id] = _step(past, id, undoing)
    return tuple(found.values())


def changed_since_versions(records: Records, entries: Sequence[LogEntry]) -> tuple[ItemStep, ...]:
    """Return each version of the meeting, newest first, with the items that are not now as they
    were in it: for each a step from then (``before``) to now (``after``), in the order of the
    agenda, those that are gone last. The version itself is a step of no item.
    """
    steps: list[ItemStep] = []
    for past in _backwards(records, entries):
        if isinstance(past, LogEntry):
            break
        for version in _versions(past):
            entry = past.entry
            name = Message("Version “{name}”", {"name": version.name})
            steps.append(ItemStep("", name, entry.at, entry.at, entry.author))
            steps += _changed(past, records)
    return tuple(steps)


def _versions(past: _Past) -> list[Version]:
    """Return the versions named in a step."""
    inserted = (each.row for each in past.group.operations if isinstance(each, Insert))
    return [row for row in inserted if isinstance(row, Version)]


def _changed(past: _Past, now: Records) -> Iterator[ItemStep]:
    then = past.after
    items = {row.id: row for rows in (then, now) for row in rows.children(now.root_id, Item)}
    order = [row.id for row in now.children(now.root_id, Item)]
    order += [id for id in items if id not in order]
    for id in order:
        before, after = state_of(then, id), state_of(now, id)
        if _content(before) != _content(after):
            label = Message("“{name}”", {"name": name_of(items[id])})
            entry = past.entry
            yield ItemStep(id, label, entry.at, entry.at, entry.author, before, after)


def _content(state: State) -> tuple[Row, ...]:
    """Return a state without where its item stands: moving it changes nothing in it."""
    return (replace(state[0], owner_id="", position=""), *state[1:]) if state else ()


def _backwards(records: Records, entries: Sequence[LogEntry]) -> Iterator[_Past | LogEntry]:
    """Yield the past, newest first; last of all, where the way back ends, the entry that is not
    kept.
    """
    after = records
    for entry in reversed(entries):
        if entry.group is None:
            yield entry
            return
        before = after.apply(inverse_group(entry.group, entry.seq))
        yield _Past(entry, entry.group, before, after)
        after = before


def _concerns(past: _Past, item_id: str) -> bool:
    if past.entry.undoes is None and _versions(past) and item_id in past.after:
        return True
    ids = touched(past.group)
    return any(_is_within(rows, id, item_id) for id in ids for rows in (past.before, past.after))


def _is_within(records: Records, id: str, item_id: str) -> bool:
    while id != item_id:
        if id not in records:
            return False
        id = records.row(id).owner_id
    return True


def _step(past: _Past, item_id: str, undoing: set[int]) -> ItemStep:
    entry, label = past.entry, past.group.label
    if entry.undoes is not None:
        label = (
            Message("Redone: {step}", {"step": label})
            if entry.undoes in undoing
            else Message("Undone: {step}", {"step": label})
        )
    typing = all(isinstance(each, Splice) for each in past.group.operations)
    return ItemStep(
        item_id,
        label,
        entry.at,
        entry.at,
        entry.author,
        state_of(past.before, item_id),
        state_of(past.after, item_id),
        is_typing=typing and entry.undoes is None,
    )


def _destroyed(entry: LogEntry, item_id: str) -> ItemStep:
    label = Message("Earlier steps were destroyed for good")
    return ItemStep(item_id, label, entry.at, entry.at, entry.author, is_kept=False)


def _continues(earlier: ItemStep, later: ItemStep) -> bool:
    """Whether two steps, one just after the other, are of one stretch of typing."""
    return (
        earlier.is_typing
        and later.is_typing
        and (earlier.author, earlier.label) == (later.author, later.label)
        and later.at - earlier.since <= SITTING
    )
