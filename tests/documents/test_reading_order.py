"""Whoever listens hears every letter of the story, in order, however the pages fall."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents import Copy, Document, PrintJob
from kcdesk.domain.body import Layout
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear
from tests.documents.second_reading import pages_heard
from tests.documents.telling import NUMBER, as_heard, told_and_printed
from tests.strategies import records

CALENDAR = SwedishCalendar()
OTHERS = [each for each in Document if each not in (Document.PROTOCOL, Document.NOTES)]
HEIGHTS = (677.0, 520.0, 400.0, 313.0, 240.0, 187.0, 150.0)


def assert_heard_as_told(job: PrintJob, height: float) -> None:
    told, pdf = told_and_printed(job, height)
    heard = hear(pdf)
    said = heard.text.replace("\u00ad", "")
    if NUMBER in told:  # of pages: that they are right is test_yearbook's
        parts = [re.escape(part) for part in as_heard(told).split(NUMBER)]
        assert re.fullmatch(r"\d+".join(parts), said)
    else:
        assert said == as_heard(told)
    assert [letters(page) for page in pages_heard(pdf)] == [letters(page) for page in heard.pages]


def letters(text: str) -> str:
    """Return a text without its spaces, which PDFium guesses from where letters stand."""
    return "".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(
    ("meeting", "body", "document"),
    [
        (formal_meeting(), board(), Document.PROTOCOL),
        (informal_meeting(), group(), Document.NOTES),
    ],
    ids=["protocol", "notes"],
)
def test_every_letter_is_heard_in_order(
    meeting: Records, body: Records, document: Document, layout: Layout, height: float
) -> None:
    assert_heard_as_told(PrintJob(meeting, body, CALENDAR, document, layout=layout), height)


@pytest.mark.parametrize("height", HEIGHTS[::2])
@pytest.mark.parametrize("document", OTHERS)
def test_every_letter_of_the_other_documents_is_heard_in_order(
    document: Document, height: float
) -> None:
    for meeting, body in ((formal_meeting(), board()), (informal_meeting(), group())):
        assert_heard_as_told(PrintJob(meeting, body, CALENDAR, document), height)


@given(
    meeting=records(max_rows=30),
    body=records(root="body", max_rows=3),
    document=st.sampled_from(Document),
    layout=st.sampled_from(Layout),
    language=st.sampled_from(["sv", "en"]),
    copy=st.sampled_from(Copy),
    height=st.floats(120, 700),
)
def test_generated_meetings_are_heard_as_told(
    meeting: Records,
    body: Records,
    document: Document,
    layout: Layout,
    language: str,
    copy: Copy,
    height: float,
) -> None:
    assert_heard_as_told(
        PrintJob(meeting, body, CALENDAR, document, language, copy, layout), height
    )
