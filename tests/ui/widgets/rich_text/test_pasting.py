"""What word processors put on the clipboard comes in by Ctrl+V, and goes by one Ctrl+Z."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from kcdesk.domain.block import BlockKind
from kcdesk.domain.richtext import Mark, text_of
from tests.ui.pressing import press_key
from tests.ui.widgets.rich_text.conftest import Maker
from tests.ui.widgets.rich_text.test_rich_text_edit import at, block, in_step, texts

FOLDER = Path(__file__).parents[3] / "services" / "pasted"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("name", ["word", "outlook", "libreoffice", "google_docs", "web"])
def test_ctrl_v_brings_it_in_and_one_undo_takes_it_away(editor: Maker, name: str) -> None:
    data = QMimeData()
    data.setHtml((FOLDER / f"{name}.html").read_text("utf-8"))
    data.setText("samma i ren text")
    QApplication.clipboard().setMimeData(data)
    edit = editor([block("före"), block("efter")])
    at(edit, 0, 4)
    press_key(edit, Qt.Key.Key_V, CTRL)
    rows = edit.rows()
    assert in_step(edit)
    assert {row.kind for row in rows} > {BlockKind.BULLET, BlockKind.NUMBERED}
    assert any(Mark.BOLD in span.marks for row in rows for span in row.spans)
    assert not any("mso" in text_of(row.spans) for row in rows)
    assert text_of(rows[-1].spans).endswith("efter")
    edit.bridge.undo()
    assert texts(edit) == ["före", "efter"]
    assert in_step(edit)


def test_plain_text_comes_in_as_paragraphs_and_lists(editor: Maker) -> None:
    QApplication.clipboard().setText("Frågor:\r\n\r\n- Budget\r\n- Lokaler\r\n\r\nSlut.\r\n")
    edit = editor([block("")])
    at(edit, 0, 0)
    press_key(edit, Qt.Key.Key_V, CTRL)
    assert in_step(edit)
    assert [(row.kind, text_of(row.spans)) for row in edit.rows()] == [
        (BlockKind.PARAGRAPH, "Frågor:"),
        (BlockKind.BULLET, "Budget"),
        (BlockKind.BULLET, "Lokaler"),
        (BlockKind.PARAGRAPH, "Slut."),
    ]
