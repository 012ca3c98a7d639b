"""A form: labels stand on the line of what is written beside them, fields begin at one edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from kcdesk.ui.qt.theme import SMALL, ColorMode, apply_theme, current_colors
from kcdesk.ui.widgets.field import NumberField, TextField
from kcdesk.ui.widgets.labelled_form import LabelledForm


@pytest.fixture
def form(qtbot, theme):
    page = QWidget()
    form = LabelledForm(page)
    qtbot.addWidget(page)
    box = QComboBox()
    box.addItem("Ett")
    for words, field in (
        ("Namn", TextField("t.ex. någon")),
        ("Platser", NumberField(9, "okänt")),
        ("Numrering", box),
        ("På distans", QCheckBox("några")),
    ):
        form.add_field(words, field)
    page.resize(420, 300)
    with qtbot.waitExposed(page):
        page.show()
    yield form
    page.close()


def lines(form):
    for row in range(form.rowCount()):
        label = form.itemAt(row, form.ItemRole.LabelRole).widget()
        yield label, form.itemAt(row, form.ItemRole.FieldRole).widget()


def baseline(widget: QWidget, area: QRect) -> float:
    metrics = widget.fontMetrics()
    top = widget.mapTo(widget.window(), area.topLeft()).y()
    return top + (area.height() - metrics.height()) / 2 + metrics.ascent()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_a_label_stands_on_the_line_of_its_field(form, qapp, qtbot, scale) -> None:
    apply_theme(qapp, ColorMode.LIGHT, scale)
    for label, _field in lines(form):
        wanted = round(SMALL * scale)
        qtbot.waitUntil(lambda label=label, wanted=wanted: label.font().pixelSize() == wanted)
    for label, field in lines(form):
        off = baseline(label, label.contentsRect()) - baseline(field, field.rect())
        assert abs(off) <= 1.5, label.text()


def test_fields_are_as_high_as_one_another(form) -> None:
    heights = [field.height() for _label, field in lines(form) if not isinstance(field, QCheckBox)]
    assert max(heights) - min(heights) <= 1


def test_what_is_written_begins_at_one_edge(form) -> None:
    found = [field for _label, field in lines(form)]
    number = found[1].lineEdit()
    text = found[0].cursorRect().x() + found[0].cursorRect().width() // 2
    shown = number.mapTo(found[1], QPoint()).x() + number.textMargins().left() + 2
    assert abs(shown - text) <= 1


def test_a_label_leads_to_its_field_or_the_first_of_several(form) -> None:
    assert all(label.buddy() is field for label, field in lines(form))
    row, first = QHBoxLayout(), QPushButton("Välj")
    row.addWidget(first)
    assert form.add_field("Mapp", row, for_=first).buddy() is first
    assert form.add_field("", QLabel("bara text")).buddy() is None


def test_what_a_choice_says_before_it_is_made_can_be_read(qtbot, theme) -> None:
    """Qt would draw it at half its strength, below the 4.5 : 1 of WCAG."""
    box = QComboBox(placeholderText="Lägg till justerare")
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    shown = box.palette().placeholderText().color()
    assert (shown.name(), shown.alpha()) == (current_colors().soft, 255)
