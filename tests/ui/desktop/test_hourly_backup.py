"""The running program keeps a recent copy of the library, elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from kcdesk.domain.body import Body
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.storage.backup import Backups
from kcdesk.storage.library_file import LibraryFile
from tests.ui.pressing import press


class Hours:
    """Backups of the real kind by a clock that is set by hand."""

    def __init__(self, root: Path) -> None:
        self.now = datetime(2026, 11, 12, 8, tzinfo=UTC)
        self.threads: list[threading.Thread] = []
        self._root = root

    def of(self, library: Path) -> Backups:
        return Backups(self._root, library, lambda: self.now)

    def back_up(self, library: Path, copy_to: Callable[[Path], None]) -> None:
        self.threads.append(threading.current_thread())
        self.of(library).make_if_due(copy_to)


@pytest.fixture
def hours(desktop, tmp_path_factory) -> Hours:
    made = Hours(tmp_path_factory.mktemp("backups"))
    desktop.backup._back_up = made.back_up
    return made


def look(desktop, qtbot) -> None:
    with qtbot.waitSignal(desktop.backup._runner.started) as started:
        desktop.backup._timer.timeout.emit()
    with qtbot.waitSignal(started.args[0].ended):
        pass


def test_a_backup_is_made_every_hour_off_the_gui_thread(desktop, hours, qtbot, sample_path) -> None:
    desktop.start(sample_path)
    assert desktop.backup._timer.isActive()
    look(desktop, qtbot)
    look(desktop, qtbot)
    backups = hours.of(sample_path)
    assert len(backups.all()) == 1
    hours.now += timedelta(hours=1)
    look(desktop, qtbot)
    assert len(backups.all()) == 2
    assert sample_path.parent not in backups.all()[0].parents
    assert threading.main_thread() not in hours.threads


def test_the_last_one_is_made_at_close_with_what_was_being_typed(
    desktop, hours, sample_path
) -> None:
    desktop.start(sample_path)
    body_id = desktop.library.bodies()[0].id
    desktop.window.open_body(body_id)
    desktop.window.activateWindow()
    desktop.wait(desktop.window.isActiveWindow)
    field = desktop.window._stack.currentWidget()._profile._texts["case_prefix"]
    field.setFocus()
    field.clear()
    press(field, "SF")
    desktop.window.close()
    (made,) = hours.of(sample_path).all()
    copy = LibraryFile.open(made)
    assert copy.load(body_id).root(Body).case_prefix == "SF"
    copy.close()
    assert not desktop.backup._timer.isActive()


def test_a_backup_that_fails_is_said_once_and_may_be_explained(desktop, qtbot, sample_path) -> None:
    def refuse(_library: Path, _copy_to: object) -> None:
        raise UserFacingError(Message("No backup could be made of the library."))

    desktop.backup._back_up = refuse
    desktop.start(sample_path)
    look(desktop, qtbot)
    bar = desktop.window.bar
    assert bar.isVisible()
    bar._button.click()
    (box,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMessageBox) and each.isVisible()
    ]
    box.close()
    look(desktop, qtbot)
    assert not bar.isVisible()
    desktop.backup._back_up = lambda _library, _copy_to: None
    look(desktop, qtbot)
    desktop.backup._back_up = refuse
    look(desktop, qtbot)
    assert bar.isVisible()


def test_a_library_that_may_only_be_read_needs_none(desktop, hours, sample_path) -> None:
    desktop.ports = replace(
        desktop.ports, open_library=lambda path: LibraryFile.open(path, reading=True)
    )
    desktop.start(sample_path)
    assert not desktop.backup._timer.isActive()
    desktop.window.close()
    assert not hours.threads


def test_backups_lie_in_the_folder_of_the_user(sample_path) -> None:
    from kcdesk import app
    from kcdesk.backup_desk import backups_of
    from kcdesk.paths import user_data

    library = LibraryFile.open(sample_path)
    app._back_up(sample_path, library.copy_to)
    library.close()
    (made,) = backups_of(sample_path).all()
    assert user_data() in made.parents
