"""Attached files, kept in the library under their SHA-256 in pieces of 1 MB.

Each piece is a transaction of its own, so that edits are saved between two of them. A file that was
interrupted lacks pieces; putting it again completes it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.storage.connection import Road, transaction

CHUNK = 1024 * 1024
"""Bytes of one piece."""


def fingerprint(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 and size. Raises ``UserFacingError`` when it cannot be read."""
    digest, size = hashlib.sha256(), 0
    for piece in pieces(path):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def pieces(path: Path) -> Iterator[bytes]:
    """Yield a file's pieces. Raises ``UserFacingError`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as error:
        raise UserFacingError(
            Message("{name} cannot be read.", {"name": path.name}),
            why=Message("The system says: {reason}", {"reason": error.strerror or str(error)}),
            remedy=Message("Check that the file is there and that you may read it."),
        ) from error


def begin(connection: sqlite3.Connection, sha256: str, size: int) -> None:
    """Note a file whose pieces follow."""
    with transaction(connection):
        connection.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", (sha256, size))


def put_piece(connection: sqlite3.Connection, sha256: str, number: int, content: bytes) -> None:
    """Keep one piece; one that is there already stays."""
    with transaction(connection):
        connection.execute(
            "INSERT OR IGNORE INTO file_chunk VALUES (?, ?, ?)", (sha256, number, content)
        )


def take_in(path: Path, run: Road, read: Road) -> tuple[str, int]:
    """Keep a file, piece by piece between edits; returns its SHA-256 and size.

    Raises ``UserFacingError`` where it cannot be read, or is written to meanwhile; then it is not
    kept.
    """
    sha256, size = fingerprint(path)
    if not read(partial(is_whole, sha256=sha256)):
        run(partial(begin, sha256=sha256, size=size))
        digest = hashlib.sha256()
        for number, piece in enumerate(pieces(path)):
            digest.update(piece)
            run(partial(put_piece, sha256=sha256, number=number, content=piece))
        if digest.hexdigest() != sha256:
            run(partial(forget, sha256=sha256))
            raise UserFacingError(
                Message("{name} was changed while it was read.", {"name": path.name}),
                safe=Message("It was not attached."),
                remedy=Message("Close it in the other program and attach it again."),
            )
    return sha256, size


def forget(connection: sqlite3.Connection, sha256: str) -> None:
    """Let go of a file with all its pieces."""
    with transaction(connection):
        destroy(connection, sha256)


def destroy(connection: sqlite3.Connection, sha256: str) -> None:
    """Destroy a file with all its pieces, within the caller's transaction."""
    connection.execute("DELETE FROM file_chunk WHERE sha256 = ?", (sha256,))
    connection.execute("DELETE FROM file WHERE sha256 = ?", (sha256,))


def keep(connection: sqlite3.Connection, content: bytes) -> str:
    """Keep a file that was made here; returns its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not is_whole(connection, sha256):
        begin(connection, sha256, len(content))
        for number, at in enumerate(range(0, len(content), CHUNK)):
            put_piece(connection, sha256, number, content[at : at + CHUNK])
    return sha256


def is_whole(connection: sqlite3.Connection, sha256: str) -> bool:
    """Return whether all pieces of a file are kept."""
    query = """
        SELECT size = (SELECT coalesce(sum(length(content)), 0) FROM file_chunk
                       WHERE file_chunk.sha256 = file.sha256)
        FROM file WHERE sha256 = ?
    """
    found = connection.execute(query, (sha256,)).fetchone()
    return found is not None and bool(found[0])


def read(connection: sqlite3.Connection, sha256: str) -> bytes:
    """Return a kept file. Raises ``KeyError`` when it is not kept whole and unchanged."""
    query = "SELECT content FROM file_chunk WHERE sha256 = ? ORDER BY number"
    found = connection.execute(query, (sha256,)).fetchall()
    content = b"".join(piece for (piece,) in found)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise KeyError(sha256)
    return content
