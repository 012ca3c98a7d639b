"""Check 10: equal votes are settled by the chair's casting vote; in elections and in employing
staff by lot (KL 5:56).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.decision import Vote
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.tally import lots_decide, tally
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.edit_vote import change_vote


def _look(context: CheckContext) -> Iterator[Remark]:
    for vote in context.meeting.all(Vote):
        item = context.meeting.get(Item, vote.owner_id)
        if tally(context.meeting, vote).is_tie:
            yield from _settled(context, vote, item)
        elif vote.casting_participant_id is not None or vote.drawn_by_lot:
            text = Message("A tie is settled, but the votes are not equal.")
            yield Remark(at_row(context, vote, "casting_participant_id"), text, certain=False)


def _settled(context: CheckContext, vote: Vote, item: Item) -> Iterator[Remark]:
    caster = context.meeting.find(Participant, vote.casting_participant_id)
    place = at_row(context, vote, "casting_participant_id")
    if lots_decide(context.meeting, vote):
        if not vote.drawn_by_lot:
            text = Message("The votes are equal: in an election lots are drawn.")
            yield Remark(place, text, certain=caster is not None)
        return
    chair = context.register.chair_at(item)
    if caster is None:
        fix = None
        if chair is not None:
            fix = Fix(
                Message("Note the chair’s casting vote"),
                partial(
                    change_vote, id=vote.id, casting_participant_id=chair.id, drawn_by_lot=False
                ),
            )
        text = Message("The votes are equal: whose casting vote decided is not stated.")
        yield Remark(place, text, certain=vote.drawn_by_lot, fix=fix)
    elif chair is not None and chair.id != caster.id:
        names = {"name": caster.name, "chair": chair.name}
        text = Message("{name} has the casting vote, but {chair} chaired.", names)
        yield Remark(place, text)


CHECK = Check(
    10,
    Message("Equal votes are settled by the casting vote, in elections by lot"),
    "KL 5:56",
    (Severity.MUST,),
    FORMAL,
    _look,
)
