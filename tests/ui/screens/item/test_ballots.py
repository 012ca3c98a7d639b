"""A roll call is noted as fast as names are called: one letter each, and the next one's turn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.ui.screens.item.ballot_grid import BallotGrid
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.vote_part import VotePart
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context

K = Qt.Key


@pytest.fixture
def grid(qtbot: QtBot) -> BallotGrid:
    panel = ItemPanel(context(Vote(id="v", owner_id="empty", position="V")))
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.context.selection.select("empty")
    part = panel.sheet.parts["v"]
    assert isinstance(part, VotePart)
    return part.ballots


def given(grid: BallotGrid) -> dict[str, Choice]:
    ballots = grid._editing.records.children("v", Ballot)
    return {each.participant_id: each.choice for each in ballots}


def here(grid: BallotGrid) -> tuple[str, Choice]:
    focus = QApplication.focusWidget()
    return next(key for key, each in grid.buttons.items() if each is focus)


def test_letters_vote_line_by_line(grid: BallotGrid) -> None:
    grid.buttons["p0", Choice.YES].setFocus()
    for letter in "jNaj":
        write(QApplication.focusWidget(), letter)
    assert given(grid) == {
        "p0": Choice.YES, "p1": Choice.NO, "p2": Choice.ABSTAIN, "p3": Choice.YES,
    }  # fmt: skip
    assert here(grid) == ("p4", Choice.YES)
    grid._editing.context.bridge.undo()
    assert "p3" not in given(grid), "each is a step of its own"


def test_a_letter_once_more_leaves_the_ballot_and_the_last_line_is_the_last(
    grid: BallotGrid,
) -> None:
    last = list(grid._names)[-1]
    grid.buttons[last, Choice.NO].setFocus()
    for _ in range(2):
        write(QApplication.focusWidget(), "n")
    assert given(grid) == {last: Choice.NO}
    assert here(grid) == (last, Choice.NO)
    write(QApplication.focusWidget(), "j")
    assert given(grid) == {last: Choice.YES}


def test_arrows_go_from_line_to_line_and_choice_to_choice(grid: BallotGrid) -> None:
    grid.buttons["p0", Choice.YES].setFocus()
    for which, place in (
        (K.Key_Down, ("p1", Choice.YES)),
        (K.Key_Right, ("p1", Choice.NO)),
        (K.Key_Right, ("p1", Choice.ABSTAIN)),
        (K.Key_Right, ("p1", Choice.ABSTAIN)),
        (K.Key_Up, ("p0", Choice.ABSTAIN)),
        (K.Key_Left, ("p0", Choice.NO)),
    ):
        key(QApplication.focusWidget(), which)
        assert here(grid) == place
    key(QApplication.focusWidget(), K.Key_Space)
    assert given(grid) == {"p0": Choice.NO}


def test_the_letters_are_told_beneath(grid: BallotGrid) -> None:
    assert grid._hint.isVisible()
    assert grid._hint.text().replace("\u00a0", " ") == "J ja · N nej · A avstår"
