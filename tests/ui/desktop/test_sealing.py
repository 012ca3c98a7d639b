"""In the real window: PDFs to sign are made and kept, seals are checked, drafts destroyed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kcdesk.documents import render
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.action import ActionOwner, ActionState
from kcdesk.domain.approval import Approval
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant
from kcdesk.services.edit_action import set_owner_state
from kcdesk.services.edit_approval import set_approved
from kcdesk.services.edit_meeting import set_place
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.sealing_actions import SealingActions
from kcdesk.ui.qt import signing
from kcdesk.ui.qt.opened_copy import new_copy
from kcdesk.ui.widgets.busy_dialog import BusyDialog
from tests.documents.reading import hear
from tests.storage.signed import DAY
from tests.ui.desktop.test_library_in_use import boxes


@pytest.fixture
def opened(desktop, sample_path, qtbot):
    desktop.start(sample_path)
    actions = next(each for each in desktop.window.children() if isinstance(each, SealingActions))
    return desktop, actions, desktop.window.meeting


def approvals(meeting) -> list[str]:
    records = meeting.bridge.records
    return [each.id for each in records.children(records.root_id, Approval)]


def prints(desktop, meeting) -> list[bool]:
    versions = meeting.shelf.sealer.versions(meeting.bridge.records.root_id)
    return [bool(each.internal_sha256) for each in versions]


def test_the_pdfs_to_sign_are_made_in_the_background(opened, qtbot) -> None:
    desktop, _actions, meeting = opened
    for id in approvals(meeting):
        signing.send(meeting, id)
    qtbot.waitUntil(lambda: prints(desktop, meeting) == [True, True], timeout=20_000)
    (first, _) = meeting.shelf.sealer.versions(meeting.bridge.records.root_id)
    pdf = meeting.shelf.read_file(first.internal_sha256)
    assert pdf.startswith(b"%PDF")
    known = meeting.shelf.sealer.recognised(pdf + b"signed")
    assert known is not None
    assert not known.is_whole


def test_they_are_kept_though_the_window_is_closed_at_once(opened, sample_path, qtbot) -> None:
    desktop, _actions, meeting = opened
    signing.send(meeting, approvals(meeting)[1])
    meeting_id = meeting.bridge.records.root_id
    assert desktop.close_library()
    qtbot.wait(1)  # what the task still had to say comes now
    library = LibraryFile.open(sample_path)
    (text,) = library.sealer.versions(meeting_id)
    library.close()
    assert text.internal_sha256


def test_those_that_a_crash_kept_from_being_made_are_made_later(opened, qtbot) -> None:
    desktop, _actions, meeting = opened
    rest = approvals(meeting)[1]
    today = meeting.clock.today()
    from kcdesk.services.sign_minutes import sending

    records = meeting.bridge.records
    meeting.shelf.sealer.send(records.root_id, rest, sending(records, rest, today), today)
    assert prints(desktop, meeting) == [False]
    meeting.bridge.reload()
    qtbot.waitUntil(lambda: prints(desktop, meeting) == [True], timeout=20_000)


def test_the_window_reads_a_seal_once_and_tells_the_paragraph_from_it(opened) -> None:
    desktop, _actions, meeting = opened
    assert meeting.bundle().sealed == ()
    at_once, rest = approvals(meeting)
    signing.send(meeting, at_once)
    (content,) = meeting.sealed
    records = meeting.bridge.records
    (who,) = (each for each in records.all(Participant) if each.name == "Helén Sund")
    named = records.setting(who.id, "name", "Helén Sund-Falk")
    meeting.bridge.perform(Group(Message("x"), named))
    assert meeting.bundle().sealed[0] is content
    text = hear(render(usual_job(meeting.bundle(), SwedishCalendar())).pdf).text
    assert "Helén Sund (S) lämnar" in text
    signing.send(meeting, rest)
    assert len(meeting.sealed) == 2
    desktop.window.tasks.wait()


def test_an_edit_of_what_is_out_is_refused_in_the_passing_bar(opened) -> None:
    desktop, _actions, meeting = opened
    signing.send(meeting, approvals(meeting)[1])
    meeting.bridge.perform(set_place(meeting.bridge.records, "Annan sal"))
    assert "ute för underskrift" in desktop.window.bar._text.text()
    assert "Ta först tillbaka den" in desktop.window.bar._text.text()
    desktop.window.tasks.wait()


def sealed(meeting) -> None:
    for id in approvals(meeting):
        meeting.bridge.perform(set_approved(meeting.bridge.records, id, DAY))
        signing.seal(meeting, id)


def test_the_seals_are_checked(opened, qtbot, sample_path) -> None:
    desktop, actions, meeting = opened
    sealed(meeting)
    actions.verify()
    qtbot.waitUntil(lambda: "Allt i biblioteket är som" in desktop.window.bar._text.text())
    other = sqlite3.connect(sample_path, isolation_level=None)
    other.execute("DROP TRIGGER guard_item_update")
    other.execute("UPDATE item SET title = replace(title, 'a', 'e')")
    other.close()
    actions.verify()
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "inte" in box.text()
    assert "Skyddet för förseglade texter har tagits bort" in box.informativeText()
    box.close()


@pytest.mark.parametrize("wanted", [True, False])
def test_drafts_are_destroyed_only_when_that_is_confirmed(opened, qtbot, wanted) -> None:
    desktop, actions, meeting = opened
    replaced: list[object] = []
    desktop.ports = replace(
        desktop.ports, replace_backups=lambda path, copy_to: replaced.append(path)
    )
    sealed(meeting)
    qtbot.waitUntil(lambda: prints(desktop, meeting) == [True, True], timeout=20_000)
    actions.ask_to_clear()
    (box,) = boxes()
    assert "TF 2:12" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    name = "Radera för gott" if wanted else "Avbryt"
    next(each for each in box.buttons() if each.text() == name).click()
    history = desktop.library.history
    if wanted:
        qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
        qtbot.waitUntil(lambda: "raderades för gott" in desktop.window.bar._text.text())
    gone = [each.group is None for each in history(meeting.bridge.records.root_id)]
    assert any(gone) is wanted
    assert bool(replaced) is wanted


def test_what_is_edited_while_the_backups_are_replaced_is_saved(opened, qtbot) -> None:
    desktop, actions, meeting = opened
    begun, may_end = Event(), Event()

    def slowly(_library: Path, _copy_to: object) -> None:
        begun.set()
        assert may_end.wait(20)

    desktop.ports = replace(desktop.ports, replace_backups=slowly, other_copies=None)
    sealed(meeting)
    qtbot.waitUntil(lambda: prints(desktop, meeting) == [True, True], timeout=20_000)
    actions.clear(meeting.bridge.records.root_id)
    busy = desktop.window.findChild(BusyDialog)
    assert busy.isModal()
    QTest.keyClick(busy, Qt.Key.Key_Escape)
    busy.close()
    assert busy.isVisible()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    records = meeting.bridge.records
    owner = records.all(ActionOwner)[0]
    meeting.bridge.perform(set_owner_state(records, owner.id, ActionState.DROPPED))
    may_end.set()
    qtbot.waitUntil(lambda: "raderades för gott" in desktop.window.bar._text.text())
    desktop.library.drain()
    stored = desktop.library.load(records.root_id)
    assert stored.get(ActionOwner, owner.id).state is ActionState.DROPPED
    assert desktop.window.findChild(BusyDialog) is None


def test_copies_that_were_put_aside_are_named_afterwards(opened, qtbot, tmp_path) -> None:
    desktop, actions, meeting = opened
    aside = tmp_path / "Protokoll-before-20260301T000000Z.kcdesk"
    asked: list[tuple[Path, str]] = []

    def others(library: Path, stream_id: str) -> tuple[Path, ...]:
        asked.append((library, stream_id))
        return (aside,) * 13

    opened_file = new_copy("bilaga.txt", b"hemligt")
    desktop.ports = replace(desktop.ports, other_copies=others)
    sealed(meeting)
    qtbot.waitUntil(lambda: prints(desktop, meeting) == [True, True], timeout=20_000)
    actions.clear(meeting.bridge.records.root_id)
    qtbot.waitUntil(lambda: bool(boxes()), timeout=20_000)
    (box,) = boxes()
    assert asked == [(desktop.library.path, meeting.bridge.records.root_id)]
    assert str(aside) in box.informativeText()
    assert box.informativeText().endswith("…")
    assert not opened_file.exists()
    box.close()


def test_what_is_not_sealed_is_not_destroyed(opened, qtbot) -> None:
    _desktop, actions, meeting = opened
    actions.clear(meeting.bridge.records.root_id)
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "ännu inte förseglat" in box.text() + box.informativeText()
    box.close()
