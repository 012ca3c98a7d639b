"""What phrases can be filled with from the meeting, by the name that a phrase writes in braces."""

from __future__ import annotations

from collections.abc import Callable

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import Body, RoleKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.services.own_next_meeting import is_of_body, own_next_meeting
from kcdesk.services.read_presenters import read_presented
from kcdesk.services.situation import Situation
from kcdesk.wording.coming_meeting import when_and_where
from kcdesk.wording.moment import clock
from kcdesk.wording.subject import within

NAMES = {
    "sv": (
        "ordförande",
        "vice ordförande",
        "sekreterare",
        "justerare",
        "organ",
        "datum",
        "tid",
        "plats",
        "ärende",
        "föredragande",
        "nästa möte",
        "antal närvarande",
    ),
    "en": (
        "chair",
        "vice chair",
        "secretary",
        "approvers",
        "body",
        "date",
        "time",
        "place",
        "item",
        "presenters",
        "next meeting",
        "number present",
    ),
}
"""The placeholders by language, in the order of ``_VALUES``."""


def placeholders(texts: Catalogue, here: Situation) -> dict[str, str]:
    """Return the value of each placeholder, under its name in either language; empty: not known."""
    found = [value(texts, here) for value in _VALUES]
    return {
        name: value for names in NAMES.values() for name, value in zip(names, found, strict=True)
    }


def _chair(_texts: Catalogue, here: Situation) -> str:
    leader = AttendanceRegister(here.records).chair_at(here.item)
    return leader.name if leader is not None else ""


def _vice_chair(texts: Catalogue, here: Situation) -> str:
    return _holders(texts, here, RoleKind.VICE_CHAIR)


def _secretary(texts: Catalogue, here: Situation) -> str:
    return _holders(texts, here, RoleKind.SECRETARY)


def _approvers(texts: Catalogue, here: Situation) -> str:
    """Return who approves; not the chair, who does it by office."""
    records = here.records
    names = [
        _name(records, each)
        for approval in records.children(records.root_id, Approval)
        for each in records.children(approval.id, Approver)
    ]
    named = texts.listed(dict.fromkeys(filter(None, names)))
    return named or _holders(texts, here, RoleKind.APPROVER)


def _body(_texts: Catalogue, here: Situation) -> str:
    body = here.body.root(Body)
    return within(body.subject or body.name) or body.organisation


def _date(texts: Catalogue, here: Situation) -> str:
    day = here.records.root(Meeting).day
    return texts.long_day(day.day) if day.is_exact and day.day else day.text


def _time(texts: Catalogue, here: Situation) -> str:
    return texts.text("at {time}", time=clock(texts, here.at)) if here.at else ""


def _place(_texts: Catalogue, here: Situation) -> str:
    return here.records.root(Meeting).place


def _item(_texts: Catalogue, here: Situation) -> str:
    return here.item.name


def _presenters(texts: Catalogue, here: Situation) -> str:
    people = presenters_of(here.records, here.item_id)
    return texts.listed([read_presented(each.name).name for each in people])


def _next_meeting(texts: Catalogue, here: Situation) -> str:
    """Return the day, and what else is known; one of another body is named."""
    meeting = own_next_meeting(here.records, here.body)
    if meeting is None:
        return ""
    said = when_and_where(texts, meeting)
    return said if is_of_body(meeting, here.body) else f"{said} ({meeting.title})"


def _present(_texts: Catalogue, here: Situation) -> str:
    return str(len(AttendanceRegister(here.records).serving(here.item)) or "")


_VALUES: tuple[Callable[[Catalogue, Situation], str], ...] = (
    _chair,
    _vice_chair,
    _secretary,
    _approvers,
    _body,
    _date,
    _time,
    _place,
    _item,
    _presenters,
    _next_meeting,
    _present,
)


def _holders(texts: Catalogue, here: Situation, kind: RoleKind) -> str:
    held = AttendanceRegister(here.records).holders(kind)
    return texts.listed(dict.fromkeys(participant.name for participant, _ in held))


def _name(records: Records, approver: Approver) -> str:
    participant = records.find(Participant, approver.participant_id)
    return participant.name if participant else approver.name
