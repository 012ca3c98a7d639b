"""Who signs, what sending asks for, and what taking back makes void."""

from __future__ import annotations

from datetime import date

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.body import RoleKind
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.domain.signature import Signature, SignerRole
from kcdesk.services.sign_minutes import (
    sealing,
    sending,
    signature_count,
    signer_name,
    signers,
    taking_back,
    taking_back_voids,
    unsigned,
)

DAY, LATER = date(2026, 11, 20), date(2026, 11, 24)


def role(person: str, kind: RoleKind, start: str = "", end: str = "") -> Role:
    return Role(
        id=f"{person}-{kind}",
        owner_id=person,
        kind=kind,
        from_item_id=start or None,
        until_item_id=end or None,
    )


def meeting(state: MeetingState = MeetingState.REVIEW, **fields) -> Records:
    """Two chairs, a secretary, an approver; the third item is approved at once."""
    fields.setdefault("day", Moment(date(2026, 11, 12)))
    people = [
        Participant(id=id, owner_id="m", position=id, name=id.title())
        for id in ("anna", "bo", "lisa", "karin")
    ]
    return Records(
        "m",
        [
            Meeting(id="m", state=state, **fields),
            *(Item(id=f"i{n}", owner_id="m", position=f"{n}V") for n in (1, 2, 3)),
            *people,
            role("anna", RoleKind.CHAIR, "i1", "i1"),
            role("bo", RoleKind.VICE_CHAIR),
            role("lisa", RoleKind.SECRETARY),
            Approval(id="once", owner_id="m", position="a", items=("i3",)),
            Approval(id="rest", owner_id="m", position="b"),
            *(
                Approver(id=f"{each}-karin", owner_id=each, participant_id="karin")
                for each in ("once", "rest")
            ),
        ],
    )


def setting(records: Records, id: str, field: str, value: object) -> Group:
    return Group(Message("x"), records.setting(id, field, value))


def out(records: Records) -> Records:
    """As the library's command leaves them."""
    return records.apply(setting(records, "rest", "sent_on", DAY))


def test_two_chairs_sign_each_for_her_items() -> None:
    records = meeting()
    told = [
        (each.role, each.participant.id, each.items)
        for each in signers(records, records.get(Approval, "rest"))
    ]
    assert told == [
        (SignerRole.SECRETARY, "lisa", ()),
        (SignerRole.CHAIR, "anna", ("i1",)),
        (SignerRole.CHAIR, "bo", ("i2",)),
    ]
    alone = signers(records, records.get(Approval, "once"))
    assert [(each.participant.id, each.items) for each in alone] == [("lisa", ()), ("bo", ())]


def test_sending_gives_everybody_a_row_to_sign_in() -> None:
    before = meeting()
    after = before.apply(sending(before, "rest", DAY))
    assert after.root(Meeting).state is MeetingState.APPROVAL
    rows = after.children("rest", Signature)
    assert [signer_name(after, row) for row in rows] == ["Lisa", "Anna", "Bo"]
    assert {row.sent_on for row in rows} == {DAY}
    assert after.get(Approver, "rest-karin").sent_on == DAY
    assert after.get(Approver, "once-karin").sent_on is None
    assert unsigned(after, "rest") == ()  # nothing is asked for before it is out
    assert unsigned(out(after), "rest") == ("Lisa", "Anna", "Bo", "Karin")


def test_what_is_approved_at_once_goes_ahead_of_the_rest() -> None:
    before = meeting(MeetingState.DRAFT, first_paragraph=7)
    after = before.apply(sending(before, "once", DAY))
    assert after.root(Meeting).state is MeetingState.DRAFT
    assert after.root(Meeting).first_paragraph == 7


def test_without_a_day_there_is_no_paragraph_to_sign() -> None:
    records = meeting(day=Moment())
    with pytest.raises(UserFacingError, match="no day yet"):
        sending(records, "rest", DAY)
    numbered = meeting(day=Moment(), first_paragraph=1)
    assert sending(numbered, "rest", DAY)


def test_nothing_is_sent_twice() -> None:
    records = meeting()
    out = Records(
        "m",
        [*(r for r in records if r.id != "rest"), Approval(id="rest", owner_id="m", sent_on=DAY)],
    )
    with pytest.raises(UserFacingError, match="already"):
        sending(out, "rest", DAY)


def test_sending_again_keeps_who_signed_and_asks_who_chairs_now() -> None:
    first = meeting()
    records = first.apply(sending(first, "rest", DAY))
    lisa = records.children("rest", Signature)[0]
    records = records.apply(Group(Message("x"), records.setting(lisa.id, "signed_on", DAY)))
    records = records.apply(Group(Message("x"), records.removal("anna-chair")))
    again = records.apply(sending(records, "rest", LATER))
    rows = again.children("rest", Signature)
    assert [signer_name(again, row) for row in rows] == ["Lisa", "Bo"]
    assert [(row.sent_on, row.signed_on) for row in rows] == [(DAY, DAY), (DAY, None)]
    assert signature_count(again, "rest") == 1


def test_taking_back_makes_the_signatures_void() -> None:
    start = meeting()
    out = start.apply(sending(start, "rest", DAY))
    for id, field, value in (
        (out.children("rest", Signature)[0].id, "signed_on", DAY),
        ("rest-karin", "signed_on", LATER),
        ("rest-karin", "dissent", "Beloppet"),
        ("rest-karin", "referred", True),
        ("rest", "approved_on", LATER),
    ):
        out = out.apply(Group(Message("x"), out.setting(id, field, value)))
    back = out.apply(taking_back(out, "rest"))
    assert signature_count(back, "rest") == 0
    karin = back.get(Approver, "rest-karin")
    assert (karin.sent_on, karin.dissent, karin.referred) == (None, "", False)
    assert back.get(Approval, "rest").approved_on is None
    assert back.root(Meeting).state is MeetingState.REVIEW


def test_sealing_waits_for_the_day_and_leads_to_the_notice() -> None:
    records = meeting(MeetingState.APPROVAL)
    with pytest.raises(UserFacingError, match="which day"):
        sealing(records, "rest")
    for id in ("rest", "once"):
        day = Group(Message("x"), records.setting(id, "approved_on", DAY))
        records = records.apply(day)
    assert records.apply(sealing(records, "rest")).root(Meeting).state is MeetingState.NOTICE
    assert not sealing(records, "once").operations
    done = meeting(MeetingState.DONE)
    done = done.apply(Group(Message("x"), done.setting("rest", "approved_on", DAY)))
    assert not sealing(done, "rest").operations


def test_whoever_left_the_question_to_the_body_is_not_waited_for() -> None:
    records = out(meeting())
    assert unsigned(records, "rest") == ("Karin",)
    records = records.apply(setting(records, "rest-karin", "referred", value=True))
    assert unsigned(records, "rest") == ()


def test_what_is_void_is_counted_before_a_text_is_taken_back() -> None:
    records = out(meeting())
    assert "Nobody has signed it yet" in str(taking_back_voids(records, "rest"))
    signed = records.apply(setting(records, "rest-karin", "signed_on", DAY))
    assert "so far (1) are void" in str(taking_back_voids(signed, "rest"))


def test_nobody_in_the_chair_and_no_secretary_leaves_the_approvers() -> None:
    bare = Records("m", [row for row in meeting() if row.table != "role"])
    assert signers(bare, bare.get(Approval, "rest")) == ()
    assert signer_name(bare, Approver(id="x", owner_id="rest")) == ""
