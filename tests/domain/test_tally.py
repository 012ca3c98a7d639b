"""Ballots are counted; without any the counts by hand hold."""

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.domain.records import Records
from kcdesk.domain.tally import Tally, tally


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
