"""Check 13: a substitute who did not serve has his opinion noted; he cannot reserve (KL 4:27,
6:17).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.decision import ReservationKind
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.check.reservation import is_idle_substitute, reservations
from kcdesk.services.edit_decision import change_reservation


def _look(context: CheckContext) -> Iterator[Remark]:
    for each in reservations(context):
        item = context.meeting.get(Item, each.owner_id)
        people = context.people(each.participants)
        idle = [person for person in people if is_idle_substitute(context, person, item)]
        for person in idle:
            text = Message(
                "{name} did not serve and cannot reserve, but may have an opinion noted.",
                {"name": person.name},
            )
            kind = ReservationKind.OPINION_NOTED
            fix = Fix(
                Message("Make it an opinion noted"),
                partial(change_reservation, id=each.id, kind=kind),
            )
            alone = len(idle) == len(people)  # else those who served would lose theirs
            place = at_row(context, each, "participants")
            yield Remark(place, text, fix=fix if alone else None)


CHECK = Check(
    13,
    Message("A substitute who did not serve has an opinion noted and no reservation"),
    "KL 4:27, 6:17",
    (Severity.MUST,),
    FORMAL,
    _look,
)
