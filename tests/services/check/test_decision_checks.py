"""Checks 2 and 5–14: proposals, votes, decisions, reservations, jäv."""

from dataclasses import replace
from datetime import date, time

import pytest

from kcdesk.domain.action import Action
from kcdesk.domain.body import Regime
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
from kcdesk.domain.item import Item, ItemKind, Presenter, Recusal
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import Presence
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span
from kcdesk.domain.section import Contribution
from tests.services.check.case import MUST, PRACTICE, Case, check_case, said
from tests.services.check.scene import APPROVED, HELD, Scene

EMPTY = Item(id="new", owner_id="m", title="Ny", kind=ItemKind.INFORMATION)
RECUSED = Recusal(id="jav", owner_id="choose", participant_id="bo")


def tied(scene: Scene, **vote: object) -> Scene:
    """Two against two; ``sam`` abstains."""
    return scene.set("by-dan", choice=Choice.NO).set("vote", **vote)


def unsettled(scene: Scene) -> Scene:
    """Nothing tells what became of the motions: the program cannot write their order."""
    scene.drop("order", "vote")
    return scene.set("yes", fate=MotionFate.OPEN).set("no", fate=MotionFate.OPEN)


def secret(scene: Scene) -> Scene:
    scene.set("vote", method=VoteMethod.SECRET, yes_count=3, no_count=1)
    return scene.drop(*[f"by-{id}" for id in ("anna", "bo", "cia", "dan", "sam")])


def election(scene: Scene) -> Scene:
    return scene.set("plan", kind=ItemKind.ELECTION)


def moved(**fields: object) -> Motion:
    fields = {"movers": ("dan",), **fields}
    return Motion(id="more", owner_id="choose", **fields)


CASES = [
    Case(
        "no decision",
        2,
        MUST,
        lambda s: s.drop("decided"),
        lambda s: s.set("decided", as_proposed=True).drop("decided-text"),
    ),
    Case(
        "an empty decision",
        2,
        MUST,
        lambda s: s.drop("decided").add(Decision(id="d", owner_id="plan")).text("d", "  "),
        lambda s: (
            s.drop("decided")
            .add(Item(id="sub", owner_id="plan", title="Del"))
            .add(Decision(id="d", owner_id="sub"))
            .text("d", "Antas.")
        ),
    ),
    Case(
        "a passage that decides is a decision",
        2,
        MUST,
        lambda s: s.drop("chosen"),
        lambda s: (
            s.drop("chosen")
            .set("opening", owner_id="choose")
            .set("opening-text", spans=(Span("Bo Ek väljs.", (Mark.DECISION,)),))
        ),
    ),
    Case(
        "handled without a word",
        2,
        MUST,
        lambda s: s.add(replace(EMPTY, actual_start=ClockTime(time(10)))),
        lambda s: s.add(replace(EMPTY, kind=ItemKind.FORMALITY, done=True)),
    ),
    Case(
        "nothing written",
        2,
        PRACTICE,
        lambda s: s.add(EMPTY),
        lambda s: s.add(EMPTY).add(Action(id="act", owner_id="new", text="Ring")),
    ),
    Case(
        "nothing moved",
        5,
        MUST,
        lambda s: s.add(moved(kind=MotionKind.AMENDMENT, text=" ")),
        lambda s: s.add(moved(kind=MotionKind.AMENDMENT, fate=MotionFate.WITHDRAWN)),
    ),
    Case(
        "moved by nobody",
        5,
        PRACTICE,
        lambda s: s.add(moved(movers=())),
        lambda s: s.add(moved(movers=(), mover_text="Centerpartiet")),
    ),
    Case(
        "a vote without proposals",
        5,
        MUST,
        lambda s: s.drop("no"),
        lambda s: s.drop("yes"),
    ),
    Case(
        "two proposals and no order",
        6,
        MUST,
        unsettled,
        lambda s: unsettled(s).set("no", kind=MotionKind.ASSENT),
    ),
    Case(
        "the program writes the order of motions that are settled",
        6,
        MUST,
        unsettled,
        lambda s: unsettled(s).set("yes", fate=MotionFate.CARRIED),
    ),
    Case(
        "two wordings and no order",
        6,
        MUST,
        lambda s: s.add(moved(kind=MotionKind.OWN, text="Bo")).add(
            replace(moved(kind=MotionKind.OWN, text="Cia"), id="other")
        ),
        lambda s: s.add(moved(kind=MotionKind.OWN, text="Bo")).add(
            replace(moved(kind=MotionKind.OWN, text="bo "), id="other")
        ),
    ),
    Case(
        "no result",
        7,
        MUST,
        lambda s: secret(s).set("vote", result="", yes_count=None, no_count=None),
        lambda s: secret(s).set("vote", result=""),
    ),
    Case("a tie and no result", 7, MUST, lambda s: tied(s, result=""), tied),
    Case(
        "one voter missing",
        8,
        MUST,
        lambda s: s.drop("by-sam"),
        lambda s: s.drop("by-sam").set("serving", until_item_id="open"),
    ),
    Case(
        "open and no names",
        8,
        MUST,
        lambda s: secret(s).set("vote", method=VoteMethod.OPEN),
        lambda s: secret(s).set("vote", method=VoteMethod.ACCLAMATION),
    ),
    Case(
        "other numbers",
        8,
        MUST,
        lambda s: s.set("vote", yes_count=4),
        lambda s: s.set("vote", yes_count=3, no_count=1, abstain_count=1),
    ),
    Case(
        "a listener votes",
        9,
        MUST,
        lambda s: s.add(Ballot(id="x", owner_id="vote", participant_id="tea")),
        lambda s: s.set("serving", until_item_id="plan"),
    ),
    Case(
        "one who left votes",
        9,
        MUST,
        lambda s: s.add(Presence(id="x", owner_id="dan", until_item_id="open")),
        lambda s: s.add(Presence(id="x", owner_id="dan", until_item_id="plan")),
    ),
    Case(
        "jäv and a vote",
        9,
        MUST,
        lambda s: s.add(replace(RECUSED, owner_id="plan")),
        lambda s: s.add(RECUSED),
    ),
    Case(
        "a vote of nobody",
        9,
        MUST,
        lambda s: s.set("by-bo", participant_id=None),
        lambda s: s,
    ),
    Case("a tie left open", 10, MUST, tied, lambda s: tied(s, casting_participant_id="anna")),
    Case(
        "a tie broken by lot",
        10,
        MUST,
        lambda s: tied(s, drawn_by_lot=True),
        lambda s: election(tied(s, drawn_by_lot=True)),
    ),
    Case(
        "an election settled by the chair",
        10,
        MUST,
        lambda s: election(tied(s, casting_participant_id="anna")),
        lambda s: tied(s, drawn_by_lot=True).set("plan", kind=ItemKind.EMPLOYMENT),
    ),
    Case(
        "the casting vote of another",
        10,
        MUST,
        lambda s: tied(s, casting_participant_id="bo"),
        lambda s: tied(s, casting_participant_id="bo").drop("chair"),
    ),
    Case(
        "a casting vote for nothing",
        10,
        MUST,
        lambda s: s.set("vote", casting_participant_id="anna"),
        lambda s: s,
    ),
    Case(
        "names of a secret ballot",
        11,
        MUST,
        lambda s: election(s).set("vote", method=VoteMethod.SECRET),
        lambda s: election(secret(s)),
    ),
    Case("secret, but no election", 11, MUST, secret, lambda s: election(secret(s))),
    Case(
        "reserves without part",
        12,
        MUST,
        lambda s: s.set("against", participants=("cia", "lisa")),
        lambda s: s.set("against", participants=("lisa",), kind=ReservationKind.MINUTES_NOTE),
    ),
    Case(
        "one who abstained reserves",
        12,
        MUST,
        lambda s: s.set("against", participants=("sam",)),
        lambda s: s.set("by-sam", choice=Choice.NO).set("against", participants=("sam",)),
    ),
    Case(
        "whose reservation",
        12,
        MUST,
        lambda s: s.set("against", participants=()),
        lambda s: s.set("against", participants=("bo",)),
    ),
    Case(
        "reasons after the approval",
        12,
        PRACTICE,
        lambda s: s.set("against", handed_in=date(2026, 11, 25)),
        lambda s: s.set("against", handed_in=APPROVED),
    ),
    Case(
        "a listener reserves",
        13,
        MUST,
        lambda s: s.set("against", participants=("tea",)),
        lambda s: s.set("against", participants=("tea",), kind=ReservationKind.OPINION_NOTED),
    ),
    Case(
        "jäv of nobody",
        14,
        MUST,
        lambda s: s.add(replace(RECUSED, participant_id=None)),
        lambda s: s.add(RECUSED),
    ),
    Case(
        "jäv and a motion",
        14,
        MUST,
        lambda s: s.add(RECUSED).add(moved(movers=("bo",))),
        lambda s: s.add(RECUSED).add(moved(movers=("bo",), fate=MotionFate.WITHDRAWN)),
    ),
    Case(
        "jäv and a reservation",
        14,
        MUST,
        lambda s: s.add(RECUSED).add(Reservation(id="r", owner_id="choose", participants=("bo",))),
        lambda s: s.add(RECUSED).add(Reservation(id="r", owner_id="choose", participants=("cia",))),
    ),
    Case(
        "jäv and the casting vote",
        14,
        MUST,
        lambda s: s.add(RECUSED).add(Vote(id="v", owner_id="choose", casting_participant_id="bo")),
        lambda s: s.add(RECUSED).add(Vote(id="v", owner_id="choose")),
    ),
    Case(
        "jäv and a word in a committee",
        14,
        MUST,
        lambda s: s.add(RECUSED).add(Contribution(id="c", owner_id="choose", participant_id="bo")),
        lambda s: (
            s.add(RECUSED)
            .body(regime=Regime.COUNCIL)
            .add(Presenter(id="c", owner_id="choose", participant_id="bo"))
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_spoils_a_decision(case: Case) -> None:
    check_case(case)


def mended(scene: Scene, number: int) -> Records:
    """The meeting after the fix of its only finding, against which the check has nothing."""
    (found,) = scene.of(number)
    assert found.fix is not None
    after = scene.records().apply(found.fix.make(scene.records()))
    scene.rows = {row.id: row for row in after}
    assert scene.of(number) == []
    return after


def test_a_vote_that_is_nobodys_can_be_taken_away() -> None:
    scene = Scene().add(Ballot(id="x", owner_id="vote", participant_id="tea"))
    assert said(scene.of(9)[0]) == "§ 53: Tea Nord voted, but did not serve."
    assert "x" not in mended(scene, 9)


def test_the_chairs_casting_vote_can_be_noted() -> None:
    after = mended(tied(Scene()), 10)
    assert after.get(Vote, "vote").casting_participant_id == "anna"
    nobody = tied(Scene()).drop("chair").of(10)
    assert [each.fix for each in nobody] == [None]


def test_the_names_of_a_secret_ballot_become_numbers() -> None:
    scene = election(Scene()).set("vote", method=VoteMethod.SECRET)
    after = mended(scene, 11)
    vote = after.get(Vote, "vote")
    assert (vote.yes_count, vote.no_count, vote.abstain_count) == (3, 1, 1)
    assert after.all(Ballot) == ()


def test_the_numbers_give_way_to_the_names() -> None:
    assert mended(Scene().set("vote", yes_count=9), 8).get(Vote, "vote").yes_count is None


def test_a_listeners_reservation_becomes_an_opinion_noted() -> None:
    scene = Scene().set("against", participants=("tea",))
    assert scene.of(12) == []
    after = mended(scene, 13)
    assert after.get(Reservation, "against").kind is ReservationKind.OPINION_NOTED
    together = Scene().set("against", participants=("cia", "tea")).of(13)
    assert [each.fix for each in together] == [None], "Cia's reservation must stand"


def test_the_proposition_order_gets_its_place() -> None:
    scene = unsettled(Scene())
    (found,) = scene.of(6)
    assert found.fix is not None
    assert len(scene.records().apply(found.fix.make(scene.records()))) == len(scene.rows) + 1


def test_reasons_before_any_approval_are_not_late() -> None:
    scene = Scene().drop("a").set("against", handed_in=HELD)
    assert scene.of(12) == []


def test_reasons_are_due_by_the_rules_of_the_body_and_by_no_law() -> None:
    (late,) = Scene().set("against", handed_in=date(2026, 11, 25)).of(12)
    assert str(late.source) == "the body's rules of procedure"


@pytest.mark.parametrize(
    ("regime", "voted", "moved"),
    [
        (Regime.COUNCIL, "KL 5:67, 5:47", "KL 5:47"),
        (Regime.BOARD, "KL 5:67, 6:30", "KL 6:28, 6:30"),
    ],
)
def test_of_jav_the_rule_of_the_kind_of_body_is_named(regime, voted, moved) -> None:
    scene = Scene().body(regime=regime)
    scene.add(Recusal(id="jav", owner_id="plan", participant_id="bo"))
    assert {each.source for each in scene.of(9)} == {voted}
    assert {each.source for each in scene.of(14)} == {moved}
