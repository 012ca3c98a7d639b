"""Web page, Word, CommonMark and plain text tell the same as the PDF, letter by letter."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from markdown_it import MarkdownIt

from kcdesk.documents import Copy, Document, PrintJob
from kcdesk.documents.formats.told import BESIDE, Node, told
from kcdesk.documents.output import write
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.services.document_choice import ENDINGS, WITH_FILES, endings_of
from tests.documents.meetings import Sheet, board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear
from tests.documents.variants import CALENDAR, generated_jobs

PROTOCOL = PrintJob(formal_meeting(), board(), CALENDAR)
NOTES = PrintJob(informal_meeting(), group(), CALENDAR, Document.NOTES)
PLAIN = [each for each in Document if each not in WITH_FILES]
MARKS = re.compile(r"[\s\u00ad•–·]+")


def letters(text: str) -> str:
    """The letters alone: bullets and what parts columns are each format's own."""
    return MARKS.sub("", text)


class Page(HTMLParser):
    """The words of a web page's body, and its elements."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = self._inside or tag == "body"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data


def words_of(job: PrintJob, ending: str) -> str:
    content = write(job, ending)
    match ending:
        case ".pdf":
            return hear(content).text
        case ".html":
            return Page(content).words
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                tree = ElementTree.fromstring(parts.read("word/document.xml"))
            return "".join(each.text or "" for each in tree.iter(qn("w:t")))
        case ".md":
            return Page(
                b"<body>"
                + MarkdownIt("commonmark", {"html": True})
                .enable("table")
                .render(content.decode())
                .encode()
            ).words
        case _:
            return content.decode()


@pytest.mark.parametrize("ending", [".html", ".docx"])
@pytest.mark.parametrize("document", PLAIN)
def test_every_letter_of_every_document_is_there_in_order(document: Document, ending: str) -> None:
    for meeting, body in ((formal_meeting(), board()), (informal_meeting(), group())):
        job = PrintJob(meeting, body, CALENDAR, document)
        assert letters(words_of(job, ending)) == letters(words_of(job, ".pdf"))


@settings(max_examples=25)
@given(generated_jobs())
def test_generated_meetings_tell_the_same_in_every_format(job: PrintJob) -> None:
    if job.document in WITH_FILES:
        return
    said = letters(words_of(job, ".pdf")).replace("\ufffd", "")
    for ending in (".html", ".docx"):
        assert letters(words_of(job, ending)).replace("\ufffd", "") == said
    for ending in (".txt", ".md"):
        assert write(job, ending)


def paragraphs(job: PrintJob) -> list[str]:
    def inside(node: Node) -> list[str]:
        if node.role == "Table":
            return []
        own = [node.text] if node.role == "P" or node.role.startswith("H") else []
        return own + [text for kid in node.kids for text in inside(kid)]

    return [text for text in inside(told(job).root) if text.strip()]


@pytest.mark.parametrize("job", [PROTOCOL, NOTES], ids=["protocol", "notes"])
def test_plain_text_and_commonmark_hold_every_paragraph(job: PrintJob) -> None:
    for ending in (".txt", ".md"):
        said = letters(words_of(job, ending))
        for text in paragraphs(job):
            assert letters(text) in said


def test_plain_text_keeps_to_its_width_and_underlines_headings() -> None:
    text = write(PROTOCOL, ".txt").decode()
    assert text.startswith("Protokoll\n=========\n")
    assert "§ 56 Gemensam digital handlingsplan\n-----" in text
    prose = [line for line in text.split("\n") if not line.startswith(("Just", "Beslut", " " * 20))]
    assert max(map(len, prose)) <= 100
    assert "Kommun              Invånare   Andel  Kostnad, kronor" in text


def test_a_table_too_wide_for_plain_text_names_each_cell() -> None:
    sheet = Sheet(Meeting(id="m"))
    section = sheet.section(sheet.add(Item, title="Tabell"), "Se:")
    sheet.grid(section, "g", [["Kommun", "Svar"], ["Norråsa", "Ett långt svar " * 8]])
    text = write(PrintJob(sheet.records(), board(), CALENDAR), ".txt").decode()
    assert "- Kommun: Norråsa\n  Svar: Ett långt svar" in text


def test_commonmark_means_what_was_typed() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="*Stjärnor* & <hakar>")
    sheet.section(item, "# ingen rubrik", "1. ingen lista", "- ingen punkt", "a|b `c` _d_ [e](f)")
    page = words_of(PrintJob(sheet.records(), board(), CALENDAR), ".md")
    for typed in ("# ingen rubrik", "1. ingen lista", "- ingen punkt", "a|b `c` _d_ [e](f)"):
        assert typed in page
    assert "*Stjärnor* & <hakar>" in page


def test_the_web_page_is_accessible_and_fetches_nothing() -> None:
    page = write(PROTOCOL, ".html")
    found = Page(page)
    tags = [tag for tag, _ in found.tags]
    assert ("html", {"lang": "sv"}) in found.tags
    assert tags.count("main") == 1
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(later - first <= 1 for first, later in pairwise(levels))
    heads = [attributes for tag, attributes in found.tags if tag == "th"]
    assert heads
    assert all(each["scope"] in ("col", "row") for each in heads)
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    assert b"url(" not in page
    assert b"@import" not in page


def test_a_web_page_shows_what_was_typed_and_runs_none_of_it() -> None:
    sheet = Sheet(Meeting(id="m", title="<script>alert(1)</script>"))
    sheet.section(sheet.add(Item, title='"><img src=x onerror=alert(1)>'), "<b>fet</b> & så")
    found = Page(write(PrintJob(sheet.records(), board(), CALENDAR), ".html"))
    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "img", "b"})
    assert "<b>fet</b> & så" in found.words


def test_word_gets_real_styles_heads_of_tables_and_its_language() -> None:
    content = write(PROTOCOL, ".docx")
    made = docx.Document(io.BytesIO(content))
    styles = [each.style.name for each in made.paragraphs]
    assert styles[0] == "Heading 1"
    assert "Heading 2" in styles
    assert "List Bullet" in styles
    assert "Decision" in styles
    assert made.core_properties.language == "sv-SE"
    assert made.core_properties.title == "Protokoll Styrelsen"
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "sv-SE"
    costs = made.tables[0]
    assert costs.cell(0, 0).text == "Kommun"
    assert costs.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    footer = made.sections[0].footer.paragraphs[0]._p.xml
    assert "NUMPAGES" in footer
    link = made.element.find(f".//{qn('w:hyperlink')}")
    assert link is not None


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_meeting_gives_the_same_bytes(ending: str) -> None:
    assert write(PROTOCOL, ending) == write(PROTOCOL, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_format_of_a_public_copy_tells_what_is_secret(ending: str) -> None:
    job = PrintJob(formal_meeting(), board(), CALENDAR, copy=Copy.PUBLIC)
    content = write(job, ending)
    if ending == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    for secret in ("HEMLIG", "Fjällsystem", "Anna Persson", "diagnos"):
        assert secret.encode() not in content
        assert secret not in words_of(job, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_correction_follows_its_paragraph_in_every_format(ending: str) -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=1))
    first, second = sheet.add(Item, title="Budget"), sheet.add(Item, title="Val")
    sheet.section(first, "Beloppet är 300 000 kronor.")
    sheet.section(second, "Valet skedde öppet.")
    day, author = date(2026, 12, 3), "Lisa Nyman"
    sheet.add(Correction, first, made_on=day, author=author, text="Ska vara 310 000 kronor.")
    sheet.add(Correction, made_on=day, author=author, text="Närvaron rättad.")
    said = letters(words_of(PrintJob(sheet.records(), board(), CALENDAR), ending))
    marks = (
        "§ 1, 2026-12-03, Lisa Nyman",  # listed on the first page
        "Närvaron rättad.",
        "Beloppet är 300 000 kronor.",
        "Rättelse 2026-12-03, Lisa Nyman",
        "Ska vara 310 000 kronor.",
        "Valet skedde öppet.",
    )
    at = -1
    for mark in marks:
        at = said.find(letters(mark), at + 1)
        assert at >= 0, mark


def test_names_and_organisations_share_a_line() -> None:
    assert f"Karin Ahlqvist (M){BESIDE}Rotsjö kommun" in write(PROTOCOL, ".txt").decode()


def test_a_format_that_there_is_none_of() -> None:
    with pytest.raises(ValueError, match=r"\.odt"):
        write(PROTOCOL, ".odt")
    assert endings_of(Document.PACKAGE) == (".pdf",)
    assert endings_of(Document.YEARBOOK) == (".pdf", ".zip")
    assert endings_of(Document.NOTICE) == ENDINGS
