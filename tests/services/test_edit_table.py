"""Tables of running text gain and lose lines and columns; what is written stays where it was."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain, text_of
from kcdesk.domain.section import Section
from kcdesk.services import edit_table


def records(lines=2, columns=2):
    cells = [
        Block(id=f"{line}{column}", owner_id="s", kind=BlockKind.CELL, grid="g", line=line,
              column=column, header=line == 0, spans=plain(f"r{line}k{column}"))
        for line, column in product(range(lines), range(columns))
    ]  # fmt: skip
    text = [
        Block(id="before", owner_id="s", spans=plain("Före")),
        *cells,
        Block(id="after", owner_id="s", spans=plain("Efter")),
    ]
    places = spread(len(text))
    placed = [
        Block(id=b.id, owner_id="s", position=at, kind=b.kind, grid=b.grid, line=b.line,
              column=b.column, header=b.header, spans=b.spans)
        for b, at in zip(text, places, strict=True)
    ]  # fmt: skip
    return Records(
        "m",
        [
            Meeting(id="m"),
            Item(id="i", owner_id="m", position="V"),
            Section(id="s", owner_id="i", position="V"),
            *placed,
        ],
    )


def table(held):
    blocks = held.children("s", Block)
    assert (blocks[0].id, blocks[-1].id) == ("before", "after")
    cells = blocks[1:-1]
    if not cells:
        return []
    columns = max(each.column for each in cells) + 1
    assert [(each.line, each.column) for each in cells] == [
        divmod(at, columns) for at in range(len(cells))
    ], "in the order of reading, none missing"
    words = [text_of(each.spans) for each in cells]
    return [words[at : at + columns] for at in range(0, len(words), columns)]


@pytest.mark.parametrize(
    ("verb", "at", "expected"),
    [
        (edit_table.add_line, "01", [["r0k0", "r0k1"], ["", ""], ["r1k0", "r1k1"]]),
        (edit_table.add_column, "10", [["r0k0", "", "r0k1"], ["r1k0", "", "r1k1"]]),
        (edit_table.add_column, "01", [["r0k0", "r0k1", ""], ["r1k0", "r1k1", ""]]),
        (edit_table.remove_line, "00", [["r1k0", "r1k1"]]),
        (edit_table.remove_column, "10", [["r0k1"], ["r1k1"]]),
        (edit_table.remove_table, "11", []),
    ],
)
def test_each_change_and_its_way_back(verb, at, expected):
    before = records()
    group = verb(before, at)
    after = before.apply(group)
    assert table(after) == expected
    assert after.apply(inverse_group(group, 1)) == before


def test_a_line_may_come_above():
    after = records().apply(edit_table.add_line(records(), "00", below=False))
    assert table(after)[0] == ["", ""]


def test_the_last_line_and_the_last_column_take_the_table_along():
    one = records(1, 1)
    assert table(one.apply(edit_table.remove_line(one, "00"))) == []
    assert table(one.apply(edit_table.remove_column(one, "00"))) == []


def test_a_column_of_a_table_with_a_head_has_one_too():
    after = records().apply(edit_table.add_column(records(), "01"))
    assert [each.header for each in edit_table.cells_of(after, "00")] == [True] * 3 + [False] * 3


def test_the_head_comes_and_goes():
    before = records()
    assert edit_table.has_head(before, "11")
    without = before.apply(edit_table.set_head(before, "11", head=False))
    assert not edit_table.has_head(without, "11")
    assert without.apply(edit_table.set_head(without, "11", head=True)) == before


@given(st.lists(st.tuples(st.sampled_from(["line", "column", "-line", "-column"]), st.integers(0)),
                max_size=8))  # fmt: skip
def test_a_table_stays_a_table_whatever_is_done(steps):
    verbs = {
        "line": edit_table.add_line, "column": edit_table.add_column,
        "-line": edit_table.remove_line, "-column": edit_table.remove_column,
    }  # fmt: skip
    held = records()
    for name, at in steps:
        cells = [each for each in held.children("s", Block) if each.grid]
        if not cells:
            break
        held = held.apply(verbs[name](held, cells[at % len(cells)].id))
        table(held)
