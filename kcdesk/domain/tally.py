"""The votes of a vote, counted."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voted yes and no, and how many abstained."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def is_tie(self) -> bool:
        """Whether the casting vote decides (KL 5:56)."""
        return self.yes == self.no and self.yes > 0


def tally(records: Records, vote: Vote) -> Tally:
    """Count the ballots of a vote; without any, its counts by hand hold (a secret ballot)."""
    ballots = records.children(vote.id, Ballot)
    if not ballots:
        return Tally(vote.yes_count or 0, vote.no_count or 0, vote.abstain_count or 0)
    choices = [ballot.choice for ballot in ballots]
    return Tally(*(choices.count(choice) for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)))
