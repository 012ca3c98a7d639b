"""How rows look in a meeting file; all of it follows from the declarations of the rows.

A file is one JSON object:

    {"format": "kcdesk-meeting", "version": 1,
     "body": {…, "boards": […], "memberships": […]},
     "persons": [{…, "aliases": […], "parties": […]}],
     "meeting": {…, "participants": […], "items": [{…, "decisions": [{…, "blocks": […]}]}]}}

Rows stand in lists inside the row that owns them, and their order is that of the list. Fields with
their default value are left out, and so is what follows from the place (owner, position, the
meeting's body), and what means something in one library alone. References are ids.
"""

from __future__ import annotations

from typing import Final

from kcdesk.domain.body import Body
from kcdesk.domain.catalogue import NOUNS
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.person import Person
from kcdesk.domain.row import Row, fields_kept_here, fields_of, once, owned_types

FORMAT: Final = "kcdesk-meeting"
VERSION: Final = 1
BODY, PERSONS, MEETING = Body.table, Person.plural, Meeting.table

_MODULES = [noun.__name__ for noun in NOUNS]
_IMPLIED = {"owner_id", "position"}


@once
def file_fields(cls: type[Row]) -> tuple[str, ...]:
    """Return the names of the fields that a row has in a file, ``id`` first."""
    implied = _IMPLIED | fields_kept_here(cls) | ({"body_id"} if cls is Meeting else set())
    return tuple(name for name in fields_of(cls) if name not in implied)


@once
def file_lists(cls: type[Row]) -> tuple[type[Row], ...]:
    """Return the classes of the rows that a row owns, as its lists follow each other in a file.

    Registration depends on which module was imported first, a file must not; rows of the same
    kind (sub-items) come last.
    """
    return tuple(
        sorted(
            owned_types(cls.table),
            key=lambda owned: (owned is cls, _MODULES.index(owned.__module__)),
        )
    )
