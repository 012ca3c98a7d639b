"""What is needed to mend a bug: versions and traceback."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion

import kcdesk


def report_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return versions and traceback."""
    versions = (
        f"kcdesk {kcdesk.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
