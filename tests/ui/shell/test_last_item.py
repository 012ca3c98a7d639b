"""A meeting opens where one was in it last."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from kcdesk.domain.item import Item
from kcdesk.ui.qt.session_bridge import Selection
from kcdesk.ui.shell.last_item import follow_last_item
from tests.ui.screens.item.whole_item import context


def test_the_item_last_looked_at_is_found_again_by_meeting(tmp_path) -> None:
    path = str(tmp_path / "settings.ini")
    bridge = context(Item(id="last", owner_id="m", position="X")).bridge
    settings = QSettings(path, QSettings.Format.IniFormat)
    first = Selection()
    follow_last_item(settings, bridge, first)
    assert first.id == ""
    first.select("full")
    first.select("last")
    settings.sync()
    again = Selection()
    follow_last_item(QSettings(path, QSettings.Format.IniFormat), bridge, again)
    assert again.id == "last"
    gone = Selection()
    follow_last_item(QSettings(path, QSettings.Format.IniFormat), context().bridge, gone)
    assert gone.id == ""
    again.select("")
    forgotten = Selection()
    follow_last_item(QSettings(path, QSettings.Format.IniFormat), bridge, forgotten)
    assert forgotten.id in ("", "last")
