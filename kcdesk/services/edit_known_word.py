"""The library's own dictionary: words added and taken away."""

from __future__ import annotations

from kcdesk.domain.known_word import KnownWord
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.services.edit_part import new_part


def own_words(library: Records) -> tuple[KnownWord, ...]:
    """Return the words in the order in which they were added."""
    return library.children(library.root_id, KnownWord)


def add_known_word(library: Records, word: str) -> Group:
    """Return the group that adds a word; empty where it is there already."""
    label = Message("Add “{word}” to the dictionary", {"word": word})
    if not word or any(each.word == word for each in own_words(library)):
        return Group(label, ())
    return Group(label, (Insert(new_part(library, KnownWord, library.root_id, word=word)),))


def remove_known_word(library: Records, id: str) -> Group:
    """Return the group that takes a word away."""
    word = library.get(KnownWord, id).word
    label = Message("Take “{word}” out of the dictionary", {"word": word})
    return Group(label, library.removal(id))
