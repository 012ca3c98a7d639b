"""Where the shipped files are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdesk import paths


def test_in_a_checkout_they_lie_beside_the_package(tmp_path: Path, monkeypatch) -> None:
    package = tmp_path / "kcdesk"
    package.mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.shipped("resources") == tmp_path / "resources"


@pytest.mark.parametrize("stray", ["pyproject.toml", "resources/x"])
def test_in_a_wheel_they_lie_inside_whatever_others_leave_beside(
    tmp_path: Path, monkeypatch, stray: str
) -> None:
    inside = tmp_path / "kcdesk" / "resources"
    for path in (inside, (tmp_path / stray).parent):
        path.mkdir(parents=True, exist_ok=True)
    (tmp_path / stray).write_bytes(b"")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kcdesk")
    assert paths.shipped("resources") == inside


def test_what_cannot_be_looked_at_is_not_there(tmp_path: Path) -> None:
    endless = tmp_path / ("x" * 300)
    assert not paths.is_there(endless)
    assert not paths.is_folder(endless)
    assert paths.is_there(tmp_path)
    assert paths.is_folder(tmp_path)
