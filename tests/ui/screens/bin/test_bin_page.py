"""What was deleted waits in the bin, and comes back from there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.system.clock import SystemClock
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.screens.bin.bin_page import BinPage


@pytest.fixture
def page(library, theme, qtbot):
    library.discard(library.meetings()[0].id)
    sessions = SessionPool(library)
    made = BinPage(LibraryContext(library, library, sessions, SystemClock(), None))
    sessions.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def button(page) -> QPushButton:
    return page.rows.findChild(QPushButton)


def test_a_deleted_meeting_is_listed_and_comes_back(page, library, qtbot) -> None:
    said = " ".join(each.text() for each in page.rows.findChildren(QLabel))
    assert "Möte" in said
    assert "12 november 2026" in said
    assert not page.empty.isVisible()
    with qtbot.waitSignal(page.restored) as told:
        button(page).click()
    assert told.args == [library.meetings()[0].id]
    assert page.empty.isVisible()


def test_what_cannot_come_back_is_said(page, library, monkeypatch) -> None:
    def refuse(_id: str) -> None:
        raise UserFacingError(Message("{name} is open for reading only.", {"name": "a"}))

    monkeypatch.setattr(library, "restore", refuse)
    button(page).click()
    box = page.findChild(QMessageBox)
    assert box.isVisible()
    box.close()
    assert not page.empty.isVisible()
