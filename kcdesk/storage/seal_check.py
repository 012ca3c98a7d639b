"""Whether what was sealed is still what was sealed: the chain, its rows, their triggers, its files.

Nothing here trusts the tables: hashes are computed anew, and the live rows are compared with the
sealed text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.canonical import canonical_json
from kcdesk.domain.lock import covered_items, locked_rows
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.seal import START, SealContent, fingerprint, plain_rows, read_seal
from kcdesk.domain.signature import SignedCopy
from kcdesk.services.sealed_view import body_then
from kcdesk.storage import files, guard, stream_store
from kcdesk.storage.finding import Finding
from kcdesk.storage.seal_row import SEALED, TAKEN_BACK, SealRow, all_rows
from kcdesk.storage.signing import signatures_text


def verify_seals(connection: sqlite3.Connection) -> list[Finding]:
    """Return what does not fit. Reads everything that was sealed."""
    rows = all_rows(connection)
    found = [*_chain(rows), *_triggers(connection, rows), *_marks_without_seal(connection, rows)]
    found += _summonses(connection)
    for row in rows:
        found += _row(connection, row)
    return found


def _chain(rows: list[SealRow]) -> Iterator[Finding]:
    previous: dict[str, SealRow] = {}
    for row in rows:
        before = previous.get(row.body_id)
        number, mark = (before.number, before.fingerprint) if before else (0, START)
        if row.number != number + 1 or row.previous != mark:
            yield _finding(row, Message("The chain of seals is broken at number {number}."))
        elif row.content is not None and row.fingerprint != fingerprint(row.content, row.previous):
            yield _finding(row, Message("The sealed text with number {number} was changed."))
        elif row.content is None and row.outcome != TAKEN_BACK:
            yield _finding(row, Message("The sealed text with number {number} is gone."))
        if row.outcome is not None and row.outcome_hash != row.hash_of_outcome():
            yield _finding(row, Message("What is noted of seal number {number} was changed."))
        previous[row.body_id] = row


def _triggers(connection: sqlite3.Connection, rows: list[SealRow]) -> Iterator[Finding]:
    if rows and guard.installed(connection) != guard.wanted():
        yield Finding(
            rows[0].meeting_id, Message("What protects sealed texts was removed from the library.")
        )


def _marks_without_seal(connection: sqlite3.Connection, rows: list[SealRow]) -> Iterator[Finding]:
    """Find approvals that say otherwise of themselves than the chain does."""
    holding = {row.approval_id: row for row in rows if row.outcome != TAKEN_BACK}
    query = "SELECT id, stream_id, fingerprint, sent_on, sealed_on FROM approval"
    there = set()
    for id, stream_id, mark, sent_on, sealed_on in connection.execute(query).fetchall():
        there.add(id)
        row = holding.get(id)
        told = (row.fingerprint, True, row.outcome == SEALED) if row else ("", False, False)
        if (mark, sent_on is not None, sealed_on is not None) != told:
            yield Finding(stream_id, Message("An approval does not agree with its seal."))
    for id, row in holding.items():
        if id not in there:
            yield _finding(row, Message("The approval of seal number {number} is gone."))


def _row(connection: sqlite3.Connection, row: SealRow) -> Iterator[Finding]:
    content = _content(row)
    if content is not None:
        yield from _head(connection, row, content)
    if row.outcome == TAKEN_BACK:
        return
    try:
        live = stream_store.load(connection, row.meeting_id)
        body = stream_store.load(connection, row.body_id)
        approval = live.find(Approval, row.approval_id)
        if content is not None and approval is not None:
            yield from _live(connection, row, content, (live, body))
    except (ValueError, TypeError, KeyError) as error:
        yield Finding(
            row.meeting_id, Message("The text cannot be read: {fault}", {"fault": str(error)})
        )
    yield from _kept_files(connection, row)
    if content is not None:
        yield from _attachments(connection, row, content)


def _content(row: SealRow) -> SealContent | None:
    """Return the sealed text, None where it was destroyed or cannot be read: the chain says so."""
    try:
        return read_seal(row.content) if row.content is not None else None
    except (ValueError, TypeError):
        return None


def _head(connection: sqlite3.Connection, row: SealRow, content: SealContent) -> Iterator[Finding]:
    head = content.head
    told = (head.body_id, head.number, head.meeting_id, head.approval_id)
    if told != (row.body_id, row.number, row.meeting_id, row.approval_id):
        yield _finding(row, Message("The sealed text with number {number} was moved."))
    query = "SELECT hash FROM log WHERE stream_id = ? AND seq = ?"
    found = connection.execute(query, (head.meeting_id, head.seq)).fetchone()
    if found is None or found[0] != head.hash:
        yield _finding(row, Message("The history before seal number {number} was changed."))


def _live(
    connection: sqlite3.Connection,
    row: SealRow,
    content: SealContent,
    streams: tuple[Records, Records],
) -> Iterator[Finding]:
    """Compare the rows as they stand now with the sealed ones, and what locks them."""
    live, body = streams
    approval = live.get(Approval, row.approval_id)
    now = list(locked_rows(live, approval))
    sealed_ids = {each.id for each in content.sealed}
    if canonical_json(plain_rows(now)) != canonical_json(plain_rows(content.sealed)):
        yield _finding(row, Message("The text is not what was sealed with number {number}."))
    else:
        then = body_then(content, body)  # it may number in another way by now
        number_of = numbers(live, profile(then, live).numbering)
        items = covered_items(live, approval)
        if {id: number_of[id] for id in items if number_of.get(id)} != content.numbers:
            yield _finding(row, Message("The paragraphs of seal number {number} have new numbers."))
    query = "SELECT id FROM locked_row WHERE fingerprint = ?"
    locked = {id for (id,) in connection.execute(query, (row.fingerprint,)).fetchall()}
    if locked != sealed_ids:
        yield _finding(row, Message("What protects sealed texts was removed from the library."))
    if row.outcome == SEALED and signatures_text(live, row.approval_id) != row.signatures:
        yield _finding(row, Message("The signatures are not those of seal number {number}."))


def _kept_files(connection: sqlite3.Connection, row: SealRow) -> Iterator[Finding]:
    copies = connection.execute(
        f"SELECT sha256 FROM {SignedCopy.table} WHERE owner_id = ?",  # noqa: S608  # our own name
        (row.approval_id,),
    ).fetchall()
    wanted = [row.internal_sha256, row.public_sha256, *(sha256 for (sha256,) in copies)]
    for sha256 in wanted:
        if sha256 and not _is_kept(connection, sha256):
            yield _finding(row, Message("A file of seal number {number} was changed or is gone."))


def _attachments(
    connection: sqlite3.Connection, row: SealRow, content: SealContent
) -> Iterator[Finding]:
    """The text names its attachments by their hashes: they are sealed with it."""
    sealed = (each for each in content.sealed if isinstance(each, Attachment) and each.sha256)
    for each in sealed:
        if not _is_kept(connection, each.sha256):
            what = Message(
                "The attachment {name} of seal number {number} is not kept whole in the library.",
                {"name": each.name or each.sha256[:12], "number": row.number},
            )
            yield Finding(row.meeting_id, what)


def _summonses(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find each kallelse that was sent and is not kept as it was."""
    query = "SELECT stream_id, snapshot FROM summons WHERE snapshot <> '' ORDER BY stream_id"
    for stream_id, snapshot in connection.execute(query).fetchall():
        if not _is_kept(connection, snapshot):
            yield Finding(stream_id, Message("A summons is not kept as it was sent."))


def _is_kept(connection: sqlite3.Connection, sha256: str) -> bool:
    try:
        files.read(connection, sha256)  # looks at the hash itself
    except KeyError:
        return False
    return True


def _finding(row: SealRow, what: Message) -> Finding:
    number = {"number": row.number} if "{number}" in what.msgid else {}
    return Finding(row.meeting_id, replace(what, params=number))
