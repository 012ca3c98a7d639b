"""A small meeting to try agenda and attendance on."""

from datetime import time

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, inverse_group
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row

MORNING = ClockTime(time(9, 12))
NOON = ClockTime(time(12))


def meeting(outline: str, *more: Row) -> Records:
    """A meeting with items named by letters: "a b(c d) e" puts c and d under b."""
    rows: list[Row] = [Meeting(id="m")]
    places = iter(spread(outline.count(" ") + 60))
    owners, last = ["m"], "m"
    for sign in outline:
        if sign == "(":
            owners.append(last)
        elif sign == ")":
            owners.pop()
        elif sign != " ":
            last = sign
            rows.append(Item(id=sign, owner_id=owners[-1], position=next(places), title=f"T{sign}"))
    return Records("m", [*rows, *more])


def outline(records: Records, owner_id: str = "m") -> str:
    """The items of a meeting as ``meeting`` takes them; new ones by their titles."""
    parts = []
    for item in records.children(owner_id, Item):
        below = outline(records, item.id)
        name = item.id if len(item.id) == 1 else item.title
        parts.append(f"{name}({below})" if below else name)
    return " ".join(parts)


def participant(id: str, **values: object) -> Participant:
    """Somebody called by her id."""
    return Participant(id=id, owner_id="m", position=f"V{id}", name=f"N{id}", **values)


def performed(records: Records, group: Group) -> Records:
    """The records after a group, which is seen to be undoable and to leave nothing dangling."""
    after = records.apply(group)
    assert after.apply(inverse_group(group, 1)) == records
    return after
