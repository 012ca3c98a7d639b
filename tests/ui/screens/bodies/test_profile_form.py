"""A body's profile: each field is kept as it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from kcdesk.domain.body import Body, Regime
from kcdesk.services.edit_body import edit_body
from kcdesk.ui.screens.bodies.profile_form import ProfileForm
from tests.ui.editing import bridge_over


def test_decision_makers_are_grouped_by_organisation_where_that_is_ticked(qtbot: QtBot) -> None:
    bridge = bridge_over([Body(id="b", name="Styrelsen", regime=Regime.BOARD)])
    form = ProfileForm(bridge)
    qtbot.addWidget(form)
    bridge.changed.connect(form.refresh)
    box = box_of(form, "Gruppera beslutande efter organisation")
    assert not box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert bridge.records.root(Body).group_by_organisation
    bridge.session.undo()
    assert not box.isChecked()
    assert not bridge.records.root(Body).group_by_organisation


def box_of(form: ProfileForm, name: str) -> QCheckBox:
    boxes = {each.accessibleName(): each for each in form.findChildren(QCheckBox)}
    return boxes[name]


def test_whether_one_who_left_may_serve_again_is_for_formal_bodies(qtbot: QtBot) -> None:
    bridge = bridge_over([Body(id="b", name="Fullmäktige", regime=Regime.COUNCIL)])
    form = ProfileForm(bridge)
    qtbot.addWidget(form)
    bridge.changed.connect(form.refresh)
    box = box_of(form, "Åter i tjänst (KL 5:20)")
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not bridge.records.root(Body).may_serve_again
    bridge.session.undo()
    assert box.isChecked()


def test_that_an_utskott_only_prepares_is_asked_of_an_utskott_alone(qtbot: QtBot) -> None:
    bridge = bridge_over([Body(id="b", name="Arbetsutskottet", regime=Regime.SUBCOMMITTEE)])
    form = ProfileForm(bridge)
    qtbot.addWidget(form)
    form.show()
    bridge.changed.connect(form.refresh)
    box = box_of(form, "Enbart beredande (KL 13:2)")
    assert box.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert bridge.records.root(Body).only_prepares
    bridge.session.undo()
    assert not box.isChecked()
    bridge.perform(edit_body(bridge.records, regime=Regime.BOARD))
    assert not box.isVisible()
