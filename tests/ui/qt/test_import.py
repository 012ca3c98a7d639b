"""PySide does not read the source text of our modules as they are imported."""

from __future__ import annotations

import builtins
import subprocess
import sys

import kcdesk.ui  # noqa: F401

LOOK = """
import linecache
import kcdesk.ui.shell.workspace
import kcdesk.ui.screens.item.item_panel
print([name for name in linecache.cache if "kcdesk" in name])
"""


def test_features_of_pyside_do_not_stand_before_import() -> None:
    assert builtins.__import__ is not builtins.__feature_import__


def test_no_source_text_is_read() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
