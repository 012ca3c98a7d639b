"""One program at a time writes to a library.

The lock is the operating system's, on a file beside the library, so it frees itself when its owner
dies. The file says who has it, for the message, and for shares whose locks do not reach other
machines.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO, Self

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 2**30
"""Where Windows locks a byte: beyond the text, which others must be able to read."""

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""How the systems say that somebody has the lock; any other error is trouble with the disk."""


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
            raise _cannot_lock(library, error) from error
        try:
            self._take(library, over=over)
        except BaseException:
            self._file.close()
            raise

    def _take(self, library: Path, *, over: bool) -> None:
        try:
            free = _lock(self._file)
            pid, host = _owner(self._file)
            here = _this_machine()
            elsewhere = free and host not in ("", here)
            if not free or (elsewhere and not over):
                from kcdesk.services.library_in_use import LibraryInUse

                raise LibraryInUse(library.name, host=host, pid=pid, elsewhere=elsewhere)
            self._file.truncate(0)
            self._file.write(f"{os.getpid()} {here}".encode())
            self._file.flush()
        except OSError as error:
            raise _cannot_lock(library, error) from error

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


def _this_machine() -> str:
    if sys.platform == "win32":
        import socket

        return socket.gethostname()
    return os.uname().nodename


def _owner(file: BinaryIO) -> tuple[int, str]:
    """Return process and machine of who has the lock; 0 and empty for nobody, or half written."""
    file.seek(0)
    pid, _, host = file.read(1000).decode("utf-8", "replace").partition(" ")
    return (int(pid), host) if pid.isdecimal() and host else (0, "")


def _lock(file: BinaryIO) -> bool:
    """Take the system's lock; False where somebody has it. Raises ``OSError`` where the disk knows
    no locks: to take that for somebody else's would be a lie that nobody could get past.
    """
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def _cannot_lock(library: Path, error: OSError) -> UserFacingError:
    return UserFacingError(
        Message("{name} cannot be locked.", {"name": library.name}),
        safe=Message("Nothing was changed."),
        why=Message("The system says: {reason}", {"reason": error.strerror or str(error)}),
    )
