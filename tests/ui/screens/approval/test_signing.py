"""Signing by hand in the panel: out, dates, disagreement, back, sealed, copies, corrections."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from kcdesk import i18n
from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.body import RoleKind
from kcdesk.domain.correction import Correction
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.signature import Signature, SignedCopy
from kcdesk.services.sealer import KnownPrint, PrintCopy, SentText
from kcdesk.ui.screens.approval import ApprovalPanel
from tests.ui.screens.meeting import TODAY, body, context, meeting

ROWS = (
    Approval(id="a", owner_id="m", position="V"),
    Approver(id="x", owner_id="a", position="V", participant_id="p1"),
    Participant(id="lisa", owner_id="m", position="b", name="Lisa Nyman"),
    Role(id="r", owner_id="lisa", kind=RoleKind.SECRETARY),
    Role(id="c", owner_id="p0", kind=RoleKind.CHAIR),
)


@pytest.fixture
def opened(qtbot):
    i18n.use("en")

    def show(*rows):
        desk = context(meeting(*ROWS, *rows, first_paragraph=52), body())
        panel = ApprovalPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(420, 1200)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel, desk, panel.cards.rows["a"]

    yield show
    i18n.use("sv")


def approval(desk) -> Approval:
    return desk.bridge.records.get(Approval, "a")


def write(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    for letter in text:
        qtbot.keyClick(line, letter)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def press(qtbot, button) -> None:
    """Press a button by keyboard and say yes to what it asks."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_text_goes_out_only_when_that_is_confirmed(qtbot, opened):
    _panel, desk, card = opened()
    part = card.signing
    assert not part.words.isVisible()
    press(qtbot, part.send_button)
    assert "does not change from now on" in part.confirm.words.text()
    qtbot.keyClick(part.confirm.yes, Qt.Key.Key_Escape)
    assert not part.confirm.isVisible()
    assert approval(desk).sent_on is None
    press(qtbot, part.send_button)
    assert part.confirm.yes.hasFocus()
    qtbot.keyClick(part.confirm.yes, Qt.Key.Key_Space)
    assert approval(desk).sent_on == TODAY
    assert part.words.text().startswith("Out for signature since 2026-11-12. Fingerprint c4fdfaaf")
    assert "Not signed yet: Lisa Nyman, Maria Haglund, Karin Ahlqvist" in part.words.text()


def sent(qtbot, opened, *rows):
    panel, desk, card = opened(*rows)
    press(qtbot, card.signing.send_button)
    card.signing.confirm.yes.click()
    return panel, desk, card


def test_everybody_who_signs_has_a_row_with_two_days(qtbot, opened):
    _panel, desk, card = sent(qtbot, opened)
    names = [row.name_label.text() for row in card.approvers.column.rows.values()]
    assert names == ["Lisa Nyman, secretary", "Maria Haglund, chair", "Karin Ahlqvist"]
    for row, day in zip(card.approvers.column.rows.values(), ("13", "20", "18"), strict=True):
        write(qtbot, row.sent_edit, "2026-11-12")
        write(qtbot, row.signed_edit, f"2026-11-{day}")
    signatures = desk.bridge.records.children("a", Signature)
    assert [row.signed_on for row in signatures] == [date(2026, 11, 13), date(2026, 11, 20)]
    assert approval(desk).approved_on == date(2026, 11, 20)  # the chair was last
    assert card.signing.seal_button.property("role") == "primary"
    assert "Not signed" not in card.signing.words.text()


def test_an_approver_may_disagree_or_leave_it_to_the_body(qtbot, opened):
    _panel, desk, card = sent(qtbot, opened)
    chair, karin = list(card.approvers.column.rows.values())[1:]
    assert not chair.dissent_edit.isVisible()
    write(qtbot, karin.dissent_edit, "Beloppet")
    assert desk.bridge.records.get(Approver, "x").dissent == "Beloppet"
    write(qtbot, chair.signed_edit, "2026-11-20")
    assert approval(desk).approved_on is None
    karin.referred_box.setFocus()
    qtbot.keyClick(karin.referred_box, Qt.Key.Key_Space)
    assert desk.bridge.records.get(Approver, "x").referred
    assert approval(desk).approved_on == date(2026, 11, 20)
    assert "Karin" not in card.signing.words.text()
    desk.bridge.undo()
    assert not karin.referred_box.isChecked()


def test_taking_back_says_what_is_void(qtbot, opened):
    _panel, desk, card = sent(qtbot, opened)
    first = next(iter(card.approvers.column.rows.values()))
    press(qtbot, card.signing.back_button)
    assert "Nobody has signed it yet" in card.signing.confirm.words.text()
    card.signing.confirm.no.click()
    write(qtbot, first.signed_edit, "2026-11-13")
    press(qtbot, card.signing.back_button)
    assert "The signatures so far (1) are void" in card.signing.confirm.words.text()
    card.signing.confirm.yes.click()
    assert approval(desk).sent_on is None
    assert desk.bridge.records.children("a", Signature)[0].signed_on is None
    assert card.signing.send_button.isVisible()


def test_sealing_waits_for_the_day_of_approval(qtbot, opened):
    panel, desk, card = sent(qtbot, opened)
    press(qtbot, card.signing.seal_button)
    assert "The signature is not noted of Lisa Nyman" in card.signing.confirm.words.text()
    card.signing.confirm.yes.click()
    assert approval(desk).sealed_on is None
    (box,) = card.signing.findChildren(QMessageBox)
    assert "which day the minutes were approved" in box.text()
    box.close()
    write(qtbot, card.approved_edit, "2026-11-20")
    press(qtbot, card.signing.seal_button)
    card.signing.confirm.yes.click()
    assert approval(desk).sealed_on == TODAY
    assert card.signing.words.text().startswith("Sealed 2026-11-12. Fingerprint c4fdfaaf")
    assert not card.signing.back_button.isVisible()
    assert card.approved_edit.isReadOnly()
    assert not card.approvers.add_box.isVisible()
    assert all(row.signed_edit.isReadOnly() for row in card.approvers.column.rows.values())
    assert not card.storage_edit.isReadOnly()
    assert panel.corrections.isVisible()


def test_a_correction_is_dated_named_and_placed(qtbot, opened):
    sealed = Approval(id="s", owner_id="m", items=("i0",), sent_on=TODAY, sealed_on=TODAY)
    panel, desk, _card = opened(sealed)
    desk.selection.select("i0")
    press(qtbot, panel.corrections.add_button)
    (row,) = desk.bridge.records.all(Correction)
    assert (row.owner_id, row.made_on, row.author) == ("i0", TODAY, "Lisa Nyman")
    line = panel.corrections.column.rows[row.id]
    assert line.text_edit.hasFocus()
    write(qtbot, line.text_edit, "Namnet")
    write(qtbot, line.author_edit, "Bo Ek")
    write(qtbot, line.day_edit, "2026-12-03")
    line.owner_box.setCurrentIndex(0)
    line.owner_box.activated.emit(0)
    (row,) = desk.bridge.records.all(Correction)
    assert (row.owner_id, row.made_on) == ("m", date(2026, 12, 3))
    assert (row.author, row.text) == ("Bo Ek", "Namnet")
    line.remove_button.click()
    assert desk.bridge.records.all(Correction) == ()
    desk.bridge.undo()
    assert len(desk.bridge.records.all(Correction)) == 1


def test_corrections_stay_away_until_something_is_sealed(opened):
    panel, _desk, _card = opened()
    assert not panel.corrections.isVisible()


class KeptFiles:
    """A shelf that keeps one file, and knows whether it begins with what was sent."""

    def __init__(self, inner, *, begins: bool) -> None:
        self._inner = inner
        self._begins = begins
        self.sealer = self
        self.paragraphs = inner.paragraphs

    def __getattr__(self, name: str):
        return getattr(self._inner.sealer, name)

    def put_file(self, path: Path) -> tuple[str, int]:
        return "ab" * 32, 9

    def read_file(self, sha256: str) -> bytes:
        return b"%PDF-1.7\n"

    def versions(self, meeting_id: str):
        return [self._text()]

    def recognised(self, content: bytes):
        if not self._begins:
            return None
        return KnownPrint(self._text(), PrintCopy.INTERNAL, is_whole=False)

    def _text(self) -> SentText:
        return SentText(
            body_id="b",
            number=1,
            meeting_id="m",
            approval_id="a",
            content="{}",
            fingerprint="c4fdfaaf" * 8,
            internal_sha256="cd" * 32,
            public_sha256="ef" * 32,
            is_sealed=False,
            is_taken_back=False,
            ended_at=None,
        )


@pytest.mark.parametrize("begins", [True, False])
def test_the_signed_copy_stands_beside_the_original(qtbot, begins, monkeypatch):
    i18n.use("en")
    desk = context(meeting(*ROWS, first_paragraph=52), body())
    object.__setattr__(desk, "shelf", KeptFiles(desk.shelf, begins=begins))
    panel = ApprovalPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(420, 1200)
    panel.show()
    card = panel.cards.rows["a"]
    card.signing.send_button.click()
    card.signing.confirm.yes.click()
    copies = card.signing.copies
    names = [each.accessibleName() for each in copies.opening]
    assert names == ["Open: Original, internal", "Open: Original, public"]
    copies.take("/somewhere/Undertecknat.pdf")
    qtbot.waitUntil(lambda: desk.bridge.records.all(SignedCopy) != ())
    (copy,) = desk.bridge.records.all(SignedCopy)
    assert (copy.name, copy.sha256, copy.size) == ("Undertecknat.pdf", "ab" * 32, 9)
    assert (copy.received_on, copy.begins_with_sent) == (TODAY, begins)
    shown = copies.opening[2].accessibleName()
    assert shown.startswith("Open: Signed copy 2026-11-12")
    assert ("scanned" in shown) is not begins
    opened: list[str] = []
    monkeypatch.setattr(
        "kcdesk.ui.screens.approval.signed_copies.open_attached",
        lambda row, shelf: opened.append(row.name),
    )
    for button in copies.opening[:3]:
        button.click()
    assert opened == ["sent.pdf", "sent-public.pdf", "Undertecknat.pdf"]
    copies.opening[3].click()
    assert desk.bridge.records.all(SignedCopy) == ()
    i18n.use("sv")
