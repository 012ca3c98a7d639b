"""Change a person: names, organisation, and the parties she has stood for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive, Set
from kcdesk.domain.person import PartyMembership, Person, PersonAlias
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id


def edit_person(records: Records, id: str, **fields: Any) -> Group:
    """Change fields of a person. Minutes keep what she was called at the time."""
    return Group(_label(records, id), _settings(records, id, fields))


def remove_person(records: Records, id: str) -> Group:
    """Take a person out of the library; minutes keep her name."""
    return Group(Message("Remove {name}", {"name": _name(records, id)}), records.removal(id))


def set_aliases(records: Records, id: str, names: Sequence[str]) -> Group:
    """Let these be the other spellings of a person's name, and no others."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    known = records.children(id, PersonAlias)
    gone = tuple(alias for alias in known if alias.name not in wanted)
    operations: tuple[Primitive, ...] = ()
    for alias in gone:
        operations += records.removal(alias.id)
    have = {alias.name for alias in known}
    position = records.next_position(id, PersonAlias)
    for name in wanted:
        if name not in have:
            alias = PersonAlias(id=new_id(), owner_id=id, position=position, name=name)
            operations += (Insert(alias),)
            position = between(position, "")
    return Group(_label(records, id), operations)


def add_party(records: Records, id: str, **fields: Any) -> Group:
    """Add a stretch of time during which a person stands for a party."""
    row: Row = PartyMembership(
        id=new_id(), owner_id=id, position=records.next_position(id, PartyMembership), **fields
    )
    return Group(_label(records, id), (Insert(row),))


def edit_party(records: Records, party_id: str, **fields: Any) -> Group:
    """Change a party or its days."""
    owner = records.get(PartyMembership, party_id).owner_id
    return Group(_label(records, owner), _settings(records, party_id, fields))


def remove_party(records: Records, party_id: str) -> Group:
    """Take a party away again."""
    owner = records.get(PartyMembership, party_id).owner_id
    return Group(_label(records, owner), records.removal(party_id))


def _settings(records: Records, id: str, fields: dict[str, Any]) -> tuple[Set, ...]:
    operations: tuple[Set, ...] = ()
    for field, value in fields.items():
        operations += records.setting(id, field, value)
    return operations


def _name(records: Records, id: str) -> str:
    return records.get(Person, id).name


def _label(records: Records, id: str) -> Message:
    return Message("Change {name}", {"name": _name(records, id)})
