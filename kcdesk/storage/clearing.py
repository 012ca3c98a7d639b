"""Destroying a meeting's drafts and history for good: a mistyped secret must not live on.

What is sealed stays, and the hashes of all steps, so that every chain still verifies; that it was
done is a step of the history itself. Drafts that were not taken into an archive are no public
documents (TF 2:12).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from kcdesk.domain.approval import Approval
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.version import Version
from kcdesk.storage import log, seal_row, stream_store
from kcdesk.storage.beginning import store_closed
from kcdesk.storage.connection import transaction
from kcdesk.storage.files import destroy, read

_SENT = "SELECT DISTINCT snapshot FROM summons JOIN file ON file.sha256 = snapshot"

_SHA256 = re.compile(r"[0-9a-f]{64}")

_NAMED = """
SELECT EXISTS (SELECT 1 FROM attachment WHERE sha256 = :sha)
    OR EXISTS (SELECT 1 FROM signed_copy WHERE sha256 = :sha)
    OR EXISTS (SELECT 1 FROM summons WHERE snapshot = :sha)
    OR EXISTS (SELECT 1 FROM seal WHERE (internal_sha256 = :sha OR public_sha256 = :sha)
               AND outcome IS NOT 'taken_back')
    OR EXISTS (SELECT 1 FROM log WHERE payload IS NOT NULL AND instr(payload, :sha))
"""


def clear(connection: sqlite3.Connection, *, meeting_id: str, at: datetime, author: str) -> int:
    """Destroy it and leave no byte of it in the file; returns how many steps it was.

    Raises ``UserFacingError`` while the minutes are not sealed. The caller sees to the backups.
    """
    connection.execute("PRAGMA secure_delete = ON")
    try:
        with transaction(connection):
            log.close(connection, meeting_id, log.last_seq(connection, meeting_id))
            _refuse_unfinished(connection, meeting_id)
            _forget_versions(connection, meeting_id, at, author)
            payloads = _destroy_payloads(connection, meeting_id)
            files = {sha256 for text in payloads for sha256 in _SHA256.findall(text)}
            files |= _destroy_taken_back(connection, meeting_id)
            _destroy_files(connection, files)
            done = Message("Drafts and history destroyed for good", {"count": len(payloads)})
            seq = log.last_seq(connection, meeting_id) + 1
            store_closed(connection, meeting_id, seq, Group(done, ()), at, author)
        connection.execute("VACUUM")  # what earlier edits left in free pages goes with it
    finally:
        connection.execute("PRAGMA secure_delete = OFF")
    return len(payloads)


def _refuse_unfinished(connection: sqlite3.Connection, meeting_id: str) -> None:
    records = stream_store.load(connection, meeting_id)
    meeting = records.root(Meeting)
    body = stream_store.load(connection, meeting.body_id or meeting_id)
    if not _is_finished(records, body, meeting):
        raise UserFacingError(
            Message("The minutes are not sealed yet."),
            safe=Message("Nothing was destroyed."),
            why=Message("Drafts may be destroyed once the minutes are approved (TF 2:12)."),
            remedy=Message("Seal the minutes first, and what was approved immediately too."),
        )


def _is_finished(records: Records, body: Records, meeting: Meeting) -> bool:
    if body.root_id == meeting.id or not profile(body, records).is_formal:
        return meeting.state is MeetingState.DONE
    approvals = records.children(meeting.id, Approval)
    return any(not each.items for each in approvals) and all(each.sealed_on for each in approvals)


def _forget_versions(
    connection: sqlite3.Connection, meeting_id: str, at: datetime, author: str
) -> None:
    """Take the names of versions away: what they lead to is destroyed, and they are words of the
    drafts themselves. The step that does it is destroyed with the others.
    """
    records = stream_store.load(connection, meeting_id)
    removals = [records.removal(each.id) for each in records.all(Version)]
    if removals:
        group = Group(Message("Forget the named versions"), tuple(chain(*removals)))
        seq = log.last_seq(connection, meeting_id) + 1
        store_closed(connection, meeting_id, seq, group, at, author)


def _destroy_payloads(connection: sqlite3.Connection, meeting_id: str) -> list[str]:
    query = "SELECT seq, payload FROM log WHERE stream_id = ? AND payload IS NOT NULL ORDER BY seq"
    found = connection.execute(query, (meeting_id,)).fetchall()
    for seq, _payload in found:
        log.destroy_payload(connection, meeting_id, seq)
    return [payload for _seq, payload in found]


def _destroy_taken_back(connection: sqlite3.Connection, meeting_id: str) -> set[str]:
    """Destroy the texts that were taken back; returns the hashes of their PDFs."""
    prints: set[str] = set()
    for row in seal_row.rows_of_meeting(connection, meeting_id):
        if row.outcome == seal_row.TAKEN_BACK:
            prints.update(each for each in (row.internal_sha256, row.public_sha256) if each)
            query = "UPDATE seal SET content = NULL WHERE fingerprint = ?"
            connection.execute(query, (row.fingerprint,))
    return prints


def _destroy_files(connection: sqlite3.Connection, hashes: Iterable[str]) -> None:
    """Destroy kept files that nothing names any more: no row, no seal, no other history, and no
    kallelse that was sent with them.
    """
    for sha256 in {*hashes} - _sent_along(connection):
        kept = connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone()
        if kept and not connection.execute(_NAMED, {"sha": sha256}).fetchone()[0]:
            destroy(connection, sha256)


def _sent_along(connection: sqlite3.Connection) -> set[str]:
    """Return the files that went out with a kallelse: they are public documents by then."""
    found: set[str] = set()
    for (snapshot,) in connection.execute(_SENT).fetchall():
        found.update(_SHA256.findall(read(connection, snapshot).decode("utf-8", "replace")))
    return found
