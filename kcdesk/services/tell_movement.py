"""Who comes and who goes, in words: before it is noted, and after it where no text tells of it.

Minutes tell at the item of those who decide; that a guest came is in the list of those present
alone (``domain.movement``). Who noted it at the line she writes in must hear of it all the same.
"""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.movement import arrivals, departures
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.participant import Participant, Presence
from kcdesk.services.situation import Situation


def comes(here: Situation) -> Message:
    """Return "present from § 56, 09.46"."""
    if here.at is None:
        return Message("present from {item}", {"item": here.here})
    return Message("present from {item}, {time}", {"item": here.here, "time": here.at.time})


def goes(here: Situation) -> Message:
    """Return "leaves at § 56, 09.46"."""
    if here.at is None:
        return Message("leaves at {item}", {"item": here.here})
    return Message("leaves at {item}, {time}", {"item": here.here, "time": here.at.time})


def untold(here: Situation, group: Group) -> tuple[str, Message] | None:
    """Return whom a group let come or go, and how, where the item's text does not tell of it.

    ``here`` is the situation after it.
    """
    found = _moved(here, group)
    if found is None:
        return None
    presence, goes_now = found
    told = (*arrivals(here.records, here.item), *departures(here.records, here.item))
    if presence.id in {each.presence.id for each in told}:
        return None
    name = here.records.get(Participant, presence.owner_id).name
    return name, goes(here) if goes_now else comes(here)


def _moved(here: Situation, group: Group) -> tuple[Presence, bool] | None:
    """Return the stretch that a group began or ended, and whether it ended it."""
    for each in group.operations:
        match each:
            case Insert(Presence() as row):
                return row, row.until_item_id is not None
            case Set(table="presence", id=id, field=field):
                return here.records.get(Presence, id), field.startswith("until")
    return None
