"""Whatever is typed, there is always a PDF."""

from __future__ import annotations

from kcdesk.documents import Document, PrintJob, render
from kcdesk.documents.text import SOFT_HYPHEN
from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Layout
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, group
from tests.documents.reading import hear

WORDS = "Styrelsen diskuterade frågan länge och väl innan den fattade sitt beslut. "


def heard(records: Records, **options: object) -> str:
    job = PrintJob(records, group(), SwedishCalendar(), Document.NOTES, **options)
    return hear(render(job).pdf).text


def test_a_paragraph_of_a_megabyte() -> None:
    sheet = Sheet(Meeting(id="m"))
    text = WORDS * (1_000_000 // len(WORDS))
    sheet.section(sheet.add(Item, title="Långt"), text)
    assert text.strip() in heard(sheet.records())


def test_a_word_of_a_hundred_thousand_letters() -> None:
    sheet = Sheet(Meeting(id="m"))
    word = "mötesprotokoll" * 7_000
    sheet.section(sheet.add(Item, title="Ett ord"), word)
    told = heard(sheet.records())
    assert told.count(SOFT_HYPHEN) > 500  # at line ends, as ISO 32000-1 14.8.2.2.3 asks for
    assert word in told.replace(SOFT_HYPHEN, "")


def test_a_cell_higher_than_a_page() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Tabell"), "Se:")
    sheet.grid(section, "g", [["Rubrik", "Annan"], [WORDS * 200, WORDS * 3]])
    assert heard(sheet.records()).count(WORDS.strip()) == 203


def test_a_table_of_five_hundred_rows_repeats_its_head_unheard() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Tabell"), "Se:")
    lines = [["Kommun", "Restid"], *([f"Kommun {n}", f"{n} min"] for n in range(500))]
    sheet.grid(section, "g", lines)
    job = PrintJob(sheet.records(), group(), SwedishCalendar(), Document.NOTES)
    result = hear(render(job).pdf)
    assert result.text.count("Restid") == 1
    assert all(f"Kommun {n}" in result.text for n in range(500))
    repeated = [page for page in result.artifacts[1:] if "Restid" in page]
    assert len(repeated) >= len(result.artifacts) - 2


def test_a_table_head_higher_than_a_page() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Tabell"), "Se:")
    sheet.grid(section, "g", [[WORDS * 100, "B"], ["1", "2"], ["3", "4"]])
    assert heard(sheet.records()).count(WORDS.strip()) == 100


def test_a_table_of_sixty_columns() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Tabell"), "Se:")
    sheet.grid(section, "g", [[f"k{n}" for n in range(60)], [f"v{n}" for n in range(60)]])
    assert "v59" in heard(sheet.records())


def test_headings_and_names_of_any_length() -> None:
    for layout in Layout:
        sheet = Sheet(Meeting(id="m", title=WORDS * 40, place=WORDS * 40))
        for _ in range(3):
            sheet.add(Participant, name=WORDS * 20, organisation=WORDS * 20, party=WORDS)
        item = sheet.add(Item, title=WORDS * 200, case_number=WORDS * 30)
        sheet.add(Attachment, item, name=WORDS * 30)
        sheet.add(Action, item, text=WORDS * 100)
        assert heard(sheet.records(), layout=layout).count(WORDS.strip()) >= 200


def test_lists_of_any_depth() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Listor"))
    for level in (5, 0, 3, 3, 40, 1, 0):
        sheet.add(
            Block, section, kind=BlockKind.NUMBERED, level=level, spans=plain(f"nivå {level}")
        )
    assert "nivå 40" in heard(sheet.records())


def test_sixty_items_and_nothing_at_all() -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=100))
    for number in range(60):
        item = sheet.add(Item, title=f"Ärende nummer {number}")
        sheet.section(item, WORDS * 4)
        sheet.decision(item, WORDS)
    job = PrintJob(sheet.records(), board(), SwedishCalendar())
    assert "§ 159 Ärende nummer 59" in hear(render(job).pdf).text
    assert heard(Sheet(Meeting(id="m")).records()).startswith("Minnesanteckningar")


def test_letters_of_every_kind() -> None:
    sheet = Sheet(Meeting(id="m"))
    text = "Đŋŋa Šaddu \u2611 \u0000\u202eomvänt\u202c na\u0308r mjukt\u00adstreck"
    text += " \U0001f600 \U0001f680"  # the one in a fallback face, the other in none
    sheet.section(sheet.add(Item, title="Tecken"), text)
    found = heard(sheet.records())
    assert "Đŋŋa Šaddu \u2611 omvänt när mjuktstreck \U0001f600 \ufffd" in found
