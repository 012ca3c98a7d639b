"""A table's columns share its room: words first, as long as the others have enough."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import NoticeBoard
from kcdesk.domain.message import Message
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column


def _name(row: NoticeBoard) -> str:
    return row.name


def _nothing(_row: NoticeBoard) -> str:
    return ""


@pytest.mark.parametrize("name", ["Bo Ek", "Lisa Andersson Lindberg", "Anna " * 30])
def test_empty_columns_give_way_to_a_name_up_to_a_limit(theme, qtbot, name) -> None:
    columns = (
        Column(Message("Name"), _name),
        *(Column(Message(f"{at}"), _nothing, width=120, least=90) for at in range(5)),
    )
    table = RowTable("Namn", columns)
    qtbot.addWidget(table)
    table.resize(770, 300)
    table.show()
    table.show_rows([NoticeBoard(id="a", owner_id="b", position="V", name=name)])
    first = table.columnWidth(0)
    others = [table.columnWidth(at) for at in range(1, 5)]
    assert first >= min(table._needed(0), 260) - 2
    assert all(88 <= width <= 122 for width in others)
    if name == "Bo Ek":
        assert others == [others[0]] * 4
