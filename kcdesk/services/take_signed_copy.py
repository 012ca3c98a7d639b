"""Take in the signed original that came back."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.signature import SignedCopy


def take_signed_copy(
    records: Records,
    approval_id: str,
    *,
    name: str,
    sha256: str,
    size: int,
    received_on: date,
    begins_with_sent: bool,
) -> Group:
    """Keep a file of the library as the signed copy of an approval. It is never changed."""
    row = SignedCopy(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, SignedCopy),
        name=PurePath(name).name,
        sha256=sha256,
        size=size,
        received_on=received_on,
        begins_with_sent=begins_with_sent,
    )
    return Group(Message("Take in the signed copy"), (Insert(row),))


def remove_signed_copy(records: Records, id: str) -> Group:
    """Take away a copy that was the wrong one; a sealed approval keeps its copies."""
    return Group(Message("Remove the signed copy"), records.removal(id))
