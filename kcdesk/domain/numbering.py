"""The numbers of items, derived from their order: "56", "10.1", or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An item with its number as printed after "§" or before the heading; empty: unnumbered.

    ``depth`` is 0 for items, 1 for sub-items and so on.
    """

    item: Item
    number: str
    depth: int


def outline(records: Records, numbering: Numbering) -> tuple[NumberedItem, ...]:
    """Return all items with their numbers, sub-items after their item.

    § numbers run from the meeting's ``first_paragraph`` (from 1 while it has none); sub-items of a
    § carry no number of their own, those of an informal item are 10.1, 10.2. A lettered § takes up
    no number: it is "58 a" after § 58.
    """
    first = records.root(Meeting).first_paragraph or 1
    start = first if numbering is Numbering.PARAGRAPH else 1
    found: list[NumberedItem] = []
    _collect(records, records.root_id, numbering, start, "", 0, found)
    return tuple(found)


def numbers(records: Records, numbering: Numbering) -> dict[str, str]:
    """Return the number of each item by its id."""
    return {each.item.id: each.number for each in outline(records, numbering)}


def ordered_items(records: Records, owner_id: str = "") -> tuple[Item, ...]:
    """Return all items in the order of the meeting, sub-items after their item."""
    return tuple(
        each
        for item in records.children(owner_id or records.root_id, Item)
        for each in (item, *ordered_items(records, item.id))
    )


def top_item(records: Records, item: Item) -> Item:
    """Return the item of the agenda that an item stands under: itself, unless a sub-item."""
    while (owner := records.find(Item, item.owner_id)) is not None:
        item = owner
    return item


def paragraph_count(records: Records) -> int:
    """Return how many §§ a meeting takes up."""
    return sum(item.numbered for item in records.children(records.root_id, Item))


def is_lettered(item: Item) -> bool:
    """Whether an item is a § with a letter; one with a number of its own has that."""
    return item.lettered and not item.numbered


def spans(numbers: Iterable[str]) -> list[str]:
    """Return §§ in their order as one says them: "52–58", "58 a", "59"; no others."""
    parts: list[str] = []
    run: list[int] = []

    def end_run() -> None:
        parts.extend(str(a) if a == b else f"{a}–{b}" for a, b in ranges(run))
        run.clear()

    for number in numbers:
        if number.isdecimal():
            run.append(int(number))
        elif _is_letter_number(number):
            end_run()
            parts.append(number)
    end_run()
    return parts


def _is_letter_number(number: str) -> bool:
    count, _, letter = number.partition("\N{NO-BREAK SPACE}")
    return count.isdecimal() and letter in (*_LETTERS,)


def ranges(positions: list[int]) -> list[tuple[int, int]]:
    """Return ascending whole numbers as stretches without gaps: [1, 2, 3, 5] → [(1, 3), (5, 5)]."""
    stretches: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        if stretches and position == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], position)
        else:
            stretches.append((position, position))
    return stretches


def _collect(
    records: Records,
    owner_id: str,
    numbering: Numbering,
    start: int,
    prefix: str,
    depth: int,
    found: list[NumberedItem],
) -> None:
    count, letters = start, 0
    is_paragraph = numbering is Numbering.PARAGRAPH and not depth
    for item in records.children(owner_id, Item):
        number = ""
        if item.numbered and not (depth and numbering is Numbering.PARAGRAPH):
            number = f"{prefix}{count}"
            count, letters = count + 1, 0
        elif is_paragraph and is_lettered(item) and count > start and letters < len(_LETTERS):
            number = f"{count - 1}\N{NO-BREAK SPACE}{_LETTERS[letters]}"
            letters += 1
        found.append(NumberedItem(item, number, depth))
        below = f"{number}." if number else ""
        if numbering is Numbering.PARAGRAPH or number:
            _collect(records, item.id, numbering, 1, below, depth + 1, found)
        else:
            _unnumbered(records, item.id, depth + 1, found)


def _unnumbered(records: Records, owner_id: str, depth: int, found: list[NumberedItem]) -> None:
    for item in records.children(owner_id, Item):
        found.append(NumberedItem(item, "", depth))
        _unnumbered(records, item.id, depth + 1, found)
