"""Check 7: a vote has a result (KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.decision import Vote
from kcdesk.domain.message import Message
from kcdesk.domain.tally import Tally, tally
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_row


def _look(context: CheckContext) -> Iterator[Remark]:
    for vote in context.meeting.all(Vote):
        counted = tally(context.meeting, vote)
        if not vote.result.strip() and not _tells(counted):
            text = Message("The vote has no result.")
            yield Remark(at_row(context, vote, "result"), text, certain=False)


def _tells(counted: Tally) -> bool:
    """Whether the numbers say which side won; those are printed."""
    return counted.yes != counted.no


CHECK = Check(
    7,
    Message("A vote has a result"),
    "KL 5:67",
    (Severity.MUST,),
    FORMAL,
    _look,
)
