"""Check 29: items outside the kallelse. Fullmäktige decides only what was announced (KL 5:52),
urgent matters apart; others follow their reglemente.
"""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.domain.regime import Regime
from kcdesk.domain.summons import Summons
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.handled_item import decides
from kcdesk.services.check.place import at_item


def _look(context: CheckContext) -> Iterator[Remark]:
    sent = [each for each in context.meeting.all(Summons) if each.sent_on is not None]
    for item in context.items:
        if item.kind is ItemKind.FORMALITY or _is_announced(context, item, sent):
            continue
        place = at_item(context, item, field="announced")
        if context.profile.regime is not Regime.COUNCIL:
            text = Message("The item is not in the summons.")
            rules = Message("the body's rules of procedure")
            yield Remark(place, text, Severity.TIP, source=rules)
        elif decides(context, item):
            text = Message("The item is decided without being in the kungörelse.")
            yield Remark(place, text)


def _is_announced(context: CheckContext, item: Item, sent: list[Summons]) -> bool:
    """Whether an item was in a kallelse: as it is marked, and as it was sent where one was."""
    top = top_item(context.meeting, item).id
    return item.announced and (not sent or any(top in each.items for each in sent))


CHECK = Check(
    29,
    Message("What is decided was announced"),
    "KL 5:52",
    (Severity.MUST, Severity.TIP),
    FORMAL,
    _look,
)
