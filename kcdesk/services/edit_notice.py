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


def lacking_days(records: Records, approval_id: str) -> dict[str, dict[str, date]]:
    """Return the days that boards lack and the first one with any has, by the board's id.

    Boards that hang together are posted together: the same days hold for all, unless one says
    otherwise.
    """
    boards = records.children(approval_id, Notice)
    first = next((each for each in boards if each.posted_on or each.removed_on), None)
    found: dict[str, dict[str, date]] = {}
    for each in boards:
        for field in ("posted_on", "removed_on"):
            day = getattr(first, field, None)
            if day is not None and getattr(each, field) is None:
                found.setdefault(each.id, {})[field] = day
    return found


def same_days(records: Records, approval_id: str) -> Group:
    """Give the boards that lack a day the one of the first board."""
    operations = tuple(
        operation
        for id, days in lacking_days(records, approval_id).items()
        for field, day in days.items()
        for operation in records.setting(id, field, day)
    )
    return Group(Message("Note the same days for all boards"), operations)


def set_removed(records: Records, id: str, day: date | None) -> Group:
    """Say which day the notice was taken down; None: not yet."""
    return Group(Message("Change the day of removal"), records.setting(id, "removed_on", day))
