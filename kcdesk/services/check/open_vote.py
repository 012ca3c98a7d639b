"""Check 8: of an open vote the minutes say how each one voted, and the totals agree (KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.decision import Ballot, Vote, VoteMethod
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.tally import tally
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.edit_vote import change_vote


def _look(context: CheckContext) -> Iterator[Remark]:
    for vote in context.meeting.all(Vote):
        if vote.method is VoteMethod.OPEN:
            yield from _names(context, vote)
            yield from _totals(context, vote)


def _names(context: CheckContext, vote: Vote) -> Iterator[Remark]:
    item = context.meeting.get(Item, vote.owner_id)
    ballots = context.meeting.children(vote.id, Ballot)
    place = at_row(context, vote, "ballots")
    if not ballots:
        yield Remark(
            place, Message("The vote is open, but no votes by name are noted."), certain=False
        )
        return
    voted = {each.participant_id for each in ballots}
    missing = tuple(each.name for each in context.register.serving(item) if each.id not in voted)
    if missing:
        text = Message("How {names} voted is not noted.", {"names": missing})
        yield Remark(place, text, certain=False)


def _totals(context: CheckContext, vote: Vote) -> Iterator[Remark]:
    if not context.meeting.children(vote.id, Ballot):
        return
    counted = tally(context.meeting, vote)
    written = (vote.yes_count, vote.no_count, vote.abstain_count)
    by_name = (counted.yes, counted.no, counted.abstain)
    pairs = zip(written, by_name, strict=True)
    if any(one is not None and one != other for one, other in pairs):
        text = Message("The numbers given are not those of the votes by name.")
        fix = Fix(Message("Use the votes by name"), partial(forget_counts, id=vote.id))
        yield Remark(at_row(context, vote, "yes_count"), text, fix=fix)


def forget_counts(records: Records, id: str) -> Group:
    """Return the group that takes numbers by hand away, so that the votes by name count."""
    return change_vote(records, id, yes_count=None, no_count=None, abstain_count=None)


CHECK = Check(
    8,
    Message("Of an open vote each vote is noted by name, and the totals agree"),
    "KL 5:67",
    (Severity.MUST,),
    FORMAL,
    _look,
)
