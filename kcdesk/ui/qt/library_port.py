"""The open library as the window sees it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from kcdesk.services.ports import Finding, Importer, Journal, Shelf


class OpenLibrary(Journal, Shelf, Importer, Protocol):
    """A library file that is open; the window closes it in the end."""

    @property
    def path(self) -> Path:
        """Where the file lies."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""

    def verify(self) -> Sequence[Finding]:
        """Return what another tool has changed. Reads everything: never on the GUI's thread."""

    def copy_to(self, path: Path) -> None:
        """Copy what is stored to a new file, saving edits meanwhile. Never on the GUI's thread
        while somebody types.
        """

    def rescue_to(self, path: Path) -> None:
        """Make a copy that also holds what cannot be saved here. Raises ``UserFacingError``."""

    def close(self) -> None:
        """Save everything and close. Raises ``UserFacingError`` when saving fails."""
