"""Votes: how it was voted, by whom, and who broke a tie."""

from __future__ import annotations

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive, Remove
from kcdesk.domain.records import Records
from kcdesk.domain.tally import lots_decide
from kcdesk.services.edit_part import change, new_part


def add_vote(records: Records, item_id: str, **fields: object) -> Group:
    """Return the group that adds an open vote; ``fields`` say what yes and no mean."""
    return Group(Message("Add vote"), (Insert(new_part(records, Vote, item_id, **fields)),))


def break_tie_by_chair(records: Records, vote_id: str) -> Group:
    """Return the group that notes the casting vote of whoever chairs the item (KL 5:56); an empty
    one where nobody does, or lots decide.
    """
    vote = records.get(Vote, vote_id)
    chair = AttendanceRegister(records).chair_at(records.get(Item, vote.owner_id))
    if chair is None or lots_decide(records, vote):
        return Group(Message("Change vote"), ())
    return change_vote(records, vote_id, casting_participant_id=chair.id, drawn_by_lot=False)


def change_vote(records: Records, id: str, **fields: object) -> Group:
    """Return the group that changes fields of a vote."""
    return change(records, id, Message("Change vote"), fields)


def set_ballot(records: Records, vote_id: str, participant_id: str, choice: Choice | None) -> Group:
    """Return the group that notes how somebody voted; None takes the note away."""
    label = Message("Note a ballot")
    known = ballots_by_voter(records, vote_id).get(participant_id)
    if known is not None and choice is not None:
        return Group(label, records.setting(known.id, "choice", choice))
    if known is not None:
        return Group(label, (Remove(known),))
    if choice is None:
        return Group(label, ())
    ballot = new_part(records, Ballot, vote_id, participant_id=participant_id, choice=choice)
    return Group(label, (Insert(ballot),))


def fill_ballots(records: Records, vote_id: str, choice: Choice) -> Group:
    """Return the group that lets all who serve and have no ballot yet vote alike."""
    vote = records.get(Vote, vote_id)
    item = records.get(Item, vote.owner_id)
    voted = ballots_by_voter(records, vote_id)
    operations: list[Primitive] = []
    for each in AttendanceRegister(records).serving(item):
        if each.id not in voted:
            group = set_ballot(records, vote_id, each.id, choice)
            records = records.apply(group)
            operations += group.operations
    return Group(Message("Note the remaining ballots"), tuple(operations))


def ballots_by_voter(records: Records, vote_id: str) -> dict[str, Ballot]:
    """Return the ballots of a vote by participant."""
    rows = records.children(vote_id, Ballot)
    return {row.participant_id: row for row in rows if row.participant_id}
