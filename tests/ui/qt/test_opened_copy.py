"""Copies for other programs: nobody else reads them, and they do not outlive what they are of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcdesk.ui.qt.opened_copy import forget_copies, new_copy


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_a_copy_has_its_name_and_is_for_its_user_alone(place: Path) -> None:
    copy = new_copy("Kalkyl/../Avtal.pdf", b"%PDF")
    assert (copy.name, copy.read_bytes()) == ("Avtal.pdf", b"%PDF")
    assert copy.parent.parent == place
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert new_copy("", b"x").name == "copy"
    assert new_copy("Avtal: nytt?.pdf", b"x").name == "Avtal- nytt-.pdf"


def test_what_a_link_of_somebody_else_leads_to_is_left_alone(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.write_bytes(b"x")
    own.chmod(0o755)
    theirs = place / "kcdesk-opened-theirs"
    theirs.mkdir()
    (theirs / "x").symlink_to(own)
    forget_copies()
    assert own.stat().st_mode & 0o777 == 0o755
    assert not theirs.exists()


def test_all_are_forgotten_at_once(place: Path) -> None:
    other = place / "annat"
    other.mkdir()
    new_copy("a", b"1")
    new_copy("b", b"2")
    forget_copies()
    assert [*place.iterdir()] == [other]


def test_what_a_killed_program_left_goes_with_the_next_copy(place: Path) -> None:
    left, fresh = new_copy("a", b"1").parent, new_copy("b", b"2").parent
    os.utime(left, (0, 0))
    made = new_copy("c", b"3").parent
    assert {*place.iterdir()} == {fresh, made}


def test_they_go_when_the_program_ends(place: Path) -> None:
    work = "from kcdesk.ui.qt.opened_copy import new_copy; print(new_copy('a.txt', b'x'))"
    run = subprocess.run(  # our own program
        [sys.executable, "-c", work],
        env={**os.environ, "TMPDIR": str(place), "TEMP": str(place)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip().startswith(str(place))
    assert [*place.iterdir()] == []
