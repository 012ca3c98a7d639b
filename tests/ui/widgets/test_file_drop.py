"""Files let fall on a panel; everything else is none of its business."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget

from kcdesk.ui.widgets.file_drop import FileDrop, local_files
from tests.ui.dropping import COPY, drop, mime


@pytest.fixture
def widget(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_files_fall_and_stay_where_they_were(widget: QWidget, tmp_path: Path) -> None:
    taken: list[list[str]] = []
    FileDrop(widget).dropped.connect(taken.append)
    one, two = tmp_path / "Bilaga å.pdf", tmp_path / "b.docx"
    event = drop(widget, mime(*(QUrl.fromLocalFile(str(each)).toString() for each in (one, two))))
    assert event.isAccepted()
    assert event.dropAction() is COPY
    assert taken == [[str(one), str(two)]]


@pytest.mark.parametrize(
    "data", [mime("https://exempel.se/plan.pdf"), mime(text="några ord"), mime("file:///mapp/")]
)
def test_what_is_no_file_does_not_fall_here(widget: QWidget, data: QMimeData) -> None:
    taken: list[list[str]] = []
    FileDrop(widget).dropped.connect(taken.append)
    assert not drop(widget, data).isAccepted()
    assert taken == []
    assert local_files(data) == []
