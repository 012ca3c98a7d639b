"""Approvals, approvers, boards and overridden days, by pure functions."""

from datetime import date, time

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval, Approver, DateKey, DateOverride, Notice
from kcdesk.domain.body import Body, NoticeBoard
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.records import Records
from kcdesk.domain.signature import Signature, SignerRole
from kcdesk.services import edit_approval, edit_notice

FIRST, LATER = date(2026, 11, 20), date(2026, 11, 23)


@pytest.fixture
def body() -> Records:
    return Records(
        "b",
        [
            Body(id="b", storage_location="Kommunkansliet"),
            NoticeBoard(id="x", owner_id="b", position="A", name="Norråsa", address="norrasa.se"),
            NoticeBoard(id="y", owner_id="b", position="B", name="Bjursele"),
        ],
    )


@pytest.fixture
def records() -> Records:
    items = [Item(id=id, owner_id="m", position=id) for id in ("i1", "i2")]
    return Records("m", [Meeting(id="m"), *items])


@pytest.fixture
def prepared(records: Records, body: Records) -> Records:
    return records.apply(edit_approval.prepare_approval(records, body))


def approval_of(records: Records) -> Approval:
    (found,) = records.all(Approval)
    return found


def marks(records: Records) -> list[bool]:
    return [item.immediate_approval for item in records.children("m", Item)]


def test_an_approval_begins_with_the_boards_and_storage_place_of_the_body(records, body):
    group = edit_approval.prepare_approval(records, body)
    prepared = records.apply(group)
    approval = approval_of(prepared)
    assert (approval.items, approval.storage_location) == ((), "Kommunkansliet")
    boards = prepared.children(approval.id, Notice)
    assert [each.board for each in boards] == ["Norråsa", "Bjursele"]
    assert boards[0].address == "norrasa.se"
    assert prepared.apply(inverse_group(group, 1)) == records


def test_immediate_approval_marks_its_items(records, body):
    at_once = records.apply(edit_approval.prepare_approval(records, body, ("i2", "gone")))
    assert marks(at_once) == [False, True]
    id = approval_of(at_once).id
    moved = at_once.apply(edit_approval.set_items(at_once, id, ("i1",)))
    assert marks(moved) == [True, False]
    removed = moved.apply(edit_approval.remove_approval(moved, id))
    assert removed == records
    with pytest.raises(ValueError, match="at least one"):
        edit_approval.set_items(at_once, id, ())


def test_what_is_agreed_and_what_happened(prepared):
    id = approval_of(prepared).id
    at = ClockTime(time(13))
    records = prepared.apply(edit_approval.set_place(prepared, id, "Kansliet"))
    records = records.apply(edit_approval.set_planned(records, id, FIRST, at))
    records = records.apply(edit_approval.set_approved(records, id, LATER))
    records = records.apply(edit_approval.set_storage_location(records, id, "Arkivet"))
    assert approval_of(records) == Approval(
        id=id,
        owner_id="m",
        position=approval_of(prepared).position,
        place="Kansliet",
        planned_on=FIRST,
        planned_time=at,
        approved_on=LATER,
        storage_location="Arkivet",
    )


def with_approvers(records: Records, *names: str) -> tuple[Records, list[str]]:
    id = approval_of(records).id
    for name in names:
        records = records.apply(edit_approval.add_approver(records, id, name=name))
    return records, [each.id for each in records.children(id, Approver)]


def test_a_participant_is_chosen_once(prepared):
    id = approval_of(prepared).id
    records = prepared.apply(edit_approval.add_approver(prepared, id, participant_id="p"))
    assert not edit_approval.add_approver(records, id, participant_id="p")
    (approver,) = records.children(id, Approver)
    assert approver.participant_id == "p"
    assert records.apply(edit_approval.remove_approver(records, approver.id)) == prepared


def test_the_last_signature_is_the_day_of_approval(prepared):
    records, (karin, siv) = with_approvers(prepared, "Karin", "Siv")
    records = records.apply(edit_approval.set_signed(records, karin, FIRST))
    assert approval_of(records).approved_on is None
    records = records.apply(edit_approval.set_signed(records, siv, LATER))
    assert approval_of(records).approved_on == LATER
    records = records.apply(edit_approval.set_signed(records, siv, None))
    assert approval_of(records).approved_on is None


def test_a_day_of_approval_set_directly_stays(prepared):
    records, (karin,) = with_approvers(prepared, "Karin")
    records = records.apply(edit_approval.set_approved(records, approval_of(records).id, LATER))
    records = records.apply(edit_approval.set_signed(records, karin, FIRST))
    assert approval_of(records).approved_on == LATER


def test_an_override_needs_a_reason(prepared):
    id = approval_of(prepared).id
    with pytest.raises(UserFacingError, match="needs a reason"):
        edit_approval.override_date(prepared, id, DateKey.POST_BY, FIRST, "  ")


def test_an_override_is_one_row_for_each_day_and_goes_again(prepared):
    id = approval_of(prepared).id
    other = edit_approval.override_date(prepared, id, DateKey.TAKE_DOWN, LATER, "Helg")
    records = prepared.apply(other)
    for day, reason in ((FIRST, "Strömavbrott"), (LATER, " Kansliet stängt ")):
        group = edit_approval.override_date(records, id, DateKey.POST_BY, day, reason)
        records = records.apply(group)
    kept, changed = records.children(id, DateOverride)
    assert (kept.key, kept.reason) == (DateKey.TAKE_DOWN, "Helg")
    assert (changed.key, changed.day, changed.reason) == (DateKey.POST_BY, LATER, "Kansliet stängt")
    records = records.apply(edit_approval.clear_override(records, id, DateKey.POST_BY))
    assert records.children(id, DateOverride) == (kept,)
    assert not edit_approval.clear_override(records, id, DateKey.POST_BY)


def test_boards_come_change_and_go(prepared):
    id = approval_of(prepared).id
    records = prepared.apply(edit_notice.add_board(prepared, id, "Webben"))
    board = records.children(id, Notice)[-1]
    assert board.board == "Webben"
    records = records.apply(edit_notice.set_board(records, board.id, "Webb", "alv.se"))
    records = records.apply(edit_notice.set_posted(records, board.id, FIRST))
    records = records.apply(edit_notice.set_removed(records, board.id, LATER))
    found = records.get(Notice, board.id)
    assert (found.board, found.address) == ("Webb", "alv.se")
    assert (found.posted_on, found.removed_on) == (FIRST, LATER)
    assert records.apply(edit_notice.remove_board(records, board.id)) == prepared


def test_boards_that_lack_a_day_get_the_one_of_the_first(prepared):
    id = approval_of(prepared).id
    one, other = prepared.children(id, Notice)
    assert not edit_notice.same_days(prepared, id)
    records = prepared.apply(edit_notice.set_posted(prepared, one.id, FIRST))
    records = records.apply(edit_notice.set_removed(records, one.id, LATER))
    assert edit_notice.lacking_days(records, id) == {
        other.id: {"posted_on": FIRST, "removed_on": LATER}
    }
    own = records.apply(edit_notice.set_posted(records, other.id, LATER))
    after = own.apply(edit_notice.same_days(own, id))
    days = [(each.posted_on, each.removed_on) for each in after.children(id, Notice)]
    assert days == [(FIRST, LATER), (LATER, LATER)]
    assert not edit_notice.same_days(after, id)


def test_chairs_count_for_the_day_of_approval_and_secretaries_do_not(prepared: Records) -> None:
    approval_id = approval_of(prepared).id
    rows = [
        Signature(id="sec", owner_id=approval_id, role=SignerRole.SECRETARY),
        Signature(id="chair", owner_id=approval_id, role=SignerRole.CHAIR),
        Approver(id="karin", owner_id=approval_id, name="Karin"),
    ]
    records = Records("m", [*prepared, *rows])
    records = records.apply(edit_approval.set_signed(records, "karin", FIRST))
    assert approval_of(records).approved_on is None
    records = records.apply(edit_approval.set_signed(records, "chair", LATER))
    assert approval_of(records).approved_on == LATER
    records = records.apply(edit_approval.set_signed(records, "chair", None))
    assert approval_of(records).approved_on is None
    records = records.apply(edit_approval.set_sent(records, "sec", FIRST))
    assert records.get(Signature, "sec").sent_on == FIRST


def test_who_leaves_the_question_to_the_body_is_not_waited_for(prepared: Records) -> None:
    approval_id = approval_of(prepared).id
    people = [Approver(id=id, owner_id=approval_id, position=id) for id in ("a", "b")]
    records = Records("m", [*prepared, *people])
    records = records.apply(edit_approval.set_signed(records, "a", FIRST))
    records = records.apply(edit_approval.set_dissent(records, "b", "Beloppet"))
    assert records.get(Approver, "b").dissent == "Beloppet"
    records = records.apply(edit_approval.set_referred(records, "b", referred=True))
    assert approval_of(records).approved_on == FIRST
    records = records.apply(edit_approval.set_referred(records, "b", referred=False))
    assert approval_of(records).approved_on is None
