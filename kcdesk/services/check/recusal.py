"""Check 14: of jäv it is stated who and where; that person takes no part in the item, and in a
committee is not in the room either (KL 5:47; 6:28, 6:30).
"""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.decision import Motion, MotionFate, Reservation, Vote
from kcdesk.domain.item import Item, Presenter, Recusal
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.regime import Regime
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_item, at_row


def _look(context: CheckContext) -> Iterator[Remark]:
    council = context.profile.regime is Regime.COUNCIL
    source = "KL 5:47" if council else "KL 6:28, 6:30"
    for recusal in context.meeting.all(Recusal):
        item = context.meeting.get(Item, recusal.owner_id)
        person = context.meeting.find(Participant, recusal.participant_id)
        if person is None:
            text = Message("It is not stated who has jäv.")
            yield Remark(at_item(context, item, recusal), text, certain=False, source=source)
            continue
        for row in context.meeting.subtree(item.id):
            if (part := _part_taken(row, person)) is not None:
                yield Remark(at_row(context, row), part, source=source)
            elif not council and _speaks(row, person):
                text = Message(
                    "{name} has jäv and may not be present, but speaks at the item.",
                    {"name": person.name},
                )
                yield Remark(at_row(context, row), text, source=source)


def _part_taken(row: Row, person: Participant) -> Message | None:
    """Return how a row has somebody take part in deciding; votes by name are check 9's."""
    name = {"name": person.name}
    match row:
        case Motion() if person.id in row.movers and row.fate is not MotionFate.WITHDRAWN:
            return Message("{name} has jäv, but makes a motion.", name)
        case Reservation() if person.id in row.participants:
            return Message("{name} has jäv, but is named under a reservation or note.", name)
        case Vote() if row.casting_participant_id == person.id:
            return Message("{name} has jäv, but has the casting vote.", name)
    return None


def _speaks(row: Row, person: Participant) -> bool:
    return isinstance(row, Contribution | Presenter) and row.participant_id == person.id


CHECK = Check(
    14,
    Message("Of jäv it is stated who and where; who has it takes no part in the item"),
    "KL 5:47; 6:28, 6:30",
    (Severity.MUST,),
    FORMAL,
    _look,
)
