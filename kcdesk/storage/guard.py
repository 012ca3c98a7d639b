"""Triggers that refuse changes of locked rows, by whatever program.

They are made from the row classes when something is locked, and again after each migration: a new
table or column is guarded without anybody thinking of it. ``drop`` them before tables are rebuilt.
"""

from __future__ import annotations

import sqlite3

from kcdesk.domain.approval import Approval
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.lock import SIGNED_FIELDS, SIGNING_TABLES
from kcdesk.domain.row import Row, fields_outside_seal, types_of

PREFIX = "guard_"

_ABORT = "BEGIN SELECT RAISE(ABORT, 'what is out for signature or sealed never changes'); END"
_LOCKED = "EXISTS (SELECT 1 FROM locked_row WHERE id = {id})"
_SEALED = "EXISTS (SELECT 1 FROM approval WHERE id = {id} AND sealed_on IS NOT NULL)"


def wanted() -> dict[str, str]:
    """Return the statements that make the triggers, by the triggers' names."""
    made: dict[str, str] = {}
    for table in sorted(ROW_TYPES):
        for event, when in _conditions(ROW_TYPES[table]).items():
            name = f"{PREFIX}{table}_{event.lower()}"
            made[name] = f"CREATE TRIGGER {name} BEFORE {event} ON [{table}]\nWHEN {when}\n{_ABORT}"
    name = f"{PREFIX}locked_row_insert"
    again = _LOCKED.format(id="NEW.id")
    made[name] = f"CREATE TRIGGER {name} BEFORE INSERT ON locked_row\nWHEN {again}\n{_ABORT}"
    return made


def install(connection: sqlite3.Connection) -> None:
    """Make the triggers as they are to be now, within the caller's transaction."""
    there = installed(connection)
    for name, statement in wanted().items():
        if there.get(name) != statement:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
            connection.execute(statement)


def drop(connection: sqlite3.Connection) -> None:
    """Take the triggers away, before tables are rebuilt."""
    for name in installed(connection):
        connection.execute(f"DROP TRIGGER {name}")


def installed(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the triggers that are there, as they were made."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB ?"
    return dict(connection.execute(query, (f"{PREFIX}*",)).fetchall())


def is_needed(connection: sqlite3.Connection) -> bool:
    """Return whether anything is out for signature or sealed."""
    if not connection.execute("PRAGMA table_list(seal)").fetchall():
        return False  # a form of long ago, as some tests make it
    return connection.execute("SELECT 1 FROM seal LIMIT 1").fetchone() is not None


def _conditions(cls: type[Row]) -> dict[str, str]:
    """Return by event when a change of this table's rows is refused; no S608: our own names."""
    if cls is Approval:
        return _approval_conditions()
    if cls.table in SIGNING_TABLES:
        return _signing_conditions(cls)
    conditions = {
        "UPDATE": f"{_LOCKED.format(id='OLD.id')} AND ({_changed(_fixed(cls))})",
        "DELETE": _LOCKED.format(id="OLD.id"),
        "INSERT": f"{_LOCKED.format(id='NEW.id')} OR {_LOCKED.format(id='NEW.owner_id')}",
    }
    if cls.outside_seal:  # may come under a locked row, and change there
        return {}
    moved_in = f"NEW.owner_id IS NOT OLD.owner_id AND {_LOCKED.format(id='NEW.owner_id')}"
    return {**conditions, "UPDATE": f"({conditions['UPDATE']}) OR ({moved_in})"}


def _approval_conditions() -> dict[str, str]:
    sent = "OLD.sent_on IS NOT NULL"
    still = f"{sent} AND NEW.sent_on IS NOT NULL"
    kept = ("stream_id", "owner_id", "items", "fingerprint")
    sealed = ("id", *kept, *SIGNED_FIELDS, "sent_on", "sealed_on")
    return {
        "UPDATE": f"({still} AND ({_changed(kept)})) "
        f"OR (OLD.sealed_on IS NOT NULL AND ({_changed(sealed)}))",
        "DELETE": sent,
        "INSERT": "EXISTS (SELECT 1 FROM approval WHERE id = NEW.id AND sent_on IS NOT NULL)",
    }


def _signing_conditions(cls: type[Row]) -> dict[str, str]:
    was, comes = _SEALED.format(id="OLD.owner_id"), _SEALED.format(id="NEW.owner_id")
    conditions = {"UPDATE": f"{was} OR {comes}", "DELETE": was}
    # The signed copy may come back when all is sealed already.
    return conditions if cls.table == "signed_copy" else {**conditions, "INSERT": comes}


def _fixed(cls: type[Row]) -> tuple[str, ...]:
    outside = fields_outside_seal(cls)
    return ("stream_id", *(name for name in types_of(cls) if name not in outside))


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.[{name}] IS NOT OLD.[{name}]" for name in dict.fromkeys(columns))
