"""A damaged file is never shown as whole; the newest good backup takes its place."""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.records import Records
from kcdesk.services.session import EditingSession
from kcdesk.storage.backup import Backups, is_whole, restore
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin, only_block, rows_of_a_meeting, type_text

DAMAGES = 300 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 40
AT = datetime(2026, 3, 2, tzinfo=UTC)


def read(path: Path, stream_id: str) -> Records | None:
    """Return the meeting, or None where the file is refused or found changed."""
    try:
        library = LibraryFile.open(path, reading=True)
    except UserFacingError:
        return None
    try:
        return None if library.verify() else library.load(stream_id)
    except UserFacingError:
        return None
    finally:
        library.close()


def test_a_damaged_file_is_refused_or_shows_exactly_what_was_written(tmp_path: Path) -> None:
    dice = random.Random(2026)
    path = tmp_path / "a.kcdesk"
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    type_text(session, only_block(session.records).id, "Ordföranden öppnade mötet. " * 200)
    session.close_typing()
    backups = Backups(tmp_path / "backups", path, lambda: AT)
    backups.make(library.copy_to)
    library.close()
    whole = path.read_bytes()
    refused = 0
    for _ in range(DAMAGES):
        damaged = bytearray(whole)
        if dice.random() < 0.3:
            del damaged[dice.randrange(len(damaged)) :]
        else:
            size = dice.choice((1, 16, 4096))
            low = dice.randrange(len(damaged) - size)
            damaged[low : low + size] = bytes([dice.randrange(256)]) * size
        path.write_bytes(damaged)
        shown = read(path, session.stream_id)
        assert shown is None or shown == session.records
        refused += shown is None
    assert refused > DAMAGES / 4

    good = backups.newest_good()
    assert good is not None
    aside = restore(good, path, AT)
    assert aside is not None
    assert aside.read_bytes() == bytes(damaged)
    assert is_whole(path)
    assert read(path, session.stream_id) == session.records
