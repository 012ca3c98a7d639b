"""A damaged library's way back: the newest whole backup, offered and put in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import _, current

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.desktop.ports import GoodBackup

Way = Callable[[Path], UserFacingError | None]


def offer(desktop: Desktop, path: Path, box: QMessageBox) -> dict[QAbstractButton, Way]:
    """Add to what is said of a damaged library how to get most of it back, if that is possible."""
    recovery = desktop.ports.recovery
    backup = recovery.newest(path) if recovery is not None and path.exists() else None
    if backup is None:
        return {}
    when = _("Restore the backup from {when}", when=_moment(desktop, backup.taken))
    button = box.addButton(when, QMessageBox.ButtonRole.ActionRole)
    told = box.informativeText()
    box.setInformativeText(f"{told}\n{_missing(desktop, backup)}\n{_kept_aside()}")

    def restore(library: Path) -> UserFacingError | None:
        return _restore(desktop, library, backup)

    return {button: restore}


def _restore(desktop: Desktop, path: Path, backup: GoodBackup) -> UserFacingError | None:
    assert desktop.ports.recovery is not None
    is_open = desktop.library is not None and desktop.library.path == path
    if is_open and not desktop.close_library():  # it has said why
        return None
    try:
        aside = desktop.ports.recovery.restore(path, backup.path)
    except UserFacingError as error:
        return error
    if not desktop.open(path) or desktop.window is None:  # it has said why
        return None
    kept = _("The damaged file is kept as {name}.", name=aside.name) if aside else ""
    desktop.window.bar.announce(f"{_missing(desktop, backup)} {kept}".rstrip(), stays=True)
    return None


def _missing(desktop: Desktop, backup: GoodBackup) -> str:
    taken = _moment(desktop, backup.taken)
    if backup.changed <= backup.taken:
        return _("The backup from {taken} is as new as the damaged file.", taken=taken)
    return _(
        "What was written from {taken} to {changed} is missing from the backup.",
        taken=taken,
        changed=_moment(desktop, backup.changed),
    )


def _kept_aside() -> str:
    return _("The damaged file is kept beside it.")


def _moment(desktop: Desktop, instant: datetime) -> str:
    """Return a day and time where the user is: "ons 18 nov. 14.05"."""
    now = desktop.ports.clock.local()
    local = instant.astimezone(now.tzinfo)
    day = current().near_day(local.date(), now.date())
    return f"{day} {current().clock(local.time())}"
