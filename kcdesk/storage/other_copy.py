"""Copies of a library that the program itself has put aside: a damaged file that a backup took the
place of, and the backups of a library that lay somewhere else then.

They are no backups of the library as it is, so nothing here touches them: somebody may still miss
something that only they hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kcdesk.storage.connection import UNREADABLE, connect


def other_copies(library: Path, backups: Path, stream_id: str) -> tuple[Path, ...]:
    """Return the copies that hold a stream of a library, or cannot be read; ``backups`` is the
    folder of its own backups.
    """
    return tuple(path for path in sorted(_copies(library, backups)) if _may_hold(path, stream_id))


def _copies(library: Path, backups: Path) -> Iterator[Path]:
    yield from library.parent.glob(f"{_literal(library.stem)}-before-*{library.suffix}")
    for folder in backups.parent.glob("*/"):
        if folder != backups:
            yield from folder.glob("*.kcdesk")


def _literal(name: str) -> str:
    """Return a file's name as a pattern of itself alone."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _may_hold(path: Path, stream_id: str) -> bool:
    try:
        connection = connect(path, mode="ro")
        try:
            found = connection.execute("SELECT 1 FROM stream WHERE id = ?", (stream_id,)).fetchone()
        finally:
            connection.close()
    except UNREADABLE:
        return True
    return found is not None
