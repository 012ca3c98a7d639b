"""Everything about a participant, set precisely; each change is kept at once."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Recusal
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.i18n import use
from kcdesk.services.edit_attendance import remove_participant
from kcdesk.ui.screens.attendance.attendance_panel import AttendancePanel
from kcdesk.ui.screens.attendance.participant_dialog import ParticipantDialog
from kcdesk.ui.screens.attendance.span_row import _Unknown
from tests.ui.editing import key, write
from tests.ui.screens import norrasa


@pytest.fixture
def context():
    use("sv")
    context = norrasa.context()
    context.selection.select("digital")
    return context


@pytest.fixture
def panel(qtbot, context):
    panel = AttendancePanel(context)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def dialog(panel):
    dialog = panel.open_person("haglund")
    yield dialog
    if isValid(dialog):
        dialog.close()


def person(context):
    return context.bridge.records.get(Participant, "haglund")


def choose(choice, value):
    """Choose a value of a list by its keys."""
    key(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert choice.view().isVisible()
    key(choice.view(), Qt.Key.Key_Home)
    for _step in range(choice._values.index(value)):
        key(choice.view(), Qt.Key.Key_Down)
    key(choice.view(), Qt.Key.Key_Return)
    assert choice.value() == value


def test_enter_on_a_row_opens_it(panel, qtbot):
    panel.view.look_at("sund")
    with qtbot.waitSignal(panel.view.opened) as opened:
        panel.view.open_current()
    assert opened.args == ["sund"]
    panel.findChild(ParticipantDialog).close()


def test_text_fields_are_kept_when_left(dialog, context):
    for field, typed in (("party", "S"), ("title", "Rektor"), ("note", "Kom med barn")):
        text, _label = dialog.form.texts[field]
        write(text, typed)
        key(text, Qt.Key.Key_Return)
        assert getattr(person(context), field) == typed
    assert dialog.isVisible()
    assert dialog.heading.text() == "Maria Haglund (S)"


def test_a_name_is_not_emptied(dialog, context):
    text, _label = dialog.form.texts["name"]
    text.clear()
    key(text, Qt.Key.Key_Return)
    assert person(context).name == "Maria Haglund"


def test_choices_and_distance(dialog, context):
    for field, value in (
        ("standing", Standing.OTHER),
        ("kind", MemberKind.SUBSTITUTE),
        ("attendance", Attendance.EXPECTED),
    ):
        choose(dialog.form.choices[field][0], value)
        assert getattr(person(context), field) is value
    dialog.form.remote.click()
    assert person(context).remote
    dialog.form.remote.click()
    assert not person(context).remote


def test_a_stretch_gets_items_and_times(dialog, context):
    row = dialog.sections["presence"].rows["x1"]
    choose(row.first, "economy")
    row.departure.setText("11.20")
    key(row.departure, Qt.Key.Key_Return)
    choose(row.last, "trip")
    presence = context.bridge.records.get(Presence, "x1")
    assert (presence.from_item_id, presence.until_item_id) == ("economy", "trip")
    assert presence.until_time == ClockTime(time(11, 20))
    assert presence.from_time == ClockTime(time(9, 12))


def test_what_would_end_before_it_begins_is_refused_in_words(dialog, context):
    row = dialog.sections["presence"].rows["x1"]
    choose(row.last, "digital")
    assert not dialog.trouble.isVisible()
    row.last.show_value("opening")
    row.last.chosen.emit()
    assert dialog.trouble.isVisible()
    assert context.bridge.records.get(Presence, "x1").until_item_id == "digital"
    assert row.last.value() == "digital"
    choose(row.last, "trip")
    assert not dialog.trouble.isVisible()


def test_stretches_come_and_go(dialog, context):
    section = dialog.sections["presence"]
    section.add_button.click()
    assert len(section.rows) == 2
    section.rows["x1"].remove_button.click()
    assert "x1" not in context.bridge.records
    assert len(section.rows) == 1


def test_roles_come_change_and_go(dialog, context):
    section = dialog.sections["roles"]
    section.add_button.click()
    added = next(id for id in section.rows if id != "r3")
    assert context.bridge.records.get(Role, added).kind is RoleKind.VICE_CHAIR
    choose(section.rows[added].subject, RoleKind.APPROVER)
    choose(section.rows[added].first, "trip")
    role = context.bridge.records.get(Role, added)
    assert (role.kind, role.from_item_id) == (RoleKind.APPROVER, "trip")
    section.rows[added].remove_button.click()
    assert added not in context.bridge.records


def test_services_come_change_and_go(dialog, context):
    section = dialog.sections["service"]
    section.add_button.click()
    (service,) = context.bridge.records.children("haglund", Service)
    assert service.for_participant_id == "jonsen"
    choose(section.rows[service.id].subject, "wret")
    choose(section.rows[service.id].last, "trip")
    service = context.bridge.records.get(Service, service.id)
    assert (service.for_participant_id, service.until_item_id) == ("wret", "trip")
    section.rows[service.id].remove_button.click()
    assert not context.bridge.records.children("haglund", Service)


def test_recusals_come_change_and_go(dialog, context):
    section = dialog.sections["recusal"]
    section.add_button.click()
    (recusal,) = context.bridge.records.children("digital", Recusal)
    row = section.rows[recusal.id]
    write(row.ground, "sitter i styrelsen")
    key(row.ground, Qt.Key.Key_Return)
    choose(row.subject, "trip")
    (moved,) = context.bridge.records.children("trip", Recusal)
    assert (moved.id, moved.ground) == (recusal.id, "sitter i styrelsen")
    row.remove_button.click()
    assert recusal.id not in context.bridge.records


def test_without_items_there_is_nothing_to_be_recused_from(qtbot):
    context = norrasa.context(norrasa.meeting(Participant(id="solo", owner_id="m", name="Ensam")))
    panel = AttendancePanel(context)
    qtbot.addWidget(panel)
    dialog = panel.open_person("solo")
    dialog.sections["recusal"].add_button.click()
    dialog.sections["service"].add_button.click()
    assert not dialog.sections["recusal"].rows
    assert not dialog.sections["service"].rows
    dialog.close()


def test_it_closes_when_the_participant_goes(dialog, context, qtbot):
    with qtbot.waitSignal(dialog.finished):
        context.bridge.perform(remove_participant(context.bridge.records, "haglund"))


def test_escape_closes_it(panel, qtbot):
    dialog = panel.open_person("sund")
    with qtbot.waitSignal(dialog.finished):
        key(dialog, Qt.Key.Key_Escape)


def test_it_begins_in_the_first_field_and_down_chooses(dialog, context, qtbot):
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.form.texts["name"][0])
    choice = dialog.form.choices["attendance"][0]
    choice.setFocus()
    before = person(context).attendance
    key(choice, Qt.Key.Key_Down)
    assert person(context).attendance is not before
    assert not choice.view().isVisible()


def test_an_arrival_and_a_departure_at_points_that_nobody_knows(dialog, context):
    row = dialog.sections["presence"].rows["x1"]
    choose(row.first, _Unknown.LATE)
    choose(row.last, _Unknown.EARLY)
    presence = context.bridge.records.get(Presence, "x1")
    assert (presence.arrived_late, presence.from_item_id) == (True, None)
    assert (presence.left_early, presence.until_item_id) == (True, None)
    assert (row.first.value(), row.last.value()) == (_Unknown.LATE, _Unknown.EARLY)
    choose(row.first, "economy")
    assert not context.bridge.records.get(Presence, "x1").arrived_late
