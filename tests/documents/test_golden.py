"""The whole text of each document, as it is heard, kept beside the tests.

A change that is meant is written anew with ``UPDATE_GOLDEN=1 pytest`` and read in the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kcdesk.documents import ActionOrder, Copy, Document, PrintJob, render
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear

GOLDEN = Path(__file__).parent.parent / "golden" / "documents"
CALENDAR = SwedishCalendar()
JOBS = {
    "protocol": PrintJob(formal_meeting(), board(), CALENDAR),
    "protocol-english": PrintJob(formal_meeting(), board(), CALENDAR, language="en"),
    "protocol-public": PrintJob(formal_meeting(), board(), CALENDAR, copy=Copy.PUBLIC),
    "notes": PrintJob(informal_meeting(), group(), CALENDAR, Document.NOTES),
    "summons": PrintJob(formal_meeting(), board(), CALENDAR, Document.SUMMONS),
    "extract": PrintJob(
        formal_meeting(), board(), CALENDAR, Document.EXTRACT, items=("meeting-4",)
    ),
    "notice": PrintJob(formal_meeting(), board(), CALENDAR, Document.NOTICE),
    "attendance": PrintJob(formal_meeting(), board(), CALENDAR, Document.ATTENDANCE),
    "actions": PrintJob(formal_meeting(), board(), CALENDAR, Document.ACTIONS),
    "actions-owner": PrintJob(
        formal_meeting(), board(), CALENDAR, Document.ACTIONS, order=ActionOrder.OWNER
    ),
    "decisions": PrintJob(formal_meeting(), board(), CALENDAR, Document.DECISIONS),
    "dispatch": PrintJob(formal_meeting(), board(), CALENDAR, Document.DISPATCH),
    "decisions-public": PrintJob(
        formal_meeting(), board(), CALENDAR, Document.DECISIONS, copy=Copy.PUBLIC
    ),
}
BLOCKS = ("P", "Lbl", "H1", "H2", "H3", "H4", "H5", "H6")


def outline(pdf: bytes) -> str:
    """A line a block: its role and its text. What holds a single paragraph holds its text itself;
    it stands here as that paragraph.
    """
    heard = hear(pdf)
    return "".join(
        f"{role if role in BLOCKS else 'P':4}{text}\n"
        for (role, text), is_direct in zip(heard.parts, heard.direct, strict=True)
        if role in BLOCKS or (role in ("TD", "TH", "LBody") and is_direct)
    )


@pytest.mark.parametrize("name", JOBS)
def test_the_document_says_what_it_said(name: str) -> None:
    said = outline(render(JOBS[name]).pdf)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")
