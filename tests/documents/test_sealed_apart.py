"""A § sealed ahead of the rest is told as it was signed, whatever becomes of the meeting after."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.output import write
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.block import Block
from kcdesk.domain.body import HeadingWord, ItemPart
from kcdesk.domain.correction import Correction
from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant, Presence
from kcdesk.domain.row import new_id
from kcdesk.services.document_choice import ENDINGS
from kcdesk.services.edit_correction import add_correction
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.review_publication import review_publication
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.reading import hear
from tests.documents.test_formats import words_of
from tests.documents.test_planted_secrets import everything
from tests.storage.signed import DAY, approvals, seal, send, take_back, with_sample

CALENDAR = SwedishCalendar()
X = Message("x")
OLD, NEW = "Helén Sund", "Helén Sund-Falk"
WRITTEN = ("Helén Sund har lämnat", "Helén Sund (S) avstår")  # by the secretary, as text
OPENED = tuple[LibraryFile, EditingSession]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OPENED]:
    library, session = with_sample(tmp_path / "a.kcdesk")
    yield library, session
    library.close()


def rename(session: EditingSession, name: str = NEW) -> None:
    (who,) = (each for each in session.records.all(Participant) if each.name == OLD)
    session.perform(Group(X, session.records.setting(who.id, "name", name)))


def renamed_after_59(opened: OPENED) -> OPENED:
    """§ 59, at which Helén Sund leaves, is sealed; then her name changes, also in § 60."""
    library, session = opened
    at_once = approvals(session)[0]
    send(library, session, at_once.id)
    seal(library, session, at_once.id)
    after = item(session, "60")
    (who,) = (each for each in session.records.all(Participant) if each.name == OLD)
    told = Presenter(id=new_id(), owner_id=after.id, position="V", participant_id=who.id)
    session.perform(Group(X, (Insert(told),)))
    rename(session)
    return library, session


def item(session: EditingSession, number: str) -> Item:
    at = int(number) - (session.records.root(Meeting).first_paragraph or 0)
    return session.records.children(session.stream_id, Item)[at]


def job(opened: OPENED, document: Document | None = None, **options: object) -> PrintJob:
    library, session = opened
    bundle = export_meeting(session.stream_id, library)
    return usual_job(bundle, CALENDAR, document=document, **options)


def parts(text: str) -> tuple[str, str, str]:
    """Return what stands before § 59, in it, and after it, by the headings of the items."""
    text = text.replace("\u00a0", " ")
    for written in WRITTEN:
        text = text.replace(written, "")
    before, after = text.rsplit("Ansökan om statsbidrag för samverkan i glesbygd", 1)
    inside, _, rest = after.partition("Övriga frågor")
    return before, inside, rest


def assert_only_59_is_as_it_was(text: str) -> None:
    before, inside, after = parts(text)
    assert NEW not in inside
    assert OLD in inside
    assert NEW in after
    assert OLD not in (before + after).replace(NEW, "")


def test_the_minutes_tell_the_paragraph_with_the_old_name_and_the_rest_with_the_new(
    opened: OPENED,
) -> None:
    renamed_after_59(opened)
    text = hear(render(job(opened)).pdf).text
    assert_only_59_is_as_it_was(text)
    assert NEW in parts(text)[0]  # she is listed on the first page


@pytest.mark.parametrize("ending", [".docx", ".html", ".txt", ".md"])
def test_so_does_every_format(opened: OPENED, ending: str) -> None:
    renamed_after_59(opened)
    assert_only_59_is_as_it_was(words_of(job(opened), ending))


def test_so_they_do_once_the_rest_is_sealed_too(opened: OPENED) -> None:
    library, session = renamed_after_59(opened)
    rest = approvals(session)[1]
    send(library, session, rest.id)
    seal(library, session, rest.id)
    assert_only_59_is_as_it_was(hear(render(job(opened)).pdf).text)
    assert library.verify() == ()


def test_a_text_taken_back_is_told_as_it_stands(opened: OPENED) -> None:
    library, session = opened
    at_once = approvals(session)[0]
    send(library, session, at_once.id)
    rename(session)
    assert NEW not in parts(hear(render(job(opened)).pdf).text)[1]
    take_back(library, session, at_once.id)
    assert NEW in parts(hear(render(job(opened)).pdf).text)[1]


def test_an_extract_of_several_tells_each_from_its_own(opened: OPENED) -> None:
    _library, session = renamed_after_59(opened)
    chosen = (item(session, "59").id, item(session, "60").id)
    for ending in (".pdf", ".docx", ".html"):
        made = job(opened, Document.EXTRACT, items=chosen)
        text = hear(render(made).pdf).text if ending == ".pdf" else words_of(made, ending)
        assert_only_59_is_as_it_was(text)


def test_an_extract_of_the_paragraph_alone_is_all_as_it_was(opened: OPENED) -> None:
    library, session = renamed_after_59(opened)
    session.perform(Group(X, session.records.setting(session.stream_id, "place", "Tingshuset")))
    secretary = next(each for each in session.records.all(Participant) if "Nyman" in each.name)
    session.perform(Group(X, session.records.setting(secretary.id, "name", "Lisa Åberg")))
    body = EditingSession(session.records.root(Meeting).body_id or "", library)
    body.perform(Group(X, body.records.setting(body.stream_id, "organisation", "Förbundet Nord")))
    heard = hear(render(job(opened, Document.EXTRACT, items=(item(session, "59").id,))).pdf)
    said = heard.text + "".join(heard.artifacts)
    for then, now in ((OLD, NEW), ("Lisa Nyman", "Lisa Åberg"), ("Sessionssalen", "Tingshuset")):
        assert then in said
        assert now not in said
    assert "Förbundet Nord" not in said
    both = (item(session, "59").id, item(session, "60").id)
    assert "Tingshuset" in hear(render(job(opened, Document.EXTRACT, items=both)).pdf).text


def all_of(content: bytes) -> str:
    """Return all that can be read in a file, its metadata too."""
    if content.startswith(b"%PDF"):
        return everything(content)
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as package:
            return "\n".join(
                package.read(name).decode("utf-8", "ignore") for name in package.namelist()
            )
    return content.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_wholly_of_a_seal_is_named_after_the_body_as_it_was(
    opened: OPENED, ending: str
) -> None:
    library, session = renamed_after_59(opened)
    body = EditingSession(session.records.root(Meeting).body_id or "", library)
    for field in ("organisation", "name"):
        body.perform(Group(X, body.records.setting(body.stream_id, field, f"Nytt {field}")))
    alone = job(opened, Document.EXTRACT, items=(item(session, "59").id,))
    sent = job(opened, Document.DISPATCH, recipient="Länsstyrelsen")
    for made in (alone, sent):
        told = all_of(write(made, ending))
        assert "Nytt" not in told
        assert "Styrelsen" in told
    both = job(opened, Document.EXTRACT, items=(item(session, "59").id, item(session, "60").id))
    assert "Nytt" in all_of(write(both, ending))


def test_what_the_recipient_gets_is_as_it_was(opened: OPENED) -> None:
    renamed_after_59(opened)
    made = job(opened, Document.DISPATCH, recipient="Länsstyrelsen")
    text = hear(render(made).pdf).text
    assert OLD in text
    assert NEW not in text


def test_votes_and_decisions_are_told_by_the_words_of_then(opened: OPENED) -> None:
    library, session = opened
    at = item(session, "59")
    (who,) = (each for each in session.records.all(Participant) if each.name == OLD)
    vote = Vote(id=new_id(), owner_id=at.id, position="V")
    ballot = Ballot(
        id=new_id(), owner_id=vote.id, position="V", participant_id=who.id, choice=Choice.YES
    )
    session.perform(Group(X, (Insert(vote), Insert(ballot))))
    body = EditingSession(session.records.root(Meeting).body_id or "", library)
    word = HeadingWord(
        id=new_id(), owner_id=body.stream_id, position="V", part=ItemPart.DECISIONS, text="Då"
    )
    body.perform(Group(X, (Insert(word),)))
    send(library, session, approvals(session)[0].id)
    rename(session)
    body.perform(Group(X, body.records.setting(word.id, "text", "Numera")))
    votes = hear(render(job(opened, Document.ATTENDANCE)).pdf).text
    head, _, below = votes.rpartition("Ansökan om statsbidrag")
    assert OLD in below
    assert NEW not in below
    assert NEW in head
    decided = hear(render(job(opened, Document.DECISIONS)).pdf).text
    _before, inside, after = parts(decided)
    assert "Då" in inside
    assert "Numera" not in inside
    assert "Då" not in after
    notice = hear(render(job(opened, Document.NOTICE)).pdf).text
    assert "§ 59" in notice.replace("\u00a0", " ")


def test_corrections_made_since_follow_the_paragraph(opened: OPENED) -> None:
    _library, session = renamed_after_59(opened)
    at = item(session, "59").id
    session.perform(add_correction(session.records, at, DAY, "Lisa Nyman"))
    (row,) = session.records.children(at, Correction)
    session.perform(Group(X, session.records.setting(row.id, "text", "Ska vara 40 000 kr.")))
    assert "Ska vara 40 000 kr." in parts(hear(render(job(opened)).pdf).text)[1]


@pytest.mark.parametrize("document", [Document.PROTOCOL, Document.EXTRACT, Document.DISPATCH])
def test_what_was_masked_since_is_in_no_public_copy(opened: OPENED, document: Document) -> None:
    _library, session = renamed_after_59(opened)
    for words in (OLD, "lämna in ansökan"):
        row = Masking(id=new_id(), owner_id=session.stream_id, position="V", text=words)
        session.perform(Group(X, (Insert(row),)))
    assert "lämna in ansökan" in hear(render(job(opened)).pdf).text
    made = job(opened, document, copy=Copy.PUBLIC)
    for text in (hear(render(made).pdf).text, words_of(made, ".html")):
        assert "glesbygd" in text
        assert "lämna in ansökan" not in text
        assert OLD not in text


def test_what_became_secret_elsewhere_does_not_come_back_from_the_context(opened: OPENED) -> None:
    library, session = opened
    before = tuple(session.records)
    written = {each.spans[0].text for each in session.records.all(Block) if each.spans}
    at_once = approvals(session)[0]
    send(library, session, at_once.id)
    own = {row.id for row in session.records.subtree(at_once.items[0])}
    for row in session.records.children(session.stream_id, Item):
        if row.id not in at_once.items:
            secret = session.records.setting(row.id, "secret", True)  # noqa: FBT003  # a value
            session.perform(Group(X, secret))
    bundle = export_meeting(session.stream_id, library)
    whole = tuple(row for row in before if row.id not in own)  # as seals were at first
    old = replace(bundle.sealed[0], version=1, context=whole)
    kept = {each.spans[0].text for each in session.records.all(Block) if each.id in own}
    for sealed in (bundle.sealed, (old,)):
        for document in Document:
            made = usual_job(
                replace(bundle, sealed=sealed), CALENDAR, document=document, copy=Copy.PUBLIC
            )
            text = everything(render(made).pdf)
            assert not [each for each in written - kept if len(each) > 20 and each in text]


def test_the_review_looks_also_at_what_only_the_seal_says(opened: OPENED) -> None:
    library, session = opened
    (who,) = (each for each in session.records.all(Participant) if each.name == OLD)
    (there,) = session.records.children(who.id, Presence)
    told = "Helén Sund, nås på 070-123 45 67, lämnar"
    session.perform(Group(X, session.records.setting(there.id, "departure", told)))
    send(library, session, approvals(session)[0].id)
    there = session.records.get(Presence, there.id)
    session.perform(Group(X, session.records.setting(there.id, "departure", "")))
    assert "070-123 45 67" in hear(render(job(opened)).pdf).text
    review = review_publication(export_meeting(session.stream_id, library))
    found = [each for each in review.open if "070" in each.found.text]
    assert [each.item_id for each in found] == [item(session, "59").id]


def test_without_seals_nothing_is_told_apart(opened: OPENED) -> None:
    made = job(opened)
    assert made.sealed == ()
    send(opened[0], opened[1], approvals(opened[1])[0].id)
    sealed = job(opened)
    assert len(sealed.sealed) == 1
    assert write(sealed, ".txt") == write(replace(sealed, sealed=()), ".txt")
