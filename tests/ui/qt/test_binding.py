"""The binding of Qt to Python: a loop that some pairs of versions do not survive.

PySide6 6.12.0 with Python 3.10 and 3.11 drops a reference on None and True at nearly every call
and aborts after some thousand calls; pyproject.toml pins accordingly.
"""

from __future__ import annotations

import os
import subprocess
import sys

LOOP = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print(label.text())
"""


def test_twenty_thousand_calls_leave_python_alive() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOP], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "19999"), done.stderr
