"""One program at a time writes to a library; a dead one does not keep others out."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcdesk.domain.error import UserFacingError
from kcdesk.services.library_in_use import LibraryInUse
from kcdesk.system import lock
from kcdesk.system.lock import LibraryLock, lock_file

HOLDER = """
import sys
from pathlib import Path
from kcdesk.system.lock import LibraryLock
lock = LibraryLock(Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    library = tmp_path / "a.kcdesk"
    with LibraryLock(library):
        assert lock_file(library).read_text().startswith(f"{os.getpid()} ")
    assert lock_file(library).read_text() == ""
    LibraryLock(library).release()


def test_a_second_program_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    library = tmp_path / "a.kcdesk"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        with pytest.raises(LibraryInUse) as caught:
            LibraryLock(library)
        assert not caught.value.elsewhere
        assert str(holder.pid) in str(caught.value.why)
        holder.kill()
    LibraryLock(library).release()


def test_another_machine_is_asked_about(tmp_path: Path) -> None:
    library = tmp_path / "a.kcdesk"
    lock_file(library).write_text("7 elsewhere")
    with pytest.raises(LibraryInUse) as caught:
        LibraryLock(library)
    assert caught.value.elsewhere
    assert "elsewhere" in str(caught.value.why)
    assert "nobody" in str(caught.value.remedy)
    LibraryLock(library, over=True).release()
    LibraryLock(library).release()


@pytest.mark.parametrize("left", ["7", "7 ", "x elsewhere", "\\xff"])
def test_a_half_written_lock_is_nobodys(tmp_path: Path, left: str) -> None:
    library = tmp_path / "a.kcdesk"
    lock_file(library).write_text(left)
    LibraryLock(library).release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="cannot be locked"):
        LibraryLock(tmp_path / "none" / "a.kcdesk")


def test_a_disk_that_knows_no_locks_is_not_another_program(tmp_path: Path, monkeypatch) -> None:
    def unknown(_file: object) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", unknown)
    with pytest.raises(UserFacingError, match="cannot be locked") as caught:
        LibraryLock(tmp_path / "a.kcdesk")
    assert not isinstance(caught.value, LibraryInUse)
    assert "No locks available" in str(caught.value.why)
