"""Check 30: informal notes have no §§, no approval, no notice and no appeal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kcdesk.domain.block import Block
from kcdesk.domain.body import Numbering
from kcdesk.domain.message import Message
from kcdesk.domain.richtext import text_of
from kcdesk.services.check.check import INFORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval, at_head, at_row
from kcdesk.services.edit_approval import remove_approval
from kcdesk.services.edit_meeting import set_numbering

_WORDS = re.compile(
    r"\b(justerare\w*|omedelbart? justera\w*|anslagsbevis\w*|anslås på\w*|överklagandetid\w*"
    r"|överklagandehänvisning\w*|laglighetsprövning\w*)\b",
    re.IGNORECASE,
)
"""Words of formal minutes that informal notes hardly ever mean."""


def _look(context: CheckContext) -> Iterator[Remark]:
    if context.profile.numbering is Numbering.PARAGRAPH:
        text = Message("Informal notes are numbered 1, 2, 3 and not by §.")
        make = partial(set_numbering, numbering=Numbering.ITEM)
        fix = Fix(Message("Number 1, 2, 3"), make)
        yield Remark(at_head(context, "numbering"), text, fix=fix)
    for approval in context.approvals:
        text = Message("Informal notes are not approved and not posted.")
        fix = Fix(Message("Remove the approval"), partial(remove_approval, id=approval.id))
        yield Remark(at_approval(context, approval), text, fix=fix)
    for block in context.meeting.all(Block):
        if found := _WORDS.search(text_of(block.spans)):
            text = Message(
                "“{word}” belongs to formal minutes: informal notes are not approved, posted or "
                "appealed.",
                {"word": found.group()},
            )
            yield Remark(at_row(context, block), text)


CHECK = Check(
    30,
    Message("Informal notes have no §§, approval, notice or appeal"),
    PRACTICE,
    (Severity.TIP,),
    INFORMAL,
    _look,
)
