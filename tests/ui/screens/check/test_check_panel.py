"""The panel of the checks: what it shows, when it looks, how it mends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kcdesk.domain.body import Body
from kcdesk.domain.decision import Ballot
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Splice
from kcdesk.domain.richtext import plain
from kcdesk.services.check.finding import Severity
from kcdesk.services.edit_body import edit_body
from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.screens.check import check_runner
from kcdesk.ui.screens.check.check_panel import CheckPanel
from kcdesk.ui.screens.check.check_runner import PAUSE
from tests.services.check.scene import Scene, no_glyphs_lacking
from tests.ui.screens.meeting import context


def spoilt() -> Scene:
    """A vote too many, no case number, an action without a day."""
    scene = Scene().add(Ballot(id="x", owner_id="vote", participant_id="tea"))
    return scene.set("plan", case_number="").drop("doer")


@pytest.fixture
def opened(qtbot):
    def show(scene: Scene, *, last_paragraph: int = 51):
        desk = context(
            scene.records(), scene.body_records(), today=scene.today, last_paragraph=last_paragraph
        )
        panel = CheckPanel(desk, no_glyphs_lacking)
        badges: list[tuple[int, str]] = []
        panel.badge_changed.connect(lambda count, words: badges.append((count, words)))
        qtbot.addWidget(panel)
        panel.resize(320, 700)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel, desk, badges

    return show


def told(panel: CheckPanel) -> list[str]:
    return [row.card.accessibleName() for row in panel.rows]


def shown(panel: CheckPanel) -> list[str]:
    return [group.heading.text() for group in panel.groups.values() if group.isVisible()]


def test_findings_stand_by_severity_under_sign_and_word(opened) -> None:
    panel, _desk, _badges = opened(spoilt())
    assert shown(panel) == ["Måste (1)", "Bör (1)", "Tips (1)"]
    assert told(panel) == [
        "Måste. § 53: Tea Nord röstade men tjänstgjorde inte.",
        "Bör. § 53: Saknas: diarienummer.",
        "Tips. § 53: ”Skicka” saknar ansvarig.",
    ]
    must = panel.rows[0]
    assert must.card.accessibleDescription() == "Avviker från KL 5:67, 6:30."
    assert must.card.source.text() == "Avviker från KL 5:67, 6:30."
    assert must.fix_button.isVisible()
    assert must.fix_button.accessibleName() == "Ta bort rösten"
    assert not panel.rows[1].fix_button.isVisible()
    assert not panel.all_well.isVisible()
    names = {each.accessibleName() for each in panel.findChildren(QWidget) if _takes_focus(each)}
    assert "" not in names


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


def test_a_clean_meeting_is_told_so(opened) -> None:
    panel, _desk, badges = opened(Scene())
    assert panel.all_well.isVisible()
    assert panel.focusProxy() is panel.all_well
    assert shown(panel) == []
    assert badges[-1] == (0, "")


def test_words_wrap_within_the_panel(opened) -> None:
    panel, _desk, _badges = opened(spoilt().set("tea", name="Tea " + "Nordenskiöld-Wrangel " * 4))
    assert panel.widget().width() <= panel.viewport().width()
    card = panel.rows[0].card
    assert card.height() >= card.heightForWidth(card.width())
    panel.resize(220, 700)
    assert panel.widget().width() <= panel.viewport().width()


def test_the_tab_counts_in_a_draft_what_is_wrong_whatever_is_still_written(opened) -> None:
    scene = spoilt().set("m", state=MeetingState.DRAFT, place="")
    _panel, _desk, badges = opened(scene)
    assert badges[-1] == (1, "1 avvikelse"), "the vote alone: the rest may still be written"
    _panel, _desk, badges = opened(scene.set("m", state=MeetingState.REVIEW))
    assert badges[-1] == (3, "3 avvikelser")


def test_it_looks_again_after_a_pause_and_not_while_somebody_types(qtbot, opened) -> None:
    panel, desk, _badges = opened(Scene())
    assert not panel.runner.is_running
    desk.bridge.type(Splice("opening-text", 0, (), plain("811218-9876 ")), Message("Typing"))
    assert panel.runner.is_running
    assert told(panel) == []
    with qtbot.waitSignal(panel.runner.found, timeout=20 * PAUSE):
        pass
    assert told(panel) == ["Måste. § 52: Ett personnummer: 811218-9876."]


def test_a_change_in_the_midst_throws_away_what_was_found(qtbot, opened, monkeypatch) -> None:
    panel, desk, _badges = opened(Scene())
    monkeypatch.setattr(check_runner, "TURN", -1.0)  # a turn for each step
    runner = panel.runner
    runs: list[int] = []
    runner.found.connect(lambda found: runs.append(len(found)))
    runner._begin()
    runner._go_on()
    assert runner._turn.isActive()
    desk.bridge.perform(set_place(desk.bridge.records, ""))
    assert not runner._turn.isActive()
    with qtbot.waitSignal(runner.found, timeout=20 * PAUSE):
        pass
    assert runs == [1]
    assert told(panel) == ["Bör. Huvud: Mötets plats saknas."]


def test_the_body_and_a_stream_read_anew_are_looked_at(opened) -> None:
    panel, desk, _badges = opened(Scene(), last_paragraph=51)
    body = desk.body_bridge
    body.perform(edit_body(body.records, seats=3))
    assert panel.runner.is_running
    panel.runner.run_now()
    assert told(panel) == ["Bör. § 52: 5 tjänstgör, men organet har 3 platser."]
    assert body.records.root(Body).seats == 3
    desk.shelf._last = 60
    panel.runner.run_now()
    assert len(told(panel)) == 1, "what stands around is not asked for at each change"
    desk.bridge.replaced.emit()
    panel.runner.run_now()
    assert "Bör. Huvud: Börjar med § 52, men föregående sammanträde slutar med § 60." in told(panel)


def test_opening_the_panel_looks_at_once(qtbot, opened) -> None:
    panel, desk, _badges = opened(Scene())
    panel.hide()
    desk.bridge.perform(set_place(desk.bridge.records, ""))
    assert told(panel) == []
    panel.show()
    assert told(panel) == ["Bör. Huvud: Mötets plats saknas."]


def test_enter_leads_to_the_place(qtbot, opened) -> None:
    panel, desk, _badges = opened(spoilt())
    wanted: list[tuple[str, str, str]] = []
    desk.selection.place_wanted.connect(lambda *place: wanted.append(place))
    panel.rows[0].card.setFocus()
    qtbot.keyClick(panel.rows[0].card, Qt.Key.Key_Space)
    assert desk.selection.id == "plan"
    assert wanted == [("item", "vote", "ballots")]


def test_a_fix_is_one_undoable_step_and_the_focus_goes_on(qtbot, opened) -> None:
    panel, desk, badges = opened(spoilt())
    assert panel.focusProxy() is panel.rows[0].card
    panel.rows[0].fix_button.setFocus()
    qtbot.keyClick(panel.rows[0].fix_button, Qt.Key.Key_Space)
    assert "x" not in desk.bridge.records
    assert shown(panel) == ["Bör (1)", "Tips (1)"]
    assert panel.rows[0].card.hasFocus()
    assert badges[-1][0] == 1
    desk.bridge.undo()
    panel.runner.run_now()
    assert shown(panel) == ["Måste (1)", "Bör (1)", "Tips (1)"]


def test_after_the_last_fix_all_is_well(qtbot, opened) -> None:
    panel, _desk, _badges = opened(Scene().set("bo", remote=True))
    qtbot.mouseClick(panel.rows[0].fix_button, Qt.MouseButton.LeftButton)
    assert told(panel) == []
    assert panel.all_well.isVisible()
    assert panel.all_well.hasFocus()


def test_rows_stay_while_their_findings_do(opened) -> None:
    panel, desk, _badges = opened(spoilt())
    before = panel.groups[Severity.PRACTICE].rows[0]
    before.card.setFocus()
    desk.bridge.perform(set_place(desk.bridge.records, ""))
    panel.runner.run_now()
    assert before in panel.groups[Severity.PRACTICE].rows
    assert before.card.hasFocus()


def test_a_meeting_that_was_let_go_is_not_looked_at(opened) -> None:
    panel, desk, _badges = opened(Scene())
    desk.bridge.type(Splice("opening-text", 0, (), plain("811218-9876 ")), Message("Typing"))
    assert panel.runner.is_running
    desk.bridge.detach()
    assert not panel.runner.is_running
