"""Which language the command line speaks: the system's, where that is Swedish; else English."""

from __future__ import annotations

import os
from collections.abc import Mapping

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext looks them up


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return "sv" or "en"."""
    for name in _VARIABLES:
        if value := environment.get(name):
            return _language(value)
    import locale

    return _language(locale.getlocale()[0] or "")


def _language(name: str) -> str:
    # Windows calls it "Swedish_Sweden".
    return "sv" if name.lower().startswith(("sv", "swedish")) else "en"
