"""Ballots are counted; without any the counts by hand hold."""

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.decision import Ballot, Choice, Vote, VoteMethod
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.domain.tally import Tally, lots_decide, tally, winner


def test_ballots_are_counted_and_counts_by_hand_ignored() -> None:
    vote = Vote(id="v", yes_count=9)
    choices = (Choice.YES, Choice.NO, Choice.YES, Choice.NO, Choice.ABSTAIN)
    ballots = [
        Ballot(id=f"b{at}", owner_id="v", position=f"a{at}", choice=choice)
        for at, choice in enumerate(choices)
    ]
    found = tally(Records("v", [vote, *ballots]), vote)
    assert found == Tally(2, 2, 1)
    assert found.is_tie


def test_without_ballots_the_counts_hold() -> None:
    vote = Vote(id="v", yes_count=4, no_count=3)
    found = tally(Records("v", [vote]), vote)
    assert found == Tally(4, 3, 0)
    assert not found.is_tie
    assert not Tally().is_tie


def in_item(kind: ItemKind, vote: Vote, *ballots: Ballot) -> Records:
    item = Item(id="i", owner_id="m", kind=kind)
    return Records("m", [Meeting(id="m"), item, vote, *ballots])


def vote(**fields: object) -> Vote:
    return Vote(id="v", owner_id="i", **fields)


@pytest.mark.parametrize(
    ("fields", "side"),
    [
        ({"yes_count": 4, "no_count": 3}, Choice.YES),
        ({"yes_count": 3, "no_count": 4}, Choice.NO),
        ({}, None),
        ({"yes_count": 3, "no_count": 3}, None),
        ({"yes_count": 3, "no_count": 3, "tie_broken_for": Choice.NO}, None),
        (
            {"yes_count": 3, "no_count": 3, "drawn_by_lot": True, "tie_broken_for": Choice.NO},
            Choice.NO,
        ),
        (
            {
                "yes_count": 3,
                "no_count": 3,
                "casting_participant_id": "p",
                "tie_broken_for": Choice.YES,
            },
            Choice.YES,
        ),
    ],
)
def test_the_side_with_more_votes_wins_and_a_tie_as_it_was_broken(fields, side) -> None:
    held = vote(**fields)
    assert winner(in_item(ItemKind.DECISION, held), held) is side


def test_the_casting_vote_is_the_casters_own() -> None:
    held = vote(casting_participant_id="p")
    ballots = [
        Ballot(id="a", owner_id="v", participant_id="p", choice=Choice.NO),
        Ballot(id="b", owner_id="v", participant_id="q", choice=Choice.YES),
    ]
    assert winner(in_item(ItemKind.DECISION, held, *ballots), held) is Choice.NO


@pytest.mark.parametrize("kind", ItemKind)
def test_lots_break_ties_in_elections_and_employment(kind) -> None:
    held = vote()
    expected = kind in (ItemKind.ELECTION, ItemKind.EMPLOYMENT)
    assert lots_decide(in_item(kind, held), held) is expected
    secret = vote(method=VoteMethod.SECRET)
    assert lots_decide(in_item(kind, secret), secret)
