"""Check 11: a secret ballot names nobody, and is held in elections and employment alone
(KL 5:54).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.decision import Ballot, Vote, VoteMethod
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Remove
from kcdesk.domain.records import Records
from kcdesk.domain.tally import tally
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.edit_vote import change_vote


def _look(context: CheckContext) -> Iterator[Remark]:
    for vote in context.meeting.all(Vote):
        if vote.method is not VoteMethod.SECRET:
            continue
        if context.meeting.children(vote.id, Ballot):
            text = Message("The ballot was secret, but votes by name are noted.")
            label = Message("Keep the numbers alone")
            fix = Fix(label, partial(forget_names, id=vote.id))
            yield Remark(at_row(context, vote, "ballots"), text, fix=fix)
        if not context.meeting.get(Item, vote.owner_id).kind.allows_secret_ballot:
            text = Message("The ballot was secret, but the item is no election.")
            yield Remark(at_row(context, vote, "method"), text)


def forget_names(records: Records, id: str) -> Group:
    """Return the group that turns votes by name into numbers."""
    counted = tally(records, records.get(Vote, id))
    numbers = change_vote(
        records,
        id,
        yes_count=counted.yes,
        no_count=counted.no,
        abstain_count=counted.abstain,
    )
    names = tuple(Remove(ballot) for ballot in records.children(id, Ballot))
    label = Message("Take the names of a secret ballot away")
    return Group(label, (*numbers.operations, *names))


CHECK = Check(
    11,
    Message("A secret ballot names nobody, and is held in elections and employment alone"),
    "KL 5:54",
    (Severity.MUST,),
    FORMAL,
    _look,
)
