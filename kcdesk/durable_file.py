"""Files that are whole or not there: a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
import sys
import time
import uuid
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message

ATTEMPTS = 10
"""How often a rename is tried on Windows, where a virus scanner may hold a new file for a while."""

LARGEST = 512 * 1024**2
"""Bytes of a file that is read whole: minutes with all their attachments are well below it."""

PAUSE = 0.05
"""Seconds between two attempts."""


def read_file(path: Path) -> bytes:
    """Return a file's content. Raises ``UserFacingError``, also for what is no file of ours: it
    would fill the memory before anybody saw that.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise UserFacingError(
                    Message("{name} cannot be read", {"name": path.name}),
                    why=Message("It is larger than {limit} MB.", {"limit": LARGEST // 1024**2}),
                )
            return file.read()
    except OSError as error:
        raise _trouble(Message("{name} cannot be read", {"name": path.name}), error) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises ``UserFacingError``."""
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        draft.write_bytes(content)
        put_in_place(draft, path)
    except OSError as error:
        discard(draft)
        raise _trouble(Message("{name} cannot be written", {"name": path.name}), error) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises ``UserFacingError``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _trouble(Message("{name} cannot be made", {"name": path.name}), error) from error


def put_in_place(draft: Path, path: Path) -> None:
    """Make a finished draft durable and give it its name. Raises ``OSError``."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    _rename(draft, path)
    sync_folder(path.parent)


def discard(draft: Path) -> None:
    """Take a draft away, with its journal, after the making of it failed."""
    for path in (draft, draft.with_name(draft.name + "-journal")):
        if path.exists():
            path.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable, on systems that let folders be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _rename(draft: Path, path: Path) -> None:
    attempts = ATTEMPTS if sys.platform == "win32" else 1
    for left in reversed(range(attempts)):
        try:
            draft.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(PAUSE)
        else:
            return


def _trouble(happened: Message, error: OSError) -> UserFacingError:
    why = Message("The system says: {reason}", {"reason": error.strerror or str(error)})
    return UserFacingError(happened, why=why)
