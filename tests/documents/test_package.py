"""A kallelse or minutes with attachments: appended under bookmarks and stamps, or kept inside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.appending import Words, appended
from kcdesk.documents.enclosure import Enclosure
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear
from tests.documents.test_archive import judge_here
from tests.tools.judge import ACCESSIBLE, ARCHIVE_WITH_FILES, Judge


def other_pdf(text: str, pages: int = 1, rotate: int = 0) -> bytes:
    """A PDF as anybody could make one."""
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=(595, 842), invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"{text} {number + 1}")
        canvas.setPageRotation(rotate)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


REPORT = other_pdf("Rapport", 2)
WIDE = other_pdf("Liggande", rotate=90)
SHEET = b"PK\x03\x04 no spreadsheet really"
LOCKED = b"%PDF-1.7 broken beyond repair"
SECRET = other_pdf("HEMLIG bilaga")


def job(**options: object) -> PrintJob:
    sheet = Sheet(Meeting(id="m", state=MeetingState.REVIEW, first_paragraph=1))
    item = sheet.add(Item, title="Ärende")
    hidden = sheet.add(Item, title="Upphandling", secret=True)
    files = {}
    for number, (name, content, owner) in enumerate(
        (
            ("Rapport.pdf", REPORT, item),
            ("Karta.pdf", WIDE, item),
            ("Kalkyl.xlsx", SHEET, item),
            ("Trasig.pdf", LOCKED, item),
            ("Anbud.pdf", SECRET, hidden),
        ),
        1,
    ):
        key = sha256(content).hexdigest()
        files[key] = content
        sheet.add(
            Attachment,
            owner,
            kind=AttachmentKind.FILE,
            name=name,
            number=str(number),
            sha256=key,
            size=len(content),
        )
    return PrintJob(
        sheet.records(), board(), SwedishCalendar(), Document.PACKAGE, files=files, **options
    )


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        return [each.title for each in outline.root]


def inside(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def test_attachments_stand_after_it_each_page_stamped_under_a_bookmark() -> None:
    pdf = render(job()).pdf
    pages = words(pdf)
    assert len(pages) == 2 + 4
    assert "Rapport 1" in pages[2]
    assert "Rapport 2" in pages[3]
    assert all("Bilaga 1" in page for page in pages[2:4])
    assert "Bilaga 2" in pages[4]
    assert bookmarks(pdf)[-3:] == [
        "Bilaga 1 Rapport.pdf",
        "Bilaga 2 Karta.pdf",
        "Bilaga 5 Anbud.pdf",
    ]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_stamp_stands_upright_in_the_upper_right_corner_of_what_is_seen(turned: int) -> None:
    file = Enclosure("Bilaga 7", "Karta.pdf", other_pdf("Karta", rotate=turned))
    pdf = appended(render(job()).pdf, [file], Words("0 0.5 0.3", "D:20261112000000Z"))
    document = pypdfium2.PdfDocument(pdf)
    page = document[len(document) - 1]
    assert page.get_rotation() == turned
    width, _height = page.get_size()
    image = page.render(scale=1).to_pil().convert("RGB")
    green = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if image.getpixel((x, y))[1] > image.getpixel((x, y))[0] + 60
    ]
    assert max(y for _, y in green) < 40
    assert min(x for x, _ in green) > width - 90
    # It reads from left to right: wider than high.
    assert max(x for x, _ in green) - min(x for x, _ in green) > 40
    document.close()


def test_what_cannot_be_appended_is_kept_inside() -> None:
    assert inside(render(job()).pdf) == {"Kalkyl.xlsx": SHEET, "Trasig.pdf": LOCKED}


def claims(pdf: bytes) -> str:
    """Return what a file says that it is: "2A ua", "2U"; nothing where it says nothing."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        accessible = " ua" if "pdfuaid:part" in metadata else ""
        return f"{metadata.pdfa_status}{accessible}"


def of(*files: tuple[str, bytes]) -> bytes:
    """Return a package with files by their names."""
    sheet = Sheet(Meeting(id="m", state=MeetingState.REVIEW, first_paragraph=1))
    item = sheet.add(Item, title="Ärende")
    for number, (name, content) in enumerate(files, 1):
        key = sha256(content).hexdigest()
        sheet.add(Attachment, item, name=name, number=str(number), sha256=key)
    return render(
        package(sheet, {sha256(content).hexdigest(): content for _, content in files})
    ).pdf


def archival(said: str = "2A", components: int = 3) -> bytes:
    """A file that says what part and level of PDF/A it keeps, for a printer of so many colours."""
    with pikepdf.open(io.BytesIO(render(job(embed=True)).pdf)) as document:
        del document.Root.Names
        del document.Root.AF
        part = f"<pdfaid:part>{said[0]}</pdfaid:part>".encode()
        level = f"<pdfaid:conformance>{said[1]}</pdfaid:conformance>".encode()
        text = document.Root.Metadata.read_bytes()
        text = text.replace(b"<pdfaid:part>3</pdfaid:part>", part)
        text = text.replace(b"<pdfaid:conformance>A</pdfaid:conformance>", level)
        document.Root.Metadata.write(text)
        document.Root.OutputIntents[0].DestOutputProfile.N = components
        output = io.BytesIO()
        document.save(output, static_id=True)
        return output.getvalue()


def test_with_pages_of_others_it_claims_nothing_that_they_do_not() -> None:
    assert claims(render(job()).pdf) == ""
    assert claims(of(("a.pdf", archival()), ("b.pdf", REPORT))) == ""
    assert claims(of(("a.pdf", archival("1A")))) == ""  # other rules for pages
    assert claims(of(("a.pdf", archival("2B", components=4)))) == ""  # colours of a press
    assert claims(of()) == "2A ua"


def test_with_archival_pages_alone_it_stays_archival() -> None:
    assert claims(of(("a.pdf", archival("2A")), ("b.pdf", archival("2U")))) == "2U"
    assert claims(of(("a.pdf", archival("2A")), ("b.pdf", archival("2B")))) == "2B"
    assert claims(of(("a.pdf", archival("3A")))) == "3U"
    assert claims(of(("a.pdf", archival("2B")), ("Kalkyl.xlsx", SHEET))) == "3B"


def test_a_file_that_is_no_pdf_makes_it_the_part_that_may_hold_one() -> None:
    assert claims(of(("Kalkyl.xlsx", SHEET))) == "3A ua"
    assert claims(render(job(embed=True)).pdf) == "3A ua"


def test_what_it_claims_is_so() -> None:
    for standard, files in (
        ("2u", [("a.pdf", archival()), ("b.pdf", archival("2U"))]),
        ("3u", [("a.pdf", archival()), ("Kalkyl.xlsx", SHEET)]),
    ):
        for judge in judge_here(standard):
            verdict = judge.ask(of(*files))
            assert verdict.is_clean, str(verdict)


def test_a_list_tells_the_page_on_which_each_begins_and_leads_there() -> None:
    pdf = render(job()).pdf
    said = listed(pdf)
    assert [line.replace("\u00a0", " ") for line in said] == [
        "Bilaga 1, Rapport.pdf 3",
        "Bilaga 2, Karta.pdf 5",
        "Bilaga 5, Anbud.pdf 6",
    ]
    assert "Bilagor efter dessa sidor" in bookmarks(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = [page.obj.objgen for page in document.pages]
        links = [
            pages.index(each.Dest[0].objgen)
            for page in document.pages[:2]
            for each in page.obj.get("/Annots", ())
            if "/Dest" in each
        ]
        assert links == [2, 4, 5]
    assert "Rapport 1" in words(pdf)[2]
    assert "Liggande 1" in words(pdf)[4]


def test_a_long_list_counts_its_own_pages() -> None:
    files = [(f"Bilaga {number}.pdf", other_pdf(f"Nummer {number}")) for number in range(90)]
    pdf = of(*files)
    own = own_pages(pdf)
    assert own > 2
    assert "Nummer 0" in words(pdf)[own]
    assert listed(pdf)[-1].rpartition(" ")[2] == str(own + 90)


def own_pages(pdf: bytes) -> int:
    """Return how many pages are in the logical tree: those of others have no place in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return sum("/StructParents" in page.obj for page in document.pages)


def listed(pdf: bytes) -> list[str]:
    """Return the lines of the list of pages as they are heard."""
    output = io.BytesIO()
    own = own_pages(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.pages[own:]
        document.save(output)
    return hear(output.getvalue()).of("Link")


def test_embedded_they_leave_the_minutes_as_they_were() -> None:
    pdf = render(job(embed=True)).pdf
    assert len(hear(pdf).pages) == 2
    assert inside(pdf)["Rapport.pdf"] == REPORT
    assert len(inside(pdf)) == 5


def test_two_files_of_one_name_are_both_kept() -> None:
    made = job(embed=True)
    first, second = made.records.all(Attachment)[:2]
    sheet = Sheet(Meeting(id="m", state=MeetingState.REVIEW))
    for each in (first, second):
        sheet.add(Attachment, name="Rapport.pdf", sha256=each.sha256)
    pdf = render(
        PrintJob(
            sheet.records(),
            made.body,
            made.calendar,
            Document.PACKAGE,
            embed=True,
            files=made.files,
        )
    ).pdf
    assert list(inside(pdf)) == ["Rapport (2).pdf", "Rapport.pdf"]


def test_the_public_copy_leaves_out_the_files_of_a_secret_item() -> None:
    for embed in (True, False):
        pdf = render(job(copy=Copy.PUBLIC, embed=embed)).pdf
        assert "Anbud.pdf" not in inside(pdf)
        assert not any("HEMLIG" in page for page in words(pdf))


def test_the_same_package_has_the_same_bytes() -> None:
    for embed in (True, False):
        assert render(job(embed=embed)).pdf == render(job(embed=embed)).pdf


def test_a_draft_goes_out_as_kallelse_and_the_base_may_be_chosen() -> None:
    assert hear(render(job(embed=True)).pdf).of("H1") == ["Protokoll"]
    assert hear(render(job(embed=True, base=Document.SUMMONS)).pdf).of("H1") == ["Kallelse"]
    draft = PrintJob(Sheet(Meeting(id="m")).records(), board(), SwedishCalendar(), Document.PACKAGE)
    assert hear(render(draft).pdf).of("H1") == ["Kallelse"]


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    yield from judge_here(ARCHIVE_WITH_FILES, ACCESSIBLE)


def test_with_files_inside_it_keeps_the_standard_for_that(judge: Judge) -> None:
    verdict = judge.ask(render(job(embed=True)).pdf)
    assert verdict.is_clean, str(verdict)


def test_attachments_follow_in_the_order_of_the_minutes() -> None:
    sheet = Sheet(Meeting(id="m", state=MeetingState.REVIEW, first_paragraph=1))
    files = {sha256(each).hexdigest(): each for each in (WIDE, REPORT)}
    sheet.add(Attachment, number="9", name="Lista.pdf", sha256=sha256(WIDE).hexdigest())
    item = sheet.add(Item, title="Ärende")
    sheet.add(Attachment, item, number="1", name="Rapport.pdf", sha256=sha256(REPORT).hexdigest())
    assert attached(sheet, files) == ["Bilaga 1 Rapport.pdf", "Bilaga 9 Lista.pdf"]


@pytest.mark.parametrize("marked", [True, False])
def test_a_kallelse_takes_along_what_is_marked_so_or_everything(marked: bool) -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende")
    files = {sha256(each).hexdigest(): each for each in (WIDE, REPORT)}
    for name, key, sent in zip(("Senare.pdf", "Rapport.pdf"), files, (False, marked), strict=True):
        sheet.add(Attachment, item, name=name, sha256=key, with_summons=sent)
    late = [] if marked else ["Bilaga Senare.pdf"]
    assert attached(sheet, files) == [*late, "Bilaga Rapport.pdf"]
    said = hear(render(replace(package(sheet, files), document=Document.SUMMONS)).pdf).text
    assert ("Senare.pdf" in said) is not marked  # nor is it named in the agenda


def package(sheet: Sheet, files: dict[str, bytes]) -> PrintJob:
    return PrintJob(sheet.records(), board(), SwedishCalendar(), Document.PACKAGE, files=files)


def attached(sheet: Sheet, files: dict[str, bytes]) -> list[str]:
    found = bookmarks(render(package(sheet, files)).pdf)
    return [each for each in found if each.startswith("Bilaga")]
