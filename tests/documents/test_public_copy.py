"""The public copy: nothing that is secret is anywhere in the file (KL 8:10, OSL)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.redaction import public_copy
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.block import Block
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    Motion,
    MotionFate,
    MotionKind,
    Reservation,
    ReservationKind,
    Vote,
    VoteMethod,
)
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Participant, Standing
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, fields_of
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.i18n import catalogue
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting
from tests.documents.reading import hear, streams

CALENDAR = SwedishCalendar()


def public(records: Records) -> bytes:
    return render(PrintJob(records, board(), CALENDAR, copy=Copy.PUBLIC)).pdf


def test_no_secret_is_in_any_stream() -> None:
    pdf = public(formal_meeting())
    heap = streams(pdf)
    for secret in ("HEMLIG", "Fjällsystem", "Anna Persson", "diagnos"):
        for coded in (secret.encode(), secret.encode("utf-16-be"), secret.encode("latin-1")):
            assert coded not in heap
            assert coded.hex().upper().encode() not in heap
        assert secret not in hear(pdf).text


@pytest.mark.parametrize("document", Document)
def test_no_public_document_tells_what_is_secret(document: Document) -> None:
    pdf = render(PrintJob(formal_meeting(), board(), CALENDAR, document, copy=Copy.PUBLIC)).pdf
    heap = streams(pdf)
    for secret in ("HEMLIG", "Fjällsystem", "Anna Persson", "diagnos"):
        for coding in ("utf-8", "utf-16-be", "latin-1"):
            assert secret.encode(coding) not in heap
        assert secret not in hear(pdf).text


def test_heading_presenters_and_attachments_stay_and_the_ground_is_told() -> None:
    text = hear(public(formal_meeting())).text
    assert "Upphandling av personalsystem" in text
    assert "Johanna Näsvall" in text
    assert "Utvärdering av anbud" in text
    assert "Texten är utelämnad på grund av sekretess (19 kap. 3 § OSL)." in text
    assert "offentligt exemplar" in text


def test_secret_passages_and_personal_data_are_masked() -> None:
    text = hear(public(formal_meeting())).text
    assert "[personuppgift]" in text
    assert "[sekretess]" in text


def test_the_internal_copy_says_what_is_secret() -> None:
    text = hear(render(PrintJob(formal_meeting(), board(), CALENDAR)).pdf).text
    assert "Sekretess. 19 kap. 3 § OSL" in text


def test_single_secret_parts_leave_their_place_behind() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende")
    section = sheet.section(
        item, "DOLT ett", label="Kostnad", secret=True, secrecy_ground="OSL 19:1"
    )
    sheet.decision(item, "DOLT två", lead_in="DOLT tre", secret=True)
    said = sheet.add(Contribution, item, speaker="Jan", secret=True)
    sheet.text(said, "DOLT fyra")
    action = sheet.add(Action, item, text="DOLT fem", note="DOLT sex", secret=True)
    sheet.add(ActionOwner, action, name="DOLT sju")
    sub = sheet.add(Item, item, title="Under", secret=True)
    sheet.section(sub, "DOLT åtta")
    assert section.secret
    pdf = public(sheet.records())
    assert b"DOLT" not in streams(pdf)
    text = hear(pdf).text
    assert "Kostnad. Texten är utelämnad på grund av sekretess (OSL 19:1)." in text
    assert text.count("utelämnad") == 5
    assert "Under" in text


def test_what_stands_under_a_secret_item_is_secret_too() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende", secret=True, page_reference="DOLT s. 3")
    sub = sheet.add(Item, item, title="Underrubrik")
    sheet.section(sub, "DOLT")
    records = public_copy(sheet.records(), catalogue("sv"))
    assert records.all(Section) == ()
    assert records.get(Item, sub.id).secret
    text = hear(public(sheet.records())).text
    assert "Underrubrik" in text
    assert "DOLT" not in text


def test_notes_have_a_public_copy_too() -> None:
    job = PrintJob(formal_meeting(), board(), CALENDAR, Document.NOTES, copy=Copy.PUBLIC)
    assert b"HEMLIG" not in streams(render(job).pdf)


GROUND = "OSL 18 kap. 1 §"
"""Of a single secret row: the only thing that the public copy tells of it, with its heading."""


def guest(sheet: Sheet, name: str) -> Participant:
    """Somebody whom the first page does not list: named only where the item names her."""
    return sheet.add(Participant, name=name, standing=Standing.ITEM_GUEST)


def motion(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """A yrkande whose mover, kind, words and fate would all tell."""
    mover = guest(sheet, "DOLD ledamot")
    words = {"mover_text": "DOLD gruppledare", "text": "DOLT yrkande"}
    fate = MotionFate.WITHDRAWN
    sheet.add(Motion, item, movers=(mover.id,), kind=MotionKind.OWN, fate=fate, **words, **secrecy)


def vote(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """A vote with a result, a roll and a casting vote."""
    chair = guest(sheet, "DOLD ordförande")
    words = {"yes_means": "DOLT ja", "no_means": "DOLT nej", "result": "DOLT utfall"}
    held = sheet.add(
        Vote,
        item,
        method=VoteMethod.OPEN,
        yes_count=7771,
        no_count=7772,
        abstain_count=7773,
        casting_participant_id=chair.id,
        drawn_by_lot=True,
        **words,
        **secrecy,
    )
    sheet.add(Ballot, held, participant_id=chair.id, choice=Choice.NO)


def reservation(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """A special statement with written reasons."""
    who = guest(sheet, "DOLD ledamot")
    kind = ReservationKind.SPECIAL_STATEMENT
    row = sheet.add(
        Reservation, item, kind=kind, participants=(who.id,), text="DOLD mening", **secrecy
    )
    sheet.text(row, "DOLDA skäl")


def decision(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """A decision with a lead-in and clauses."""
    sheet.decision(item, "DOLT beslut", clauses=["DOLD att-sats"], lead_in="DOLD rubrik", **secrecy)


def section(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """What was said, with a table."""
    row = sheet.section(item, "DOLD text", kind=SectionKind.NOTES, **secrecy)
    sheet.grid(row, "g", [["DOLT huvud"], ["DOLD cell"]])


def contribution(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """What somebody said in the round; who did may be told."""
    row = sheet.add(Contribution, item, speaker="Jan Alm", organisation="Vallmon", **secrecy)
    sheet.text(row, "DOLT inlägg")


def action(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """An action with a note, a time and an owner."""
    row = sheet.add(
        Action, item, text="DOLD åtgärd", due=Moment(text="DOLD dag"), note="DOLD not", **secrecy
    )
    sheet.add(ActionOwner, row, name="DOLD ansvarig")


def followed(sheet: Sheet, item: Item, **secrecy: Any) -> None:
    """An action of an earlier meeting, with all that is said of it."""
    hidden = {name: f"DOLD {name}" for name in ("text", "who", "origin", "note")}
    sheet.add(FollowedAction, item, due=Moment(text="DOLD dag"), **hidden, **secrecy)


PLANTED = (motion, vote, reservation, decision, section, contribution, action, followed)
TOLD_OF_PLANTED = {
    motion: "Yrkande. {}",
    vote: "Omröstning. {}",
    reservation: "Särskilt yttrande. {}",
    decision: "Beslut{}",
    section: "{}",
    contribution: "Jan Alm, Vallmon. {}",
    action: "{}",
    followed: "{}",
}


def one(plant: Callable[..., None], *, secret: bool) -> Records:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende")
    plant(sheet, item, secret=secret, secrecy_ground=GROUND)
    return sheet.records()


@pytest.mark.parametrize("plant", PLANTED)
def test_of_a_secret_row_only_its_place_and_ground_are_told(plant: Callable[..., None]) -> None:
    records = one(plant, secret=True)
    pdf = public(records)
    text = hear(pdf).text
    assert "DOL" not in text
    for number in ("7771", "7772", "7773"):
        assert number not in text
    heap = streams(pdf)
    for coding in ("utf-8", "utf-16-be", "latin-1"):
        assert "DOL".encode(coding) not in heap
        assert "DOL".encode(coding).hex().upper().encode() not in heap
    withheld = f"Texten är utelämnad på grund av sekretess ({GROUND})."
    assert TOLD_OF_PLANTED[plant].format(withheld) in text
    assert text.count("utelämnad") == 1


@pytest.mark.parametrize("plant", PLANTED)
def test_the_internal_copy_tells_it_all(plant: Callable[..., None]) -> None:
    for secret in (True, False):
        internal = render(PrintJob(one(plant, secret=secret), board(), CALENDAR)).pdf
        assert "DOL" in hear(internal).text
        assert "utelämnad" not in hear(internal).text


@pytest.mark.parametrize("plant", PLANTED)
def test_the_public_copy_tells_what_is_not_secret(plant: Callable[..., None]) -> None:
    assert "DOL" in hear(public(one(plant, secret=False))).text


def test_every_kind_of_row_that_can_be_secret_is_left_out() -> None:
    can_be = {cls for cls in ROW_TYPES.values() if "secret" in fields_of(cls)} - {Item}
    assert can_be == {
        Motion, Vote, Reservation, Decision, Section, Contribution, Action, FollowedAction,
    }  # fmt: skip
    told = {"id", "owner_id", "position", "secret", "secrecy_ground"}
    for plant in PLANTED:
        whole = one(plant, secret=True)
        left = public_copy(whole, catalogue("sv"))
        assert left.all(Block) == ()
        assert {type(row) for row in left.subtree("m")} <= {Meeting, Item, Participant, *can_be}
        for row in _secret(left):
            fresh = type(row)(id="x")
            kept = {
                name
                for name in set(fields_of(type(row))) - told
                if getattr(row, name) != getattr(fresh, name)
            }
            assert kept <= _MAY_STAY.get(type(row), set())


_MAY_STAY: dict[type[Row], set[str]] = {
    Contribution: {"speaker", "organisation"},
    Reservation: {"kind"},
}


def _secret(records: Records) -> list[Row]:
    return [row for row in records.subtree("m") if getattr(row, "secret", False)]
