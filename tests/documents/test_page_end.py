"""What stands at the end of a page, and what goes over to the next."""

from __future__ import annotations

import pytest

from kcdesk.documents import PrintJob, render
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.meeting import Meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear


@pytest.mark.parametrize("lines", range(20, 36, 3))
def test_an_item_under_another_begins_where_there_is_room(lines: int) -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=1))
    item = sheet.add(Item, title="Plan")
    sheet.section(item, *["En rad."] * lines)
    below = sheet.add(Item, item, title="Delfråga", numbered=False)
    sheet.section(below, *["Ett kort stycke."] * 4)
    sheet.decision(below, "Så beslutas.")
    sheet.add(Recipient, item, name="Revisorerna")
    pages = hear(render(PrintJob(sheet.records(), board(), SwedishCalendar())).pdf).pages
    begins = next(number for number, page in enumerate(pages) if "Delfråga" in page)
    ends = next(number for number, page in enumerate(pages) if "Revisorerna" in page)
    assert "Ett kort stycke." in pages[begins]  # a heading is not left alone
    assert "Så beslutas." in pages[ends]  # nor the line of recipients
    room = 30 - lines  # lines that a page has left, at the least
    if room > 3:
        assert "En rad." in pages[begins]
