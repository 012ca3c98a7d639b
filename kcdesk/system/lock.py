"""One program at a time writes to a library.

The lock is the operating system's, on a file beside the library, so it frees itself when its owner
dies. The file says who has it, for the message, and for shares whose locks do not reach other
machines.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any, BinaryIO, Self

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 2**30
"""Where Windows locks a byte: beyond the text, which others must be able to read."""


class LibraryInUse(UserFacingError):
    """Another program has the lock. ``elsewhere``: it may be a machine that crashed; ask whether
    to take the lock all the same (``over`` of ``LibraryLock``).
    """

    def __init__(self, library: Path, owner: dict[str, Any], *, elsewhere: bool) -> None:
        params = {
            "name": library.name,
            "host": owner.get("host", "?"),
            "pid": owner.get("pid", "?"),
        }
        super().__init__(
            Message("{name} is open in another program.", params),
            safe=Message("Nothing was changed."),
            why=Message("The program runs on {host} as process {pid}.", params) if owner else None,
            remedy=Message("Close the other program first."),
        )
        self.elsewhere = elsewhere


class LibraryLock:
    """Holds a library's lock until ``release``; also a context manager."""

    def __init__(self, library: Path, *, over: bool = False) -> None:
        """Take the lock. ``over`` takes it although another machine seems to have it.

        Raises ``LibraryInUse``, or ``UserFacingError`` where the folder cannot be written to.
        """
        self.path = lock_file(library)
        try:
            self._file: BinaryIO = self.path.open("a+b")
        except OSError as error:
            raise UserFacingError(
                Message("{name} cannot be locked.", {"name": library.name}),
                safe=Message("Nothing was changed."),
                why=Message("The system says: {reason}", {"reason": error.strerror or str(error)}),
            ) from error
        free = _lock(self._file)
        owner = _owner(self._file)
        elsewhere = owner.get("host", socket.gethostname()) != socket.gethostname()
        if not free or (elsewhere and not over):
            self._file.close()
            raise LibraryInUse(library, owner, elsewhere=free and elsewhere)
        self._file.truncate(0)
        self._file.write(json.dumps({"host": socket.gethostname(), "pid": os.getpid()}).encode())
        self._file.flush()

    def release(self) -> None:
        """Give the lock back. The empty file stays: removing it would let two take it at once."""
        self._file.truncate(0)
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.release()


def lock_file(library: Path) -> Path:
    """Return the file that is locked for a library."""
    return library.with_name(f".{library.name}.lock")


def _owner(file: BinaryIO) -> dict[str, Any]:
    file.seek(0)
    try:
        owner = json.loads(file.read(1000))
    except ValueError:
        return {}  # nobody, or half written
    return owner if isinstance(owner, dict) else {}


def _lock(file: BinaryIO) -> bool:
    """Take the system's lock; False where somebody has it."""
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
