"""Check 6: where two or more proposals stood against each other, the order in which the chair put
them is stated (KL 5:67).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.message import Message
from kcdesk.domain.proposition import propositions
from kcdesk.domain.section import SectionKind
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.motion import proposals, section_of
from kcdesk.services.check.place import at_item
from kcdesk.services.edit_section import add_section


def _look(context: CheckContext) -> Iterator[Remark]:
    kind = SectionKind.PROPOSITION_ORDER
    for item in context.items:
        count = proposals(context, item)
        if count < 2 or section_of(context, item, kind) is not None:
            continue
        if propositions(context.meeting, item).is_known:
            continue  # the program writes it from the motions and what became of them
        text = Message(
            "{count} proposals stand against each other, but the order in which the chair put "
            "them is not stated.",
            {"count": count},
        )
        fix = Fix(
            Message("Add the order of the propositions"),
            partial(add_section, item_id=item.id, kind=kind),
        )
        yield Remark(at_item(context, item), text, certain=False, fix=fix)


CHECK = Check(
    6,
    Message("Where there are two or more proposals, the proposition order is stated"),
    "KL 5:67",
    (Severity.MUST,),
    FORMAL,
    _look,
)
