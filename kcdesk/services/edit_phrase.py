"""Phrases of the library and of bodies: added, changed, taken away."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.phrase import Phrase, PhraseKind
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import change, new_part


def add_phrase(
    records: Records,
    *,
    title: str = "",
    letters: str = "",
    kind: PhraseKind = PhraseKind.ANY,
    text: str = "",
) -> Group:
    """Return the group that adds a phrase to the library or to the body that the rows are of."""
    phrase = new_part(
        records, Phrase, records.root_id, title=title, letters=letters, kind=kind, text=text
    )
    return Group(Message("Add a phrase"), (Insert(phrase),))


def change_phrase(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of a phrase."""
    return change(records, id, Message("Change a phrase"), fields)


def remove_phrase(records: Records, id: str) -> Group:
    """Return the group that takes a phrase away; one that ships in its place comes back."""
    return Group(Message("Remove a phrase"), records.removal(id))
