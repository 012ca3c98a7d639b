"""Who took part in deciding an item, and so may reserve against it (KL 4:27).

Whoever abstained took no part: in a vote (KL 4:25), or as noted on record.
"""

from __future__ import annotations

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.decision import Ballot, Choice, Reservation, ReservationKind, Vote
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records


def deciding(records: Records, item: Item) -> tuple[Participant, ...]:
    """Return who took part in deciding an item, in the order of the list."""
    out = _abstaining(records, item)
    return tuple(each for each in AttendanceRegister(records).serving(item) if each.id not in out)


def may_not_reserve(records: Records, reservation: Reservation) -> tuple[Participant, ...]:
    """Return who of those that reserve took no part in the decision (KL 4:27).

    They may have their opinion noted instead, where they are substitutes (KL 6:17).
    """
    item = records.find(Item, reservation.owner_id)
    if item is None or reservation.kind is not ReservationKind.RESERVATION:
        return ()
    able = {each.id for each in deciding(records, item)}
    named = (records.find(Participant, id) for id in reservation.participants)
    return tuple(each for each in named if each is not None and each.id not in able)


def _abstaining(records: Records, item: Item) -> set[str | None]:
    votes = records.children(item.id, Vote)
    last = records.children(votes[-1].id, Ballot) if votes else ()
    abstained = {each.participant_id for each in last if each.choice is Choice.ABSTAIN}
    noted = {
        id
        for each in records.children(item.id, Reservation)
        if each.kind is ReservationKind.ABSTENTION
        for id in each.participants
    }
    return abstained | noted
