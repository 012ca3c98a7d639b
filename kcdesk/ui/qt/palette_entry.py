"""What can be gone to or done, as a line of the command palette; panels may add their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """``title`` is found by its letters, ``place`` (a menu, a panel, a register) as well; ``keys``
    are shown; ``key`` tells lines apart.
    """

    key: str
    title: str
    run: Callable[[], object] = field(compare=False)
    place: str = ""
    keys: str = ""

    @property
    def id(self) -> str:
        """What stays the same while a list of lines changes."""
        return self.key


@runtime_checkable
class PaletteSource(Protocol):
    """A panel with entries that are no actions of its menu."""

    def palette_entries(self) -> Sequence[PaletteEntry]:
        """Return them."""
        ...
