"""What is to be watched in a meeting as it goes on, soonest first, and how near it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.approval import Approval, DateKey, DateOverride, Notice
from kcdesk.domain.body import Body, Numbering
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.final_force import Appeal, Delivery, FinalForce
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime
from kcdesk.domain.summons import Summons
from kcdesk.services.plan_shelf import PlannedDay, WatchedMeeting
from kcdesk.services.watch.entry import (
    KIND_WORD,
    Standing,
    WatchKind,
    count,
    standing,
)
from kcdesk.services.watch.material import planned_entries
from kcdesk.services.watch.sources import watch_entries
from tests.domain.calendars import LawCalendar

LAW = LawCalendar()
MEETING = Meeting(id="m", body_id="b", day=Moment(date(2026, 11, 12)), first_paragraph=52)
BODY = Body(id="b", name="Styrelsen", regime=Regime.BOARD, numbering=Numbering.PARAGRAPH)
TODAY = date(2026, 11, 25)


def watched(*rows, meeting=MEETING, body=BODY) -> WatchedMeeting:
    return WatchedMeeting(Records("b", [body]), Records(meeting.id, [meeting, *rows]))


def of(*rows, today=TODAY, **fields):
    return watch_entries([watched(*rows, **fields)], LAW, today)


def told(entries):
    return [(each.kind, each.day.isoformat(), str(each.what)) for each in entries]


def approval(**fields) -> Approval:
    return Approval(id="a", owner_id="m", position="V", **fields)


def board(id="n", posted=None, removed=None) -> Notice:
    return Notice(id=id, owner_id="a", position=id, posted_on=posted, removed_on=removed)


APPROVED = approval(approved_on=date(2026, 11, 24))
POSTED = board(posted=date(2026, 11, 25))


def test_a_meeting_that_was_held_waits_for_its_approval():
    (entry,) = of()
    assert told([entry]) == [(WatchKind.APPROVE, "2026-11-26", "Approve the minutes")]
    assert (entry.meeting_id, entry.body, entry.pane) == ("m", "Styrelsen", "approval")
    assert entry.row_id == "m"
    assert entry.scheduled.computed.source == "KL 5:69"
    assert of(approval())[0].row_id == "a"


def test_each_step_waits_for_the_one_before():
    assert told(of(APPROVED, board())) == [(WatchKind.POST, "2026-11-26", "Post the notice")]
    assert told(of(APPROVED, POSTED)) == [
        (WatchKind.TAKE_DOWN, "2026-12-17", "Take down the notice"),
        (WatchKind.CONFIRM, "2026-12-17", "Confirm legal force"),
    ]
    down = replace(POSTED, removed_on=date(2026, 12, 17))
    assert [each.kind for each in of(APPROVED, down)] == [WatchKind.CONFIRM]
    said = FinalForce(id="f", owner_id="a", confirmed_on=date(2026, 12, 18), confirmed_by="L")
    assert of(APPROVED, down, said) == ()


def test_items_approved_at_once_go_their_own_way():
    item = Item(id="i", owner_id="m", position="A")
    at_once = Approval(
        id="x", owner_id="m", position="A", items=("i",), approved_on=MEETING.day.day
    )
    found = of(item, at_once, approval())
    assert told(found) == [
        (WatchKind.POST, "2026-11-16", "Post the notice of §\N{NO-BREAK SPACE}52"),
        (WatchKind.APPROVE, "2026-11-26", "Approve the minutes"),
    ]
    # the rest waits for its approval also before one is prepared
    assert [each.kind for each in of(item, at_once)] == [WatchKind.POST, WatchKind.APPROVE]
    texts = {
        WatchKind.APPROVE: [replace(at_once, approved_on=None)],
        WatchKind.TAKE_DOWN: [at_once, Notice(id="n", owner_id="x", posted_on=date(2026, 11, 13))],
    }
    for kind, rows in texts.items():
        assert "52" in str([str(each.what) for each in of(item, *rows) if each.kind is kind])
    last = of(item, *texts[WatchKind.TAKE_DOWN], today=date(2026, 12, 20))
    assert "legal force of" in str(next(x.what for x in last if x.kind is WatchKind.CONFIRM))


def test_an_overridden_day_is_the_one_to_keep():
    other = DateOverride(
        id="o", owner_id="a", key=DateKey.APPROVE_BY, day=date(2026, 11, 30), reason="Sjuk"
    )
    assert of(approval(), other)[0].day == date(2026, 11, 30)


def test_an_appeal_of_everything_leaves_nothing_to_confirm_until_it_is_settled():
    appeal = Appeal(id="p", owner_id="a", received_on=date(2026, 12, 1))
    assert [each.kind for each in of(APPROVED, POSTED, appeal)] == [WatchKind.TAKE_DOWN]
    for open_still in (
        replace(appeal, items=("i",)),
        replace(appeal, settled_on=date(2026, 12, 20)),
    ):
        kinds = [each.kind for each in of(APPROVED, POSTED, open_still)]
        assert WatchKind.CONFIRM in kinds


def test_an_utskott_that_only_prepares_has_no_laga_kraft_to_confirm():
    preparing = replace(BODY, regime=Regime.SUBCOMMITTEE, only_prepares=True)
    assert [each.kind for each in of(APPROVED, POSTED, body=preparing)] == [WatchKind.TAKE_DOWN]
    # Ticked once, and no utskott any more: then it holds no longer.
    for other in (replace(preparing, regime=Regime.BOARD), replace(preparing, only_prepares=False)):
        assert WatchKind.CONFIRM in [each.kind for each in of(APPROVED, POSTED, body=other)]


def test_each_party_is_confirmed_by_itself_once_it_has_the_decision():
    waiting = Delivery(id="d", owner_id="m", party="Berit")
    got = replace(waiting, delivered_on=date(2026, 11, 30))
    done = FinalForce(id="f", owner_id="a", confirmed_on=date(2026, 12, 18), confirmed_by="L")
    rest = (APPROVED, board(posted=date(2026, 11, 25), removed=date(2026, 12, 17)), done)
    assert of(*rest, waiting) == ()
    assert told(of(*rest, got)) == [
        (WatchKind.CONFIRM_PARTY, "2026-12-22", "Confirm legal force against Berit")
    ]
    assert str(of(*rest, replace(got, party=""))[0].what).endswith("a party")
    assert of(*rest, replace(got, appealed_on=date(2026, 12, 1))) == ()


COUNCIL = replace(BODY, regime=Regime.COUNCIL)


def recipient(id: str, item: str = "i", name: str = "Socialförvaltningen") -> Recipient:
    return Recipient(id=id, owner_id=item, position=id, name=name)


def test_approved_decisions_wait_until_they_are_sent():
    item = Item(id="i", owner_id="m", position="A")
    other = Item(id="j", owner_id="m", position="B")
    sub_item = Item(id="k", owner_id="j", position="A")
    rows = (item, other, sub_item, recipient("r"))
    assert WatchKind.DISPATCH not in [x.kind for x in of(*rows, approval())]
    entry = next(x for x in of(*rows, APPROVED, POSTED) if x.kind is WatchKind.DISPATCH)
    assert (entry.id, entry.row_id, entry.opens) == ("m:dispatch", "r", True)
    assert str(entry.what) == "Send the decision to Socialförvaltningen"
    assert entry.day == APPROVED.approved_on
    assert entry.scheduled is None
    assert str(entry.why).startswith("Approved on 2026-11-24: from then on it can be sent.")
    assert "FL 33" in str(entry.why)
    more = (*rows, recipient("s", "k", "Skolan"), APPROVED, POSTED)
    entry = next(x for x in of(*more) if x.kind is WatchKind.DISPATCH)
    assert str(entry.what) == "Send the decisions to 2 recipients"
    sent = Dispatch(id="d", owner_id="r", sent_on=date(2026, 11, 25))
    entry = next(x for x in of(*more, sent) if x.kind is WatchKind.DISPATCH)
    assert (entry.id, entry.row_id) == ("m:dispatch", "s")
    informal = replace(BODY, regime=Regime.INFORMAL)
    assert of(*rows, APPROVED, body=informal) == ()
    at_once = Approval(id="a", owner_id="m", items=("i",), approved_on=date(2026, 11, 12))
    late = next(x for x in of(*more[:4], more[4], at_once) if x.kind is WatchKind.DISPATCH)
    assert str(late.what).endswith("Socialförvaltningen")  # the other is not approved yet


def test_every_day_can_be_explained():
    entries = [
        *of(Item(id="i", owner_id="m", position="A"), recipient("r"), APPROVED, POSTED),
        *of(body=COUNCIL, today=date(2026, 11, 2)),
        *of(),
        *of(APPROVED),
        *of(Delivery(id="x", owner_id="m", decision_id="d", delivered_on=date(2026, 11, 20))),
    ]
    plan = Records("b", [BODY, PlannedMeeting(id="p", owner_id="b", day=MEETING.day.day,
                                              material_by=TODAY)])  # fmt: skip
    planned = PlannedDay(plan, plan.get(PlannedMeeting, "p"))
    entries += planned_entries([planned], TODAY)
    entries += watch_entries([replace(watched(), body=plan)], LAW, TODAY)
    assert {entry.kind for entry in entries} == {*WatchKind}
    unexplained = [e.kind for e in entries if e.scheduled is None and e.why is None]
    assert unexplained == []
    (material, *_) = [e for e in entries if e.kind is WatchKind.MATERIAL]
    assert str(material.why) == (
        "The body’s year plan says so for the meeting on 2026-11-12; no law does."
    )


def test_before_the_meeting_it_must_be_announced_and_summoned_to():
    before = date(2026, 11, 2)
    assert told(of(body=COUNCIL, today=before)) == [
        (WatchKind.ANNOUNCE, "2026-11-05", "Announce the meeting"),
        (WatchKind.SUMMON, "2026-11-05", "Send the summons"),
    ]
    sent = Summons(id="s", owner_id="m", sent_on=date(2026, 11, 1))
    assert [x.kind for x in of(sent, body=COUNCIL, today=before)] == [WatchKind.ANNOUNCE]
    own = replace(BODY, regime=Regime.INFORMAL, summons_days=5)
    assert told(of(body=own, today=before)) == [
        (WatchKind.SUMMON, "2026-11-07", "Send the summons")
    ]
    assert WatchKind.SUMMON not in [x.kind for x in of(body=COUNCIL)]  # it has been held


def test_informal_bodies_and_meetings_without_a_day_have_nothing_to_approve():
    assert of(body=replace(BODY, regime=Regime.INFORMAL)) == ()
    assert of(meeting=replace(MEETING, day=Moment(text="i höst"))) == ()
    assert of(meeting=replace(MEETING, day=Moment(date(9999, 12, 31)))) == ()
    assert of(meeting=replace(MEETING, day=Moment(date(9999, 12, 31))), today=date.max) == ()


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 18), Standing.LATER),
        (date(2026, 11, 19), Standing.SOON),
        (date(2026, 11, 26), Standing.SOON),
        (date(2026, 11, 27), Standing.LATE),
    ],
)
def test_what_has_a_last_day_draws_near_and_is_late(today, expected):
    (entry,) = of(today=today)
    assert standing(entry, today) is expected


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, Standing.LATER), (0, Standing.SOON), (400, Standing.SOON)]
)
def test_what_opens_is_never_late(days, expected):
    found = of(APPROVED, POSTED)
    entry = next(each for each in found if each.kind is WatchKind.CONFIRM)
    assert standing(entry, entry.day + timedelta(days=days)) is expected


def test_the_count_says_what_asks_for_something_now():
    today = date(2026, 12, 20)
    both = count([*of(today=today), *of(APPROVED, POSTED, today=today)], today)
    assert (both.late, both.soon) == (2, 1)  # approval, removal; laga kraft to confirm


def test_entries_of_all_meetings_come_soonest_first():
    later = replace(MEETING, id="z", day=Moment(date(2026, 11, 20)))
    found = watch_entries([watched(meeting=later), watched()], LAW, TODAY)
    assert [each.meeting_id for each in found] == ["m", "z"]
    assert [each.id for each in found] == ["m:approve", "z:approve"]


def test_every_kind_has_its_word():
    assert set(KIND_WORD) == set(WatchKind)
