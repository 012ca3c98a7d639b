"""Characters that no font has are found with their place."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.documents.text import missing_glyphs
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, Numbering, Regime
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.section import Section
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.unprintable import unprintable


def lines(body: Body, *rows: Item | Section | Block, place: str = "", note: str = "") -> list[str]:
    meeting = Meeting(id="m", body_id="b", first_paragraph=56, place=place, note=note)
    bundle = MeetingBundle(
        body=Records("b", (body,)), persons=Records("p", ()), meeting=Records("m", (meeting, *rows))
    )
    return [str(each) for each in unprintable(bundle, missing_glyphs)]


BODY = Body(id="b", regime=Regime.COMMITTEE, numbering=Numbering.PARAGRAPH)
ITEM = Item(id="i", owner_id="m", position="a", title="Cykelbanan")


def test_a_text_is_named_by_its_item_and_each_character_once() -> None:
    section = Section(id="s", owner_id="i", position="a")
    block = Block(id="t", owner_id="s", position="a", spans=plain("Bra 🚀 och 漢 och 🚀"))
    assert lines(BODY, ITEM, section, block) == ["§ 56: 🚀 (U+1F680), 漢 (U+6F22)"]


def test_numbers_are_those_that_are_printed() -> None:
    odd = replace(ITEM, title="漢")
    assert lines(BODY, odd) == ["§ 56: 漢 (U+6F22)"]
    assert lines(replace(BODY, numbering=Numbering.ITEM), odd) == ["Item 1: 漢 (U+6F22)"]


def test_what_stands_outside_the_items() -> None:
    assert lines(BODY, ITEM, place="漢") == ["The head and the people: 漢 (U+6F22)"]


def test_what_is_never_printed_does_not_count() -> None:
    assert lines(BODY, ITEM, place="Norråsa", note="🚀") == []
