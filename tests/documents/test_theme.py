"""Themes, accents, logos and a body's own headings."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.action import Action
from kcdesk.domain.body import FORMAL_ORDER, Body, HeadingWord, ItemPart, Layout, Theme
from kcdesk.domain.item import Item
from kcdesk.domain.logo import address_of
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.domain.section import SectionKind
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.logos import SVG, png
from tests.documents.meetings import Sheet, board, formal_meeting
from tests.documents.reading import hear
from tests.documents.test_archive import judge_here
from tests.tools.judge import Judge

CALENDAR = SwedishCalendar()


def bodied(*rows: HeadingWord, **fields: object) -> Records:
    body = board().root(Body)
    return Records(body.id, [replace(body, **fields), *rows])


def job(*rows: HeadingWord, document: Document = Document.PROTOCOL, **fields: object) -> PrintJob:
    return PrintJob(formal_meeting(), bodied(*rows, **fields), CALENDAR, document)


def pages(**fields: object) -> int:
    return len(hear(render(job(**fields)).pdf).pages)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    yield from judge_here()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("logo", [SVG, png()], ids=["svg", "png"])
def test_every_theme_keeps_both_standards_with_a_logo(
    judge: Judge, theme: Theme, logo: bytes
) -> None:
    for document in (Document.PROTOCOL, Document.SUMMONS):
        made = job(document=document, theme=theme, logo=address_of(logo), accent="#1d4e89")
        verdict = judge.ask(render(made).pdf)
        assert verdict.is_clean, str(verdict)


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_tells_the_same(theme: Theme) -> None:
    assert hear(render(job(theme=theme)).pdf).text == hear(render(job()).pdf).text


def test_the_compact_theme_needs_fewer_pages_and_the_modern_no_fewer() -> None:
    assert pages(theme=Theme.COMPACT) < pages() <= pages(theme=Theme.MODERN)


def figures(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            str(each.Alt)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]


@pytest.mark.parametrize("logo", [SVG, png()], ids=["svg", "png"])
def test_a_logo_is_described_for_those_who_cannot_see_it(logo: bytes) -> None:
    made = job(logo=address_of(logo), logo_text="Fjäll och sol")
    assert figures(render(made).pdf) == ["Fjäll och sol"]
    nameless = job(logo=address_of(logo))
    assert figures(render(nameless).pdf) == ["Logotyp för Samordningsförbundet Älvdalarna"]
    assert render(made).pdf == render(made).pdf


@pytest.mark.parametrize(
    "content",
    [
        png()[:60],
        png((3000, 3000)),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'><path d='M0 0L9 9'/></svg>",
    ],
)
def test_what_cannot_be_drawn_is_left_out(content: bytes) -> None:
    made = job(logo=address_of(content))
    assert figures(render(made).pdf) == []


def test_what_is_no_logo_is_left_out() -> None:
    for text in (
        "data:text/html;base64,PGI+",
        "file:///etc/passwd",
        "data:image/png;base64,å",
        "x",
    ):
        assert figures(render(job(logo=text)).pdf) == []


def test_an_accent_too_faint_to_read_is_not_printed() -> None:
    faint, own = render(job(accent="#ffee88")).pdf, render(job()).pdf
    assert faint == own
    assert render(job(accent="#1d4e89")).pdf != own


def test_a_body_may_word_its_headings() -> None:
    words = (
        (ItemPart.DECISIONS, "Nämnden beslutar"),
        (ItemPart.BACKGROUND, "Ärendet"),
        (ItemPart.MOTIONS, "Framställda yrkanden"),
        (ItemPart.VOTES, "Votering"),
        (ItemPart.BASIS, "  "),
    )
    rows = [
        HeadingWord(id=f"w{n}", owner_id="body", position=f"{n}V", part=part, text=text)
        for n, (part, text) in enumerate(words)
    ]
    text = hear(render(job(*rows)).pdf)
    assert "Nämnden beslutar" in text.of("H3")
    assert "Beslut" not in text.of("H3")
    for words_of in ("Ärendet. Resultatet", "Framställda yrkanden. Per", "Votering. Omröstning"):
        assert words_of in text.text
    assert "Beslutsunderlag" in text.text


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("first", [ItemPart.DECISIONS, ItemPart.BASIS, ItemPart.ACTIONS])
def test_a_body_may_put_the_parts_of_an_item_in_another_order(
    first: ItemPart, layout: Layout
) -> None:
    order = (first, *(part for part in FORMAL_ORDER if part is not first))
    usual, own = (said_of_report(part_order=each, layout=layout) for each in (FORMAL_ORDER, order))
    assert sorted(usual) == sorted(own)  # nothing is lost
    begins = {
        ItemPart.DECISIONS: "Styrelsen fastställer rapporten",
        ItemPart.BASIS: "Tertialrapport 2, daterad",
        ItemPart.ACTIONS: "Redovisa",
    }[first]
    others = ("Resultatet ligger i nivå med budget", "Tertialrapport 2, daterad")
    assert all(own.index(begins) <= own.index(other) for other in others)
    assert usual.index("Resultatet ligger") < usual.index(begins)


def said_of_report(part_order: tuple[ItemPart, ...], layout: Layout) -> str:
    """What the minutes say of one item."""
    sheet = Sheet(Meeting(id="m", first_paragraph=1))
    report = sheet.add(Item, title="Rapport")
    sheet.section(report, "Resultatet ligger i nivå med budget.", kind=SectionKind.BACKGROUND)
    sheet.section(report, "Tertialrapport 2, daterad i fjol.", kind=SectionKind.BASIS)
    sheet.decision(report, "Styrelsen fastställer rapporten.")
    sheet.add(Action, report, text="Redovisa orsakerna")
    body = bodied(part_order=part_order)
    made = PrintJob(sheet.records(), body, SwedishCalendar(), layout=layout)
    text = hear(render(made).pdf).text
    return text[text.index("Rapport", text.index("Paragrafer")) :]
