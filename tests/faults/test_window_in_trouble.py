"""A disk that takes nothing is told in the window, typing goes on, and all is saved in the end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kcdesk.storage.connection import BUSY_TIMEOUT
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.writer import RETRY
from tests.faults.test_full_disk import small_disk  # noqa: F401  # a fixture
from tests.faults.test_kill import DEEP, new_library
from tests.faults.window_typist import text_until, written

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30 if DEEP else 2
"""How long the trouble lasts."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set the POSIX way")


def seen_in_trouble(path: Path, kind: str, rescued: Path) -> dict[str, Any]:
    settings = rescued.with_suffix(".ini")
    arguments = [str(path), str(settings), kind, str(SECONDS), str(rescued)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.window_in_trouble", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def text_in(path: Path, meeting_id: str) -> str:
    library = LibraryFile.open(path)
    assert library.verify() == ()
    text = written(library.load(meeting_id))
    library.close()
    return text


def judge(path: Path, meeting_id: str, told: dict[str, Any]) -> None:
    assert told["before"].startswith("✓")
    assert told["banner"].startswith("⚠")
    assert told["after"].startswith("✓")
    assert told["typed_in_trouble"] > 20
    assert told["text"] == text_until(len(told["text"]))
    assert text_in(path, meeting_id) == told["text"]


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    meeting_id = new_library(tmp_path / "a.kcdesk")
    told = seen_in_trouble(tmp_path / "a.kcdesk", "limit", tmp_path / "copy.kcdesk")
    judge(tmp_path / "a.kcdesk", meeting_id, told)


def test_a_full_disk_and_a_copy_elsewhere(small_disk: Path, tmp_path: Path) -> None:  # noqa: F811
    path, rescued = small_disk / "a.kcdesk", tmp_path / "copy.kcdesk"
    meeting_id = new_library(path)
    told = seen_in_trouble(path, "ballast", rescued)
    judge(path, meeting_id, told)
    copied = text_in(rescued, meeting_id)
    assert told["text"].startswith(copied)
    assert len(copied) > len(told["text"]) - 200


def test_a_library_that_another_program_keeps_to_itself(tmp_path: Path) -> None:
    """It is tried again so often that all is saved within a second after the other lets go."""
    assert RETRY + BUSY_TIMEOUT <= 1
    meeting_id = new_library(tmp_path / "a.kcdesk")
    told = seen_in_trouble(tmp_path / "a.kcdesk", "lock", tmp_path / "copy.kcdesk")
    judge(tmp_path / "a.kcdesk", meeting_id, told)
