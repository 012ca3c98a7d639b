"""What the Word file and the web page look like: logo, lines to sign on, frames, columns."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import docx
import pikepdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kcdesk.documents import Document, PrintJob, render
from kcdesk.documents.fonts import REGULAR, width
from kcdesk.documents.output import write
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.logo import address_of
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.document_choice import ENDINGS
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.logos import SVG, png
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear
from tests.documents.test_formats import PROTOCOL, Page, letters, words_of


def with_logo(content: bytes) -> PrintJob:
    body = replace(board().root(Body), logo=address_of(content), logo_text='Fjäll & "sol"')
    return replace(PROTOCOL, body=Records("body", [body]))


@pytest.mark.parametrize("content", [SVG, png((200, 100))])
def test_the_logo_is_in_the_word_file_with_what_it_shows(content: bytes) -> None:
    document = docx.Document(io.BytesIO(write(with_logo(content), ".docx")))
    shape = document.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == 'Fjäll & "sol"'
    assert shape.height.pt == pytest.approx(46, abs=0.1)
    assert shape.width.pt == pytest.approx(92, abs=0.1)
    picture = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    blob = document.part.related_parts[picture].blob
    with Image.open(io.BytesIO(blob)) as image:
        assert image.format == "PNG"
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or ()}
        assert colours - {(255, 255, 255)}  # something is drawn on the white
    assert document.paragraphs[1].text == "Protokoll"


def test_a_logo_of_shapes_is_drawn_anew_in_the_web_page() -> None:
    page = write(with_logo(SVG), ".html").decode()
    logo = re.search(r"<svg.*?</svg>", page)
    assert logo is not None
    assert 'role="img" aria-label="Fjäll &amp; &quot;sol&quot;"' in logo[0]
    assert 'fill="#0f5c4c"' in logo[0]
    assert 'stroke="#1d2420"' in logo[0]
    # What an SVG may hold besides (pictures, references, text, scripts) does not come along.
    assert set(re.findall(r"<(\w+)", logo[0])) == {"svg", "path"}
    assert "passwd" not in page
    assert "Text is not drawn" not in page
    root = ElementTree.fromstring(logo[0])
    assert root.get("viewBox") == "0 0 240 120" or root.get("viewBox") == "0 0 120 60"


def test_a_logo_of_pixels_is_held_by_the_web_page() -> None:
    noted = PngInfo()
    noted.add_text("Comment", "HEMLIG anteckning")
    output = io.BytesIO()
    Image.new("RGBA", (40, 20), "#0f5c4c").save(output, "PNG", pnginfo=noted)
    page = write(with_logo(output.getvalue()), ".html")
    image = next(attributes for tag, attributes in Page(page).tags if tag == "img")
    assert image["alt"] == 'Fjäll & "sol"'
    address = image["src"] or ""
    assert address.startswith("data:image/png;base64,")
    content = base64.b64decode(address.partition(",")[2])
    assert b"HEMLIG" not in content
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (40, 20)
        assert shown.convert("RGB").getpixel((5, 5)) == (15, 92, 76)


@pytest.mark.parametrize("ending", ENDINGS[1:])
def test_a_logo_adds_no_words(ending: str) -> None:
    assert letters(words_of(with_logo(SVG), ending)) == letters(words_of(PROTOCOL, ending))


def test_there_are_lines_to_sign_on_and_frames_as_on_paper() -> None:
    page = write(PROTOCOL, ".html").decode()
    names = re.findall(r'<p class="signed"><strong>(.*?)</strong></p>', page)
    assert names[0] == "Lisa Nyman"
    assert '<section class="box">\n<h2>Anslag / bevis</h2>' in page
    document = docx.Document(io.BytesIO(write(PROTOCOL, ".docx")))
    by_sides: dict[tuple[str, ...], list[str]] = {}
    for paragraph in document.paragraphs:
        borders = paragraph._p.find(".//" + qn("w:pBdr"))
        if borders is not None:
            sides = tuple(each.tag.rpartition("}")[2] for each in borders)
            by_sides.setdefault(sides, []).append(paragraph.text)
    assert by_sides["top",] == names
    assert by_sides["top", "left", "bottom", "right"][0] == "Anslag / bevis"


def test_what_is_small_beside_a_name_is_small_everywhere() -> None:
    assert "<small>" in write(PROTOCOL, ".html").decode()
    document = docx.Document(io.BytesIO(write(PROTOCOL, ".docx")))
    small = [run.text for each in document.paragraphs for run in each.runs if run.font.size]
    assert any("på distans" in each for each in small)


def test_tables_of_a_word_file_fit_their_words() -> None:
    document = docx.Document(io.BytesIO(write(PROTOCOL, ".docx")))
    actions = next(t for t in document.tables if t.cell(0, 0).text == "Åtgärd")
    wide = [column.width.pt for column in actions.columns]
    assert sum(wide) == pytest.approx(453.5, abs=2)
    assert wide[0] > wide[2]
    body = list(document.element.body)
    for above, below in pairwise(body):  # Word would make one of two that touch
        assert not (above.tag == below.tag == qn("w:tbl"))


def test_plain_text_keeps_names_to_their_column_with_lines_to_sign_on() -> None:
    text = write(PROTOCOL, ".txt").decode()
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("Beslutande"))
    names = lines[at : at + 4]
    assert names[0].startswith(f"{'Beslutande':<24}Maria Haglund (S), ordförande")
    assert all(line.startswith(" " * 24) and "- " not in line for line in names[1:])
    assert max(map(len, lines)) <= 76
    line = "–" * 28
    assert f"\n\n{line}\nLisa Nyman\nsekreterare\n" in text


def test_lists_of_names_and_signers_are_lists_in_commonmark() -> None:
    text = write(PROTOCOL, ".md").decode()
    assert "- **Beslutande:**\n  - Maria Haglund (S)" in text
    assert "* **Lisa Nyman**\\\n  sekreterare" in text
    html = MarkdownIt().render(text)
    assert re.search(r"<ul>\s*<li><strong>Lisa Nyman</strong><br />\s*sekreterare</li>", html)
    assert re.search(r"<strong>Beslutande:</strong>\s*<ul>\s*<li>Maria Haglund", html)


def test_heads_and_feet_of_a_word_file_stand_left_in_the_middle_and_right() -> None:
    section = docx.Document(io.BytesIO(write(PROTOCOL, ".docx"))).sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    assert head.text == "Samordningsförbundet Älvdalarna\tStyrelsen\tProtokoll 2026-11-12 · Utkast"
    assert foot.text.startswith("Justerandes sign")
    assert "\tUtdragsbestyrkande" in foot.text
    assert foot.text.endswith(("\tSida  ()", "\tSida PAGE (NUMPAGES)"))
    assert [stop.position.pt for stop in head.paragraph_format.tab_stops] == [226.75, 453.5]


def test_small_print_is_what_is_paler_not_every_cell_of_a_table() -> None:
    job = replace(PROTOCOL, document=Document.ACTIONS)
    page = write(job, ".html").decode()
    assert "<td><p>Robert Falk</p>" in page
    assert re.search(r'<p class="quiet">§\W56</p>', page)
    summons = docx.Document(io.BytesIO(write(replace(job, document=Document.SUMMONS), ".docx")))
    entry = next(each for each in summons.paragraphs if "Rapport tertial 2" in each.text)
    sizes = {run.text.strip(): run.font.size for run in entry.runs if run.text.strip()}
    assert any(size is not None and "Bilaga" in text for text, size in sizes.items())
    assert next(size for text, size in sizes.items() if text == "Rapport tertial 2") is None


def paragraphs_of(job: PrintJob) -> list[Any]:
    return list(docx.Document(io.BytesIO(write(job, ".docx"))).paragraphs)


def test_those_who_sign_stay_on_one_page_of_a_word_file_with_the_words_above() -> None:
    paragraphs = paragraphs_of(PROTOCOL)
    first = next(n for n, each in enumerate(paragraphs) if each.text == "Lisa Nyman")
    last = next(n for n, each in enumerate(paragraphs) if each.text == "justerare §\u00a058")
    kept = [each.paragraph_format.keep_with_next for each in paragraphs[first - 1 : last + 1]]
    assert kept == [True] * (len(kept) - 1) + [None]
    assert paragraphs[first - 1].text.startswith("Paragrafer")


def test_small_print_under_a_heading_stays_with_the_text_in_a_word_file() -> None:
    paragraphs = paragraphs_of(PROTOCOL)
    small = next(each for each in paragraphs if each.text.startswith("Föredragande Siv Åkerlund"))
    assert small.paragraph_format.keep_with_next
    sent = next(each for each in paragraphs if each.text.startswith("Beslutet skickas till"))
    assert not sent.paragraph_format.keep_with_next
    leading = next(each for each in paragraphs if each.text.endswith("kostnaden per kommun:"))
    assert leading.paragraph_format.keep_with_next


def test_small_tables_of_a_word_file_do_not_part() -> None:
    document = docx.Document(io.BytesIO(write(PROTOCOL, ".docx")))
    for table in document.tables:
        kept = [
            all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
            for row in table.rows
        ]
        assert kept == [True] * (len(kept) - 1) + [False]


def test_the_head_of_a_word_file_has_room_for_a_long_name() -> None:
    name = "Gemensamma nämnden för samverkan om hjälpmedel och färdtjänst i norra inlandet"
    body = Records("body", [replace(board().root(Body), name=name)])
    for job, lines in ((PROTOCOL, 1), (replace(PROTOCOL, body=body), 2)):
        document = docx.Document(io.BytesIO(write(job, ".docx")))
        head = document.sections[0].header.paragraphs
        assert len(head) == lines
        assert head[0].text.startswith("Samordningsförbundet Älvdalarna\t")
    assert head[1].text == name


def test_a_long_number_leaves_room_for_the_words_of_its_entry_in_a_word_file() -> None:
    sheet = Sheet(Meeting(id="m"))
    for number in range(12):
        above = sheet.add(Item, title=f"Ärende {number}")
    for number in range(11):
        sheet.add(Item, above, title=f"Underärende {number}")
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.SUMMONS)
    entry = next(each for each in paragraphs_of(job) if each.text.startswith("12.11\t"))
    hang = -entry.paragraph_format.first_line_indent.pt
    assert hang > width("12.11", REGULAR, 11.0)
    stops = [stop.position.pt for stop in entry.paragraph_format.tab_stops]
    assert stops == [entry.paragraph_format.left_indent.pt]


def test_only_decisions_have_headings_in_the_accent_in_a_word_file() -> None:
    for each in paragraphs_of(PROTOCOL):
        if each.style.name.startswith("Heading"):
            coloured = any(run.font.color.rgb is not None for run in each.runs)
            assert coloured == (each.text == "Beslut")


@pytest.mark.parametrize("ending", ENDINGS[1:])
def test_amounts_are_read_from_the_right_in_every_format(ending: str) -> None:
    content = write(PROTOCOL, ending)
    if ending == ".docx":
        document = docx.Document(io.BytesIO(content))
        costs = next(t for t in document.tables if t.cell(0, 0).text == "Kommun")
        sides = [cell.paragraphs[0].alignment for cell in costs.rows[1].cells]
        assert sides == [None, *[WD_ALIGN_PARAGRAPH.RIGHT] * 3]
        return
    expected = {
        ".html": '<td class="amount"><p>3\u00a0412</p>\n</td>',
        ".md": "| --- | ---: | ---: | ---: |",
        ".txt": "\nBjörklidens kommun     3 412   9,1 %           27 300\n",
    }
    assert expected[ending] in content.decode()


def test_a_web_page_prints_with_its_boxes_whole_and_on_white() -> None:
    page = write(PROTOCOL, ".html").decode()
    printing = page.partition("@media print{")[2].partition("</style>")[0]
    assert "tr,.box,.decision,li:has(.signed){break-inside:avoid}" in printing
    assert "@media screen and (prefers-color-scheme:dark)" in page


def test_what_is_said_beside_a_name_is_not_run_together_with_it() -> None:
    for ending in ENDINGS[1:]:
        told = " ".join(words_of(PROTOCOL, ending).split())
        assert "vice ordförande, tjänstgörande ordförande §§ 52–54" in told
    said = hear(render(PROTOCOL).pdf).text.replace("\u00a0", " ")
    assert "vice ordförande, tjänstgörande ordförande §§ 52–54" in said


def test_what_belongs_together_stays_on_a_line_of_plain_text() -> None:
    for fill in range(40, 76):
        sheet = Sheet(Meeting(id="m"))
        sheet.section(
            sheet.add(Item, title="Ärende"), f"{'x' * fill} 12 300 000 kronor enligt § 52"
        )
        job = PrintJob(sheet.records(), board(), SwedishCalendar())
        lines = write(job, ".txt").decode().splitlines()
        assert any("12 300 000 kronor" in line for line in lines)
        assert any("§ 52" in line for line in lines)


def test_those_who_sign_are_a_list_for_whoever_listens() -> None:
    with pikepdf.open(io.BytesIO(render(PROTOCOL).pdf)) as document:
        lists = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/L"
        ]
        signers = [
            each
            for each in lists
            if len(each.K) == 5 and all(len(entry.K.K) == 2 for entry in each.K if "/K" in entry.K)
        ]
        assert any(
            all(str(part.S) == "/P" for entry in each.K for part in entry.K.K) for each in signers
        )
    page = write(PROTOCOL, ".html").decode()
    assert page.count('<li><p class="signed">') == 5
