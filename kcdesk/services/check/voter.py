"""Check 9: who voted was there, served and had no jäv (KL 5:67, 6:30)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.decision import Ballot, Vote
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.regime import Regime
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.edit_vote import set_ballot


def _look(context: CheckContext) -> Iterator[Remark]:
    # Jäv has a rule of its own in fullmäktige (KL 5:47).
    source = "KL 5:67, 5:47" if context.profile.regime is Regime.COUNCIL else None
    for vote in context.meeting.all(Vote):
        item = context.meeting.get(Item, vote.owner_id)
        for ballot in context.meeting.children(vote.id, Ballot):
            voter = context.meeting.find(Participant, ballot.participant_id)
            if voter is None:
                text = Message("A vote is noted without a name.")
                yield Remark(at_row(context, vote, "ballots"), text)
            elif not context.register.serves(voter, item):
                fix = Fix(
                    Message("Take the vote away"),
                    partial(set_ballot, vote_id=vote.id, participant_id=voter.id, choice=None),
                )
                text = why_not(context, voter, item)
                yield Remark(at_row(context, vote, "ballots"), text, source=source, fix=fix)


def why_not(context: CheckContext, voter: Participant, item: Item) -> Message:
    """Return why somebody had no vote at an item."""
    name = {"name": voter.name}
    if context.register.is_recused(voter, item):
        return Message("{name} voted in spite of jäv.", name)
    if not context.register.is_present(voter, item):
        return Message("{name} voted, but was not there.", name)
    return Message("{name} voted, but did not serve.", name)


CHECK = Check(
    9,
    Message("Those who voted were there, served and had no jäv"),
    "KL 5:67, 6:30",
    (Severity.MUST,),
    FORMAL,
    _look,
)
