"""What the keys of a table do, by buttons beside it."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import NoticeBoard
from kcdesk.domain.message import Message
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column
from kcdesk.ui.widgets.row_tools import RowTools

ROWS = [NoticeBoard(id=id, owner_id="b", position=id, name=id) for id in ("a", "b", "c")]


def _name(row: NoticeBoard) -> str:
    return row.name


@pytest.fixture
def table(theme, qtbot) -> RowTable:
    made = RowTable("Anslagstavlor", (Column(Message("Name"), _name),))
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    return made


def test_buttons_offer_what_the_chosen_row_allows(table, qtbot) -> None:
    tools = RowTools(table, moves=True)
    qtbot.addWidget(tools)
    buttons = (tools.up, tools.down, tools.remove)
    assert [each.isEnabled() for each in buttons] == [False, False, False]
    for id, allowed in (
        ("a", [False, True, True]),
        ("b", [True, True, True]),
        ("c", [True, False, True]),
    ):
        table.choose(id)
        assert [each.isEnabled() for each in buttons] == allowed
    table.show_rows([])
    assert [each.isEnabled() for each in buttons] == [False, False, False]


def test_buttons_ask_for_what_the_keys_ask_for(table, qtbot) -> None:
    tools = RowTools(table, moves=True)
    qtbot.addWidget(tools)
    moved, removed = [], []
    table.move_wanted.connect(lambda *asked: moved.append(asked))
    table.removal_wanted.connect(removed.append)
    table.choose("b")
    for button in (tools.up, tools.down, tools.remove):
        assert button.accessibleName() == button.toolTip() != ""
        button.click()
    assert (moved, removed) == ([("b", -1), ("b", 1)], ["b"])


def test_rows_without_an_order_of_their_own_are_not_moved(table, qtbot) -> None:
    tools = RowTools(table, moves=False)
    qtbot.addWidget(tools)
    tools.show()
    assert not tools.up.isVisible()
    assert tools.remove.isVisible()
