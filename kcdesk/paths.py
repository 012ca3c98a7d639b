"""Where files live: those that ship with the program, and the user's own."""

from __future__ import annotations

from pathlib import Path

import kcdesk

_PACKAGE = Path(kcdesk.__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return a shipped folder (``resources``, ``translations``).

    In a wheel or a frozen program it lies inside the package, in a source checkout beside it. What
    else lies beside the package is not asked: some wheels leave a pyproject.toml among the others.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Return a file under ``resources``."""
    return shipped("resources").joinpath(*parts)


def is_there(path: Path) -> bool:
    """Return whether there is something at a path that somebody chose; what may not be looked at,
    or cannot be a path at all, is not there.
    """
    try:
        return path.exists()
    except OSError:  # no right to look into the folder, a name that is too long
        return False


def is_folder(path: Path) -> bool:
    """Return whether a path that somebody chose leads to a folder, as ``is_there``."""
    try:
        return path.is_dir()
    except OSError:
        return False


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
