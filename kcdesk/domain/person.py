"""People, by their names over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.row import Row, row_type


@row_type("person", "persons", owners=("library",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """Somebody who takes part in meetings. ``initials`` is what the keyboard expands."""

    name: str = ""
    organisation: str = ""
    title: str = ""
    initials: str = ""
    email: str = ""
    note: str = ""


@row_type("person_alias", "aliases", owners=("person",))
@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAlias(Row):
    """Another spelling of the same person's name."""

    name: str = ""


@row_type("party_membership", "parties", owners=("person",))
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMembership(Row):
    """The party a person stands for, e.g. "S"; first and last day, None where open."""

    party: str = ""
    from_day: date | None = None
    until_day: date | None = None
