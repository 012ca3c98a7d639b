"""What SQLite's failures mean to the person at the keyboard."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.services.damaged_library import DamagedLibrary

_DAMAGED = Message("The file is damaged.")
_WHY = {
    sqlite3.SQLITE_FULL: Message("The disk is full."),
    sqlite3.SQLITE_BUSY: Message("Another program is using the file."),
    sqlite3.SQLITE_LOCKED: Message("Another program is using the file."),
    sqlite3.SQLITE_READONLY: Message("The file may not be changed."),
    sqlite3.SQLITE_CANTOPEN: Message("The file or its folder cannot be opened."),
    sqlite3.SQLITE_IOERR: Message("The disk does not take what is written to it."),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_NOT_ALLOWED = Message("The file or its folder may not be changed.")
_WHY_OF_SYSTEM: dict[int | None, Message] = {
    errno.ENOSPC: Message("The disk is full."),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
}
_REMEDY = {
    sqlite3.SQLITE_FULL: Message("Free some space, or save a copy on another disk."),
    sqlite3.SQLITE_BUSY: Message("Close the other program; saving goes on by itself."),
    sqlite3.SQLITE_LOCKED: Message("Close the other program; saving goes on by itself."),
}


class Unstorable(Exception):
    """The stored rows are not what an operation was made against: a bug, never a full disk."""


def cannot_save(error: BaseException) -> UserFacingError:
    """Return what to tell while queued edits wait for the disk."""
    code, why = primary_code(error), reason(error)
    kind = DamagedLibrary if why == _DAMAGED else UserFacingError
    trouble = kind(
        Message("Saving does not work just now."),
        safe=Message("What you have written is kept in the window and saved as soon as possible."),
        why=why,
        remedy=_REMEDY.get(code, Message("Save a copy of the library somewhere else.")),
    )
    trouble.__cause__ = error
    return trouble


def reason(error: BaseException) -> Message:
    """Return why the file could not be used; the system's own words where we have none for it."""
    known = _WHY.get(primary_code(error)) or _WHY_OF_SYSTEM.get(getattr(error, "errno", None))
    if known is not None:
        return known
    if isinstance(error, OSError):
        return Message("The system says: {reason}", {"reason": error.strerror or str(error)})
    return Message("The program has a fault: {fault}", {"fault": str(error)})


def cannot_open(path: Path, error: BaseException) -> UserFacingError:
    """Return what to tell when a library cannot be read."""
    why = _WHY.get(primary_code(error), _DAMAGED)
    kind = DamagedLibrary if why == _DAMAGED else UserFacingError
    trouble = kind(
        Message("{name} cannot be opened.", {"name": path.name}),
        safe=Message("Nothing was changed."),
        why=why,
        remedy=Message("Open a backup of the library, or try again."),
    )
    trouble.__cause__ = error
    return trouble


def read_only(path: Path) -> UserFacingError:
    """Return what to tell on an attempt to change a library that was opened for reading."""
    return UserFacingError(
        Message("{name} is open for reading only.", {"name": path.name}),
        safe=Message("Nothing was changed."),
        why=Message("The file or its folder may not be changed."),
        remedy=Message("Copy the library to a folder of your own and open it there."),
    )


def is_environment(error: BaseException) -> bool:
    """Return whether an error comes from the disk or another program rather than from a bug."""
    return primary_code(error) in _WHY


def primary_code(error: BaseException) -> int:
    """Return SQLite's primary result code of an error, 0 where it has none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
