"""Editing notices: the boards where an approval is announced, and when it hung there."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.approval import Notice
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def add_board(records: Records, approval_id: str, board: str = "", address: str = "") -> Group:
    """Post the notice of an approval on one more board."""
    row = Notice(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, Notice),
        board=board,
        address=address,
    )
    return Group(Message("Add a notice board"), (Insert(row),))


def set_board(records: Records, id: str, board: str, address: str) -> Group:
    """Change a board's name and address."""
    operations = records.setting(id, "board", board) + records.setting(id, "address", address)
    return Group(Message("Change a notice board"), operations)


def remove_board(records: Records, id: str) -> Group:
    """Post the notice on that board no longer."""
    return Group(Message("Remove a notice board"), records.removal(id))


def set_posted(records: Records, id: str, day: date | None) -> Group:
    """Say which day the notice was posted; None: not yet."""
    return Group(Message("Change the posting day"), records.setting(id, "posted_on", day))


def set_removed(records: Records, id: str, day: date | None) -> Group:
    """Say which day the notice was taken down; None: not yet."""
    return Group(Message("Change the day of removal"), records.setting(id, "removed_on", day))
