"""``kill -9`` at random while somebody types into the real window: no word that was acknowledged is
lost.

KCDESK_KILLS says how often (10 in ``make test``, 1,000 in ``make faults``), KCDESK_SEED which dice.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kcdesk.domain.regime import Regime
from kcdesk.services.create_body import create_body
from kcdesk.storage.library_file import LibraryFile
from tests.faults.window_typist import text_until, written
from tests.storage.sample import begin, rows_of_a_meeting

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KCDESK_KILLS", "10"))
DEEP = KILLS > 10
"""Only the long run judges by the clock: a busy machine may hold the writer up."""
GRACE = float(os.environ.get("KCDESK_GRACE", "0.5"))
"""Seconds after which a key must be kept though nobody has said so."""
KILLS_PER_LIBRARY = 25


def type_until_killed(path: Path, seed: str, keys: int, rest: float) -> tuple[int, int]:
    """Kill the window after some keys and a rest, during which it types on; returns how many
    characters were kept for certain, and how many had been typed half a second earlier.
    """
    arguments = [str(path), str(path.with_suffix(".ini")), seed]
    command = [sys.executable, "-m", "tests.faults.window_typist", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    kept, typed = 0, []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as typist:
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
        time.sleep(rest)
        typist.kill()
        killed_at = time.monotonic()
        for line in typist.stdout:  # what it had said before it died
            word, count, *when = line.split()
            if line.endswith("\n") and word == "kept":
                kept = int(count)
            elif line.endswith("\n"):
                typed.append((int(count), float(when[0])))
    earlier = [count for count, when in typed if when <= killed_at - GRACE]
    return kept, max(earlier, default=0)


def new_library(path: Path) -> str:
    """Make a library with a body and a meeting with one empty text; returns the meeting's id."""
    library = LibraryFile.new(path)
    body_id = create_body("Styrelsen", Regime.BOARD, organisation="Kommunen").begin(library)
    meeting_id = begin(library, rows_of_a_meeting(body_id))
    library.close()
    return meeting_id


@pytest.mark.timeout(36_000)
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    dice = random.Random(os.environ.get("KCDESK_SEED", "1"))
    path, meeting_id = tmp_path / "0.kcdesk", ""
    for number in range(KILLS):
        if number % KILLS_PER_LIBRARY == 0:
            path = tmp_path / f"{number}.kcdesk"
            meeting_id = new_library(path)
        keys, rest = dice.randint(5, 200), dice.choice((0, 0.01, 0.1, 0.4))
        kept, earlier = type_until_killed(path, str(dice.random()), keys, rest)
        looking = LibraryFile.open(path, reading=True)
        found = written(looking.load(meeting_id))
        looking.close()
        library = LibraryFile.open(path)
        assert written(library.load(meeting_id)) == found == text_until(len(found))
        assert len(found) >= kept
        if DEEP:
            assert len(found) >= earlier
        assert library.verify() == ()
        library.close()
        with sqlite3.connect(path) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
        if DEEP:
            sys.__stderr__.write(f"kill {number + 1}: {kept} kept of {len(found)} found\n")
