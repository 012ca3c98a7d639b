"""Items that wait for another meeting: tabled, or referred back (bordlagda och återremitterade)."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """An item and the decision that lets it wait."""

    item: Item
    decision: Decision

    @property
    def outcome(self) -> DecisionOutcome:
        """Whether it was tabled or referred back."""
        return self.decision.outcome


def waiting_items(records: Records) -> tuple[WaitingItem, ...]:
    """Return the items of a meeting that wait for another one, in order; each once, with the last
    decision that says so.
    """
    found = []
    for item in ordered_items(records):
        decisions = [
            each
            for each in records.children(item.id, Decision)
            if each.outcome is not DecisionOutcome.DECIDED
        ]
        if decisions:
            found.append(WaitingItem(item, decisions[-1]))
    return tuple(found)
