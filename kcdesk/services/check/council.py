"""Check 35: what fullmäktige asks for besides: kungörelse and kallelse a week before (KL 5:13–15),
reasons for a matter that a minority sends back (5:50), interpellations and questions (5:68).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdesk.domain.block import Block
from kcdesk.domain.deadline import EarlyKey
from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.early_schedule import early_schedule
from kcdesk.domain.item import Item, ItemKind, Presenter
from kcdesk.domain.message import Message
from kcdesk.domain.richtext import text_of
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.services.check.check import COUNCIL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.handled_item import is_written
from kcdesk.services.check.place import at_head, at_item, at_row

_ASKED = (ItemKind.INTERPELLATION, ItemKind.QUESTION)
_INTERPELLATION = re.compile(r"\binterpellation", re.IGNORECASE)


def _look(context: CheckContext) -> Iterator[Remark]:
    for day in early_schedule(context.meeting, context.profile, context.calendar):
        text = _late(context, day)
        if text is not None:
            announces = day.computed.key is EarlyKey.ANNOUNCE_BY
            place = at_head(context, "announced_on" if announces else "summoned_on")
            yield Remark(place, text, certain=day.happened is not None, source=day.computed.source)
    for decision in context.meeting.all(Decision):
        sent_back = decision.outcome is DecisionOutcome.REFERRED_BACK
        if sent_back and decision.by_minority and not decision.reasons.strip():
            text = Message("A minority sent the matter back, but its reasons are not stated.")
            yield Remark(
                at_row(context, decision, "reasons"), text, certain=False, source="KL 5:50"
            )
    yield from _interpellations(context)


def _late(context: CheckContext, day: ScheduledDay) -> Message | None:
    """Return what is wrong with a day before the meeting; None for nothing."""
    known = {"day": day.happened, "limit": day.computed.day}
    announces = day.computed.key is EarlyKey.ANNOUNCE_BY
    if day.happened is None and context.today > day.computed.day:
        if announces:
            return Message("No kungörelse is noted; the last day for it was {limit}.", known)
        return Message("No summons is noted as sent; the last day for it was {limit}.", known)
    if day.happened is not None and day.happened > day.computed.day:
        if announces:
            return Message("The kungörelse went up on {day}; the last day was {limit}.", known)
        return Message("The summons was sent on {day}; the last day was {limit}.", known)
    return None


def _interpellations(context: CheckContext) -> Iterator[Remark]:
    listed = [item for item in context.items if item.kind in _ASKED]
    for item in listed:
        if not is_written(context, item) and not context.meeting.children(item.id, Presenter):
            text = Message("It is not stated who asked, and what.")
            yield Remark(at_item(context, item), text, certain=False, source="KL 5:68")
    if not listed:
        yield from _unlisted(context)


def _unlisted(context: CheckContext) -> Iterator[Remark]:
    """Yield the first place that speaks of an interpellation where no item is one."""
    text = Message("An interpellation is mentioned, but no item is one.")
    for row in context.rows():
        words = row.name if isinstance(row, Item) else ""
        words = text_of(row.spans) if isinstance(row, Block) else words
        if _INTERPELLATION.search(words):
            yield Remark(at_row(context, row), text, certain=False, source="KL 5:68")
            return


CHECK = Check(
    35,
    Message(
        "In fullmäktige: kungörelse and kallelse a week before, reasons for a minority’s "
        "referral back, interpellations listed"
    ),
    "KL 5:13–15, 5:50, 5:68",
    (Severity.MUST,),
    COUNCIL,
    _look,
)
