"""Which phrases there are for a body: its own, those of all bodies, those that ship.

What has the same letters stands in the place of what comes later: a body's own phrase before a
shared one, both before one that ships.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.person_name import folded
from kcdesk.domain.phrase import Phrase, PhraseKind
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class PhraseText:
    """A phrase wherever it comes from; ``row_id`` is empty for one that ships."""

    title: str
    letters: str
    kind: PhraseKind
    text: str
    row_id: str = ""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return self.row_id or f"shipped {self.letters}"


def phrases_of(records: Records) -> tuple[PhraseText, ...]:
    """Return the phrases that a body, or the library, has of its own."""
    return tuple(
        PhraseText(row.title, row.letters, row.kind, row.text, row.id)
        for row in records.children(records.root_id, Phrase)
    )


def offered_phrases(*sources: Iterable[PhraseText]) -> tuple[PhraseText, ...]:
    """Return the phrases of several sources; an earlier one stands for a later one of the same
    letters, and one without text is not offered.
    """
    found: dict[str, PhraseText] = {}
    for source in sources:
        for each in source:
            found.setdefault(folded(each.letters) or each.id, each)
    return tuple(each for each in found.values() if each.text)


def beginning(typed: str, phrases: Sequence[PhraseText], kind: PhraseKind) -> list[PhraseText]:
    """Return the phrases found by a few letters, those for a kind of item first.

    The phrase's own letters are found from their beginning, words of its title from two letters
    on. Nothing typed finds what is for the kind of item.
    """
    wanted = folded(typed)
    found = [each for each in phrases if _fits(wanted, each, kind)]
    return sorted(found, key=lambda each: (each.kind is not kind, each.kind is not PhraseKind.ANY))


def kind_of_item(item: Item) -> PhraseKind:
    """Return what phrases an item is likely to want: by its title, else by its kind."""
    title = folded(item.name)
    for words, kind in _TITLES:
        if any(word in title for word in words):
            return kind
    return _KINDS.get(item.kind or ItemKind.FORMALITY, PhraseKind.ANY)


_TITLES = (
    (("justerare", "justering", "approver"), PhraseKind.APPROVERS),
    (("föregående", "previous"), PhraseKind.PREVIOUS),
    (("öppnande", "öppnas", "opening"), PhraseKind.OPENING),
    (("avslut", "closing"), PhraseKind.CLOSING),
)
_KINDS = {
    ItemKind.INFORMATION: PhraseKind.INFORMATION,
    ItemKind.CONSULTATION: PhraseKind.INFORMATION,
    ItemKind.DECISION: PhraseKind.DECISION,
    ItemKind.ELECTION: PhraseKind.ELECTION,
}


def _fits(wanted: str, phrase: PhraseText, kind: PhraseKind) -> bool:
    if not wanted:
        return phrase.kind is kind
    if folded(phrase.letters).startswith(wanted):
        return True
    words = folded(phrase.title).split()
    return len(wanted) > 1 and any(word.startswith(wanted) for word in words)
