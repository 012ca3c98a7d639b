"""Change a body's profile and its notice boards."""

from __future__ import annotations

from typing import Any

from kcdesk.domain.body import Body, HeadingWord, ItemPart, NoticeBoard
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Remove, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def edit_body(records: Records, **fields: Any) -> Group:
    """Give fields of the body other values; the name of the step names the body."""
    operations: tuple[Set, ...] = ()
    for name, value in fields.items():
        operations += records.setting(records.root_id, name, value)
    body = records.root(Body)
    return Group(Message("Change {name}", {"name": body.name or body.organisation}), operations)


def set_heading_word(records: Records, part: ItemPart, text: str) -> Group:
    """Call a part of the items as the body does; an empty text brings the customary word back."""
    label = Message("Change the wording of a heading")
    rows = [row for row in records.children(records.root_id, HeadingWord) if row.part is part]
    text = text.strip()
    if not text:
        gone: tuple[Remove, ...] = ()
        for row in rows:
            gone += records.removal(row.id)
        return Group(label, gone)
    if rows:
        return Group(label, records.setting(rows[0].id, "text", text))
    owner = records.root_id
    position = records.next_position(owner, HeadingWord)
    row = HeadingWord(id=new_id(), owner_id=owner, position=position, part=part, text=text)
    return Group(label, (Insert(row),))


def add_board(records: Records, name: str = "", address: str = "") -> Group:
    """Add a notice board; ``address`` is a web address, for a web board."""
    owner = records.root_id
    board = NoticeBoard(
        id=new_id(),
        owner_id=owner,
        position=records.next_position(owner, NoticeBoard),
        name=name,
        address=address,
    )
    return Group(Message("Add a notice board"), (Insert(board),))


def edit_board(records: Records, id: str, **fields: Any) -> Group:
    """Change a board's name or address."""
    operations: tuple[Set, ...] = ()
    for name, value in fields.items():
        operations += records.setting(id, name, value)
    return Group(Message("Change a notice board"), operations)


def remove_board(records: Records, id: str) -> Group:
    """Take a board away; notices that were posted on it keep its name."""
    return Group(Message("Remove a notice board"), records.removal(id))
