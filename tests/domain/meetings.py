"""Small meetings for tests, written as a person would sketch them."""

from __future__ import annotations

from kcdesk.domain.body import MemberKind
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row


def items(outline: str) -> list[Item]:
    """Items from a sketch: "1 2 2.1 2.2 3" makes three with two sub-items under the second.

    An item's id is its number; "x" before it leaves it without one.
    """
    words = outline.split()
    positions = spread(len(words))
    return [
        Item(
            id=word.removeprefix("x"),
            owner_id=word.removeprefix("x").rpartition(".")[0] or "m",
            position=position,
            title=f"Item {word}",
            numbered=not word.startswith("x"),
        )
        for word, position in zip(words, positions, strict=True)
    ]


def people(names: str, kind: MemberKind | None = None) -> list[Participant]:
    """Participants by their names, which are their ids too."""
    return [
        Participant(id=name, owner_id="m", position=name, name=name, kind=kind)
        for name in names.split()
    ]


def meeting(*rows: Row, **fields) -> Records:
    """A meeting with these rows."""
    return Records("m", [Meeting(id="m", **fields), *rows])
