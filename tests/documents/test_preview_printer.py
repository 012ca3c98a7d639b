"""The preview shows the real documents, in the language and copy that were asked for."""

from __future__ import annotations

from datetime import date
from functools import partial

import pypdfium2
import pytest

from kcdesk.documents.preview import PreviewProcess
from kcdesk.documents.preview_printer import print_request
from kcdesk.domain.body import Body, Regime
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Document, DocumentChoice
from kcdesk.services.preview import PreviewRequest, PrintedPages
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.test_preview import Ear

BUNDLE = MeetingBundle(
    Records("b", [Body(id="b", organisation="Älvdalarna", name="Styrelsen", regime=Regime.BOARD)]),
    Records(LIBRARY_ID),
    Records(
        "m",
        [
            Meeting(id="m", body_id="b", day=Moment(date(2026, 11, 12))),
            Item(id="i", owner_id="m", title="Ekonomisk lägesrapport"),
        ],
    ),
)


@pytest.mark.parametrize(
    ("choice", "word"),
    [
        (DocumentChoice(Document.PROTOCOL), "rotokoll"),
        (DocumentChoice(Document.NOTES), "innesanteckningar"),
    ],
)
def test_it_prints_what_was_asked_for_and_where_items_stand(choice, word):
    printed = print_request(SwedishCalendar(), PreviewRequest(1, BUNDLE, choice))
    document = pypdfium2.PdfDocument(printed.pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert word.lower() in text.lower()
    assert "Ekonomisk lägesrapport" in text
    assert [anchor.item_id for anchor in printed.anchors] == ["i"]
    assert 0 < printed.anchors[0].top < printed.anchors[0].bottom


def test_the_process_gets_calendar_and_meeting_and_prints():
    ear = Ear()
    preview = PreviewProcess(partial(print_request, SwedishCalendar()))
    preview.listen(ear)
    preview.print(PreviewRequest(1, BUNDLE, DocumentChoice()))
    answer = ear.next()
    preview.close()
    assert isinstance(answer, PrintedPages)
