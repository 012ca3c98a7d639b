"""Checks 15–23: approval, signatures, notices and their days."""

from datetime import date, timedelta

import pytest

from kcdesk.domain.approval import Approval, Approver, DateKey, DateOverride, Notice
from kcdesk.domain.body import Regime, RoleKind, TakeDown
from kcdesk.domain.decision import AppealRoute
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Attendance, Role
from tests.services.check.case import MUST, PRACTICE, TIP, Case, check_case, said
from tests.services.check.scene import APPROVED, HELD, LAST_APPEAL_DAY, POSTED, Scene

DAY = timedelta(days=1)
LIMIT = date(2026, 11, 26)  # the fourteenth day, a Thursday
FRIDAY = date(2026, 11, 20)  # its second day is a Sunday
MONDAY = date(2026, 11, 23)
ANOTHER = Notice(id="n2", owner_id="a", board="Övre Forsa kommun")
AT_ONCE = Approval(
    id="now",
    owner_id="m",
    items=("choose",),
    place="Sessionssalen",
    planned_on=HELD,
    storage_location="Kansliet",
)


def replaced(scene: Scene, key: DateKey, day: date, reason: str = "stängt") -> Scene:
    return scene.add(DateOverride(id="o", owner_id="a", key=key, day=day, reason=reason))


def approved(scene: Scene, day: date | None) -> Scene:
    scene.set("signer", signed_on=day).set("n", posted_on=day + DAY if day else None)
    return scene.set("a", approved_on=day)


def at_once(scene: Scene, *, marked: bool = True, posted: bool = True) -> Scene:
    scene.set("choose", immediate_approval=marked).add(AT_ONCE)
    scene.add(Approver(id="now-signer", owner_id="now", participant_id="bo"))
    if posted:
        scene.add(Notice(id="now-notice", owner_id="now", board="Kommunens anslagstavla"))
    return scene


def joint(scene: Scene) -> Scene:
    return scene.body(regime=Regime.JOINT_COMMITTEE).board("Norråsa")


CASES = [
    Case(
        "approved late",
        15,
        MUST,
        lambda s: approved(s, LIMIT + DAY),
        lambda s: approved(s, LIMIT),
    ),
    Case(
        "not approved in time",
        15,
        MUST,
        lambda s: approved(s, None).on(LIMIT + DAY),
        lambda s: approved(s, None).on(LIMIT),
    ),
    Case(
        "nothing prepared in time",
        15,
        MUST,
        lambda s: s.drop("a").on(LIMIT + DAY),
        lambda s: s.drop("a").on(LIMIT + DAY).set("m", day=Moment()),
    ),
    Case(
        "another last day",
        15,
        PRACTICE,
        lambda s: replaced(s, DateKey.APPROVE_BY, LIMIT + DAY),
        lambda s: replaced(s, DateKey.TAKE_DOWN, LIMIT + DAY),
    ),
    Case(
        "approved before the meeting",
        16,
        MUST,
        lambda s: approved(s, HELD - DAY),
        lambda s: approved(s, HELD),
    ),
    Case(
        "posted before the approval",
        16,
        MUST,
        lambda s: s.set("n", posted_on=APPROVED - DAY),
        lambda s: s.set("n", posted_on=APPROVED),
    ),
    Case(
        "posted before the meeting",
        16,
        MUST,
        lambda s: approved(s, None).set("n", posted_on=HELD - DAY),
        lambda s: approved(s, HELD).set("n", posted_on=HELD),
    ),
    Case(
        "posted without any approval",
        16,
        MUST,
        lambda s: approved(s, None).set("n", posted_on=POSTED),
        lambda s: approved(s, None),
    ),
    Case(
        "taken down before it was posted",
        16,
        MUST,
        lambda s: s.set("n", removed_on=POSTED - DAY),
        lambda s: s.set("n", removed_on=POSTED),
    ),
    Case(
        "signed before the meeting",
        16,
        MUST,
        lambda s: s.set("signer", signed_on=HELD - DAY),
        lambda s: s.set("signer", signed_on=HELD),
    ),
    Case(
        "signed after the approval",
        16,
        MUST,
        lambda s: s.set("signer", signed_on=APPROVED + DAY),
        lambda s: s.set("signer", signed_on=None),
    ),
    Case(
        "posted late",
        17,
        MUST,
        lambda s: s.set("n", posted_on=APPROVED + 3 * DAY),
        lambda s: s.set("n", posted_on=APPROVED + 2 * DAY),
    ),
    Case(
        "not posted in time",
        17,
        MUST,
        lambda s: s.set("n", posted_on=None).on(APPROVED + 3 * DAY),
        lambda s: s.set("n", posted_on=None).on(APPROVED + 2 * DAY),
    ),
    Case(
        "in time thanks to a Sunday",
        17,
        TIP,
        lambda s: approved(s, FRIDAY).set("n", posted_on=MONDAY),
        lambda s: approved(s, FRIDAY).set("n", posted_on=FRIDAY),
    ),
    Case(
        "another day to post by",
        17,
        PRACTICE,
        lambda s: replaced(s, DateKey.POST_BY, POSTED),
        lambda s: replaced(s, DateKey.LAST_APPEAL_DAY, POSTED),
    ),
    Case(
        "taken down early",
        18,
        MUST,
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY - DAY),
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY + DAY),
    ),
    Case(
        "taken down on the last day",
        18,
        PRACTICE,
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY),
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY + DAY),
    ),
    Case(
        "another last appeal day",
        18,
        PRACTICE,
        lambda s: replaced(s, DateKey.LAST_APPEAL_DAY, LIMIT, ""),
        lambda s: s,
    ),
    Case(
        "against the custom",
        19,
        TIP,
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY + 3 * DAY),
        lambda s: s.set("n", removed_on=LAST_APPEAL_DAY + DAY),
    ),
    Case(
        "the day after, where the last day is the custom",
        19,
        TIP,
        lambda s: s.body(take_down=TakeDown.LAST_DAY).set("n", removed_on=LAST_APPEAL_DAY + DAY),
        lambda s: s.body(take_down=TakeDown.LAST_DAY).set("n", removed_on=LAST_APPEAL_DAY),
    ),
    Case(
        "another day to take it down",
        19,
        TIP,
        lambda s: replaced(s, DateKey.TAKE_DOWN, LIMIT),
        lambda s: s.set("n", removed_on=POSTED),
    ),
    Case(
        "kept nowhere",
        20,
        MUST,
        lambda s: s.set("a", storage_location=" "),
        lambda s: s,
    ),
    Case(
        "no board",
        20,
        MUST,
        lambda s: s.drop("n"),
        lambda s: s.drop("n").set("m", state=MeetingState.APPROVAL),
    ),
    Case(
        "no posting day",
        20,
        MUST,
        lambda s: s.set("n", posted_on=None),
        lambda s: s.set("n", posted_on=None).set("m", state=MeetingState.APPROVAL),
    ),
    Case(
        "a board without its day",
        21,
        MUST,
        lambda s: s.add(ANOTHER),
        lambda s: s.add(ANOTHER).set("n2", posted_on=POSTED),
    ),
    Case(
        "no board has a day yet",
        21,
        MUST,
        lambda s: s.add(ANOTHER).set("n", posted_on=None),
        lambda s: s.add(ANOTHER).set("n", posted_on=None).set("m", state=MeetingState.REVIEW),
    ),
    Case(
        "no notice at a member",
        21,
        MUST,
        joint,
        lambda s: s.board("Norråsa"),
    ),
    Case(
        "marked and not approved",
        22,
        PRACTICE,
        lambda s: s.set("choose", immediate_approval=True),
        at_once,
    ),
    Case(
        "approved and not marked",
        22,
        PRACTICE,
        lambda s: at_once(s, marked=False),
        at_once,
    ),
    Case(
        "approved at once without notice",
        22,
        PRACTICE,
        lambda s: at_once(s, posted=False),
        at_once,
    ),
    Case("nothing prepared", 23, PRACTICE, lambda s: s.drop("a"), lambda s: s),
    Case("no approver", 23, PRACTICE, lambda s: s.drop("signer"), lambda s: s),
    Case(
        "an approver of no name",
        23,
        PRACTICE,
        lambda s: s.set("signer", participant_id=None),
        lambda s: s.set("signer", participant_id=None, name="Bo Ek"),
    ),
    Case(
        "an absent approver",
        23,
        PRACTICE,
        lambda s: s.set("signer", participant_id="eva"),
        lambda s: s.set("eva", attendance=Attendance.PRESENT).set("signer", participant_id="eva"),
    ),
    Case(
        "no place",
        23,
        PRACTICE,
        lambda s: s.set("a", place=""),
        lambda s: s.set("a", planned_on=None),
    ),
    Case(
        "no day agreed",
        23,
        PRACTICE,
        lambda s: approved(s, None).set("a", planned_on=None),
        lambda s: approved(s, None),
    ),
]


SENDING = [
    Case(
        "not sent",
        36,
        PRACTICE,
        lambda s: s.drop("letter"),
        lambda s: approved(s.drop("letter"), None),
    ),
    Case(
        "prepared and not sent",
        36,
        PRACTICE,
        lambda s: s.set("letter", sent_on=None),
        lambda s: s.set("told", name=" ").set("letter", sent_on=None),
    ),
    Case("sent by nobody", 36, PRACTICE, lambda s: s.set("letter", sent_by=""), lambda s: s),
    Case(
        "sent before the approval",
        36,
        PRACTICE,
        lambda s: s.set("letter", sent_on=HELD),
        lambda s: s.set("letter", sent_on=HELD).drop("a"),
    ),
    Case(
        "nobody told how to appeal",
        36,
        PRACTICE,
        lambda s: s.set("chosen", appeal=AppealRoute.ADMINISTRATIVE),
        lambda s: s.set("decided", appeal=AppealRoute.ADMINISTRATIVE),
    ),
    Case(
        "a party is named",
        36,
        PRACTICE,
        lambda s: s.set("chosen", appeal=AppealRoute.ADMINISTRATIVE).add(
            Delivery(id="d", owner_id="m", decision_id="decided", party="Bo")
        ),
        lambda s: s.set("chosen", appeal=AppealRoute.ADMINISTRATIVE).add(
            Delivery(id="d", owner_id="m", decision_id="chosen", party="Bo")
        ),
    ),
]


@pytest.mark.parametrize("case", [*CASES, *SENDING], ids=str)
def test_what_spoils_the_days(case: Case) -> None:
    check_case(case)


def mended(scene: Scene, number: int) -> Scene:
    """The meeting after the fix of its only finding, against which the check has nothing."""
    (found,) = scene.of(number)
    assert found.fix is not None
    records = scene.records()
    scene.rows = {row.id: row for row in records.apply(found.fix.make(records))}
    assert scene.of(number) == []
    return scene


def test_late_approval_says_by_which_day() -> None:
    (found,) = approved(Scene(), LIMIT + DAY).of(15)
    assert said(found) == (
        "Approval: Approved on 27 November 2026; the last day was 26 November 2026."
    )
    assert found.source == "KL 5:69"


def test_nothing_is_counted_without_a_day() -> None:
    scene = Scene().set("m", day=Moment()).set("n", removed_on=POSTED)
    assert [number for number in (15, 17, 18, 19) if scene.of(number)] == []


def test_what_is_approved_at_once_needs_its_notice_before_the_others() -> None:
    scene = at_once(Scene().set("m", state=MeetingState.REVIEW)).set("now", approved_on=HELD)
    (found,) = scene.of(20)
    assert said(found) == "Approval of § 54: The notice has no posting day."


def test_a_replaced_day_goes_back_to_the_computed_one() -> None:
    for number, key in ((15, DateKey.APPROVE_BY), (19, DateKey.TAKE_DOWN)):
        assert "o" not in mended(replaced(Scene(), key, LIMIT, ""), number).rows
    assert said(replaced(Scene(), DateKey.POST_BY, POSTED).of(17)[0]).endswith(
        "25 November 2026 holds instead of the computed day: stängt"
    )
    undecided = Scene().add(DateOverride(id="o", owner_id="a", key=DateKey.POST_BY))
    assert undecided.of(17) == []


def test_the_usual_storage_place_is_offered() -> None:
    scene = mended(Scene().set("a", storage_location=""), 20)
    assert scene.rows["a"].storage_location == "Kansliet"
    (found,) = Scene().set("a", storage_location="").body(storage_location="").of(20)
    assert found.fix is None


def test_a_missing_board_is_offered() -> None:
    unposted = joint(Scene()).set("n", posted_on=None).set("m", state=MeetingState.APPROVAL)
    scene = mended(unposted, 21)
    assert [row.board for row in scene.rows.values() if isinstance(row, Notice)] == [
        "Kommunens anslagstavla",
        "Norråsa",
    ]


def test_immediate_approval_is_prepared_or_marked() -> None:
    scene = Scene().set("choose", immediate_approval=True).board("Webben")
    (found,) = scene.of(22)
    assert len([row for row in mended(scene, 22).rows.values() if row.table == "approval"]) == 2
    assert found.fix is not None
    assert not found.fix.make(scene.records()), "a second press prepares no second one"
    assert mended(at_once(Scene(), marked=False), 22).rows["choose"].immediate_approval


def test_the_approval_is_prepared_and_who_was_chosen_added() -> None:
    scene = Scene().drop("a").board("Webben")
    scene.add(Role(id="chosen-bo", owner_id="bo", kind=RoleKind.APPROVER))
    (found,) = scene.of(23)
    assert found.fix is not None
    prepared = scene.records().apply(found.fix.make(scene.records()))
    assert not found.fix.make(prepared)
    scene.rows = {row.id: row for row in prepared}
    approver, lacking = scene.of(23)
    assert said(lacking) == "Approval: Place or day of the approval is missing."
    assert approver.fix is not None
    after = prepared.apply(approver.fix.make(prepared))
    assert [row.participant_id for row in after.all(Approver)] == ["bo"]


def test_the_place_alone_lacks_where_the_day_is_history() -> None:
    (found,) = Scene().set("a", place="").of(23)
    assert said(found) == "Approval: The place of the approval is missing."
