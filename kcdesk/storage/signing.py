"""Sending out for signature, taking back and sealing, each one transaction of rows, log and seal.

They run on the writer after everything queued; whoever has the meeting open reads it again.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from kcdesk.domain.approval import Approval
from kcdesk.domain.canonical import canonical_json
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.lock import SIGNED_FIELDS, locked_rows, signing_rows
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.plain import row_to_plain
from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealHead, fingerprint, seal_text
from kcdesk.services.sealer import SentText
from kcdesk.storage import guard, log, stream_store
from kcdesk.storage.beginning import store_closed
from kcdesk.storage.connection import transaction
from kcdesk.storage.paragraph import with_paragraphs
from kcdesk.storage.seal_row import (
    SEALED,
    TAKEN_BACK,
    SealRow,
    holding_row,
    last_link,
    row_by_fingerprint,
)


def send(
    connection: sqlite3.Connection,
    *,
    meeting_id: str,
    approval_id: str,
    group: Group,
    day: date,
    at: datetime,
    author: str,
) -> SentText:
    """Store a group, with §§ where there are none, and lock the text as it leaves it.

    Raises ``UserFacingError``.
    """
    with transaction(connection):
        _close_last(connection, meeting_id)
        group = with_paragraphs(connection, meeting_id, group)
        after = stream_store.load(connection, meeting_id).apply(group)
        body_id = after.root(Meeting).body_id
        if body_id is None:
            raise UserFacingError(
                Message("The meeting belongs to no body."), remedy=Message("Choose its body first.")
            )
        seq, last_hash = log.head(connection, meeting_id)
        number, previous = last_link(connection, body_id)
        head = SealHead(
            body_id=body_id,
            number=number + 1,
            meeting_id=meeting_id,
            approval_id=approval_id,
            at=at.isoformat(),
            by=author,
            seq=seq,
            hash=last_hash,
        )
        text = seal_text(head, after, stream_store.load(connection, body_id))
        mark = fingerprint(text, previous)
        # In this order: once it is out, its fingerprint does not change.
        sets = after.setting(approval_id, "fingerprint", mark) + after.setting(
            approval_id, "sent_on", day
        )
        whole = replace(group, operations=(*group.operations, *sets))
        store_closed(connection, meeting_id, seq + 1, whole, at, author)
        connection.execute(
            "INSERT INTO seal (body_id, number, meeting_id, approval_id, content, previous,"
            " fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (body_id, number + 1, meeting_id, approval_id, text, previous, mark),
        )
        guard.install(connection)
        locked = locked_rows(after, after.get(Approval, approval_id))
        connection.executemany(
            "INSERT INTO locked_row (id, fingerprint) VALUES (?, ?)",
            [(row.id, mark) for row in locked],
        )
    return row_by_fingerprint(connection, mark).told()


def take_back(
    connection: sqlite3.Connection,
    *,
    meeting_id: str,
    approval_id: str,
    group: Group,
    at: datetime,
    author: str,
) -> None:
    """Store a group and unlock the text. Raises ``UserFacingError`` for what is not out."""
    with transaction(connection):
        _close_last(connection, meeting_id)
        row = _out(connection, approval_id)
        before = stream_store.load(connection, meeting_id)
        connection.execute("DELETE FROM locked_row WHERE fingerprint = ?", (row.fingerprint,))
        sets = before.setting(approval_id, "sent_on", None) + before.setting(
            approval_id, "fingerprint", ""
        )
        whole = replace(group, operations=(*group.operations, *sets))
        seq = log.last_seq(connection, meeting_id) + 1
        store_closed(connection, meeting_id, seq, whole, at, author)
        _end(connection, row, TAKEN_BACK, at, author, before)


def seal(
    connection: sqlite3.Connection,
    *,
    meeting_id: str,
    approval_id: str,
    group: Group,
    day: date,
    at: datetime,
    author: str,
) -> None:
    """Store a group and seal the text that is out. Raises ``UserFacingError``."""
    with transaction(connection):
        _close_last(connection, meeting_id)
        row = _out(connection, approval_id)
        before = stream_store.load(connection, meeting_id)
        sets = before.setting(approval_id, "sealed_on", day)
        whole = replace(group, operations=(*group.operations, *sets))
        seq = log.last_seq(connection, meeting_id) + 1
        store_closed(connection, meeting_id, seq, whole, at, author)
        guard.install(connection)
        _end(connection, row, SEALED, at, author, before.apply(whole))


def keep_prints(
    connection: sqlite3.Connection, *, fingerprint: str, internal: str, public: str
) -> None:
    """Note the SHA-256 of the PDFs of a text that went out, the first time alone."""
    with transaction(connection):
        connection.execute(
            "UPDATE seal SET internal_sha256 = coalesce(internal_sha256, ?),"
            " public_sha256 = coalesce(public_sha256, ?)"
            " WHERE fingerprint = ?",
            (internal, public, fingerprint),
        )


def signatures_text(records: Records, approval_id: str) -> str:
    """Return who signed and when, as the seal keeps it."""
    rows = signing_rows(records, records.get(Approval, approval_id))
    kept = [_signed(row_to_plain(row)) for row in rows]
    return canonical_json(sorted(kept, key=lambda plain: (plain["table"], plain["id"])))


def _signed(plain: dict[str, Any]) -> dict[str, Any]:
    """Return a row without what goes on changing, such as where the minutes are kept."""
    if plain["table"] != Approval.table:
        return plain
    kept = ("table", "id", *SIGNED_FIELDS)
    return {name: value for name, value in plain.items() if name in kept}


def _close_last(connection: sqlite3.Connection, meeting_id: str) -> None:
    """End the meeting's typing, and no other's: there somebody may go on."""
    log.close(connection, meeting_id, log.last_seq(connection, meeting_id))


def _out(connection: sqlite3.Connection, approval_id: str) -> SealRow:
    row = holding_row(connection, approval_id)
    if row is None:
        raise UserFacingError(
            Message("The text is not out for signature."), safe=Message("Nothing was changed.")
        )
    if row.outcome is not None:
        raise UserFacingError(
            Message("The text is approved and sealed."), safe=Message("Nothing was changed.")
        )
    return row


def _end(
    connection: sqlite3.Connection,
    row: SealRow,
    outcome: str,
    at: datetime,
    author: str,
    records: Records,
) -> None:
    ended = replace(
        row,
        outcome=outcome,
        outcome_at=at.isoformat(),
        outcome_by=author,
        signatures=signatures_text(records, row.approval_id),
    )
    connection.execute(
        "UPDATE seal SET outcome = ?, outcome_at = ?, outcome_by = ?, signatures = ?,"
        " outcome_hash = ? WHERE fingerprint = ?",
        (
            outcome,
            ended.outcome_at,
            author,
            ended.signatures,
            ended.hash_of_outcome(),
            row.fingerprint,
        ),
    )
