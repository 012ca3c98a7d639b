"""Giving the state of a meeting a name, so that it is found again."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.version import Version
from kcdesk.services.edit_part import new_part


def name_version(records: Records, name: str) -> Group:
    """Return the group that names the meeting as it stands; without a name it is nothing."""
    tidy = " ".join(name.split())
    label = Message("Name the version “{name}”", {"name": tidy})
    if not tidy:
        return Group(label, ())
    return Group(label, (Insert(new_part(records, Version, records.root_id, name=tidy)),))
