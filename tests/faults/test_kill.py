"""``kill -9`` at random while somebody types: no word that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.richtext import text_of
from kcdesk.storage.library_file import LibraryFile
from tests.faults.typist import text_until
from tests.storage.sample import begin, only_block, rows_of_a_meeting

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KCDESK_KILLS", "10"))
DEEP = KILLS > 10
"""Only the long run judges by the clock: a busy machine may hold the writer up."""
KILLS_PER_LIBRARY = 25


def type_until_killed(arguments: list[str], keys: int) -> tuple[int, int]:
    """Kill a typist after some keys; returns how many characters were kept for certain, and how
    many had been typed half a second earlier."""
    command = [sys.executable, "-m", "tests.faults.typist", *arguments]
    kept, typed = 0, []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "ready\n"
        for line in typist.stdout:
            word, count, *when = line.split()
            if word == "kept":
                kept = int(count)
            else:
                typed.append((int(count), float(when[0])))
            if len(typed) >= keys:
                break
        typist.kill()
        killed_at = time.monotonic()
        for line in typist.stdout:  # what it had said before it died
            word, count, *when = line.split()
            if word == "kept" and line.endswith("\n"):
                kept = int(count)
    earlier = [count for count, when in typed if when <= killed_at - 0.5]
    return kept, max(earlier, default=0)


@pytest.mark.timeout(36_000)
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    dice = random.Random(os.environ.get("KCDESK_SEED", "1"))
    path, stream_id, block_id = tmp_path / "0.kcdesk", "", ""
    for number in range(KILLS):
        if number % KILLS_PER_LIBRARY == 0:
            path = tmp_path / f"{number}.kcdesk"
            library = LibraryFile.new(path)
            stream_id = begin(library, rows_of_a_meeting())
            block_id = only_block(library.load(stream_id)).id
            library.close()
        arguments = [str(path), stream_id, block_id, str(dice.random())]
        kept, earlier = type_until_killed(arguments, dice.randint(5, 300))
        looking = LibraryFile.open(path, reading=True)
        found = text_of(only_block(looking.load(stream_id)).spans)
        looking.close()
        library = LibraryFile.open(path)
        records = library.load(stream_id)
        assert text_of(only_block(records).spans) == found == text_until(len(found))
        assert len(found) >= kept
        if DEEP:
            assert len(found) >= earlier
        assert records.root(Meeting).note in found
        assert library.verify() == ()
        library.close()
        with sqlite3.connect(path) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
