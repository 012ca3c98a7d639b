"""How a body's documents look, chosen in its settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from kcdesk import i18n
from kcdesk.domain.body import Body, HeadingWord, ItemPart, Theme
from kcdesk.domain.logo import logo_of
from kcdesk.ui.screens.bodies.look_form import LookForm
from tests.documents.logos import SVG, png
from tests.ui.screens.meeting import body, context, meeting

K = Qt.Key


@pytest.fixture
def form(qtbot):
    i18n.use("en")
    desk = context(meeting(), body())
    made = LookForm(desk.body_bridge)
    desk.body_bridge.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made, desk
    i18n.use("sv")


def held(desk) -> Body:
    return desk.body.root(Body)


def write(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, K.Key_Backspace)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, K.Key_Return)


def test_a_theme_is_chosen_with_the_keyboard(form, qtbot) -> None:
    made, desk = form
    made.theme.setFocus()
    qtbot.keyClick(made.theme, K.Key_Down)
    assert held(desk).theme is Theme.MODERN


def test_an_accent_is_checked_while_it_is_chosen(form, qtbot) -> None:
    made, desk = form
    write(qtbot, made.accent, "#1D4E89")
    assert held(desk).accent == "#1d4e89"
    assert "readable (WCAG AA)" in made.contrast.text()
    write(qtbot, made.accent, "#ffee88")
    assert "too faint" in made.contrast.text()
    write(qtbot, made.accent, "green")
    assert "no colour" in made.contrast.text()
    assert held(desk).accent == "#ffee88"
    write(qtbot, made.accent, "")
    assert held(desk).accent == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", SVG),
        ("plain.svg", SVG.replace(b"<image", b"<desc")),
        ("logo.png", png()),
    ],
)
def test_a_logo_is_taken_shown_and_removed(form, qtbot, tmp_path, name, content) -> None:
    made, desk = form
    (tmp_path / name).write_bytes(content)
    made.take_logo(str(tmp_path / name))
    assert logo_of(held(desk).logo).content == content
    assert made.picture.pixmap().isNull() is (b"<image" in content)
    write(qtbot, made.logo_text, "A mountain")
    assert held(desk).logo_text == "A mountain"
    made.remove_button.setFocus()
    qtbot.keyClick(made.remove_button, K.Key_Space)
    assert held(desk).logo == ""


def test_what_is_no_picture_is_refused_with_a_reason(form, tmp_path) -> None:
    made, desk = form
    (tmp_path / "logo.txt").write_text("no")
    made.take_logo(str(tmp_path / "logo.txt"))
    box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
    assert "logo.txt cannot be the logo" in box.text() + box.informativeText()
    box.close()
    assert held(desk).logo == ""


def test_the_order_of_the_parts_is_moved_by_keys(form, qtbot) -> None:
    made, desk = form
    before = held(desk).part_order
    made.order.list.setFocus()
    made.order.list.setCurrentRow(1)
    qtbot.keyClick(made.order.list, K.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert held(desk).part_order == (before[1], before[0], *before[2:])


def test_headings_are_worded_changed_and_given_back(form, qtbot) -> None:
    made, desk = form
    field = made.words[ItemPart.DECISIONS]
    for text in ("Resolved", "It was resolved", ""):
        write(qtbot, field, text)
        rows = desk.body.children(desk.body.root_id, HeadingWord)
        assert [row.text for row in rows] == ([text] if text else [])
    assert made.words[ItemPart.VOTES].accessibleName() == "Heading: Votes"
