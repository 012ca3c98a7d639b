"""Corrections of approved minutes (rättelse): dated, named, and saying what was changed."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.correction import Correction
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def add_correction(records: Records, owner_id: str, made_on: date, author: str = "") -> Group:
    """Begin a correction of an item, or (the meeting's id) of what stands outside the items."""
    row = Correction(
        id=new_id(),
        owner_id=owner_id,
        position=records.next_position(owner_id, Correction),
        made_on=made_on,
        author=author,
    )
    return Group(Message("Add a correction"), (Insert(row),))


def change_correction(
    records: Records, id: str, *, made_on: date | None, author: str, text: str
) -> Group:
    """Change when a correction was made, by whom, and what it says."""
    operations = (
        *records.setting(id, "made_on", made_on),
        *records.setting(id, "author", author),
        *records.setting(id, "text", text),
    )
    return Group(Message("Change a correction"), operations)


def place_correction(records: Records, id: str, owner_id: str) -> Group:
    """Say what a correction is of."""
    if records.get(Correction, id).owner_id == owner_id:
        return Group(Message("Change a correction"), ())
    move = records.moving(id, owner_id, records.next_position(owner_id, Correction))
    return Group(Message("Change a correction"), (move,))


def remove_correction(records: Records, id: str) -> Group:
    """Take a correction away that was a mistake itself."""
    return Group(Message("Remove a correction"), records.removal(id))
