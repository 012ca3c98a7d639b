"""Putting a finished file in its place so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
from pathlib import Path


def put_in_place(draft: Path, path: Path) -> None:
    """Make a finished draft durable and give it its name. Raises ``OSError``."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)
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
