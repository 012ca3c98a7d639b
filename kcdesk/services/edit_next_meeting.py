"""The coming meetings that a meeting announces: when, where, which."""

from __future__ import annotations

from kcdesk.domain.meeting import NextMeeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change, new_part


def add_next_meeting(records: Records, **fields: object) -> Group:
    """Announce a coming meeting, after those announced already."""
    row = new_part(records, NextMeeting, records.root_id, **fields)
    return Group(Message("Add a coming meeting"), (Insert(row),))


def change_next_meeting(records: Records, id: str, **fields: object) -> Group:
    """Change fields of a coming meeting; those that have the value already are left alone."""
    return change(records, id, Message("Change a coming meeting"), fields)


def remove_next_meeting(records: Records, id: str) -> Group:
    """Announce a coming meeting no more."""
    return Group(Message("Remove a coming meeting"), records.removal(id))
