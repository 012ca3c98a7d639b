"""Take a meeting out of a library, with all it needs to be understood elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.domain.body import Membership
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, reference_fields
from kcdesk.domain.seal import SealContent
from kcdesk.services.bundle import MeetingBundle, referring
from kcdesk.services.ports import Journal
from kcdesk.services.sealed_view import sealed_body


def export_meeting(meeting_id: str, journal: Journal) -> MeetingBundle:
    """Return a meeting with its body and the people that either of them names.

    References to rows that are gone are left out. Raises ``UserFacingError`` where there is no
    such meeting, or it belongs to no body.
    """
    meeting = _stream(meeting_id, journal)
    if meeting is None or not isinstance(meeting.row(meeting_id), Meeting):
        raise UserFacingError(Message("There is no meeting {id}.", {"id": meeting_id}))
    body = _stream(meeting.root(Meeting).body_id, journal)
    if body is None:
        raise UserFacingError(
            Message("The meeting belongs to no body."),
            remedy=Message("Choose its body first."),
        )
    return bundled(meeting, body, journal.load(LIBRARY_ID), journal.sealed(meeting_id))


def bundled(
    meeting: Records, body: Records, library: Records, sealed: Sequence[SealContent] = ()
) -> MeetingBundle:
    """Return a bundle of these rows, whole in itself: the body as the minutes are sealed with it,
    else as it is now.
    """
    body = sealed_body(sealed, body)
    named = {each.person_id for each in body.all(Membership)}
    named |= {each.person_id for each in meeting.all(Participant)}
    persons = Records(
        LIBRARY_ID,
        (row for id in named if id and id in library for row in library.subtree(id)),
    )
    tables = {row.id: row.table for each in (meeting, body, persons) for row in each}
    return MeetingBundle(
        body=Records(body.root_id, (_kept(row, tables) for row in body)),
        persons=persons,
        meeting=Records(meeting.root_id, (_kept(row, tables) for row in meeting)),
        sealed=tuple(sealed),
    )


def _stream(id: str | None, journal: Journal) -> Records | None:
    try:
        return journal.load(id) if id else None
    except KeyError:
        return None


def _kept(row: Row, tables: dict[str, str]) -> Row:
    """Return a row without its references to rows that are gone, or of another kind than meant."""
    gone: dict[str, str | None] = {}
    for name, allowed in reference_fields(type(row)).items():
        value = getattr(row, name)
        for id in value if isinstance(value, tuple) else (value,):
            if id is not None and tables.get(id) not in allowed:
                gone[id] = None
    return referring(row, gone) if gone else row
