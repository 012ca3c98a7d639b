"""Check 26: case number, decision basis and recipients of what is decided are filled in."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item, ItemKind, Recipient
from kcdesk.domain.message import Message
from kcdesk.domain.section import SectionKind
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.handled_item import decides
from kcdesk.services.check.motion import section_of
from kcdesk.services.check.place import at_item


def _look(context: CheckContext) -> Iterator[Remark | None]:
    for item in context.top_items:
        yield None
        if item.kind is ItemKind.DECISION and decides(context, item):
            missing = tuple(_missing(context, item))
            if missing:
                text = Message("Missing: {what}.", {"what": missing})
                yield Remark(at_item(context, item, field="case_number"), text, certain=False)


def _missing(context: CheckContext, item: Item) -> Iterator[Message]:
    if not item.case_number.strip():
        yield Message("case number")
    rests_on = context.meeting.children(item.id, Attachment)
    if not rests_on and section_of(context, item, SectionKind.BASIS) is None:
        yield Message("decision basis")
    if not context.meeting.children(item.id, Recipient):
        yield Message("recipients")


CHECK = Check(
    26,
    Message("Case number, decision basis and recipients are filled in"),
    PRACTICE,
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
