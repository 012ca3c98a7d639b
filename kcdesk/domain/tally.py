"""The votes of a vote, counted, and which side they decided for."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import Ballot, Choice, Vote, VoteMethod
from kcdesk.domain.item import Item
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voted yes and no, and how many abstained."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def is_tie(self) -> bool:
        """Whether neither side has more votes (KL 5:56)."""
        return self.yes == self.no and self.yes > 0


def tally(records: Records, vote: Vote) -> Tally:
    """Count the ballots of a vote; without any, its counts by hand hold (a secret ballot)."""
    ballots = records.children(vote.id, Ballot)
    if not ballots:
        return Tally(vote.yes_count or 0, vote.no_count or 0, vote.abstain_count or 0)
    choices = [ballot.choice for ballot in ballots]
    return Tally(*(choices.count(choice) for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)))


def lots_decide(records: Records, vote: Vote) -> bool:
    """Whether a tie is broken by lot: in elections, the employment of staff, secret ballots.

    Elsewhere the chair has the casting vote (KL 5:56).
    """
    item = records.find(Item, vote.owner_id)
    in_person = item is not None and item.kind.allows_secret_ballot
    return in_person or vote.method is VoteMethod.SECRET


def winner(records: Records, vote: Vote) -> Choice | None:
    """Return the side that a vote decided for: yes, no, or None while that is not known.

    At a tie the casting vote decides as its voter had voted, else as noted.
    """
    found = tally(records, vote)
    if found.yes != found.no:
        return Choice.YES if found.yes > found.no else Choice.NO
    if not found.is_tie:
        return None
    for ballot in records.children(vote.id, Ballot):
        cast = ballot.participant_id == vote.casting_participant_id
        if cast and ballot.participant_id and ballot.choice is not Choice.ABSTAIN:
            return ballot.choice
    is_broken = vote.drawn_by_lot or vote.casting_participant_id is not None
    return vote.tie_broken_for if is_broken else None
