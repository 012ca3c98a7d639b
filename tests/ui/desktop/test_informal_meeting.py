"""A meeting of a group that neither numbers nor approves: the window speaks of neither."""

from __future__ import annotations

from kcdesk.domain.body import Regime
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.ui.desktop.key_table import key_table
from kcdesk.ui.qt.action import MenuPlace

KEY = "Ctrl+5"


def follow_rules(window, regime: Regime | None) -> None:
    bridge = window.meeting.bridge
    setting = bridge.records.setting(bridge.records.root_id, "regime", regime)
    bridge.perform(Group(Message("Scene"), setting))


def tab_titles(window) -> list[str]:
    tabs = window.workspace._tabs["approval"]
    return [tabs.tabText(at) for at in range(tabs.count())]


def test_the_tab_and_the_head_follow_the_rules_of_the_meeting(desktop, sample_path) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.workspace.panes["head"].when_button.click()
    form = window.workspace.panes["head"].form
    label = form._labels[form.first_span]
    assert "Justering" in tab_titles(window)
    assert form.first_edit.isVisible()
    follow_rules(window, Regime.INFORMAL)
    assert "Justering" not in tab_titles(window)
    assert "Utskick" in tab_titles(window)
    assert not form.first_edit.isVisible()
    assert not label.isVisible()
    assert "rättats" in window.workspace.reveal("approval").words.text()
    assert window.workspace.panes["approval"].accessibleName() == "Utskick"
    follow_rules(window, None)
    assert "Justering" in tab_titles(window)
    assert form.first_edit.isVisible()
    assert label.isVisible()


def test_the_menus_and_the_keys_speak_the_words_of_the_meeting(desktop, sample_path) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.workspace.reveal("approval")
    entry = window.menus.action("pane_approval")

    def called() -> tuple[str, str, str]:
        headings = [each.text() for each in window.menus.menu(MenuPlace.MEETING).actions()]
        own = window.workspace.panes["approval"].accessibleName()
        found = [name for name in ("Justering", "Utskick") if (name, KEY) in key_table(window)]
        assert [name for name in ("Justering", "Utskick") if name in headings] in ([], [own])
        return entry.text(), own, *found

    assert called() == ("Justering", "Justering", "Justering")
    follow_rules(window, Regime.INFORMAL)
    assert called() == ("Utskick", "Utskick", "Utskick")
    follow_rules(window, None)
    assert called() == ("Justering", "Justering", "Justering")
    follow_rules(window, Regime.INFORMAL)
    (meeting,) = desktop.library.meetings()
    window.open_page("people")
    entry.setText("x")
    window.open_meeting(meeting.id)
    assert entry.text() == "Utskick"  # from the beginning
