"""Check 25: day, time, place, secretary and participants are stated."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.body import RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Role
from kcdesk.services.check.check import ALL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_attendance, at_head


def _look(context: CheckContext) -> Iterator[Remark]:
    meeting = context.root
    if meeting.day.is_unknown:
        yield _gap(context, "day", Message("The meeting has no day yet."))
    if meeting.actual_start is None and meeting.planned_start is None:
        yield _gap(context, "start", Message("The time of the meeting is missing."))
    if not meeting.place.strip() and not meeting.remote:
        yield _gap(context, "place", Message("The place of the meeting is missing."))
    if not any(role.kind is RoleKind.SECRETARY for role in context.meeting.all(Role)):
        text = Message("Nobody is secretary: no line to sign on is printed for one.")
        yield Remark(at_attendance(context), text, certain=False)
    if not context.register.participants:
        text = Message("No participants are listed.")
        yield Remark(at_attendance(context), text, certain=False)


def _gap(context: CheckContext, field: str, text: Message) -> Remark:
    return Remark(at_head(context, field), text, certain=False)


CHECK = Check(
    25,
    Message("Day, time, place, secretary and participants are stated"),
    PRACTICE,
    (Severity.PRACTICE,),
    ALL,
    _look,
)
