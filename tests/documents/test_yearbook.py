"""A body's year in one volume: every meeting whole, registers, originals and checksums."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.output import write
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.approval import Approval
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import HeadingWord
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.signature import SignedCopy
from kcdesk.services.body_meetings import other_meetings, year_of
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting, other
from tests.documents.reading import Heard, hear
from tests.documents.test_archive import judge_here
from tests.documents.test_package import bookmarks, inside, other_pdf
from tests.storage.signed import approvals, seal, send, with_sample
from tests.tools.judge import ACCESSIBLE, ARCHIVE_WITH_FILES, Judge

CALENDAR = SwedishCalendar()
X = Message("x")
OPENED = tuple[LibraryFile, EditingSession]
SIGNED, REPORT = other_pdf("Undertecknat"), other_pdf("Rapport")
FILES = {sha256(each).hexdigest(): each for each in (SIGNED, REPORT)}
SIGNED_KEY, REPORT_KEY = FILES


def spring() -> Records:
    sheet = Sheet(Meeting(id="spring", day=Moment(date(2026, 3, 2)), first_paragraph=1))
    item = sheet.add(Item, title="Budget", case_number="SF 2026/31")
    sheet.decision(item, "Budgeten antas.")
    sheet.add(Attachment, item, number="1", name="Rapport.pdf", sha256=REPORT_KEY)
    approval = sheet.add(Approval, approved_on=date(2026, 3, 9))
    sheet.add(SignedCopy, approval, name="Protokoll.pdf", sha256=SIGNED_KEY)
    return sheet.records()


def job(**options: object) -> PrintJob:
    return PrintJob(
        formal_meeting(),
        board(),
        SwedishCalendar(),
        Document.YEARBOOK,
        further=(other(spring()),),
        **options,
    )


def heard(**options: object) -> Heard:
    return hear(render(job(**options)).pdf)


def test_the_year_holds_every_meeting_whole_oldest_first() -> None:
    found = heard()
    assert found.of("H1") == ["Årsvolym 2026", "Protokoll", "Protokoll", "Register"]
    assert found.text.index("Budgeten antas.") < found.text.index("Vice ordföranden förklarar")
    alone = hear(render(PrintJob(formal_meeting(), board(), SwedishCalendar())).pdf)
    assert alone.text in found.text


def test_each_page_has_the_head_of_what_stands_on_it() -> None:
    heads = heard().artifacts
    assert "Årsvolym 2026" in heads[0]
    assert "Protokoll 2026-03-02" in heads[1]
    assert "Justerandes sign" in heads[1]
    assert "Årsvolym 2026" in heads[-1]
    assert f"Sida {len(heads)} ({len(heads)})" in heads[-1]


def test_registers_lead_from_paragraphs_and_cases_to_meetings() -> None:
    text = heard().text
    assert "§ 1BudgetSF 2026/312026-03-023" in text
    # A row for each handling: a name of two lines would stand beside the day of another.
    assert "SF 2026/31Budget2026-03-02 § 1" in text
    assert "SF 2026/31Upphandling av personalsystem2026-11-12 § 58" in text
    assert f"Bilaga 1, Rapport.pdf{REPORT_KEY}§ 12026-03-02" in text
    assert f"Undertecknat original, Protokoll.pdf{SIGNED_KEY}2026-03-02" in text
    assert "2026-03-02§ 12026-03-09Protokoll.pdf" in text


def test_cases_are_put_in_order_by_their_numbers() -> None:
    sheet = Sheet(Meeting(id="later", day=Moment(date(2026, 4, 2)), first_paragraph=2))
    for number in ("SF 2026/112", "SF 2026/4", "SF 2025/9"):
        sheet.add(Item, title="Ärende", case_number=number)
    text = hear(render(replace(job(), further=(other(sheet.records()),))).pdf).text
    cases = text[text.index("DnrRubrikBehandlat") :]
    order = [cases.index(each) for each in ("SF 2025/9", "SF 2026/4", "SF 2026/31", "SF 2026/112")]
    assert order == sorted(order)


def test_the_contents_tell_the_page_of_each_meeting_and_register() -> None:
    found = heard()
    lines = found.of("TOCI")
    assert lines[0].startswith("Styrelsens sammanträde måndagen den 2 mars 2026  § 1 ")
    assert [line.rsplit(" ", 1)[0].split(" ")[0] for line in lines[2:]] == [
        "Register",
        "Paragrafer",
        "Ärenden",
        "Filer",
    ]
    for line in lines:
        words, number = line.rsplit(" ", 1)
        place = int(number) - 1
        assert words.split("  ")[0] in found.pages[place]
        if words.startswith("Styrelsens"):
            assert all(words.split("  ")[0] not in page for page in found.pages[1:place])


def test_every_number_leads_to_its_page() -> None:
    pdf = render(job()).pdf
    told = hear(pdf)
    numbers = [int(each) for each in told.of("Link") if each.isdigit()]
    lines = [int(each.rsplit(" ", 1)[1]) for each in told.of("TOCI")]
    assert sorted(lines + numbers) == sorted(page for page, _ in led(pdf))
    assert len(numbers) == 12 + 2  # a line for each § and for each handling of a case
    assert all(name for _, name in led(pdf))


def led(pdf: bytes) -> list[tuple[int, str]]:
    """The pages that links of the document lead to, and what the links are called."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        links = [each for page in document.pages for each in page.obj.get("/Annots", ())]
        return [
            (pages[each.Dest[0].objgen], str(each.Contents)) for each in links if "/Dest" in each
        ]


def test_bookmarks_stand_under_their_meetings() -> None:
    assert bookmarks(render(job()).pdf) == [
        "Styrelsens sammanträde måndagen den 2 mars 2026",
        "Styrelsens sammanträde torsdagen den 12 november 2026",
        "Register",
    ]


def test_originals_and_attachments_are_kept_inside() -> None:
    assert inside(render(job(files=FILES)).pdf) == {"Protokoll.pdf": SIGNED, "Rapport.pdf": REPORT}


def test_the_public_volume_holds_no_signed_original() -> None:
    pdf = render(job(files=FILES, copy=Copy.PUBLIC)).pdf
    assert list(inside(pdf)) == ["Rapport.pdf"]
    assert "HEMLIG" not in hear(pdf).text


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    yield from judge_here(ARCHIVE_WITH_FILES, ACCESSIBLE)


def test_the_volume_keeps_the_standard_for_files_inside(judge: Judge) -> None:
    verdict = judge.ask(render(job(files=FILES)).pdf)
    assert verdict.is_clean, str(verdict)


def renamed(opened: OPENED) -> None:
    """The sample is sealed; then the body gets another name and word for decisions, and meets."""
    library, session = opened
    body_id = session.records.root(Meeting).body_id or ""
    body = EditingSession(body_id, library)
    word = HeadingWord(id=new_id(), owner_id=body_id, position="V", text="Då beslutades")
    body.perform(Group(X, (Insert(word),)))
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    for id, field, value in (
        (body_id, "name", "Direktionen"),
        (body_id, "accent", "#7a1f3d"),
        (word.id, "text", "Nu beslutas"),
    ):
        body.perform(Group(X, body.records.setting(id, field, value)))
    day = Moment(date(2026, 12, 10))
    sheet = Sheet(Meeting(id="december", body_id=body_id, day=day, first_paragraph=63))
    sheet.decision(sheet.add(Item, title="Budget 2027"), "Budgeten antas.")
    root, *rows = sheet.rows
    library.create(root, rows, Group(X, tuple(map(Insert, sheet.rows))))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OPENED]:
    library, session = with_sample(tmp_path / "a.kcdesk")
    yield library, session
    library.close()


def year(opened: OPENED, meeting_id: str) -> PrintJob:
    library, _session = opened
    bundle = export_meeting(meeting_id, library)
    found = other_meetings(bundle, library, year_of(bundle))
    return usual_job(bundle, CALENDAR, document=Document.YEARBOOK, further=found)


@pytest.mark.parametrize("at", ["sample", "december"])
def test_each_meeting_has_the_body_that_it_was_sealed_with(opened: OPENED, at: str) -> None:
    renamed(opened)
    made = year(opened, opened[1].stream_id if at == "sample" else "december")
    pdf = render(made).pdf
    found = hear(pdf)
    assert bookmarks(pdf)[:2] == [
        "Styrelsens sammanträde torsdagen den 12 november 2026",
        "Direktionens sammanträde torsdagen den 10 december 2026",
    ]
    then, now = found.text.split("Direktionens sammanträde torsdagen den 10 december 2026")[-2:]
    assert "Då beslutades" in then
    assert "Nu beslutas" not in then
    assert "Nu beslutas" in now
    assert "Då beslutades" not in now
    heads = found.artifacts
    assert "Direktionen" in heads[0]  # the volume is that of the body as it is called last
    assert "Styrelsen" in heads[1]
    assert "Direktionen" in heads[-1]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert "Direktionen" in str(file.docinfo["/Title"])


def test_the_archive_and_the_list_over_time_name_it_so_too(opened: OPENED) -> None:
    renamed(opened)
    made = year(opened, opened[1].stream_id)
    with zipfile.ZipFile(io.BytesIO(write(made, ".zip"))) as archive:
        about = json.loads(archive.read("metadata.json"))
    assert about["body"] == "Direktionen"
    assert [each["body"] for each in about["meetings"]] == ["Styrelsen", "Direktionen"]
    listed = hear(render(replace(made, document=Document.ACTIONS)).pdf)
    assert "Direktionen, Samordningsförbundet Älvdalarna" in listed.of("P")[0]
