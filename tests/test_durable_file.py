"""Files are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdesk import durable_file
from kcdesk.domain.error import UserFacingError
from kcdesk.durable_file import make_folder, read_file, write_file


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_file.sys, "platform", "win32")
    monkeypatch.setattr(durable_file, "PAUSE", 0)


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_file(path, b"old")
    write_file(path, b"new")
    assert read_file(path) == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_is_made_durable_after_the_file(tmp_path: Path, monkeypatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable_file, "sync_folder", synced.append)
    write_file(tmp_path / "a.json", b"x")
    assert synced == [tmp_path]


def test_a_file_that_another_program_holds_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch, fast
) -> None:
    held, rename = [1, 1, 1], Path.replace

    def busy(draft: Path, path: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "held")
        return rename(draft, path)

    monkeypatch.setattr(Path, "replace", busy)
    write_file(tmp_path / "a.json", b"x")
    assert read_file(tmp_path / "a.json") == b"x"


def test_a_file_that_stays_held_is_said_and_left_as_it_was(
    tmp_path: Path, monkeypatch, fast
) -> None:
    path, asked = tmp_path / "a.json", []
    path.write_bytes(b"old")

    def busy(draft: Path, _path: Path) -> None:
        asked.append(draft)
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(UserFacingError, match="cannot be written"):
        write_file(path, b"new")
    assert len(asked) == durable_file.ATTEMPTS
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_trouble_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="cannot be read"):
        read_file(tmp_path / "none")
    with pytest.raises(UserFacingError, match="cannot be written"):
        write_file(tmp_path / "none" / "a", b"")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserFacingError, match="cannot be made"):
        make_folder(tmp_path / "file" / "folder")


def test_a_file_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.json"
    with path.open("wb") as file:
        file.truncate(durable_file.LARGEST + 1)  # sparse: it takes no room on the disk
    with pytest.raises(UserFacingError, match="cannot be read") as told:
        read_file(path)
    assert "larger than 512 MB" in str(told.value.why)
