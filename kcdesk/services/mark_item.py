"""What an item is and how it is marked."""

from __future__ import annotations

from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.edit_agenda import name_of


def set_kind(records: Records, id: str, kind: ItemKind) -> Group:
    """Return the group that says what an item is for."""
    label = Message("Change the kind of “{name}”", {"name": _name(records, id)})
    return Group(label, records.setting(id, "kind", kind))


def set_numbered(records: Records, id: str, numbered: bool) -> Group:
    """Return the group that gives an item a number, or makes it a bare heading."""
    name = {"name": _name(records, id)}
    label = Message("Number “{name}”", name)
    if not numbered:
        label = Message("Leave “{name}” without a number", name)
    plain = records.setting(id, "lettered", False)  # noqa: FBT003  # a value
    return Group(label, (*records.setting(id, "numbered", numbered), *plain))


def set_lettered(records: Records, id: str, lettered: bool) -> Group:
    """Return the group that gives an item the number before it with a letter ("§ 58 a"), or a
    number of its own again.
    """
    name = {"name": _name(records, id)}
    label = Message("Give “{name}” the § before it with a letter", name)
    if not lettered:
        label = Message("Number “{name}”", name)
    operations = (
        *records.setting(id, "numbered", not lettered),
        *records.setting(id, "lettered", lettered),
    )
    return Group(label, operations)


def set_secret(records: Records, id: str, secret: bool, ground: str | None = None) -> Group:
    """Return the group that leaves an item's text out of the public copy, or takes it in again.

    ``ground`` is the law and § (OSL); None keeps what is noted.
    """
    name = {"name": _name(records, id)}
    label = Message("Keep “{name}” secret", name)
    if not secret:
        label = Message("Make “{name}” public", name)
    noted = () if ground is None else records.setting(id, "secrecy_ground", ground.strip())
    return Group(label, (*records.setting(id, "secret", secret), *noted))


def set_immediate_approval(records: Records, id: str, immediate: bool) -> Group:
    """Return the group that marks an item for approval at once, at the meeting, or unmarks it."""
    name = {"name": _name(records, id)}
    label = Message("Approve “{name}” at once", name)
    if not immediate:
        label = Message("Approve “{name}” with the others", name)
    return Group(label, records.setting(id, "immediate_approval", immediate))


def set_done(records: Records, id: str, done: bool) -> Group:
    """Return the group that ticks an item off, or takes the tick away."""
    name = {"name": _name(records, id)}
    label = Message("Tick off “{name}”", name)
    if not done:
        label = Message("Take up “{name}” again", name)
    return Group(label, records.setting(id, "done", done))


def _name(records: Records, id: str) -> str | Message:
    return name_of(records.get(Item, id))
