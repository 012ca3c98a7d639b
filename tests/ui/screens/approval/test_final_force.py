"""Laga kraft by hand: confirmed once it can be, appeals and parties noted, each day explained."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kcdesk import i18n
from kcdesk.domain.approval import Approval, DateKey, Notice
from kcdesk.domain.body import RoleKind
from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.final_force import Appeal, Delivery, FinalForce
from kcdesk.domain.participant import Role
from kcdesk.domain.profile import profile
from kcdesk.domain.regime import Regime
from kcdesk.ui.screens.approval import ApprovalPanel
from kcdesk.ui.screens.head.next_day import next_days
from tests.ui.screens.meeting import body, context, meeting

APPROVAL = Approval(id="a", owner_id="m", position="V", approved_on=date(2026, 11, 24))
BOARD = Notice(id="n", owner_id="a", position="V", board="Webben", posted_on=date(2026, 11, 25))
SECRETARY = Role(id="r", owner_id="p0", position="V", kind=RoleKind.SECRETARY)
OVER, RUNNING = date(2026, 12, 18), date(2026, 12, 1)


@pytest.fixture
def shown(qtbot):
    i18n.use("en")

    def show(*rows, today=OVER, **fields):
        desk = context(meeting(*rows, first_paragraph=52), body(**fields), today=today)
        panel = ApprovalPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(400, 1200)
        panel.show()
        return panel, desk

    yield show
    i18n.use("sv")


def write(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    for letter in text:
        qtbot.keyClick(line, letter)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_there_is_nothing_to_know_before_the_notice_is_up(shown):
    panel, _desk = shown(APPROVAL, Notice(id="n", owner_id="a"))
    card = panel.cards.rows["a"]
    assert not card.force.isVisible()
    assert card.date_rows[DateKey.FINAL_FORCE].name_label.text() == "Legal force at the earliest"


def test_while_the_time_runs_it_is_only_the_earliest_day(shown):
    panel, _desk = shown(APPROVAL, BOARD, today=RUNNING)
    force = panel.cards.rows["a"].force
    assert force.state_label.text().startswith("At the earliest Thursday 17 December 2026")
    assert not force.confirm_button.isVisible()
    assert force.appeal_button.isVisible()


def test_the_secretary_confirms_and_may_take_it_back(qtbot, shown):
    panel, desk = shown(APPROVAL, BOARD, SECRETARY)
    card = panel.cards.rows["a"]
    row = card.date_rows[DateKey.FINAL_FORCE]
    assert row.note_label.text() == "◷ To be confirmed"
    assert card.force.name_edit.text() == "Maria Haglund"
    write(qtbot, card.force.name_edit, "")
    assert "somebody" in card.force.trouble_label.text()
    write(qtbot, card.force.name_edit, "Lisa")
    (said,) = desk.bridge.records.all(FinalForce)
    assert (said.confirmed_on, said.confirmed_by) == (OVER, "Lisa")
    assert row.name_label.text() == "Legal force"
    assert row.note_label.text() == "Nobody has appealed"
    assert card.force.state_label.text() == "Nobody has appealed: confirmed 2026-12-18 by Lisa."
    assert not card.force.confirm_button.isVisible()
    card.force.withdraw_button.click()
    assert desk.bridge.records.all(FinalForce) == ()
    assert card.force.confirm_button.isVisible()


def test_an_appeal_names_its_items_court_and_days(qtbot, shown):
    panel, desk = shown(APPROVAL, BOARD)
    force = panel.cards.rows["a"].force
    force.appeal_button.click()
    (row,) = force.appeals.rows.values()
    assert row.items_button.text() == "Appealed: all decisions"
    row.items_menu.aboutToShow.emit()
    actions = row.items_menu.actions()
    assert actions[0].text() == "§\N{NO-BREAK SPACE}52  Mötets öppnande"
    actions[2].trigger()
    assert row.items_button.text() == "Appealed: §\N{NO-BREAK SPACE}54"
    write(qtbot, row.note_edit, "FR i Umea, 123-26")
    write(qtbot, row.received_edit, "15 dec")
    write(qtbot, row.settled_edit, "18 dec")
    (appeal,) = desk.bridge.records.all(Appeal)
    assert (appeal.items, appeal.note) == (("i2",), "FR i Umea, 123-26")
    assert (appeal.received_on, appeal.settled_on) == (date(2026, 12, 15), date(2026, 12, 18))
    force.name_edit.setText("Lisa")
    force.confirm_button.click()
    assert force.state_label.text().startswith("No more appeals")
    row.items_menu.aboutToShow.emit()
    row.items_menu.actions()[2].trigger()
    assert row.items_button.text() == "Appealed: all decisions"
    row.remove_button.click()
    assert desk.bridge.records.all(Appeal) == ()


ADMINISTRATIVE = Decision(id="d", owner_id="i2", appeal=AppealRoute.ADMINISTRATIVE)


def test_parties_are_shown_where_a_decision_is_appealed_by_them(shown):
    panel, _desk = shown(APPROVAL)
    assert not panel.deliveries.isVisible()
    panel, _desk = shown(APPROVAL, ADMINISTRATIVE)
    assert panel.deliveries.isVisible()
    (part,) = panel.deliveries.decisions.rows.values()
    assert part.title_label.text() == "§\N{NO-BREAK SPACE}54  Ekonomisk lägesrapport"


def test_each_party_counts_from_its_own_day(qtbot, shown):
    panel, desk = shown(APPROVAL, ADMINISTRATIVE, SECRETARY, today=date(2026, 12, 22))
    (part,) = panel.deliveries.decisions.rows.values()
    part.add_button.click()
    (row,) = part.column.rows.values()
    write(qtbot, row.party_edit, "Berit")
    write(qtbot, row.how_edit, "brev")
    assert "begin when she gets" in row.state_label.text()
    write(qtbot, row.delivered_edit, "30 nov")
    assert row.state_label.text().startswith("Last day to appeal Mon 21 Dec; legal force Tue 22")
    assert not row.why_label.isVisibleTo(row)
    row.unfold.setFocus()
    qtbot.keyClick(row.unfold, Qt.Key.Key_Space)
    assert row.why_label.isVisibleTo(row)
    assert "The last day to appeal is Monday 21 December 2026." in row.why_label.text()
    assert "FL 44" in row.why_label.text()
    row.confirm_button.click()
    (held,) = desk.bridge.records.all(Delivery)
    assert (held.party, held.how, held.confirmed_by) == ("Berit", "brev", "Maria Haglund")
    assert row.state_label.text().startswith("Legal force since 2026-12-22")
    row.withdraw_button.click()
    write(qtbot, row.appealed_edit, "20 dec")
    assert row.state_label.text() == "Appealed 2026-12-20: no legal force yet."
    assert row.appealed_edit.accessibleName() == "Day on which Berit appealed"
    row.remove_button.click()
    assert desk.bridge.records.all(Delivery) == ()


def test_without_a_name_nobody_confirms_for_a_party(shown):
    got = Delivery(id="x", owner_id="m", decision_id="d", delivered_on=date(2026, 11, 20))
    panel, desk = shown(APPROVAL, ADMINISTRATIVE, got)
    (part,) = panel.deliveries.decisions.rows.values()
    row = part.column.rows["x"]
    row.confirm_button.click()
    assert "somebody" in row.state_label.text()
    assert desk.bridge.records.get(Delivery, "x").confirmed_on is None


@pytest.mark.parametrize("regime", [Regime.SUBCOMMITTEE, Regime.COMMITTEE])
def test_of_an_utskott_that_only_prepares_no_word_of_appeals_is_said(shown, regime):
    panel, desk = shown(APPROVAL, BOARD, regime=regime, only_prepares=True)
    card, prepares = panel.cards.rows["a"], regime is Regime.SUBCOMMITTEE
    for key in (DateKey.LAST_APPEAL_DAY, DateKey.FINAL_FORCE):
        assert card.date_rows[key].isHidden() is prepares
    assert not card.date_rows[DateKey.TAKE_DOWN].isHidden()
    assert card.force.isHidden() is prepares
    spoken = card.timeline.accessibleDescription()
    assert ("Last day" in spoken) is not prepares
    held = profile(desk.body, desk.bridge.records)
    chips = {each.key for each in next_days(desk.bridge.records, held, desk.calendar, RUNNING)}
    assert (DateKey.LAST_APPEAL_DAY in chips) is not prepares
    assert DateKey.TAKE_DOWN in chips
