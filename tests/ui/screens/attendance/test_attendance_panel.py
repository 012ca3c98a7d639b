"""Attendance by single keys, as it is noted while people talk."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListWidget

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.block import Block
from kcdesk.domain.body import MemberKind, Membership, RoleKind
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.richtext import Span
from kcdesk.i18n import use
from kcdesk.services.edit_attendance import set_attendance
from kcdesk.ui.screens.attendance.attendance_panel import AttendancePanel
from tests.ui.editing import key, write
from tests.ui.screens import norrasa

NOW = ClockTime(time(9, 46))


def opened(qtbot, rows=None):
    use("sv")
    context = norrasa.context(rows)
    context.selection.select("digital")
    panel = AttendancePanel(context)
    qtbot.addWidget(panel)
    panel.resize(280, 760)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.setFocus()
    return panel


@pytest.fixture
def panel(qtbot):
    return opened(qtbot)


def records(panel):
    return panel._context.bridge.records


def person(panel, id):
    return records(panel).get(Participant, id)


def press(panel, id, which):
    panel.view.look_at(id)
    key(panel.view, which)


def named(panel, name):
    return next(each for each in records(panel).all(Participant) if each.name == name)


def test_heading_quorum_and_confirmation(panel):
    assert panel.count.text() == "6 av 7"
    assert panel.quorum.text() == "Beslutsför: 6 av 7 tjänstgör, 4 krävs"
    assert panel.confirm.text() == "Bekräfta alla 3 väntade"
    panel.confirm.setFocus()
    key(panel.confirm, Qt.Key.Key_Space)
    assert person(panel, "kling").attendance is Attendance.PRESENT
    assert not panel.confirm.isVisible()


def test_too_few_is_said_in_amber_and_in_words(panel):
    for id in ("modin", "ahlqvist", "sund"):
        press(panel, id, Qt.Key.Key_Space)
    assert panel.quorum.text() == "Inte beslutsför: 3 av 7 tjänstgör, 4 krävs"
    assert panel.quorum.property("role") == "soon"
    press(panel, "sund", Qt.Key.Key_Space)
    assert panel.quorum.property("role") == "chip"


def test_space_toggles_presence(panel):
    press(panel, "sund", Qt.Key.Key_Space)
    assert person(panel, "sund").attendance is Attendance.ABSENT
    assert panel.view.current_line().id == "sund"
    press(panel, "sund", Qt.Key.Key_Space)
    assert person(panel, "sund").attendance is Attendance.PRESENT


def test_n_notes_absence_with_notice(panel):
    press(panel, "sund", Qt.Key.Key_N)
    assert person(panel, "sund").attendance is Attendance.ABSENT_WITH_NOTICE
    press(panel, "sund", Qt.Key.Key_N)
    assert person(panel, "sund").attendance is Attendance.EXPECTED


def test_a_and_l_note_the_item_and_the_clock(panel):
    press(panel, "ahlqvist", Qt.Key.Key_L)
    panel._context.selection.select("trip")
    press(panel, "ahlqvist", Qt.Key.Key_A)
    gone, back = records(panel).children("ahlqvist", Presence)
    assert (gone.until_item_id, gone.until_time) == ("digital", NOW)
    assert (back.from_item_id, back.from_time) == ("trip", NOW)
    assert "från § 59 (09.46)" in plain(panel.view.current_line().details)


def test_j_notes_jav_at_the_item_and_takes_it_back(panel):
    press(panel, "ahlqvist", Qt.Key.Key_J)
    assert [each.participant_id for each in records(panel).children("digital", Recusal)] == [
        "ahlqvist"
    ]
    assert panel.count.text() == "5 av 7"
    press(panel, "ahlqvist", Qt.Key.Key_J)
    assert not records(panel).children("digital", Recusal)


def test_d_notes_distance(panel):
    press(panel, "ahlqvist", Qt.Key.Key_D)
    assert person(panel, "ahlqvist").remote
    press(panel, "ahlqvist", Qt.Key.Key_D)
    assert not person(panel, "ahlqvist").remote


def test_delete_removes_and_undo_brings_back(panel):
    press(panel, "ahlqvist", Qt.Key.Key_Delete)
    assert "ahlqvist" not in records(panel)
    assert panel.view.current_line() is not None
    panel._context.bridge.undo()
    assert "ahlqvist" in records(panel)


def plain(text):
    """The words with ordinary spaces."""
    return text.replace("\u00a0", " ")


def chosen(menu, text):
    next(action for action in menu.actions() if plain(action.text()) == text).trigger()
    menu.close()


def test_r_offers_roles(panel):
    roles = panel.actions_of_person.roles
    press(panel, "ahlqvist", Qt.Key.Key_R)
    assert roles.isVisible()
    chosen(roles, "Justerare")
    assert [role.kind for role in records(panel).children("ahlqvist", Role)] == [RoleKind.APPROVER]
    press(panel, "ahlqvist", Qt.Key.Key_R)
    chosen(roles, "Justerare")
    assert not records(panel).children("ahlqvist", Role)


def test_r_hands_the_chair_over_at_the_item(panel):
    press(panel, "ahlqvist", Qt.Key.Key_R)
    told = []
    panel._context.bridge.told.connect(told.append)
    chosen(panel.actions_of_person.roles, "Ordförande från § 56 (i stället för Maria Haglund)")
    assert told == ["Karin Ahlqvist är ordförande i stället för Maria Haglund."]
    (role,) = records(panel).children("ahlqvist", Role)
    assert role.from_item_id == "digital"
    assert records(panel).get(Role, "r3").until_item_id == "region"
    press(panel, "ahlqvist", Qt.Key.Key_R)
    chosen(panel.actions_of_person.roles, "Ordförande")  # hers again: nobody else is told of
    assert len(told) == 1


def test_r_takes_the_chair_from_nobody_unsaid(panel):
    haglund = records(panel).setting("r3", "from_item_id", None)
    panel._context.bridge.perform(Group(Message("x"), haglund))
    panel._context.selection.select("opening")
    for text in ("Ordförande", "Ordförande från § 52"):
        press(panel, "ahlqvist", Qt.Key.Key_R)
        told = []
        panel._context.bridge.told.connect(told.append)
        chosen(panel.actions_of_person.roles, f"{text} (i stället för Maria Haglund)")
        assert not records(panel).children("haglund", Role)
        assert told == ["Karin Ahlqvist är ordförande i stället för Maria Haglund."]
        panel._context.bridge.undo()
        assert records(panel).get(Role, "r3").until_item_id is None
        assert not records(panel).children("ahlqvist", Role)


def test_who_did_not_come_keeps_her_office(panel):
    haglund = records(panel).setting("r3", "from_item_id", None)
    panel._context.bridge.perform(Group(Message("x"), haglund))
    absent = set_attendance(records(panel), "haglund", Attendance.ABSENT_WITH_NOTICE)
    panel._context.bridge.perform(absent)
    press(panel, "ahlqvist", Qt.Key.Key_R)
    chosen(panel.actions_of_person.roles, "Ordförande")
    assert [role.id for role in records(panel).children("haglund", Role)] == ["r3"]
    here = records(panel).get(Item, "digital")
    assert AttendanceRegister(records(panel)).chair_at(here).id == "ahlqvist"


def test_s_lets_a_substitute_serve(panel):
    services = panel.actions_of_person.services
    press(panel, "kling", Qt.Key.Key_S)
    assert services.isVisible()
    chosen(services, "För Håkan Wret från § 56")
    first, second = records(panel).children("kling", Service)
    assert (first.until_item_id, second.for_participant_id) == ("region", "wret")
    press(panel, "kling", Qt.Key.Key_S)
    chosen(services, "Inte längre efter § 56")
    assert records(panel).get(Service, second.id).until_item_id == "digital"
    press(panel, "kling", Qt.Key.Key_S)
    chosen(services, "Tjänstgör inte")
    assert not records(panel).children("kling", Service)
    press(panel, "kling", Qt.Key.Key_S)
    chosen(services, "För Jan Jonsén")
    assert [each.for_participant_id for each in records(panel).children("kling", Service)] == [
        "jonsen"
    ]


def test_all_members_are_offered_where_none_is_away(panel):
    for id in ("wret", "jonsen"):
        group = set_attendance(records(panel), id, Attendance.PRESENT)
        panel._context.bridge.perform(group)
    panel._context.selection.select("opening")
    press(panel, "haglund", Qt.Key.Key_Space)
    press(panel, "haglund", Qt.Key.Key_Space)
    press(panel, "kling", Qt.Key.Key_S)
    texts = [action.text() for action in panel.actions_of_person.services.actions()]
    panel.actions_of_person.services.close()
    assert "För Karin Ahlqvist" in texts
    assert not any("från" in text for text in texts)


def matches(panel):
    shown = panel.entry.findChild(QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_few_letters_and_enter_add_a_person(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "öhm")
    assert matches(panel) == ["Jonas Öhman · Jurist", "Ny: öhm"]
    assert "Jonas Öhman" in panel.entry.field.accessibleDescription()
    key(panel.entry.field, Qt.Key.Key_Return)
    added = named(panel, "Jonas Öhman")
    assert (added.person_id, added.standing) == ("ohman", Standing.OTHER)
    assert panel.view.current_line().id == added.id
    assert panel.entry.field.text() == ""
    assert not panel.entry.matches.isVisible()


def test_somebody_new_is_added_as_written(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "Åsa Ny (S), Norråsa")
    key(panel.entry.field, Qt.Key.Key_Return)
    added = named(panel, "Åsa Ny")
    assert (added.party, added.organisation, added.person_id) == ("S", "Norråsa", None)


def paste(field, text):
    QApplication.clipboard().setText(text)
    key(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_list_adds_everyone_on_it_in_one_step(panel):
    before = len(records(panel).all(Participant))
    panel.entry.setFocus()
    paste(panel.entry.field, "Åsa Ny, Norråsa\nJonas Öhman\nLi Ask, Kansliet, sekreterare\n")
    assert len(records(panel).all(Participant)) == before + 3
    assert named(panel, "Jonas Öhman").person_id == "ohman"
    assert named(panel, "Li Ask").organisation == "Kansliet"
    assert panel.view.current_line().id == named(panel, "Li Ask").id
    assert panel.entry.field.text() == ""
    assert panel.entry.field.hasFocus()
    panel._context.bridge.undo()
    assert len(records(panel).all(Participant)) == before


def test_one_pasted_line_waits_for_enter(panel):
    panel.entry.setFocus()
    paste(panel.entry.field, "Åsa Ny, Norråsa\r\n")
    assert panel.entry.field.text() == "Åsa Ny, Norråsa"
    assert matches(panel) == ["Ny: Åsa Ny"]


def test_undo_in_the_field_takes_back_who_was_added(panel):
    undone = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), panel)
    undone.activated.connect(panel._context.bridge.undo)
    before = len(records(panel).all(Participant))
    panel.entry.setFocus()
    write(panel.entry.field, "Åsa Ny")
    key(panel.entry.field, Qt.Key.Key_Return)
    key(panel.entry.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.entry.field.text() == ""
    assert len(records(panel).all(Participant)) == before
    write(panel.entry.field, "Bo")
    key(panel.entry.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.entry.field.text() == "", "what is being typed is taken back by the field itself"


def test_who_is_on_the_list_is_found_there_not_made_again(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "Maria Haglund")
    assert matches(panel) == ["Står redan på listan: Maria Haglund", "Ny: Maria Haglund"]
    before = len(records(panel).all(Participant))
    key(panel.entry.field, Qt.Key.Key_Return)
    assert len(records(panel).all(Participant)) == before
    assert panel.view.current_line().id == named(panel, "Maria Haglund").id
    assert panel.view.hasFocus()


def test_a_person_is_found_though_her_organisation_is_written_too(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "Jonas Öhman, Kansliet")
    assert matches(panel)[0] == "Jonas Öhman · Jurist"


def test_the_arrow_keys_choose_another_match(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "ö")
    assert matches(panel) == ["Jonas Öhman · Jurist", "Åke Öman", "Ny: ö"]
    key(panel.entry.field, Qt.Key.Key_Down)
    key(panel.entry.field, Qt.Key.Key_Down)
    key(panel.entry.field, Qt.Key.Key_Down)
    key(panel.entry.field, Qt.Key.Key_Up)
    key(panel.entry.field, Qt.Key.Key_Return)
    assert named(panel, "Åke Öman").person_id == "aman"


def test_escape_and_an_empty_enter_add_nobody(panel):
    before = len(records(panel).all(Participant))
    panel.entry.setFocus()
    write(panel.entry.field, "ö")
    key(panel.entry.field, Qt.Key.Key_Escape)
    key(panel.entry.field, Qt.Key.Key_Return)
    assert len(records(panel).all(Participant)) == before
    assert not panel.entry.matches.isVisible()


def test_a_click_on_a_match_adds_it(panel):
    panel.entry.setFocus()
    write(panel.entry.field, "åke")
    panel.entry.matches.itemClicked.emit(panel.entry.matches.item(0))
    assert named(panel, "Åke Öman")


def test_an_empty_list_offers_the_roster(qtbot):
    panel = opened(qtbot, norrasa.empty_meeting())
    assert panel.empty.isVisible()
    assert not panel.quorum.isVisible()
    panel.empty.wanted.emit()
    people = records(panel).all(Participant)
    assert [each.name for each in people][:2] == ["Per-Erik Modin", "Maria Haglund"]
    assert all(each.kind is MemberKind.MEMBER for each in people)
    assert panel.confirm.text() == "Bekräfta alla 7 väntade"
    assert panel.view.isVisible()


def test_a_body_without_a_roster_leads_to_the_field(qtbot):
    panel = opened(qtbot, norrasa.empty_meeting())
    body = panel._context.body_bridge
    removals = [
        each for row in body.records.all(Membership) for each in body.records.removal(row.id)
    ]
    body.perform(Group(Message("x"), tuple(removals)))
    panel.view.setFocus()
    panel.empty.wanted.emit()
    assert panel.entry.field.hasFocus()


def test_arrow_keys_pass_over_headings(panel):
    panel.view.look_at("kling")
    key(panel.view, Qt.Key.Key_Down)
    assert panel.view.current_line().id == "nyman"


def test_the_item_looked_at_decides_who_is_there(panel):
    panel._context.selection.select("opening")
    assert panel.count.text() == "5 av 7"
    panel._context.selection.select("")
    press(panel, "sund", Qt.Key.Key_A)  # no item, no arrival
    assert not records(panel).children("sund", Presence)
    panel.actions_of_person.roles.fill("sund")
    panel.actions_of_person.services.fill("kling")


def test_typing_in_the_minutes_refreshes_nothing(panel, qtbot):
    bridge = panel._context.bridge
    bridge.perform(Group(Message("x"), (Insert(Block(id="bl", owner_id="d1")),)))
    with qtbot.assertNotEmitted(panel._model.counted):
        bridge.type(Splice("bl", 0, (), (Span("a"),)), Message("x"))


def test_the_model_keeps_qts_rules(panel):
    tester = QAbstractItemModelTester(
        panel._model, QAbstractItemModelTester.FailureReportingMode.QtTest
    )
    press(panel, "kling", Qt.Key.Key_Delete)
    press(panel, "sund", Qt.Key.Key_Space)
    panel._context.bridge.undo()
    panel._context.bridge.undo()
    tester.deleteLater()


def test_everything_has_a_name(panel):
    said = panel._model.index_of("falk").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Robert Falk, Beslutande, närvarande")
    assert panel.view.accessibleName() == "Närvaro"
    assert panel.entry.field.accessibleName() == "Lägg till någon"
    assert "6 av 7" in panel.count.accessibleName()
    assert panel._model.index_of("falk").data(Qt.ItemDataRole.ToolTipRole)


def test_it_is_drawn(panel):
    press(panel, "falk", Qt.Key.Key_J)
    image = panel.grab().toImage()
    points = ((x, y) for x in range(0, 280, 3) for y in range(0, 760, 3))
    assert len({image.pixelColor(x, y).name() for x, y in points}) > 5


def test_shift_a_notes_that_somebody_arrived_later(panel):
    panel.view.look_at("sund")
    key(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    (presence,) = records(panel).children("sund", Presence)
    assert presence.arrived_late
    assert "anlände senare" in panel.view.current_line().details
    panel.view.look_at("sund")
    key(panel.view, Qt.Key.Key_A)
    (presence,) = records(panel).children("sund", Presence)
    assert (presence.arrived_late, presence.from_item_id) == (False, "digital")


def test_home_and_end_lead_to_the_first_and_the_last_person(panel):
    people = [line.id for line in panel.view._lines.lines if not line.is_heading]
    key(panel.view, Qt.Key.Key_End)
    assert panel.view.current_line().id == people[-1]
    key(panel.view, Qt.Key.Key_Home)
    assert panel.view.current_line().id == people[0]
    key(panel.view, Qt.Key.Key_Down)
    assert panel.view.current_line().id == people[1]
