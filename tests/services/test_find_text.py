"""Finding and replacing in all that is written, and counting it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, plain, text_of
from kcdesk.domain.section import Section
from kcdesk.services.count_words import WordCount, count_words
from kcdesk.services.find_text import Sought, find_text, replace_text


def meeting(text: str = "", *blocks: Block) -> Records:
    told = blocks or (Block(id="b", owner_id="s", position="a", spans=plain(text)),)
    return Records(
        "m",
        [
            Meeting(id="m"),
            Item(id="i2", owner_id="m", position="b", title="Rapport om vägen"),
            Item(id="i1", owner_id="m", position="a", title="Öppnande"),
            Item(id="i21", owner_id="i2", position="a", title="Väg 45"),
            Section(id="s", owner_id="i2", position="a"),
            Action(id="a", owner_id="i21", position="a", text="Ringa om vägen; vägen stängs"),
            *told,
        ],
    )


def places(records: Records, sought: Sought) -> list[tuple[str, str, int]]:
    return [(hit.item_id, hit.field, hit.start) for hit in find_text(records, sought)]


def test_hits_come_in_the_order_of_the_agenda() -> None:
    records = meeting("Här går vägen.")
    assert places(records, Sought("väg")) == [
        ("i2", "title", 11),
        ("i2", "spans", 8),
        ("i21", "title", 0),
        ("i21", "text", 9),
        ("i21", "text", 16),
    ]


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        (Sought("Väg", match_case=True), 1),
        (Sought("väg", whole_words=True), 1),
        (Sought("VÄGEN"), 3),
        (Sought("vag"), 0),
        (Sought("väg 45"), 1),
        (Sought(" "), 0),
        (Sought("."), 0),
    ],
)
def test_case_and_whole_words(sought: Sought, count: int) -> None:
    assert len(find_text(meeting(), sought)) == count


def test_a_space_finds_one_that_does_not_break() -> None:
    records = meeting("300\u00a0000 kronor")
    (hit,) = find_text(records, Sought("300 000"))
    assert (hit.start, hit.end) == (0, 7)
    assert find_text(records, Sought("300\u00a0000")) == (hit,)


def test_everything_is_replaced_in_one_step_that_undo_takes_back() -> None:
    records = meeting("vägen och vägen")
    group = replace_text(records, find_text(records, Sought("vägen")), "leden")
    changed = records.apply(group)
    assert text_of(changed.get(Block, "b").spans) == "leden och leden"
    assert changed.get(Action, "a").text == "Ringa om leden; leden stängs"
    assert changed.get(Item, "i2").title == "Rapport om leden"
    assert changed.apply(inverse_group(group, 1)) == records


def test_what_replaces_has_the_form_of_what_was_there() -> None:
    spans = (Span("en "), Span("väg", (Mark.BOLD,)), Span("en bro"))
    records = meeting("", Block(id="b", owner_id="s", position="a", spans=spans))
    hits = [hit for hit in find_text(records, Sought("vägen")) if hit.field == "spans"]
    changed = records.apply(replace_text(records, hits, "leden"))
    assert changed.get(Block, "b").spans == (
        Span("en "),
        Span("leden", (Mark.BOLD,)),
        Span(" bro"),
    )


@given(
    st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=3), st.text("xy", max_size=4)
)
def test_it_is_what_python_replaces(text: str, sought: str, by: str) -> None:
    records = meeting(text)
    hits = [each for each in find_text(records, Sought(sought)) if each.row_id == "b"]
    changed = records.apply(replace_text(records, hits, by))
    assert text_of(changed.get(Block, "b").spans) == text.replace(sought, by)


def test_words_and_characters_are_counted() -> None:
    records = meeting("Styrelsen beslutar – enligt § 45 och lagen.")
    assert count_words(records, "i2") == WordCount(6, 43)
    assert count_words(records, "m") == WordCount(6, 43)
    assert count_words(records, "i1") == WordCount(0, 0)
