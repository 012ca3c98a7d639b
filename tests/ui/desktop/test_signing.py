"""Signing a PDF from the menu: choose it, see who has signed, sign, try again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget

from kcdesk.documents import PrintJob, render
from kcdesk.documents.signing import signatures
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.sign_actions import SignActions, signed_name
from kcdesk.ui.desktop.sign_dialog import SignDialog
from tests.documents.certificates import PASSPHRASE, person
from tests.documents.meetings import board, formal_meeting
from tests.ui.desktop.test_library_in_use import boxes
from tests.ui.pressing import press, press_key


@pytest.fixture
def signing(desktop, sample_path) -> SignActions:
    desktop.start(sample_path)
    return next(each for each in desktop.window.children() if isinstance(each, SignActions))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    job = PrintJob(formal_meeting(), board(), SwedishCalendar(), signature_fields=True)
    path = tmp_path / "Protokoll.pdf"
    path.write_bytes(render(job).pdf)
    return path


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    path = tmp_path / "lisa.p12"
    path.write_bytes(person("Lisa Nyman").content)
    return path


def shown(desktop, qtbot, signing: SignActions, path: Path) -> SignDialog:
    signing.show(path)
    return waited(desktop, qtbot)


def waited(desktop, qtbot) -> SignDialog:
    def dialogs() -> list[SignDialog]:
        return [each for each in desktop.window.findChildren(SignDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()))
    return dialogs()[0]


def fill(dialog: SignDialog, keys: Path, passphrase: str) -> None:
    """From the field in focus to Enter, with Tab alone."""
    assert isinstance(dialog.focusWidget(), QComboBox)
    press_key(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), QLineEdit)
    press(dialog.focusWidget(), str(keys))
    press_key(dialog.focusWidget(), Qt.Key.Key_Tab)
    press_key(dialog.focusWidget(), Qt.Key.Key_Tab)
    press(dialog.focusWidget(), passphrase)
    press_key(dialog.focusWidget(), Qt.Key.Key_Return)


def test_the_menu_has_it(desktop, sample_path) -> None:
    desktop.start(sample_path)
    assert desktop.window.menus.action("sign_pdf").isEnabled()


def test_without_a_signer_there_is_no_entry(desktop, sample_path) -> None:
    desktop.ports = replace(desktop.ports, pdf_signer=None)
    desktop.start(sample_path)
    with pytest.raises(KeyError):
        desktop.window.menus.action("sign_pdf")


def test_signing_by_keys_alone(desktop, qtbot, signing, document, keys) -> None:
    dialog = shown(desktop, qtbot, signing, document)
    listed = dialog.findChild(QListWidget)
    assert listed.item(0).text() == "Lisa Nyman, sekreterare\ninte underskriven"
    before = document.read_bytes()
    fill(dialog, keys, PASSPHRASE)
    target = document.with_name("Protokoll – underskriven.pdf")
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: target.name in desktop.window.bar._text.text())
    assert document.read_bytes() == before
    assert signatures(target.read_bytes())[0].signer == "Lisa Nyman"


def test_a_wrong_passphrase_is_told_and_asked_for_again(
    desktop, qtbot, signing, document, keys
) -> None:
    fill(shown(desktop, qtbot, signing, document), keys, "fel")
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "oförändrad" in box.text()
    box.close()
    dialog = waited(desktop, qtbot)
    dialog.reject()


def test_without_a_certificate_there_is_nothing_to_do(desktop, qtbot, signing, document) -> None:
    dialog = shown(desktop, qtbot, signing, document)
    assert not dialog.accept_button.isEnabled()
    dialog._on_chosen("/nyckel.p12")
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_document_without_fields_says_how_to_get_them(desktop, qtbot, signing, tmp_path) -> None:
    path = tmp_path / "Anteckningar.pdf"
    path.write_bytes(render(PrintJob(formal_meeting(), board(), SwedishCalendar())).pdf)
    dialog = shown(desktop, qtbot, signing, path)
    assert not dialog.findChildren(QComboBox)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_what_is_no_pdf_is_told(desktop, qtbot, signing, tmp_path) -> None:
    path = tmp_path / "Anteckningar.pdf"
    path.write_bytes(b"text")
    signing.show(path)
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()


def test_each_signed_file_has_a_name_of_its_own(qapp, tmp_path, desktop) -> None:
    first = signed_name(tmp_path / "Protokoll.pdf")
    first.touch()
    second = signed_name(first)
    assert second.name == "Protokoll – underskriven 2.pdf"
    second.touch()
    assert signed_name(second).name == "Protokoll – underskriven 3.pdf"
