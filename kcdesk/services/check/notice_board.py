"""Check 21: with several boards each has a posting day (KL 9:32; lag 2003:1210 § 19)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import NoticeBoard
from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval
from kcdesk.services.edit_notice import add_board

_SHARED = (Regime.JOINT_COMMITTEE, Regime.COORDINATION_FEDERATION)
"""Bodies of several municipalities, whose notices hang on the board of each."""


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval in context.approvals:
        notices = context.meeting.children(approval.id, Notice)
        if len(notices) > 1:
            yield from _undated(context, approval, notices)
        if context.profile.regime in _SHARED and notices:
            yield from _missing(context, approval, notices)


def _undated(
    context: CheckContext, approval: Approval, notices: tuple[Notice, ...]
) -> Iterator[Remark]:
    begun = any(each.posted_on is not None for each in notices)
    if not begun and not context.is_published(approval):
        return
    for notice in notices:
        if notice.posted_on is None:
            text = Message(
                "No posting day for {board}: the time to appeal counts from the last board.",
                {"board": notice.board or Message("the board")},
            )
            place = at_approval(context, approval, notice, "posted_on")
            yield Remark(place, text, certain=False)


def _missing(
    context: CheckContext, approval: Approval, notices: tuple[Notice, ...]
) -> Iterator[Remark]:
    named = {each.board.strip().casefold() for each in notices}
    for board in context.body.children(context.body.root_id, NoticeBoard):
        if board.name.strip().casefold() not in named:
            text = Message("No notice for {board}.", {"board": board.name})
            fix = Fix(
                Message("Add {board}", {"board": board.name}),
                partial(
                    add_board, approval_id=approval.id, board=board.name, address=board.address
                ),
            )
            place = at_approval(context, approval, field="board")
            yield Remark(place, text, certain=False, fix=fix)


CHECK = Check(
    21,
    Message("With several boards each has its posting day"),
    "KL 9:32; lag 2003:1210 § 19",
    (Severity.MUST,),
    FORMAL,
    _look,
)
