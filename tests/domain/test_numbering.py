"""Numbers of items follow from their order alone."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.numbering import (
    numbers,
    ordered_items,
    outline,
    paragraph_count,
    ranges,
    spans,
    top_item,
)
from kcdesk.domain.records import Records
from tests import strategies
from tests.domain.meetings import items, meeting

SKETCH = "1 2 2.1 x2.2 2.3 2.3.1 x3 3.1 4"


def printed(numbering: Numbering, **fields) -> dict[str, str]:
    return numbers(meeting(*items(SKETCH), **fields), numbering)


def test_items_are_numbered_with_their_sub_items():
    assert printed(Numbering.ITEM, first_paragraph=47) == {
        "1": "1",
        "2": "2",
        "2.1": "2.1",
        "2.2": "",
        "2.3": "2.2",
        "2.3.1": "2.2.1",
        "3": "",
        "3.1": "",
        "4": "3",
    }


def test_paragraphs_run_on_from_the_meetings_first():
    found = printed(Numbering.PARAGRAPH, first_paragraph=47)
    assert {id: number for id, number in found.items() if number} == {
        "1": "47",
        "2": "48",
        "4": "49",
    }


def test_paragraphs_begin_at_one_until_the_meeting_has_its_first():
    assert printed(Numbering.PARAGRAPH)["1"] == "1"


def test_depth_and_order():
    found = outline(meeting(*items(SKETCH)), Numbering.ITEM)
    assert [(each.item.id, each.depth) for each in found] == [
        ("1", 0),
        ("2", 0),
        ("2.1", 1),
        ("2.2", 1),
        ("2.3", 1),
        ("2.3.1", 2),
        ("3", 0),
        ("3.1", 1),
        ("4", 0),
    ]


def test_counting_paragraphs_leaves_out_sub_items_and_unnumbered():
    assert paragraph_count(meeting(*items(SKETCH))) == 3


def test_top_item():
    records = meeting(*items(SKETCH))
    assert {each.id: top_item(records, each).id for each in ordered_items(records)} == {
        id.removeprefix("x"): id.removeprefix("x")[0] for id in SKETCH.split()
    }


@given(strategies.records())
def test_the_outline_holds_every_item_once_in_order(records):
    for numbering in Numbering:
        found = outline(records, numbering)
        assert tuple(each.item for each in found) == ordered_items(records)
        given_numbers = [each.number for each in found if each.number]
        assert len(given_numbers) == len(set(given_numbers))
    run = [int(each.number) for each in outline(records, Numbering.PARAGRAPH) if each.number]
    start = records.root(Meeting).first_paragraph or 1
    assert run == list(range(start, start + paragraph_count(records)))


@given(st.lists(st.integers(0, 30)))
def test_ranges_cover_exactly_the_given_numbers_with_gaps_between(positions):
    found = ranges(positions)
    covered = [n for first, last in found for n in range(first, last + 1)]
    assert covered == sorted(set(positions))
    assert all(second[0] > first[1] + 1 for first, second in itertools.pairwise(found))


def lettered(*signs: str) -> list[str]:
    """The numbers of items: "1" has one, "a" a letter, "-" neither."""
    rows = [
        Item(id=f"{n}", owner_id="m", position=f"{n:02}V", numbered=s == "1", lettered=s == "a")
        for n, s in enumerate(signs)
    ]
    found = numbers(Records("m", [Meeting(id="m", first_paragraph=58), *rows]), Numbering.PARAGRAPH)
    return [found[row.id].replace("\u00a0", " ") for row in rows]


def test_a_lettered_paragraph_takes_up_no_number():
    assert lettered("1", "a", "a", "1", "-", "a") == ["58", "58 a", "58 b", "59", "", "59 a"]
    assert lettered("a", "1") == ["", "58"]  # there is none before it
    assert lettered("1", *["a"] * 27)[-2:] == ["58 z", ""]


def test_letters_are_of_paragraphs_alone():
    under = Item(id="u", owner_id="1", numbered=False, lettered=True)
    rows = [Meeting(id="m"), Item(id="1", owner_id="m"), under]
    for numbering in Numbering:
        assert numbers(Records("m", rows), numbering)["u"] == ""
    both = Item(id="1", owner_id="m", lettered=True)
    assert numbers(Records("m", [Meeting(id="m"), both]), Numbering.PARAGRAPH) == {"1": "1"}


def test_paragraphs_are_told_together_in_their_order():
    assert spans(["52", "53", "54", "54\u00a0a", "55", "57"]) == [
        "52–54",
        "54\u00a0a",
        "55",
        "57",
    ]
    assert spans(["", "10.1", "58\u00a0å", "7"]) == ["7"]
    assert spans([]) == []
