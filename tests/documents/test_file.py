"""What the file says of itself, and what archive and screen readers need of it."""

from __future__ import annotations

import io
import itertools
import re
from datetime import UTC, datetime

import pikepdf
import pytest

from kcdesk.documents import Copy, Document, PrintJob, default_document, render
from kcdesk.domain.body import Layout, Regime
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting, group, informal_meeting
from tests.documents.reading import hear

CALENDAR = SwedishCalendar()
PROTOCOL = PrintJob(formal_meeting(), board(), CALENDAR)
NOTES = PrintJob(informal_meeting(), group(), CALENDAR, Document.NOTES)


@pytest.fixture(scope="module")
def protocol() -> bytes:
    return render(PROTOCOL).pdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_the_same_rows_give_the_same_bytes(protocol: bytes) -> None:
    assert render(PROTOCOL).pdf == protocol


def test_the_printing_instant_is_the_one_given() -> None:
    job = PrintJob(
        formal_meeting(),
        board(),
        CALENDAR,
        printed_at=datetime(2026, 11, 25, 9, 30, tzinfo=UTC),
    )
    with opened(render(job).pdf) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261125093000")
        assert b"2026-11-25T09:30:00+00:00" in pdf.Root.Metadata.read_bytes()


def test_without_an_instant_the_meeting_day_stands_for_it(protocol: bytes) -> None:
    with opened(protocol) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261112")


def test_title_language_and_standards(protocol: bytes) -> None:
    with opened(protocol) as pdf:
        title = "Protokoll, Styrelsens sammanträde torsdagen den 12 november 2026"
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.docinfo["/Author"]) == "Samordningsförbundet Älvdalarna"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "sv-SE"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == title


def test_english_minutes_say_so() -> None:
    job = PrintJob(formal_meeting(), board(), CALENDAR, language="en")
    pdf = render(job).pdf
    with opened(pdf) as file:
        assert str(file.Root.Lang) == "en-GB"
    text = hear(pdf).text
    assert "Per-Erik Modin (C) moves that the proposal be adopted." in text
    assert "Robert Falk (V) takes no part in the item" in text


@pytest.mark.parametrize("job", [PROTOCOL, NOTES], ids=["protocol", "notes"])
def test_every_font_is_embedded(job: PrintJob) -> None:
    with opened(render(job).pdf) as pdf:
        fonts = [each for each in pdf.objects if _is(each, "/Font")]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor, font.BaseFont
            assert "/ToUnicode" in font


def _is(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


def test_every_page_has_its_running_head_and_number_as_artifacts(protocol: bytes) -> None:
    heard = hear(protocol)
    pages = len(heard.artifacts)
    assert pages > 3
    for number, artifact in enumerate(heard.artifacts, 1):
        assert "Samordningsförbundet Älvdalarna" in artifact
        assert "Protokoll 2026-11-12" in artifact
        assert "Justerandes sign" in artifact
        assert "Utdragsbestyrkande" in artifact
        assert f"Sida {number} ({pages})" in artifact
    assert "Sida 1" not in heard.text


def test_pages_name_their_tab_order_and_parents(protocol: bytes) -> None:
    with opened(protocol) as pdf:
        assert all(page.Tabs == "/S" for page in pdf.pages)
        keys = [int(page.StructParents) for page in pdf.pages]
        assert len(set(keys)) == len(keys)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(keys)


def test_links_are_elements_with_annotations(protocol: bytes) -> None:
    heard = hear(protocol)
    assert heard.of("Link") == ["alvdalarna.example/riktlinjer"]
    with opened(protocol) as pdf:
        links = [each for page in pdf.pages for each in page.get("/Annots", [])]
        assert [str(each.A.URI) for each in links] == ["https://alvdalarna.example/riktlinjer"]
        assert all(int(each.F) == 4 and "/StructParent" in each for each in links)
        assert "alvdalarna.example" in str(links[0].Contents)


def test_bookmarks_lead_to_each_item(protocol: bytes) -> None:
    with opened(protocol) as pdf, pdf.open_outline() as outline:
        found = [each for each in outline.root if each.title != "Anslag / bevis"]
        titles = [each.title for each in found]
        assert titles[:2] == ["§ 52 Mötets öppnande", "§ 53 Val av justerare"]
        below = found[titles.index("§ 60 Övriga frågor")].children
        assert [each.title for each in below] == ["Utskick inför sammanträden", "Årshjul för 2027"]


def test_headings_never_skip_a_level(protocol: bytes) -> None:
    levels = [int(role[1]) for role, _ in hear(protocol).parts if re.fullmatch(r"H\d", role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_have_heads_and_lists_have_labels(protocol: bytes) -> None:
    heard = hear(protocol)
    assert {"Table", "THead", "TBody", "TH", "TD", "L", "LI", "Lbl", "LBody"} <= {
        role for role, _ in heard.parts
    }
    assert "Åtgärd" in heard.of("TH")
    assert "•" in heard.of("Lbl")
    assert any(text.startswith("§ 55 Rapport") for text in heard.of("H2"))


def test_anchors_tell_where_each_item_stands() -> None:
    printed = render(PROTOCOL)
    meeting = formal_meeting()
    found = {anchor.item_id for anchor in printed.anchors}
    assert found == {row.id for row in meeting if row.table == "item"}
    for anchor in printed.anchors:
        assert 0 <= anchor.page < len(hear(printed.pdf).artifacts)
        assert 0 < anchor.top < anchor.bottom < 842
        assert 0 < anchor.left < anchor.right < 596


def test_formal_bodies_end_in_a_protocol() -> None:
    own = Records("m", [Meeting(id="m")])
    assert default_document(board(), own) is Document.PROTOCOL
    assert default_document(group(), own) is Document.NOTES
    informal = Records("m", [Meeting(id="m", regime=Regime.INFORMAL)])
    assert default_document(board(), informal) is Document.NOTES


def test_two_columns_say_the_same_as_one() -> None:
    one = render(PROTOCOL).pdf
    two = render(PrintJob(formal_meeting(), board(), CALENDAR, layout=Layout.TWO_COLUMN)).pdf
    assert hear(one).text == hear(two).text


def test_the_copy_is_internal_unless_asked() -> None:
    assert PROTOCOL.copy is Copy.INTERNAL
    assert "HEMLIG" in hear(render(PROTOCOL).pdf).text
