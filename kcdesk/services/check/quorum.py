"""Check 3: more than half of the seats serve at each item (KL 5:45; 6:27)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kcdesk.domain.attendance import Quorum
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Area, Place, Remark, Severity
from kcdesk.services.check.place import item_words, spanned


def _look(context: CheckContext) -> Iterator[Remark]:
    seats = context.profile.seats
    if not seats or not context.register.participants:
        return
    counted = [(item, Quorum(_count(context, item), seats)) for item in context.top_items]
    source = "KL 5:45" if context.profile.regime is Regime.COUNCIL else "KL 6:27"
    for quorum, stretch in groupby(counted, key=_quorum):
        items = [item for item, _ in stretch if item.kind is not ItemKind.FORMALITY]
        if not items or quorum.is_met:
            continue
        text = Message(
            "{serving} of {seats} serve; the quorum is {needed}.",
            {"serving": quorum.serving, "seats": seats, "needed": quorum.needed},
        )
        yield Remark(_place(context, items), text, source=source)


def _count(context: CheckContext, item: Item) -> int:
    """Return how many count. In fullmäktige those with jäv do not lower the number: the item may
    be handled although fewer are left (KL 5:46).
    """
    serving = len(context.register.serving(item))
    if context.profile.regime is not Regime.COUNCIL:
        return serving
    people = context.register.participants
    return serving + sum(
        context.register.is_recused(each, item) and context.register.is_present(each, item)
        for each in people
    )


def _quorum(counted: tuple[Item, Quorum]) -> Quorum:
    return counted[1]


def _place(context: CheckContext, items: list[Item]) -> Place:
    what = spanned(context, [item.id for item in items])
    words = Message("{name}", {"name": what}) if what else item_words(context, items[0])
    return Place(Area.ITEM, words, items[0].id, "", items[0].id)


CHECK = Check(
    3,
    Message("More than half of the seats serve, item by item"),
    "KL 5:45, 6:27",
    (Severity.MUST,),
    FORMAL,
    _look,
)
