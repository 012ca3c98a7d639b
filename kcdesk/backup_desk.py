"""How window and command line get their backups: part of the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdesk.paths import user_data

if TYPE_CHECKING:
    from pathlib import Path

    from kcdesk.storage.backup import Backups


def backups_of(library: Path) -> Backups:
    """Return the backups of a library, which lie in the user's own folder."""
    from kcdesk.storage.backup import Backups
    from kcdesk.system.clock import SystemClock

    return Backups(user_data() / "backups", library, SystemClock().now)


def back_up_before_migration(library: Path, version: int) -> None:
    """Keep a library as it is before it gets a newer form. Raises ``UserFacingError``."""
    backups_of(library).before_migration(library, version)
