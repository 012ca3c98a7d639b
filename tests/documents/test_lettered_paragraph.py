"""A § with a letter in the minutes, in every format, and as an extract by its number."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kcdesk.__main__ import main
from kcdesk.documents import PrintJob
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.paths import resource
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear
from tests.documents.test_formats import words_of

CALENDAR = SwedishCalendar()


def minutes() -> Records:
    sheet = Sheet(Meeting(id="m", first_paragraph=60, day=Moment(date(2026, 3, 2))))
    for title, letter in (("Ekonomi", False), ("Glömd fråga", True), ("Avslutning", False)):
        sheet.add(Item, title=title, numbered=not letter, lettered=letter)
    return sheet.records()


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".txt", ".md"])
def test_it_follows_the_one_whose_number_it_has(ending: str) -> None:
    text = words_of(PrintJob(minutes(), board(), CALENDAR), ending).replace("\u00a0", " ")
    assert "§§ 60, 60 a, 61" in text
    first, own, last = (text.rfind(word) for word in ("Ekonomi", "Glömd fråga", "Avslutning"))
    assert -1 < first < own < last
    assert "§ 60 a" in text


def test_the_command_line_takes_it_by_its_number(tmp_path: Path) -> None:
    data = json.loads(resource("sample", "meeting.json").read_bytes())
    items = data["meeting"]["items"]
    items[4] = {**items[4], "numbered": False, "lettered": True}
    file, out = tmp_path / "m.json", tmp_path / "utdrag.pdf"
    file.write_text(json.dumps(data), "utf-8")
    for given in ("55a", "55 A", "§ 55\u00a0a"):
        words = ["render", str(file), "-o", str(out), "--document", "extract", "--items", given]
        assert main(words) == 0
        assert "§ 55 a" in hear(out.read_bytes()).text.replace("\u00a0", " ")
