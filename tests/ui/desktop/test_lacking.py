"""Before a PDF with characters that no font has, they are listed; it is written if one wants."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.ui.desktop.lacking_box import SHOWN, ask_despite
from tests.ui.desktop.test_library_in_use import boxes


def export(desktop, qtbot, path) -> None:
    spec = {each.key: each for each in desktop.ports.exports}["pdf"]
    actions = next(each for each in desktop.window.children() if hasattr(each, "export"))
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        actions.export(spec, path)
    with qtbot.waitSignal(started.args[0].ended):
        pass


@pytest.mark.parametrize("wanted", [True, False])
def test_the_window_lists_them_first(desktop, sample_path, qtbot, tmp_path, wanted) -> None:
    desktop.start(sample_path)
    bridge = desktop.window.meeting.bridge
    place = bridge.records.setting(bridge.records.root(Meeting).id, "place", "Salen 🚀")
    bridge.perform(Group(Message("Place"), place))
    path = tmp_path / "ut.pdf"
    export(desktop, qtbot, path)
    (box,) = boxes()
    assert "🚀 (U+1F680)" in box.informativeText()
    assert not path.exists()
    name = "Exportera ändå" if wanted else "Avbryt"
    next(each for each in box.buttons() if each.text() == name).click()
    if wanted:
        qtbot.waitUntil(path.exists)
        qtbot.waitUntil(lambda: "ut.pdf" in desktop.window.bar._text.text())
    assert path.exists() is wanted


def test_a_meeting_that_can_be_printed_is_written_at_once(
    desktop, sample_path, qtbot, tmp_path
) -> None:
    desktop.start(sample_path)
    export(desktop, qtbot, tmp_path / "ut.pdf")
    assert not boxes()
    assert (tmp_path / "ut.pdf").exists()


def test_many_places_are_counted(desktop, sample_path) -> None:
    desktop.start(sample_path)
    lines = [Message("{name}", {"name": str(number)}) for number in range(SHOWN + 2)]
    box = ask_despite(desktop.window, lines, list)
    assert isinstance(box, QMessageBox)
    assert box.informativeText().endswith("och 2 ställen till")
    box.close()
