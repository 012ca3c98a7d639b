"""The open library as the window sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kcdesk.services.ports import Journal, Shelf


class OpenLibrary(Journal, Shelf, Protocol):
    """A library file that is open; the window closes it in the end."""

    @property
    def path(self) -> Path:
        """Where the file lies."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""

    def close(self) -> None:
        """Save everything and close. Raises ``UserFacingError`` when saving fails."""
