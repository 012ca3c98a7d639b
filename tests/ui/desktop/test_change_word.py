"""Every field that a history can tell of has a word, and every value that can be chosen."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Any, get_args

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Ballot, Choice
from kcdesk.domain.dispatch import DispatchMethod
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.domain.row import ROW_TYPES, Row, owned_types, types_of
from kcdesk.i18n import use
from kcdesk.services.field_change import MOVED, FieldChange, _read_fields
from kcdesk.services.item_state import state_text
from kcdesk.ui.desktop.change_word import change_lines, field_label, stated, stated_whole
from kcdesk.ui.desktop.choice_word import CHOICES, value_words
from kcdesk.ui.desktop.field_word import FIELDS


def of_items() -> list[type[Row]]:
    """All classes of rows that an item owns, at any depth."""
    found, waiting = [Item], [Item]
    while waiting:
        for cls in owned_types(waiting.pop().table):
            if cls not in found:
                found.append(cls)
                waiting.append(cls)
    return found


@pytest.mark.parametrize("cls", of_items(), ids=str)
def test_every_field_has_a_word(cls: type[Row]) -> None:
    assert set(_read_fields(cls(id="x"))) == set(FIELDS[cls.table])


def chosen(kind: Any) -> list[type[StrEnum]]:
    kinds = get_args(kind) or (kind,)
    return [each for each in kinds if isinstance(each, type) and issubclass(each, StrEnum)]


def test_every_value_that_can_be_chosen_has_a_word() -> None:
    enums = {each for cls in of_items() for kind in types_of(cls).values() for each in chosen(kind)}
    assert ItemKind in enums
    for enum in enums | {Mark}:
        for value in enum:
            assert value_words(value).strip()
        assert enum is DispatchMethod or set(CHOICES[enum]) >= set(enum)
    assert ROW_TYPES.keys() >= FIELDS.keys()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "Ja"),
        (False, "Nej"),
        (None, ""),
        (7, "7"),
        ("text", "text"),
        (date(2026, 3, 9), "2026-03-09"),
        (Moment(date(2026, 3, 9)), "2026-03-09"),
        (Moment(text="i mars"), "i mars"),
        (ClockTime(time(9, 5), approximate=True), "ca 09.05"),
        (plain("Hej"), "ingen särskild formatering"),
        ((Span("Hej", (Mark.BOLD,), "https://a.se"),), "fet: Hej; länk till https://a.se: Hej"),
    ],
)
def test_values_in_words(value: object, words: str) -> None:
    assert value_words(value) == words


def told(row: Row, field: str, before: object, after: object, **names: str) -> tuple[str, ...]:
    (line,) = change_lines([FieldChange(row, field, before, after)], names, "i")
    return tuple(line)


def test_a_part_is_told_by_its_own_words() -> None:
    item = Item(id="i", title="Budget")
    kinds = (ItemKind.INFORMATION, ItemKind.DECISION)
    assert told(item, "kind", *kinds) == ("Slag av ärende", "Information", "Beslut")
    sub = Item(id="k", owner_id="i", title="Delärende")
    assert told(sub, "kind", *kinds)[0] == "Slag av ärende (”Delärende”)"
    owner = ActionOwner(id="o", owner_id="a", participant_id="p")
    line = told(owner, "state", ActionState.OPEN, ActionState.DONE, p="Åsa Kling")
    assert line == ("Läge (”Åsa Kling”)", "Öppen", "Klar")
    line = told(owner, "participant_id", "p", None, p="Åsa Kling")
    assert line == ("Ansvarig (”Åsa Kling”)", "Åsa Kling", "")
    ballot = Ballot(id="b", owner_id="v")
    assert told(ballot, "choice", Choice.YES, Choice.ABSTAIN) == ("Röst", "Ja", "Avstår")
    long = Block(id="c", owner_id="s", spans=plain("Ett stycke som är längre än en rad i listan"))
    label, _, after = told(long, MOVED, None, None)
    assert label == "Plats (”Ett stycke som är längre än en rad i lis…”)"
    assert after == "flyttad"
    use("en")
    assert told(item, "kind", *kinds) == ("Kind of item", "Information", "Decision")


def whole_item() -> tuple[Row, ...]:
    at, done = ClockTime(time(9, 30)), ClockTime(time(10, 0), approximate=True)
    return (
        Item(id="i", title="Ekonomi", kind=ItemKind.DECISION, announced=False, planned_start=at,
             actual_end=done),
        Action(id="a", owner_id="i", text="Räkna om", due=Moment(date(2026, 12, 3))),
        ActionOwner(id="o", owner_id="a", name="Kansliet", state=ActionState.DONE,
                    done_on=date(2026, 11, 26)),
    )  # fmt: skip


def test_an_item_that_came_whole_is_told_as_the_window_writes_it() -> None:
    use("sv")
    told = state_text(whole_item(), {}, field_label, stated_whole).splitlines()
    for line in (
        "Planerad start: 09.30",
        "Slutade: ca 10.00",
        "Slag av ärende: Beslut",
        "Står i kallelsen: Nej",
        "Läge: Klar",
    ):
        assert line in told, told
    assert not [line for line in told if "09:30" in line or "False" in line]
    assert not [line for line in told if line.startswith(("Har nummer", "Sekretess"))]  # as usual


def test_between_two_states_what_was_chosen_is_told_as_a_change_alone() -> None:
    use("sv")
    told = state_text(whole_item(), {}, field_label, stated).splitlines()
    assert "Planerad start: 09.30" in told
    assert not [line for line in told if "Beslut" in line or "Nej" in line]
