"""A day with the window: first start, a body, a meeting, files out and in, another language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from kcdesk.domain.body import Body, MemberKind, Membership, NoticeBoard, Regime
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.ui.screens.bodies.body_page import BodyPage
from kcdesk.ui.screens.bodies.new_body_dialog import NewBodyDialog
from kcdesk.ui.screens.bodies.new_meeting_dialog import NewMeetingDialog
from kcdesk.ui.screens.help.help_window import HelpWindow
from kcdesk.ui.screens.settings.settings_dialog import SettingsDialog
from kcdesk.ui.screens.start.start_page import StartPage
from tests.ui.pressing import press, press_key


def dialog(kind: type[QWidget]) -> QWidget:
    """Return the one open dialog of a kind."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    (shown,) = [each for each in found if each.isVisible()]
    return shown


def in_front(desktop, qtbot) -> None:
    """Shortcuts need the active window."""
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)


def shown_page(desktop) -> QWidget:
    return desktop.window._stack.currentWidget()


def test_first_start_makes_a_library_and_offers_three_ways(desktop, tmp_path) -> None:
    desktop.start(None)
    assert (tmp_path / "First.kcdesk").exists()
    page = shown_page(desktop)
    assert isinstance(page, StartPage)
    assert [each.isVisible() for each in (page._body, page._sample, page._import)] == [True] * 3


def test_the_sample_meeting_opens(desktop) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    assert desktop.window.meeting.bridge.records.root(Meeting).place
    assert desktop.window.status_line._present.text()


def test_a_body_and_a_meeting_by_hand(desktop, qtbot) -> None:
    desktop.start(None)
    desktop.window.menus.action("new_body").trigger()
    form = dialog(NewBodyDialog)
    assert not form.accept_button.isEnabled()
    press(form._organisation, "Norråsa kommun")
    press(form._name, "Miljönämnden")
    form._seats.setValue(3)
    press(form._members, "Åsa Kling, Vallmon\nÉva Ö")
    form.accept_button.click()
    body = desktop.library.load(desktop.library.bodies()[0].id)
    root = body.root(Body)
    assert (root.name, root.organisation, root.seats) == ("Miljönämnden", "Norråsa kommun", 3)
    assert root.regime is Regime.COMMITTEE
    assert len(body.all(NoticeBoard)) == 1
    assert len(body.all(Membership)) == 2
    assert isinstance(shown_page(desktop), BodyPage)

    in_front(desktop, qtbot)
    press_key(desktop.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(NewMeetingDialog)
    press(asked._day._line, "2 mars 2026")
    press(asked._start, "8.30")
    press(asked._place, "Sessionssalen")
    asked.accept_button.click()
    records = desktop.window.meeting.bridge.records
    meeting = records.root(Meeting)
    assert meeting.day.day.isoformat() == "2026-03-02"
    assert meeting.planned_start.time.hour == 8
    assert [each.name for each in records.all(Participant)] == ["Åsa Kling", "Éva Ö"]


def test_a_time_that_is_none_is_said_and_kept_in_the_dialog(desktop) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    before = len(desktop.library.meetings())
    desktop.window.menus.action("new_meeting").trigger()
    asked = dialog(NewMeetingDialog)
    press(asked._start, "snart")
    asked.accept_button.click()
    assert asked.isVisible()
    assert "snart" in asked._refused.text()
    asked.cancel_button.click()
    assert len(desktop.library.meetings()) == before


def test_a_new_meeting_is_for_the_body_looked_at(desktop) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()  # two bodies
    for body in desktop.library.bodies():
        desktop.window.open_body(body.id)
        desktop.window.menus.action("new_meeting").trigger()
        asked = dialog(NewMeetingDialog)
        assert asked._bodies[asked._body.currentIndex()].id == body.id
        asked.cancel_button.click()


def test_without_a_body_a_new_meeting_asks_for_one(desktop) -> None:
    desktop.start(None)
    desktop.window.menus.action("new_meeting").trigger()
    dialog(NewBodyDialog).reject()


def test_the_roster_and_profile_are_edited_in_place(desktop) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    body_id = desktop.library.bodies()[0].id
    desktop.window.open_body(body_id)
    page = shown_page(desktop)
    bridge = desktop.window.context.sessions.bridge(body_id)
    members = len(bridge.records.all(Membership))
    press(page._roster._entry, "Ny Ledamot, Rotsjö")
    press_key(page._roster._entry, Qt.Key.Key_Return)
    added = bridge.records.children(body_id, Membership)
    assert len(added) == members + 1
    table = page._roster._table
    model = table.model()
    row = model.place_of(added[-1].id)
    assert model.setData(model.index(row, 1), MemberKind.SUBSTITUTE)
    assert model.setData(model.index(row, 5), "1 januari 2026")
    assert not model.setData(model.index(row, 6), "någon gång")
    assert "någon gång" in page._roster._refused.text()
    changed = bridge.records.get(Membership, added[-1].id)
    assert changed.kind is MemberKind.SUBSTITUTE
    assert changed.service_order
    assert changed.from_day.isoformat() == "2026-01-01"
    table.choose(changed.id)
    press_key(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bridge.records.children(body_id, Membership)[-2].id == changed.id
    press_key(table, Qt.Key.Key_Delete)
    assert changed.id not in bridge.records
    assert desktop.window.bar.isVisible()

    page._profile._texts["case_prefix"].clear()
    press(page._profile._texts["case_prefix"], "SF")
    press_key(page._profile._texts["case_prefix"], Qt.Key.Key_Return)
    assert bridge.records.root(Body).case_prefix == "SF"
    page._boards._add.click()
    assert bridge.records.children(body_id, NoticeBoard)[-1].name == "Ny anslagstavla"


def test_the_people_register(desktop) -> None:
    desktop.start(None)
    desktop.window.open_page("people")
    page = shown_page(desktop)
    page._empty.wanted.emit()
    name = page._form._fields["name"]
    name.clear()
    press(name, "Åsa Kling")
    press_key(name, Qt.Key.Key_Return)
    press(page._form._aliases, "Å. Kling, Asa Kling")
    press_key(page._form._aliases, Qt.Key.Key_Return)
    page._form._add_party.click()
    people = desktop.window.context.people_bridge
    (person,) = people.records.all(Person)
    assert person.name == "Åsa Kling"
    model = page._form._parties.model()
    assert model.setData(model.index(0, 0), "S")
    assert model.setData(model.index(0, 1), "2022-10-15")
    assert not model.setData(model.index(0, 2), "snart")
    page._list._search.setText("asa")
    assert page._list._model.rowCount() == 1
    page._list._search.setText("finns inte")
    assert page._list._model.rowCount() == 0
    page._list._search.setText("")
    page._remove.click()
    assert not people.records.all(Person)
    desktop.window.undo.undo.trigger()
    assert people.records.all(Person) == (person,)


def test_a_meeting_goes_to_the_bin_and_comes_back(desktop) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    id = desktop.window.meeting.bridge.session.stream_id
    desktop.window.menus.action("discard_meeting").trigger()
    assert not desktop.library.meetings()
    assert desktop.window.meeting is None
    desktop.window.bar._button.click()
    assert desktop.window.meeting.bridge.session.stream_id == id


def test_the_meeting_is_written_as_a_file(desktop, qtbot, tmp_path) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    spec = {each.key: each for each in desktop.ports.exports}["json"]
    actions = next(each for each in desktop.window.children() if hasattr(each, "export"))
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        actions.export(spec, tmp_path / "ut.json")
    with qtbot.waitSignal(started.args[0].ended):
        pass
    assert json.loads((tmp_path / "ut.json").read_text("utf-8"))
    assert "ut.json" in desktop.window.bar._text.text()


def test_an_export_that_cannot_be_written_is_said(desktop, qtbot, tmp_path) -> None:
    desktop.start(None)
    shown_page(desktop)._sample.click()
    spec = {each.key: each for each in desktop.ports.exports}["json"]
    actions = next(each for each in desktop.window.children() if hasattr(each, "export"))
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        actions.export(spec, tmp_path / "no" / "ut.json")
    with qtbot.waitSignal(started.args[0].ended):
        pass
    box = dialog(QMessageBox)
    assert "ut.json" in box.text() + box.informativeText()
    box.close()


def test_a_file_that_is_no_meeting_is_refused(desktop, tmp_path) -> None:
    desktop.start(None)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    actions = desktop.libraries
    actions.bring_in(wrong)
    dialog(QMessageBox).close()
    assert not desktop.library.bodies()


def test_the_meeting_last_open_comes_back(desktop, sample_path) -> None:
    desktop.start(sample_path)
    id = desktop.window.meeting.bridge.session.stream_id
    desktop.window.close()
    assert desktop.window is None
    desktop.start(None)
    assert desktop.window.meeting.bridge.session.stream_id == id
    assert desktop.library.path == sample_path


def test_another_library_takes_the_place_of_the_first(desktop, sample_path, tmp_path) -> None:
    desktop.start(sample_path)
    assert desktop.open(tmp_path / "other.kcdesk")
    assert desktop.library.path.name == "other.kcdesk"
    assert isinstance(shown_page(desktop), StartPage)
    assert desktop.open(tmp_path / "other.kcdesk")


def test_a_foreign_file_leaves_the_open_library_alone(desktop, sample_path, tmp_path) -> None:
    desktop.start(sample_path)
    (tmp_path / "foreign.kcdesk").write_bytes(b"no library" * 100)
    assert not desktop.open(tmp_path / "foreign.kcdesk")
    dialog(QMessageBox).close()
    assert desktop.library.path == sample_path
    assert desktop.window.meeting is not None


def test_a_lost_library_does_not_keep_the_program_from_starting(desktop, tmp_path) -> None:
    (tmp_path / "foreign.kcdesk").write_bytes(b"no library" * 100)
    desktop.start(tmp_path / "foreign.kcdesk")
    dialog(QMessageBox).close()
    assert desktop.library.path.name == "First.kcdesk"


def test_the_window_stays_while_the_text_cannot_be_saved(desktop, sample_path, monkeypatch) -> None:
    desktop.start(sample_path)

    def refuse() -> None:
        raise UserFacingError(Message("The disk is full."))

    with monkeypatch.context() as patched:
        patched.setattr(desktop.library, "close", refuse)
        assert not desktop.window.close()
    dialog(QMessageBox).close()
    assert desktop.window.isVisible()


def test_a_copy_elsewhere_holds_everything(desktop, sample_path, tmp_path) -> None:
    desktop.start(sample_path)
    actions = desktop.libraries
    desktop.window.status_line.show_failure(UserFacingError(Message("The disk is full.")))
    desktop.window.status_line._why.click()
    dialog(QMessageBox).close()
    actions._on_copy_chosen(str(tmp_path / "copy.kcdesk"))
    assert (tmp_path / "copy.kcdesk").exists()
    assert desktop.window.bar.isVisible()


def test_settings_take_effect(desktop, sample_path) -> None:
    desktop.start(sample_path)
    desktop.window.menus.action("settings").trigger()
    settings = dialog(SettingsDialog)
    settings._size.setCurrentIndex(3)
    settings._size.activated.emit(3)
    assert desktop.application.font().pixelSize() == 18
    settings._mode.setCurrentIndex(2)
    settings._mode.activated.emit(2)
    assert desktop.application.property("color_mode") == "dark"
    settings._size.activated.emit(1)
    settings._language.setCurrentIndex(2)
    settings._language.activated.emit(2)
    settings.accept()
    assert desktop.window.menuBar().actions()[0].text() == "&File"
    assert desktop.window.meeting is not None


def test_f1_opens_the_help_and_the_keys_are_a_page_of_it(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    in_front(desktop, qtbot)
    press_key(desktop.window, Qt.Key.Key_F1)
    shown = dialog(HelpWindow)
    assert shown.browser.source().path() == "writing"  # the caret stands in the agenda or an item
    desktop.window.menus.action("keys").trigger()
    qtbot.waitUntil(lambda: len(desktop.window.findChildren(HelpWindow)) == 1)
    shown = dialog(HelpWindow)
    assert shown.browser.source().path() == "keys"
    assert "Ctrl+N" in shown.browser.toPlainText()
    shown.close()
    desktop.window.menus.action("about").trigger()
    dialog(QMessageBox).close()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_language_boots_and_every_focusable_thing_has_a_name(
    desktop, sample_path, preferences, language
) -> None:
    from kcdesk.i18n import use

    preferences.language = language
    use(language)
    desktop.start(sample_path)
    nameless = []
    body_id = desktop.library.bodies()[0].id
    for show in (
        desktop.window.open_start,
        lambda: desktop.window.open_page("people"),
        lambda: desktop.window.open_body(body_id),
        lambda: desktop.window.open_meeting(desktop.library.meetings()[0].id),
    ):
        show()
        QApplication.processEvents()
        nameless += [
            path_of(each) for each in desktop.window.findChildren(QWidget) if is_nameless(each)
        ]
    assert not nameless


def is_nameless(widget: QWidget) -> bool:
    """Whether Tab can reach a widget that nobody could read aloud."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if not by_tab or not widget.isVisible() or widget.focusProxy() is not None:
        return False
    text = widget.text() if isinstance(widget, QPushButton) else ""
    buddies = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return not (widget.accessibleName() or text or buddies)


def path_of(widget: QWidget) -> str:
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:4])


def test_shortcuts_are_unique_and_leave_altgr_alone(desktop, sample_path) -> None:
    desktop.start(sample_path)
    keys = [
        key.toString()
        for action in desktop.window.menus.all_actions()
        for key in action.shortcuts()
        if not key.isEmpty()
    ]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Ctrl+Alt" in key or "Ctrl+Shift+Alt" in key]


def test_stretched_texts_still_fit(desktop, preferences, monkeypatch) -> None:
    """Words half as long again: the window may be wider, never cut off its buttons."""
    from kcdesk.i18n import Catalogue

    plain = Catalogue.text
    monkeypatch.setattr(
        Catalogue, "text", lambda self, msgid, **params: stretched(plain(self, msgid, **params))
    )
    desktop.start(None)
    desktop.window.menus.action("new_body").trigger()
    form = dialog(NewBodyDialog)
    cut = [
        button.text()
        for button in form.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.sizeHint().width()
    ]
    form.reject()
    assert not cut
    assert desktop.window.minimumSizeHint().width() <= 1280


def stretched(text: str) -> str:
    return text + "x" * (len(text) // 2)


def test_libraries_are_asked_for(desktop, sample_path, tmp_path) -> None:
    from PySide6.QtWidgets import QFileDialog

    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    desktop.start(sample_path)
    for key in ("new_library", "open_library", "import", "export_pdf"):
        desktop.window.menus.action(key).trigger()
        dialog(QFileDialog).close()
    actions = desktop.libraries
    actions.choose_copy()
    dialog(QFileDialog).close()
    actions._on_library_chosen(str(Path(tmp_path) / "third.kcdesk"))
    assert desktop.library.path.name == "third.kcdesk"
    recent = next(
        menu.menu().actions()
        for menu in desktop.window.menuBar().actions()[0].menu().actions()
        if menu.menu() is not None
    )
    recent[0].trigger()
    assert desktop.library.path == sample_path
    desktop.window.menus.action("quit").trigger()
    assert desktop.window is None
