"""The head of every page says while a document is a draft, not once it is to be signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.body import Body
from kcdesk.domain.meeting_state import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear

CALENDAR = SwedishCalendar()


def at(records: Records, state: MeetingState) -> Records:
    return records.apply(Group(Message(""), records.setting(records.root_id, "state", state)))


@pytest.mark.parametrize(
    ("state", "is_draft"),
    [
        (MeetingState.DRAFT, True),
        (MeetingState.REVIEW, True),
        (MeetingState.APPROVAL, False),
        (MeetingState.NOTICE, False),
        (MeetingState.DONE, False),
    ],
)
def test_minutes_are_a_draft_until_they_go_to_be_signed(
    state: MeetingState, is_draft: bool
) -> None:
    heard = hear(render(PrintJob(at(formal_meeting(), state), board(), CALENDAR)).pdf)
    assert all("Protokoll 2026-11-12" in page for page in heard.artifacts)
    assert [" · Utkast" in page for page in heard.artifacts] == [is_draft] * len(heard.artifacts)
    assert "Utkast" not in heard.text


@pytest.mark.parametrize("state", [MeetingState.DRAFT, MeetingState.DONE])
def test_informal_notes_are_a_draft_until_they_are_done(state: MeetingState) -> None:
    job = PrintJob(at(informal_meeting(), state), group(), CALENDAR, Document.NOTES)
    heard = hear(render(job).pdf)
    is_draft = state is MeetingState.DRAFT
    assert [" · Utkast" in page for page in heard.artifacts] == [is_draft] * len(heard.artifacts)


def test_a_long_name_of_the_body_has_all_the_room_there_is() -> None:
    name = "Gemensamma nämnden för samverkan om hjälpmedel och färdtjänst i norra inlandet"
    rows = Records("body", [replace(board().root(Body), organisation="Norråsa", name=name)])
    job = PrintJob(formal_meeting(), rows, CALENDAR, Document.ATTENDANCE)
    head = hear(render(job).pdf).artifacts[0]
    shown = head.partition("…")[0].partition("Gemensamma")[2]
    assert len(shown) > len(" nämnden för samverkan")
