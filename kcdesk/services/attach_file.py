"""What an item rests on: files, names of files, references."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath

from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change, new_part


def attach_file(records: Records, owner_id: str, name: str, sha256: str, size: int) -> Group:
    """Return the group that attaches a file kept in the library under its hash."""
    attachment = new_part(
        records,
        Attachment,
        owner_id,
        kind=AttachmentKind.FILE,
        name=PurePath(name).name,
        number=next_number(records),
        sha256=sha256,
        size=size,
        media_type=mimetypes.guess_type(name)[0] or "",
    )
    return Group(Message("Attach “{name}”", {"name": attachment.name}), (Insert(attachment),))


def attach_name(
    records: Records, owner_id: str, kind: AttachmentKind = AttachmentKind.NAMED
) -> Group:
    """Return the group that adds an attachment known by name only, or a reference."""
    number = next_number(records) if kind is AttachmentKind.NAMED else ""
    attachment = new_part(records, Attachment, owner_id, kind=kind, number=number)
    return Group(Message("Add attachment"), (Insert(attachment),))


def change_attachment(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of an attachment."""
    return change(records, id, Message("Change attachment"), fields)


def next_number(records: Records) -> str:
    """Return the number after the highest one of the meeting; empty where none is numbered but
    other attachments are.
    """
    rows = records.all(Attachment)
    numbers = [int(row.number) for row in rows if row.number.isdecimal()]
    if rows and not numbers:
        return ""
    return str(max(numbers, default=0) + 1)
