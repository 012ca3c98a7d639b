"""A full disk is told, typing goes on, and nothing is lost when there is room again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcdesk.domain.richtext import text_of
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin, only_block, rows_of_a_meeting

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set the POSIX way")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "kcdesk-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill_and_free(folder: Path, kind: str, rescued: Path) -> tuple[Path, str, str]:
    path = folder / "a.kcdesk"
    library = LibraryFile.new(path)
    stream_id = begin(library, rows_of_a_meeting())
    block_id = only_block(library.load(stream_id)).id
    library.close()
    arguments = [str(path), stream_id, block_id, kind, str(rescued)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.full_disk", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return path, stream_id, done.stdout


def text_in(path: Path, stream_id: str) -> str:
    library = LibraryFile.open(path)
    assert library.verify() == ()
    text = text_of(only_block(library.load(stream_id)).spans)
    library.close()
    return text


def test_a_file_that_may_not_grow_is_saved_when_it_may(tmp_path: Path) -> None:
    path, stream_id, text = fill_and_free(tmp_path, "limit", tmp_path / "none")
    assert "skrivs det vidare" in text
    assert text_in(path, stream_id) == text


def test_from_a_full_disk_a_copy_is_saved_elsewhere(small_disk: Path, tmp_path: Path) -> None:
    rescued = tmp_path / "räddad.kcdesk"
    path, stream_id, text = fill_and_free(small_disk, "ballast", rescued)
    assert "skrivs det vidare" in text
    assert text_in(rescued, stream_id) == text
    assert text_in(path, stream_id) == text
