"""Check 7: a vote has a result (KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.decision import Vote
from kcdesk.domain.message import Message
from kcdesk.domain.tally import winner
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_row


def _look(context: CheckContext) -> Iterator[Remark]:
    for vote in context.meeting.all(Vote):
        # Where the numbers say who won, the program writes so.
        if not vote.result.strip() and winner(context.meeting, vote) is None:
            text = Message("The vote has no result.")
            yield Remark(at_row(context, vote, "result"), text, certain=False)


CHECK = Check(
    7,
    Message("A vote has a result"),
    "KL 5:67",
    (Severity.MUST,),
    FORMAL,
    _look,
)
