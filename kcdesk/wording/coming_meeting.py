"""A coming meeting in words, of what is known of it and no more."""

from __future__ import annotations

from kcdesk.domain.meeting import NextMeeting
from kcdesk.i18n import Catalogue
from kcdesk.wording.moment import day_in_words, time_span
from kcdesk.wording.name import meeting_kind


def when_and_where(texts: Catalogue, meeting: NextMeeting) -> str:
    """Return "torsdagen den 10 december 2026 kl. 08.30–12.00, Rotsjö"."""
    when = (day_in_words(texts, meeting.day), time_span(texts, meeting.start, meeting.end))
    return ", ".join(part for part in (" ".join(filter(None, when)), meeting.place.strip()) if part)


def what(texts: Catalogue, meeting: NextMeeting) -> str:
    """Return "Styrelsen, telefonmöte": which meeting, its kind where it is no ordinary one, and
    what is noted of it.
    """
    parts = (meeting.title, meeting_kind(texts, meeting.kind), meeting.note)
    return ", ".join(part.strip() for part in parts if part.strip())
