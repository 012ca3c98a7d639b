"""Every pane, page and dialog of the program on a meeting with long names, in both languages.

What takes the focus has a name, Tab follows the eye, nothing is cut without a tip, no picture
stands alone, nothing scrolls sideways, and nothing is larger than the screen.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.import_meeting import import_meeting
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.desktop.lacking_box import ask_despite
from kcdesk.ui.qt.action import MenuPlace
from kcdesk.ui.qt.crash_dialog import CrashDialog
from kcdesk.ui.screens.attendance.participant_dialog import ParticipantDialog
from kcdesk.ui.screens.table.table_window import TableWindow
from kcdesk.ui.widgets.publication_dialog import PublicationDialog
from kcdesk.ui.widgets.rich_text.link_dialog import LinkDialog
from tests.ui.inspection import findings

NAMES = (
    "Ann-Charlotte von Knorring-Stjernswärd",
    "Karl-Gustaf Lindström Bergengren-Åkerblom",
    "Alexandra-Maria af Wetterstedt Hammarskjöld",
    "Sven-Bertil Papadimitropoulou-Svensson",
)
OFFICE = " – avdelningen för näringsliv, arbetsmarknad och integration"
ORGANISATION = "Samordningsförbundet för gemensam räddningstjänst i Norra Västerbottens inland"
BODY = "Gemensamma nämnden för samordnad upphandling, lönehantering och konsumentvägledning"
ROOM = "Sessionssalen Älvdalen, Norråsa kommunhus, Storgatan 14, tredje våningen"

ACTIONS = (
    *("new_meeting", "new_body", "take_up", "follow_up", "roll_call", "name_version"),
    *("versions", "history", "deleted_items", "own_words", "settings", "palette", "phrase"),
    *("help", "keys", "about", "clear_history", "make_document"),
)
SMALL = QSize(624, 320)
"""What a screen of 1280 × 720 at 200 % leaves within the frame of a window."""


@pytest.fixture
def long_path(tmp_path: Path) -> Path:
    """The sample with long names, titles, places, and sixty items."""
    told = json.loads(resource("sample", "meeting.json").read_bytes())
    told["body"] |= {"organisation": ORGANISATION, "name": BODY}
    renamed = {}
    for at, person in enumerate(told["persons"]):
        renamed[person["name"]] = f"{NAMES[at % len(NAMES)]} {'I' * (at // len(NAMES))}".strip()
        person["name"] = renamed[person["name"]]
        person["organisation"] = person.get("organisation", "") + OFFICE
    words = json.dumps(told["meeting"], ensure_ascii=False)
    for before, after in renamed.items():
        words = words.replace(f'"{before}"', f'"{after}"')
    told["meeting"] = json.loads(words) | {"place": ROOM}
    for participant in told["meeting"]["participants"]:
        participant["organisation"] = participant.get("organisation", "") + OFFICE
    items = told["meeting"]["items"]
    more = [
        {"id": f"more{number}", "title": "Svar på remiss om skärgårdskommunernas bredband " * 2}
        for number in range(60 - len(items))
    ]
    told["meeting"]["items"] = [*items[:-1], *more, items[-1]]
    path = tmp_path / "Långt.kcdesk"
    library = LibraryFile.new(path)
    try:
        import_meeting(read_meeting(json.dumps(told).encode()), library)
    finally:
        library.close()
    return path


@pytest.fixture(params=["sv", "en"])
def window(desktop, preferences, long_path, qtbot, request):
    preferences.language = request.param
    desktop.apply_language()
    desktop.ports = replace(desktop.ports)
    desktop.start(long_path)
    shown = desktop.window
    shown.resize(1280, 720)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def tops(window) -> list[QDialog]:
    others = (each for each in QApplication.topLevelWidgets() if each is not window)
    return [each for each in others if each.isVisible() and each.windowTitle()]


def shut(window, qtbot) -> None:
    for each in tops(window):
        each.close()
    qtbot.waitUntil(lambda: not tops(window))


def told(where: str, found: list[str]) -> list[str]:
    return [f"{where}: {each}" for each in dict.fromkeys(found)]


def test_the_panes_and_every_item(window, qtbot) -> None:
    found = []
    for key in ("attendance", "approval", "check", "preview"):
        pane = window.workspace.reveal(key)
        qtbot.waitUntil(pane.isVisible)
        found += told(key, findings(window))
    items = window.meeting.bridge.records.children(window.meeting.bridge.records.root_id, Item)
    for item in items[:12]:
        window.meeting.selection.select(item.id)
        found += told(item.name, findings(window))
    assert found == []


def test_the_pages(window, qtbot) -> None:
    found = []
    body_id = window.meeting.body.root_id
    for key in ("watch", "people", "phrases", "bin"):
        window.open_page(key)
        found += told(key, findings(window))
    window.open_body(body_id)
    found += told("body", findings(window))
    window.open_start()
    found += told("start", findings(window))
    assert found == []


def test_meeting_mode_and_the_window_for_the_table(window, qtbot) -> None:
    window.menus.action("meeting_mode").trigger()
    found = told("mode", findings(window))
    window.menus.action("meeting_mode").trigger()
    window.menus.action("table_window").trigger()
    table = window.findChild(TableWindow)
    found += told("table", findings(table))
    table.close()
    assert found == []


@pytest.mark.parametrize("action", ACTIONS)
def test_a_dialog(window, qtbot, action) -> None:
    window.menus.action(action).trigger()
    qtbot.waitUntil(lambda: bool(tops(window)))
    found = [each for top in tops(window) for each in findings(top)]
    sizes = {type(top).__name__: top.size() for top in tops(window)}
    least = {type(top).__name__: top.minimumSizeHint() for top in tops(window)}
    shut(window, qtbot)
    assert found == []
    assert all(size.width() <= 1280 and size.height() <= 760 for size in sizes.values()), sizes
    if action not in ("about", "clear_history", "help", "keys", "palette", "phrase"):
        assert all(size.boundedTo(SMALL) == size for size in least.values()), least


def test_dialogs_that_nobody_asked_for(window, qtbot) -> None:
    someone = window.meeting.bridge.records.all(Participant)[0]
    made = (
        ParticipantDialog(window.meeting, someone.id, window),
        PublicationDialog(window.meeting, window),
        CrashDialog("Traceback\n" * 60, "/tmp/krasch.txt", window),
        LinkDialog("", window),
    )
    for dialog in made:
        dialog.open()
        assert told(type(dialog).__name__, findings(dialog)) == []
        assert dialog.minimumSizeHint().boundedTo(SMALL) == dialog.minimumSizeHint()
        dialog.close()
    box = ask_despite(window, [Message("To watch")] * 20, int)
    assert findings(box) == []
    box.close()


def test_menus_fit_a_screen_of_720_pixels(window) -> None:
    for place in MenuPlace:
        menu = window.menus.menu(place)
        assert menu.sizeHint().height() <= 720, place
        assert not menu.actions()[0].isSeparator(), place
