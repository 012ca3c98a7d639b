"""What a print says of signing: the fingerprint, planned and actual days, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kcdesk.documents import Copy, render
from kcdesk.documents.sealed_print import prints_to_sign
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.approval import Approver, Notice
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.signature import Signature
from kcdesk.domain.summons import Summons
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.reading import hear, streams
from tests.storage.signed import DAY, approvals, seal, send, with_sample

CALENDAR = SwedishCalendar()
X = Message("x")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[LibraryFile, EditingSession]]:
    library, session = with_sample(tmp_path / "a.kcdesk")
    clear = [
        operation
        for row in (*session.records.all(Notice), *session.records.all(Approver))
        for name in ("posted_on", "signed_on")
        if hasattr(row, name)
        for operation in session.records.setting(row.id, name, None)
    ]
    for approval in approvals(session):
        clear += session.records.setting(approval.id, "approved_on", None)
    session.perform(Group(X, tuple(clear)))
    yield library, session
    library.close()


def printed(library: LibraryFile, session: EditingSession, copy: Copy = Copy.INTERNAL) -> bytes:
    bundle = export_meeting(session.stream_id, library)
    return render(usual_job(bundle, CALENDAR, copy=copy)).pdf


def test_before_it_is_sent_there_is_no_fingerprint(opened) -> None:
    library, session = opened
    assert "Fingeravtryck" not in hear(printed(library, session)).text


def test_the_fingerprint_is_on_the_first_page(opened) -> None:
    library, session = opened
    marks = [send(library, session, each.id).fingerprint for each in approvals(session)]
    for pdf in prints_to_sign(export_meeting(session.stream_id, library), CALENDAR):
        first = hear(pdf).pages[0].replace(" ", "")
        for mark in marks:
            assert mark in first
    assert "Fingeravtryck § 59" in hear(pdf).pages[0].replace("\u00a0", " ")


def test_the_pdf_to_sign_has_planned_days_and_fields_and_the_reprint_actual_ones(opened) -> None:
    library, session = opened
    for approval in approvals(session):
        send(library, session, approval.id)
    internal, _public = prints_to_sign(export_meeting(session.stream_id, library), CALENDAR)
    assert "(planerat)" in hear(internal).text
    assert b"secretary" in streams(internal)
    assert "Undertecknat" not in hear(internal).text
    for approval in approvals(session):
        for cls in (Signature, Approver):
            for row in session.records.children(approval.id, cls):
                session.perform(Group(X, session.records.setting(row.id, "signed_on", DAY)))
        seal(library, session, approval.id)
        for board in session.records.children(approval.id, Notice):
            for name in ("posted_on", "removed_on"):
                session.perform(Group(X, session.records.setting(board.id, name, DAY)))
    again = hear(printed(library, session)).text
    assert "(planerat)" not in again
    assert "Undertecknat 2026-11-24" in again.replace("\u00a0", " ")


def test_what_an_approver_does_not_agree_with_is_printed(opened) -> None:
    library, session = opened
    rest = approvals(session)[1]
    karin = session.records.children(rest.id, Approver)[0]
    session.perform(Group(X, session.records.setting(karin.id, "dissent", "Beloppet är fel")))
    session.perform(Group(X, session.records.setting(karin.id, "referred", True)))  # noqa: FBT003
    text = hear(printed(library, session)).text
    assert "instämmer inte. Beloppet är fel." in text
    assert "frågan har överlämnats till Styrelsen" in text


def corrected(records: Records, owner_id: str, text: str, day: date | None) -> Group:
    row = Correction(
        id=new_id(),
        owner_id=owner_id,
        position=records.next_position(owner_id, Correction),
        made_on=day,
        author="Lisa Nyman",
        text=text,
    )
    return Group(X, (Insert(row),))


def test_a_correction_follows_its_paragraph_and_is_listed_in_front(opened) -> None:
    library, session = opened
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    before = hear(printed(library, session)).text.replace("\u00a0", " ")
    item = session.records.children(session.stream_id, Item)[2]
    day = date(2026, 12, 3)
    session.perform(corrected(session.records, item.id, "Beloppet ska vara 310 000 kronor.", day))
    session.perform(corrected(session.records, session.stream_id, "Närvaron rättad.", None))
    heard = hear(printed(library, session))
    said = heard.text.replace("\u00a0", " ")
    assert "Rättelse 2026-12-03, Lisa Nyman" in said
    first, after = said.index("§ 54, 2026-12-03, Lisa Nyman"), said.index("Beloppet ska vara")
    assert first < said.index("Närvaron rättad.") < after
    assert "Första sidan, Lisa Nyman" in said
    beginning = before.index("§ 52 Mötets öppnande")
    for sentence in before[beginning:].split(". "):
        assert sentence[:60].strip() in said  # the first version stays readable
    assert library.verify() == ()


def test_a_correction_of_something_secret_is_told_without_its_words(opened) -> None:
    library, session = opened
    item = session.records.children(session.stream_id, Item)[2]
    session.perform(Group(X, session.records.setting(item.id, "secret", True)))  # noqa: FBT003
    session.perform(corrected(session.records, item.id, "HEMLIGT", date(2026, 12, 3)))
    public = printed(library, session, Copy.PUBLIC)
    assert b"HEMLIGT" not in streams(public)
    assert "HEMLIGT" not in hear(public).text
    assert "Det som har rättats omfattas av sekretess." in hear(public).text


def test_a_correction_without_words_yet_is_not_called_secret(opened) -> None:
    library, session = opened
    item = session.records.children(session.stream_id, Item)[2]
    session.perform(corrected(session.records, item.id, "", date(2026, 12, 3)))
    for copy in Copy:
        said = hear(printed(library, session, copy)).text
        assert "Rättelse 2026-12-03, Lisa Nyman" in said
        assert "Det som har rättats omfattas av sekretess." not in said


def test_sealed_minutes_print_what_was_sealed_whatever_stands_in_the_rows(opened) -> None:
    library, session = opened
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    before = printed(library, session)
    assert printed(library, session) == before
    body = EditingSession(session.records.row(session.stream_id).body_id, library)
    body.perform(Group(X, body.records.setting(body.stream_id, "name", "Direktionen")))
    assert printed(library, session) == before


def test_an_item_outside_the_summons_is_marked_once_one_was_sent(opened) -> None:
    library, session = opened
    item = session.records.children(session.stream_id, Item)[3]
    session.perform(Group(X, session.records.setting(item.id, "announced", False)))  # noqa: FBT003
    words = "Utanför kallelsen"
    assert words not in hear(printed(library, session)).text
    row = Summons(id=new_id(), owner_id=session.stream_id, sent_on=DAY)
    session.perform(Group(X, (Insert(row),)))
    assert hear(printed(library, session)).text.count(words) == 1
