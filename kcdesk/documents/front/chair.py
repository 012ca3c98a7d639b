"""Who led the meeting, and which items."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.documents.story import Story
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant


@dataclass(frozen=True, slots=True)
class Chairing:
    """Somebody in the chair, and where: "§§ 52–54"; empty where it is the whole meeting."""

    participant: Participant
    where: str


def chairings(story: Story) -> list[Chairing]:
    """Return everybody who was in the chair, in the order of the items."""
    items = story.records.children(story.records.root_id, Item)
    led: dict[str, list[str]] = {}
    for item in items:
        chair = story.register.chair_at(item)
        if chair is not None:
            led.setdefault(chair.id, []).append(item.id)
    whole = len(led) == 1
    return [
        Chairing(story.records.get(Participant, id), "" if whole else story.places.items(item_ids))
        for id, item_ids in led.items()
    ]
