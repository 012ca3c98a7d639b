"""The help lists every key there is, from the actions' own tables."""

from __future__ import annotations

from kcdesk.ui.desktop.key_table import key_table
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.screens.help.help_window import HelpWindow


def test_the_keys_of_panels_and_texts_are_listed(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    qtbot.waitUntil(lambda: desktop.window.workspace is not None)
    table = key_table(desktop.window)
    keys = dict(table)
    assert keys["Nästa ärende"] == "Ctrl+Enter"
    assert keys["Lägg till en del"] == key_words("Ctrl+Shift+A")
    assert keys["Flytta delen uppåt"] == key_words("Alt+Up")
    assert keys["Flytta delen nedåt"] == key_words("Alt+Down")
    assert keys["Ta bort delen du står i"] == key_words("Ctrl+Shift+Backspace")
    assert key_words("F2") in keys["Byt namn"]
    assert keys["Anländer nu"] == "A"
    assert keys["Fetstil"] == "Ctrl+B"
    assert keys["I löpande text"] == ""
    assert not [key for key in keys.values() if "Return" in key]
    desktop.window.menus.action("keys").trigger()
    shown = desktop.window.findChild(HelpWindow)
    assert shown.isVisible()
    assert "Nästa ärende" in shown.browser.toPlainText()
    shown.close()


def test_the_help_opens_at_the_page_about_what_one_looks_at(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def opened() -> str:
        window.menus.action("help").trigger()
        qtbot.waitUntil(lambda: len(window.findChildren(HelpWindow)) == 1)
        shown = window.findChild(HelpWindow)
        page = shown.browser.source().path()
        shown.close()
        return page

    window.ring.enter(window.workspace.reveal("approval"))
    assert opened() == "dates"
    window.open_page("watch")
    assert opened() == "watch"
    window.open_page("people")
    assert opened() == "start"
