"""A power cut while somebody types: what a disk holds at any moment is a whole library.

The library lies in a file system of its own, inside an image file. A copy of the image, taken in
mid-run, holds what had reached the disk and nothing that was only in memory.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kcdesk.domain.richtext import text_of
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.verification import Finding
from tests.faults.typist import text_until
from tests.storage.sample import begin, only_block, rows_of_a_meeting

ROOT = Path(__file__).resolve().parents[2]
CUTS = 60 if int(os.environ.get("KCDESK_KILLS", "10")) > 10 else 5


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[Path]:
    """Mount an image while the ``with`` statement lasts; only root can."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-o", "loop", str(image), str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount an image here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    made = tmp_path / "disk.img"
    with made.open("wb") as file:
        file.truncate(16 * 1024 * 1024)
    if not shutil.which("mkfs.ext4"):
        pytest.skip("nothing to make a file system with")
    subprocess.run(["mkfs.ext4", "-q", "-F", str(made)], check=True)
    return made


def looked_at(path: Path, stream_id: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the meeting's text, and what does not fit in the library."""
    library = LibraryFile.open(path)
    try:
        return text_of(only_block(library.load(stream_id)).spans), library.verify()
    finally:
        library.close()


class Typist:
    """The typing process, which can be held still."""

    def __init__(self, arguments: list[str]) -> None:
        command = [sys.executable, "-m", "tests.faults.typist", *arguments]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0)
        assert self._process.stdout is not None
        self._said = self._process.stdout.fileno()
        self._text = b""

    def hold_after(self, size: int) -> int:
        """Hold still after so many more bytes of talk; return how much is kept for certain."""
        wanted = len(self._text) + size
        while len(self._text) < wanted:
            more = os.read(self._said, 1024)
            assert more, "the typist has died"
            self._text += more
        self._process.send_signal(signal.SIGSTOP)
        os.set_blocking(self._said, False)
        try:
            while left := os.read(self._said, 65_536):
                self._text += left
        except BlockingIOError:
            os.set_blocking(self._said, True)
        kept = [line for line in self._text.split(b"\n")[:-1] if line.startswith(b"kept ")]
        return int(kept[-1].split()[1]) if kept else 0

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.mark.timeout(36_000)
def test_what_is_on_the_disk_is_whole_and_holds_all_that_was_acknowledged(
    tmp_path: Path, image: Path
) -> None:
    dice = random.Random(os.environ.get("KCDESK_SEED", "1"))
    cut = tmp_path / "cut.img"
    with mounted(image, tmp_path / "disk") as disk:
        library = LibraryFile.new(disk / "a.kcdesk")
        stream_id = begin(library, rows_of_a_meeting())
        block_id = only_block(library.load(stream_id)).id
        library.close()
        typist = Typist([str(disk / "a.kcdesk"), stream_id, block_id, "1"])
        try:
            for _ in range(CUTS):
                kept = typist.hold_after(dice.randint(1_000, 12_000))
                shutil.copyfile(image, cut)
                typist.go_on()
                with mounted(cut, tmp_path / "cut") as found:
                    text, findings = looked_at(found / "a.kcdesk", stream_id)
                assert findings == ()
                assert text == text_until(len(text))
                assert len(text) >= kept
        finally:
            typist.end()
    assert kept > 0
