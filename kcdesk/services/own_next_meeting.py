"""Which meeting is meant by "the next meeting": the body's own, the soonest that is certain."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting, MeetingKind, NextMeeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.person_name import folded
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records


def own_next_meeting(records: Records, body: Records) -> NextMeeting | None:
    """Return the next meeting of the body: of those that the minutes announce, else of its year
    plan; None where none is known.

    An ordinary meeting goes before a telephone meeting or a study trip, one of the body before one
    that has the title of another, one whose day is known before one "at the end of February".
    """
    announced = records.children(records.root_id, NextMeeting)
    after = records.root(Meeting).day.day or date.min
    told = [
        each
        for each in announced
        if (each.day.day is None or each.day.day > after) and (each.day.day or each.day.text)
    ]
    if told:
        return min(told, key=lambda each: _rank(each, body))
    planned = [each for each in body.all(PlannedMeeting) if each.day and each.day > after]
    return _announced(min(planned, key=lambda each: each.day or after)) if planned else None


def is_of_body(meeting: NextMeeting, body: Records) -> bool:
    """Whether a coming meeting is one of the body: it has no title of its own, the body's name, or
    a day of its year plan.
    """
    held = body.root(Body)
    names = {folded(each) for each in (held.name, held.subject, held.organisation) if each}
    title = folded(meeting.title)
    if not title or any(title in name or name in title for name in names):
        return True
    return any(each.day == meeting.day.day for each in body.all(PlannedMeeting) if each.day)


def _rank(meeting: NextMeeting, body: Records) -> tuple[bool, bool, bool, date]:
    return (
        not is_of_body(meeting, body),
        meeting.kind is not MeetingKind.ORDINARY,
        not meeting.day.is_exact,
        meeting.day.day or date.max,
    )


def _announced(planned: PlannedMeeting) -> NextMeeting:
    return NextMeeting(
        id="",
        title=planned.title,
        day=Moment(planned.day),
        start=planned.start,
        end=planned.end,
        place=planned.place,
    )
