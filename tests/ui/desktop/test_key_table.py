"""F1 lists every key there is, from the actions' own tables."""

from __future__ import annotations

from kcdesk.ui.desktop.key_table import key_table
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.widgets.key_list import KeyList


def test_the_keys_of_panels_and_texts_are_listed(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    qtbot.waitUntil(lambda: desktop.window.workspace is not None)
    table = key_table(desktop.window)
    keys = dict(table)
    assert keys["Nästa ärende"] == "Ctrl+Enter"
    assert keys["Ta bort delen man är i"] == key_words("Ctrl+Shift+Backspace")
    assert key_words("F2") in keys["Byt namn"]
    assert keys["Anländer nu"] == "A"
    assert keys["Fetstil"] == "Ctrl+B"
    assert keys["I löpande text"] == ""
    assert not [key for key in keys.values() if "Return" in key]
    desktop.window.menus.action("keys").trigger()
    shown = desktop.window.findChild(KeyList)
    assert shown.isVisible()
    shown.reject()
