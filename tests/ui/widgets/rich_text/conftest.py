"""A section of an item with an editor over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.position import spread
from kcdesk.domain.section import Section
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import bridge_over
from tests.ui.widgets.rich_text.document import placed

Maker = Callable[..., RichTextEdit]


def editor_over(blocks: Sequence[Block]) -> RichTextEdit:
    """Return an editor over some blocks; not shown yet."""
    meeting = Meeting(id="m")
    item = Item(id="i", owner_id="m", position="V")
    section = Section(id="owner", owner_id="i", position="V")
    rows = [placed(b, at) for b, at in zip(blocks, spread(len(blocks)), strict=True)]
    return RichTextEdit(bridge_over([meeting, item, section, *rows]), "owner", name="Notes")


@pytest.fixture
def editor(qtbot: QtBot) -> Maker:
    """Return a shown editor over some blocks."""

    def make(blocks: Sequence[Block] = ()) -> RichTextEdit:
        edit = editor_over(blocks)
        qtbot.addWidget(edit)
        edit.resize(500, 200)
        with qtbot.waitActive(edit):
            edit.show()
            edit.activateWindow()
        edit.setFocus()
        return edit

    return make
