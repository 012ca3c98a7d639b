"""The head of minutes: what they are, of which meeting."""

from __future__ import annotations

import re

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting, MeetingKind
from kcdesk.i18n import Catalogue
from kcdesk.wording.moment import day_in_words
from kcdesk.wording.name import possessive


def minutes_title(texts: Catalogue, meeting: Meeting, *, formal: bool) -> str:
    """Return "Protokoll", "Minnesanteckningar", or the meeting's own title."""
    if meeting.title:
        return meeting.title
    return texts.text("Minutes") if formal else texts.text("Meeting notes")


def meeting_line(texts: Catalogue, body: Body, meeting: Meeting, *, formal: bool) -> str:
    """Return "Styrelsens sammanträde torsdagen den 12 november 2026"; where the name is a phrase,
    "Sammanträde med Nämnden för arbete och välfärd torsdagen den 12 november 2026".
    """
    name = body.name or body.subject or body.organisation
    when = day_in_words(texts, meeting.day)
    if not name:
        return when
    if _JOINED.search(name):  # a genitive would be heard of its last word alone
        return _with(texts, name, when, meeting.kind, formal=formal).strip()
    of = possessive(texts, name)
    match meeting.kind:
        case MeetingKind.EXTRA:
            line = texts.text("{of} extra meeting {when}", of=of, when=when)
        case MeetingKind.TELEPHONE:
            line = texts.text("{of} telephone meeting {when}", of=of, when=when)
        case MeetingKind.PER_CAPSULAM:
            line = texts.text("{of} decisions per capsulam {when}", of=of, when=when)
        case MeetingKind.STUDY_TRIP:
            line = texts.text("{of} study trip {when}", of=of, when=when)
        case MeetingKind.ORDINARY if formal:
            line = texts.text("{of} meeting {when}", of=of, when=when)
        case MeetingKind.ORDINARY:
            line = texts.text("{of} meeting, {when}", of=of, when=when)
    return line.strip()


_JOINED = re.compile(r"\b(?:för|i|av|med|om|på|till|vid|of|for|in|on|with)\b", re.IGNORECASE)


def _with(texts: Catalogue, name: str, when: str, kind: MeetingKind, *, formal: bool) -> str:
    match kind:
        case MeetingKind.EXTRA:
            return texts.text("Extra meeting of {name} {when}", name=name, when=when)
        case MeetingKind.TELEPHONE:
            return texts.text("Telephone meeting of {name} {when}", name=name, when=when)
        case MeetingKind.PER_CAPSULAM:
            return texts.text("Decisions per capsulam of {name} {when}", name=name, when=when)
        case MeetingKind.STUDY_TRIP:
            return texts.text("Study trip of {name} {when}", name=name, when=when)
        case MeetingKind.ORDINARY if formal:
            return texts.text("Meeting of {name} {when}", name=name, when=when)
        case MeetingKind.ORDINARY:
            return texts.text("Meeting of {name}, {when}", name=name, when=when)


def body_line(body: Body) -> str:
    """Return "Styrelsen, Samordningsförbundet Älvdalarna"."""
    return ", ".join(part for part in (body.name or body.subject, body.organisation) if part)
