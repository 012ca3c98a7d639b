"""Check 33: who took part from a distance is marked, and so is the meeting (KL 5:16, 6:24)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_attendance, at_head
from kcdesk.services.edit_meeting import set_remote

_SOURCES = {
    Regime.COUNCIL: "KL 5:16",
    Regime.COORDINATION_FEDERATION: "lag 2003:1210 § 19 a",
}


def _look(context: CheckContext) -> Iterator[Remark]:
    people = context.register.participants
    distant = tuple(each for each in people if each.remote and context.register.was_there(each))
    source = _SOURCES.get(context.profile.regime, "KL 6:24")
    if context.root.remote and people and not distant:
        text = Message("The meeting was held from a distance too, but nobody is marked so.")
        yield Remark(at_attendance(context), text, certain=False, source=source)
    if distant and not context.root.remote:
        names = tuple(each.name for each in distant)
        text = Message(
            "{names} took part from a distance, but the head does not say so.", {"names": names}
        )
        fix = Fix(Message("Say “also from a distance”"), partial(set_remote, remote=True))
        yield Remark(at_head(context, "remote"), text, source=source, fix=fix)


CHECK = Check(
    33,
    Message("Those who took part from a distance are marked"),
    "KL 5:16, 6:24",
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
