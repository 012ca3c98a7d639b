"""Copies of kept files that other programs show: each in a folder of its own, gone when the program
ends, and before that where somebody destroys drafts for good.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path, PurePath

from kcdesk.services.file_name import file_name

_PREFIX = "kcdesk-opened-"
_OLD = 24 * 3600
"""Seconds after which a copy is left from a program that was killed."""


def new_copy(name: str, content: bytes) -> Path:
    """Return the path of a new copy that only this user can read, and nobody can change."""
    for folder in _folders(""):
        if time.time() - _made_at(folder) > _OLD:
            _remove(folder)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    atexit.unregister(_forget_own)
    atexit.register(_forget_own)
    copy = folder / file_name(PurePath(name).name or "copy")
    copy.write_bytes(content)
    copy.chmod(0o400)
    return copy


def forget_copies() -> None:
    """Remove all copies there are, whichever run of the program made them."""
    for folder in _folders(""):
        _remove(folder)


def _forget_own() -> None:
    for folder in _folders(f"{os.getpid()}-"):
        _remove(folder)


def _folders(whose: str) -> list[Path]:
    found = Path(tempfile.gettempdir()).glob(f"{_PREFIX}{whose}*")
    return [each for each in found if each.is_dir()]


def _made_at(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:  # another run of the program has just removed it
        return time.time()


def _remove(folder: Path) -> None:
    if sys.platform == "win32":  # which removes nothing that may not be written
        for file in folder.glob("*"):
            file.chmod(0o600)
    # Another user's stays, and on Windows what a viewer holds open: until the next time.
    shutil.rmtree(folder, ignore_errors=True)
