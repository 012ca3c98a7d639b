"""Every document in every variant, to be validated and read back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from kcdesk.documents import Copy, Document, PrintJob
from kcdesk.domain.body import Layout
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting, group, informal_meeting, longer
from tests.strategies import records

CALENDAR = SwedishCalendar()
LANGUAGES = ("sv", "en")
LAID_OUT = (Document.PROTOCOL, Document.NOTES)
"""Documents that come in two columns too."""


def variants(*, long: bool = False) -> Iterator[tuple[str, PrintJob]]:
    """Yield names and jobs: each document of a rich formal and a rich informal meeting and of one
    that holds nothing, in each language, copy and layout; ``long`` adds one of some 200 pages.
    """
    empty = Sheet(Meeting(id="m")).records()
    for document in Document:
        contents = {
            "formal": (formal_meeting(), board()),
            "informal": (informal_meeting(), group()),
            "empty": (empty, board()),
        }
        if long:
            contents["long"] = (longer(formal_meeting(), 50), board())
        layouts = tuple(Layout) if document in LAID_OUT else (None,)
        for (name, content), language, copy, layout in product(
            contents.items(), LANGUAGES, Copy, layouts
        ):
            if name == "long" and (language, copy) != ("sv", Copy.INTERNAL):
                continue
            words = (document.value, name, language, copy.value, layout.value if layout else "")
            job = PrintJob(*content, CALENDAR, document, language, copy, layout)
            yield "-".join(filter(None, words)), job


def generated_jobs(max_rows: int = 30) -> st.SearchStrategy[PrintJob]:
    """Return any document of any meeting of any body."""
    return st.builds(
        _job,
        meeting=records(max_rows=max_rows),
        body=records(root="body", max_rows=3),
        document=st.sampled_from(Document),
        language=st.sampled_from(LANGUAGES),
        copy=st.sampled_from(Copy),
        layout=st.none() | st.sampled_from(Layout),
    )


def _job(
    meeting: Records,
    body: Records,
    document: Document,
    language: str,
    copy: Copy,
    layout: Layout | None,
) -> PrintJob:
    return PrintJob(meeting, body, CALENDAR, document, language, copy, layout)
