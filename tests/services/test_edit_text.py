"""Changes of rich text are the smallest operations that make them, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Remove, Set, Splice, inverse_group
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, length, plain, splice
from kcdesk.domain.section import Section
from kcdesk.services.edit_text import (
    DEEPEST,
    Stretch,
    can_nest,
    is_marked,
    nest,
    retyped,
    rewrite,
    set_kind,
    set_link,
    set_mark,
)
from tests.strategies import spans

LABEL = Message("Typing")


def block(id: str, text: str = "", kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    return Block(id=id, owner_id="s", kind=kind, level=level, spans=plain(text))


def records(*blocks: Block) -> Records:
    rows = [replace(b, position=p) for b, p in zip(blocks, spread(len(blocks)), strict=True)]
    return Records("s", [Section(id="s"), *rows])


def told(rows: Records) -> list[tuple[str, str]]:
    blocks = rows.children("s", Block)
    return [(each.id, "".join(span.text for span in each.spans)) for each in blocks]


def there_and_back(rows: Records, group: Group) -> Records:
    after = rows.apply(group)
    assert after.apply(inverse_group(group, 1)) == rows
    return after


@given(spans(), spans())
def test_a_retyped_text_is_one_splice_that_fits(old: tuple, new: tuple) -> None:
    found = retyped(Block(id="b", spans=old), new)
    if found is None:
        assert old == new
    else:
        assert splice(old, found.at, found.removed, found.inserted) == new


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("hej", "hejsan", Splice("b", 3, (), plain("san"))),
        ("😀 hej", "😀 nej", Splice("b", 2, plain("h"), plain("n"))),
        ("aa", "aaa", Splice("b", 2, (), plain("a"))),
        ("abc", "", Splice("b", 0, plain("abc"), ())),
    ],
)
def test_a_splice_is_as_small_as_can_be(old: str, new: str, expected: Splice) -> None:
    assert retyped(Block(id="b", spans=plain(old)), plain(new)) == expected


def test_a_change_of_marks_alone_is_a_splice_too() -> None:
    new = (Span("a"), Span("b", (Mark.BOLD,)))
    found = retyped(Block(id="b", spans=plain("ab")), new)
    assert found == Splice("b", 1, plain("b"), (Span("b", (Mark.BOLD,)),))


def test_a_split_paragraph_is_a_splice_and_an_insert() -> None:
    rows = records(block("a", "ettvå"), block("c", "tre"))
    old = rows.get(Block, "a")
    group = rewrite(
        rows,
        [old],
        [replace(old, spans=plain("ett")), block("b", "två")],
        previous_id=None,
        label=LABEL,
    )
    assert [type(each) for each in group.operations] == [Splice, Insert]
    assert told(there_and_back(rows, group)) == [("a", "ett"), ("b", "två"), ("c", "tre")]


def test_joined_paragraphs_are_a_splice_and_a_removal() -> None:
    rows = records(block("a", "ett"), block("b", "två"))
    old = rows.children("s", Block)
    group = rewrite(
        rows, old, [replace(old[0], spans=plain("ettvå"))], previous_id=None, label=LABEL
    )
    assert [type(each) for each in group.operations] == [Remove, Splice]
    assert told(there_and_back(rows, group)) == [("a", "ettvå")]


def test_many_new_paragraphs_get_short_positions_in_order() -> None:
    rows = records(block("a", "före"), block("z", "efter"))
    many = [block(f"n{at:03}", str(at)) for at in range(500)]
    group = rewrite(rows, [], many, previous_id="a", label=LABEL)
    after = there_and_back(rows, group)
    assert [id for id, _ in told(after)] == ["a", *(each.id for each in many), "z"]
    assert max(len(each.position) for each in after.children("s", Block)) < 8


def test_new_paragraphs_stand_before_and_between_the_kept_ones() -> None:
    rows = records(block("a"), block("b"))
    a, b = rows.children("s", Block)
    group = rewrite(
        rows, [a, b], [block("x"), a, block("y"), b, block("z")], previous_id=None, label=LABEL
    )
    assert [id for id, _ in told(there_and_back(rows, group))] == ["x", "a", "y", "b", "z"]


def test_a_cell_that_moves_down_a_line_is_a_set() -> None:
    cell = replace(block("a", "x", BlockKind.CELL), grid="g")
    rows = records(cell)
    old = rows.get(Block, "a")
    group = rewrite(rows, [old], [replace(old, line=1)], previous_id=None, label=LABEL)
    assert group.operations == (Set("block", "a", "line", 0, 1),)


def test_kinds_toggle_and_cells_stay() -> None:
    cell = replace(block("c", "", BlockKind.CELL), grid="g")
    rows = records(block("a"), block("b", "", BlockKind.BULLET, 2), cell)
    after = there_and_back(rows, set_kind(rows, ["a", "b", "c"], BlockKind.BULLET))
    kinds = [(each.kind, each.level) for each in after.children("s", Block)]
    assert kinds == [(BlockKind.BULLET, 0), (BlockKind.BULLET, 2), (BlockKind.CELL, 0)]
    plainer = there_and_back(after, set_kind(after, ["a", "b"], BlockKind.BULLET))
    assert [(each.kind, each.level) for each in plainer.children("s", Block)][:2] == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_lists_nest_within_bounds_and_others_stay() -> None:
    rows = records(block("a", "", BlockKind.NUMBERED, DEEPEST), block("b", "", BlockKind.BULLET))
    rows = rows.apply(Group(LABEL, (Insert(replace(block("c"), position="z")),)))
    assert not nest(rows, ["a", "c"], 1)
    assert not nest(rows, ["b"], -1)
    after = there_and_back(rows, nest(rows, ["a", "b"], 1))
    assert after.get(Block, "b").level == 1


def test_a_list_paragraph_stands_at_most_one_level_under_the_one_before_it() -> None:
    rows = records(
        block("a", "", BlockKind.BULLET),
        block("b", "", BlockKind.NUMBERED),
        block("c", "", BlockKind.BULLET, 1),
        block("p"),
        block("d", "", BlockKind.CLAUSE),
        block("deep", "", BlockKind.BULLET, DEEPEST),
        block("deeper", "", BlockKind.BULLET, DEEPEST),
    )
    inwards = [each.id for each in rows.children("s", Block) if can_nest(rows, [each.id], 1)]
    assert inwards == ["b"]
    outwards = [each.id for each in rows.children("s", Block) if can_nest(rows, [each.id], -1)]
    assert outwards == ["c", "deep", "deeper"]
    assert can_nest(rows, ["p", "b", "c"], 1)  # the first list paragraph decides
    assert not can_nest(rows, ["a", "b"], 1)
    assert can_nest(rows, ["a", "b", "c"], -1)


def test_marks_are_set_where_any_is_missing_and_taken_where_all_have_them() -> None:
    rows = records(block("a", "hej"), block("b", "då"))
    parts = [Stretch("a", 1, 3), Stretch("b", 0, 2)]
    half = rows.apply(set_mark(rows, parts[:1], Mark.BOLD))
    assert not is_marked(half, parts, Mark.BOLD)
    whole = there_and_back(half, set_mark(half, parts, Mark.BOLD))
    assert is_marked(whole, parts, Mark.BOLD)
    assert whole.get(Block, "a").spans == (Span("h"), Span("ej", (Mark.BOLD,)))
    bare = there_and_back(whole, set_mark(whole, parts, Mark.BOLD))
    assert bare == rows
    assert not is_marked(rows, [Stretch("a", 0, 0)], Mark.BOLD)


def test_links_come_and_go() -> None:
    rows = records(block("a", "se här"))
    there = there_and_back(rows, set_link(rows, [Stretch("a", 3, 6)], "https://exempel.se"))
    assert there.get(Block, "a").spans[1] == Span("här", link="https://exempel.se")
    assert length(there.get(Block, "a").spans) == 6
    assert there_and_back(there, set_link(there, [Stretch("a", 0, 6)], "")) == rows


@given(st.data())
def test_any_rewriting_of_paragraphs_arrives(data: st.DataObject) -> None:
    count = data.draw(st.integers(0, 5))
    rows = records(*(block(f"o{at}", str(at)) for at in range(count)))
    old = list(rows.children("s", Block))
    kept = [each for each in old if data.draw(st.booleans())]
    after: list[Block] = []
    for at, each in enumerate([*kept, None]):
        news = data.draw(st.integers(0, 3))
        after += [block(f"n{at}-{new}", "ny") for new in range(news)]
        if each is not None:
            after.append(replace(each, spans=data.draw(spans())))
    group = rewrite(rows, old, after, previous_id=None, label=LABEL)
    result = there_and_back(rows, group)
    bare = [replace(each, position="") for each in result.children("s", Block)]
    assert bare == [replace(each, position="") for each in after]
