"""Where files live: those that ship with the program, and the user's own."""

from __future__ import annotations

from pathlib import Path

import kcdesk

_PACKAGE = Path(kcdesk.__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return a shipped folder (``resources``, ``translations``).

    In a source checkout it lies beside the package, in a wheel or a frozen program inside it.
    """
    if (_PACKAGE.parent / "pyproject.toml").exists():
        return _PACKAGE.parent / name
    return _PACKAGE / name


def resource(*parts: str) -> Path:
    """Return a file under ``resources``."""
    return shipped("resources").joinpath(*parts)


def user_data() -> Path:
    """Return the folder for libraries and backups; made when first asked for."""
    import platformdirs

    return Path(platformdirs.user_data_dir("kcdesk", appauthor=False, ensure_exists=True))


def default_library() -> Path:
    """Return where the first library is made."""
    return user_data() / "Minutes.kcdesk"


def crash_folder() -> Path:
    """Return where reports of bugs are kept."""
    return user_data() / "crashes"
