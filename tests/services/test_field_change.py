"""Which fields a step gave other values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.moment import Moment
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.services.field_change import MOVED, field_changes
from kcdesk.services.item_state import state_of
from tests.strategies import histories

ITEM = Item(id="i", title="Budget")


def told(before, after):
    return [(each.row.id, each.field, each.before, each.after) for each in
            field_changes(tuple(before), tuple(after))]  # fmt: skip


def test_each_field_is_told_with_both_values() -> None:
    action = Action(id="a", owner_id="i", text="Ringa")
    due = Moment(date(2026, 3, 9))
    after = (replace(ITEM, kind=ItemKind.DECISION, case_number="1/26"), replace(action, due=due))
    assert told((ITEM, action), after) == [
        ("i", "kind", ItemKind.INFORMATION, ItemKind.DECISION),
        ("i", "case_number", "", "1/26"),
        ("a", "due", Moment(), due),
    ]


def test_words_of_a_paragraph_are_read_but_its_form_is_told() -> None:
    block = Block(id="b", owner_id="s", spans=plain("Hej"))
    assert told((ITEM, block), (ITEM, replace(block, spans=plain("Hej då")))) == []
    bold = (Span("Hej", (Mark.BOLD,)),)
    bullet = replace(block, spans=bold, kind=BlockKind.BULLET, level=1, grid="g")
    assert told((ITEM, block), (ITEM, bullet)) == [
        ("b", "kind", BlockKind.PARAGRAPH, BlockKind.BULLET),
        ("b", "level", 0, 1),
        ("b", "spans", plain("Hej"), bold),
    ]


def test_of_a_part_that_came_or_went_what_was_chosen_is_told() -> None:
    tabled = Decision(id="d", owner_id="i", outcome=DecisionOutcome.TABLED, reasons="Därför")
    assert told((ITEM,), (ITEM, tabled)) == [("d", "outcome", None, DecisionOutcome.TABLED)]
    assert told((ITEM, tabled), (ITEM,)) == [("d", "outcome", DecisionOutcome.TABLED, None)]


def test_a_part_that_moved_says_so_and_a_whole_item_is_read() -> None:
    action = Action(id="a", owner_id="i", position="a")
    assert told((ITEM, action), (ITEM, replace(action, position="b"))) == [("a", MOVED, None, None)]
    assert told((), (ITEM,)) == told((ITEM,), ()) == []


@given(st.data(), histories())
def test_nothing_is_told_of_what_stayed_and_no_value_twice(data, history) -> None:
    records, groups = history
    items = records.all(Item)
    if not items:
        return
    id = data.draw(st.sampled_from(items)).id
    now = records
    for group in groups:
        now = now.apply(group)
    before, after = state_of(records, id), state_of(now, id)
    assert field_changes(before, before) == ()
    for each in field_changes(before, after):
        assert each.field == MOVED or each.before != each.after
