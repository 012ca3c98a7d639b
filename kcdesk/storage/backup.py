"""Verified copies of a library, kept in a folder of their own and thinned out with age.

A backup must not lie beside the library: what takes the folder (a stolen stick, a wrong click)
would take both.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import discard, put_in_place
from kcdesk.services.damaged_library import DamagedLibrary
from kcdesk.storage.connection import connect
from kcdesk.storage.error import reason

PAGES = 256
"""Pages copied at a time (1 MB); between two such steps waiting edits are saved."""

KEPT = ((timedelta(hours=1), 24), (timedelta(days=1), 14), (timedelta(weeks=1), 8))
"""The newest of each of the last 24 hours, 14 days and 8 weeks is kept."""

_STAMP = "%Y%m%dT%H%M%SZ"


class Backups:
    """The backups of one library. ``root`` is the folder of all backups, outside the library's."""

    def __init__(self, root: Path, library: Path, now: Callable[[], datetime]) -> None:
        place = library.resolve()
        key = hashlib.sha256(str(place).encode()).hexdigest()[:8]
        self.folder = root / f"{library.stem}-{key}"
        self._now = now

    def make(self, copy_to: Callable[[Path], None]) -> Path:
        """Make a backup and thin out the older ones; returns where it lies.

        ``copy_to`` writes the library to a path (``LibraryFile.copy_to``). Raises
        ``UserFacingError`` when no whole copy comes out of it.
        """
        path = self._keep(copy_to, self._now().astimezone(UTC).strftime(_STAMP))
        self._thin_out()
        return path

    def make_if_due(self, copy_to: Callable[[Path], None]) -> Path | None:
        """Make a backup when the newest is an hour old or more; returns it, or None."""
        newest = next(iter(self.all()), None)
        if newest is not None and self._now() - taken_at(newest) < KEPT[0][0]:
            return None
        return self.make(copy_to)

    def replace_all(self, copy_to: Callable[[Path], None]) -> Path:
        """Make a backup and destroy every older one, also those from before migrations: what was
        destroyed in the library must not live on in them. Raises ``UserFacingError``; then the
        older ones are still there.
        """
        before = [*self.folder.glob("*.kcdesk"), *self.folder.glob(".*.draft")]
        made = self.make(copy_to)
        for path in before:
            if path != made:
                _overwrite(path)
                path.unlink(missing_ok=True)
        return made

    def before_migration(self, library: Path, version: int) -> None:
        """Keep a copy of a closed library as it is before a migration; never thinned out."""

        def copy_to(target: Path) -> None:
            source = connect(library, foreign_keys=False)
            try:
                copy(source, target)
            finally:
                source.close()

        stamp = self._now().astimezone(UTC).strftime(_STAMP)
        self._keep(copy_to, f"before-version-{version + 1}-{stamp}")

    def all(self) -> tuple[Path, ...]:
        """Return the regular backups, newest first."""
        return tuple(sorted(self.folder.glob("[0-9]*.kcdesk"), reverse=True))

    def newest_good(self) -> Path | None:
        """Return the newest backup that is whole; None without any."""
        return next((path for path in self.all() if is_whole(path)), None)

    def _keep(self, copy_to: Callable[[Path], None], name: str) -> Path:
        draft = self.folder / f".{name}.draft"
        path = self.folder / f"{name}.kcdesk"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            discard(draft)
            copy_to(draft)
            if not is_whole(draft):
                discard(draft)
                raise _not_whole()
            put_in_place(draft, path)
        except (sqlite3.Error, OSError) as error:
            discard(draft)
            raise UserFacingError(
                Message("No backup could be made of the library."),
                safe=Message("The library itself is as it was."),
                why=reason(error),
                remedy=Message("Free some space, or choose another folder for backups."),
            ) from error
        return path

    def _thin_out(self) -> None:
        stamps = {taken_at(path): path for path in self.all()}
        for stamp in superfluous(stamps, self._now()):
            stamps[stamp].unlink()


def _not_whole() -> DamagedLibrary:
    return DamagedLibrary(
        Message("No backup could be made of the library."),
        safe=Message("The library itself is as it was."),
        why=Message("Its file is damaged: a copy of it is not whole."),
        remedy=Message("Print or export what you have written last, then go back to a backup."),
    )


def _overwrite(path: Path) -> None:
    """Write zeros over a file before it goes, so that its old place on the disk holds nothing."""
    if not path.exists():  # thinned out meanwhile
        return
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
        os.fsync(file.fileno())


def copy(
    source: sqlite3.Connection, target: Path, between: Callable[[], None] | None = None
) -> None:
    """Copy an open library to a new file in steps; ``between`` is called after each."""
    connection = sqlite3.connect(target)
    try:

        def step(_status: int, _remaining: int, _total: int) -> None:
            if between is not None:
                between()

        source.backup(connection, pages=PAGES, progress=step, sleep=0)
    finally:
        connection.close()


def is_whole(path: Path) -> bool:
    """Return whether a copy can be read from end to end. It is opened for reading only."""
    try:
        connection = connect(path, mode="ro")
        try:
            found: str = connection.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False
    return found == "ok"


def restore(backup: Path, library: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a closed library; returns where the original is kept aside.

    The caller holds the library's lock. Raises ``UserFacingError`` before anything is touched
    when the backup is not whole, or when the disk does not take the copy.
    """
    if not is_whole(backup):
        raise UserFacingError(
            Message("{name} cannot be opened.", {"name": backup.name}),
            safe=Message("Nothing was changed."),
            why=Message("The file is damaged."),
            remedy=Message("Choose an older backup."),
        )
    draft = library.with_name(f".{library.name}.restored")
    try:
        shutil.copyfile(backup, draft)
        return _take_the_place_of(library, draft, now)
    except OSError as error:
        discard(draft)
        raise UserFacingError(
            Message("The backup could not be restored."),
            safe=Message("The backup itself is as it was."),
            why=reason(error),
            remedy=Message("Free some space and try again."),
        ) from error


def _take_the_place_of(library: Path, draft: Path, now: datetime) -> Path | None:
    aside = None
    if library.exists():
        stamp = now.astimezone(UTC).strftime(_STAMP)
        aside = library.with_name(f"{library.stem}-before-{stamp}{library.suffix}")
        library.rename(aside)
        journal = library.with_name(library.name + "-journal")
        if journal.exists():  # belongs to the original; beside the backup it would destroy it
            journal.rename(aside.with_name(aside.name + "-journal"))
    put_in_place(draft, library)
    return aside


def taken_at(path: Path) -> datetime:
    """Return when a regular backup was taken."""
    return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)


def superfluous(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the backups that may go: not the newest of any hour, day or week that is kept."""
    newest_first = sorted(stamps, reverse=True)
    kept = set(newest_first[:1])
    for length, count in KEPT:
        oldest = now - length * count
        periods: dict[int, datetime] = {}
        for stamp in newest_first:
            if stamp > oldest:
                periods.setdefault(int(stamp.timestamp() // length.total_seconds()), stamp)
        kept.update(periods.values())
    return set(newest_first) - kept
