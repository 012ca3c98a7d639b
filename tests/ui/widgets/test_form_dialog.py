"""A dialog of fields: whole where there is room, scrolled on a low screen, never off it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QScrollArea, QWidget

from kcdesk.ui.widgets import form_dialog
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.ui.widgets.screen_room import within_screen


def asked(qtbot, monkeypatch, rows: int, room: QSize) -> tuple[FormDialog, list[QLineEdit]]:
    """Return a dialog of so many fields on a screen with so much room."""
    monkeypatch.setattr(form_dialog, "within_screen", lambda _widget, size: size.boundedTo(room))
    dialog = FormDialog("Nytt", "Skapa")
    qtbot.addWidget(dialog)
    fields = [QLineEdit() for _row in range(rows)]
    for row, field in enumerate(fields):
        dialog.add_row(f"Fält {row}", field)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog, fields


def bar(dialog: FormDialog):
    return dialog.findChild(QScrollArea).verticalScrollBar()


def is_seen(field: QWidget) -> bool:
    return field.visibleRegion().boundingRect().height() == field.height()


def test_where_there_is_room_nothing_scrolls(qtbot, monkeypatch, theme) -> None:
    dialog, fields = asked(qtbot, monkeypatch, 8, QSize(1264, 680))
    assert bar(dialog).maximum() == 0
    assert all(map(is_seen, fields))
    buttons = dialog.findChild(QDialogButtonBox)
    last = fields[-1].mapTo(dialog, QPoint(0, fields[-1].height())).y()
    assert buttons.y() - last >= 16
    dialog.close()


def test_on_a_screen_of_1280_x_720_at_200_percent_the_fields_scroll(
    qtbot, monkeypatch, theme
) -> None:
    dialog, fields = asked(qtbot, monkeypatch, 12, QSize(624, 320))
    assert dialog.height() <= 320
    assert dialog.width() <= 624
    assert dialog.accept_button.visibleRegion().boundingRect().height() > 20
    fields[0].setFocus()
    for field in fields[1:]:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is field
        assert is_seen(field)
    dialog.close()


def test_it_grows_with_a_field_that_joins(qtbot, monkeypatch, theme) -> None:
    dialog, fields = asked(qtbot, monkeypatch, 6, QSize(1264, 680))
    dialog.show_row(fields[0], shown=False)
    before = dialog.height()
    more = QLineEdit()
    dialog.add_row("Ännu ett", more)
    dialog.show_row(fields[0], shown=True)
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: bar(dialog).maximum() == 0)
    dialog.close()


@pytest.mark.parametrize("wanted", [QSize(100, 80), QSize(4000, 4000)])
def test_no_window_is_larger_than_its_screen(qtbot, wanted) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    room, given = widget.screen().availableSize(), within_screen(widget, wanted)
    assert given.width() < room.width()
    assert given.height() < room.height()
    assert given == wanted or wanted.width() > room.width()
