"""Links: opened by Ctrl and click where they lead out, asked for in a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kcdesk.domain.block import Block
from kcdesk.domain.richtext import Span
from kcdesk.ui.widgets.rich_text import rich_text_edit
from kcdesk.ui.widgets.rich_text.link_dialog import LinkDialog, completed
from tests.ui.editing import write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def note(url) -> None:
        found.append(url.toString())

    monkeypatch.setattr(rich_text_edit.QDesktopServices, "openUrl", note)
    return found


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://exempel.se/a", ["https://exempel.se/a"]),
        ("mailto:a@exempel.se", ["mailto:a@exempel.se"]),
        ("file:///etc/passwd", []),
        ("file://other/share/x.exe", []),
        ("ms-msdt:/id", []),
    ],
)
def test_only_what_leads_out_is_opened(editor, opened, link: str, expected: list[str]) -> None:
    edit = editor([Block(id="l", spans=(Span("ett ord med länk", link=link),))])
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    place = edit.cursorRect().center()
    assert edit.anchorAt(place) == link
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert opened == expected
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == expected


def test_the_dialog_takes_nothing_else(editor, qtbot) -> None:
    edit = editor([Block(id="l", spans=(Span("ord"),))])
    dialog = LinkDialog("", edit)
    dialog.open()
    write(dialog.address, "file://server/mapp")
    assert not dialog.ok.isEnabled()
    assert dialog.trouble.isVisible()
    dialog.address.setText("www.exempel.se")
    assert dialog.ok.isEnabled()
    assert not dialog.trouble.isVisible()
    with qtbot.waitSignal(dialog.chosen) as given:
        dialog.accept()
    assert given.args == ["https://www.exempel.se"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", ""),
        ("exempel.se/sida", "https://exempel.se/sida"),
        ("anna@exempel.se", "mailto:anna@exempel.se"),
        ("MAILTO:anna@exempel.se", "MAILTO:anna@exempel.se"),
        ("tel:090123", "tel:090123"),
    ],
)
def test_an_address_gets_its_scheme(written: str, address: str) -> None:
    assert completed(written) == address
