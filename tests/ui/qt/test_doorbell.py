"""A second start calls upon the first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcdesk.ui.qt.doorbell import Doorbell, ring


@pytest.fixture(params=["a folder of the user's own", "none"])
def runtime(request, tmp_path_factory, monkeypatch) -> None:
    if request.param == "none":
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    else:
        folder = tmp_path_factory.mktemp("r")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


RING = """
import os, sys
from pathlib import Path
from kcdesk.ui.qt.doorbell import ring
print(ring(Path(sys.argv[1]), os.getpid()))
"""


def rung(library: Path) -> subprocess.Popen[str]:
    """Ring from a program of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RING, str(library)], stdout=subprocess.PIPE, text=True
    )


def test_who_listens_hears_it(runtime, qtbot, tmp_path: Path, monkeypatch) -> None:
    bell = Doorbell(tmp_path / "a.kcdesk")
    assert bell.listens
    with qtbot.waitSignal(bell.rung):
        caller = rung(tmp_path / "a.kcdesk")
    qtbot.waitUntil(lambda: caller.poll() is not None)
    assert caller.communicate()[0] == "True\n"
    bell.stop()


def test_the_token_that_lets_a_window_come_forward_is_handed_on(
    runtime, qtbot, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "from-the-desktop")
    bell = Doorbell(tmp_path / "a.kcdesk")
    with qtbot.waitSignal(bell.rung):
        caller = rung(tmp_path / "a.kcdesk")
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN")
    qtbot.waitUntil(lambda: caller.poll() is not None)
    assert caller.communicate()[0] == "True\n"
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "from-the-desktop"
    bell.stop()


def test_where_nobody_listens_nobody_hears(runtime, qtbot, tmp_path: Path) -> None:
    assert not ring(tmp_path / "a.kcdesk", os.getpid())
    bell = Doorbell(tmp_path / "a.kcdesk")
    assert not ring(tmp_path / "b.kcdesk", os.getpid())
    bell.stop()
    assert not ring(tmp_path / "a.kcdesk", os.getpid())


def test_what_a_crash_left_behind_is_no_hindrance(runtime, qtbot, tmp_path: Path) -> None:
    left = Doorbell(tmp_path / "a.kcdesk")
    bell = Doorbell(tmp_path / "a.kcdesk")
    assert bell.listens
    bell.stop()
    left.stop()
