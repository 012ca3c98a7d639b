"""A list stands closer to the words that lead to it than paragraphs to one another."""

from __future__ import annotations

import pypdfium2
import pytest

from kcdesk.documents import PrintJob, render
from kcdesk.domain.block import BlockKind
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board


@pytest.mark.parametrize("kind", [BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CLAUSE])
def test_words_that_lead_to_a_list_stand_close_to_it(kind: BlockKind) -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Ärende"), "Första stycket", "Andra stycket:")
    sheet.text(section, "att det sker", "att det redovisas", kind=kind)
    document = pypdfium2.PdfDocument(
        render(PrintJob(sheet.records(), board(), SwedishCalendar())).pdf
    )
    page = document[1].get_textpage()
    text = page.get_text_range()
    first, second, third = (
        page.get_charbox(text.index(words) + 1)[1]
        for words in ("Första stycket", "Andra stycket", "att det sker")
    )
    document.close()
    assert second - third < first - second - 3
