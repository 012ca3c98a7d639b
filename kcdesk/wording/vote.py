"""Votes in customary words: what yes and no mean, how many there were, who broke a tie."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import Ballot, Choice, Vote, VoteMethod
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.wording.name import name_and_party
from kcdesk.wording.sentence import ended


@dataclass(frozen=True, slots=True)
class Count:
    """Votes counted; None: not known."""

    yes: int | None
    no: int | None
    abstain: int | None


def count(records: Records, vote: Vote) -> Count:
    """Count the ballots by name, or take the counts given where there are none."""
    ballots = records.children(vote.id, Ballot)
    if not ballots:
        return Count(vote.yes_count, vote.no_count, vote.abstain_count)
    choices = [ballot.choice for ballot in ballots]
    return Count(*(choices.count(each) for each in (Choice.YES, Choice.NO, Choice.ABSTAIN)))


def vote_sentences(texts: Catalogue, records: Records, vote: Vote) -> tuple[str, ...]:
    """Return the account of a vote."""
    sentences = [_method(texts, vote)]
    if vote.yes_means:
        sentences.append(texts.text("Yes is a vote for {what}", what=ended(vote.yes_means)))
    if vote.no_means:
        sentences.append(texts.text("No is a vote for {what}", what=ended(vote.no_means)))
    sentences.append(_counts(texts, count(records, vote)))
    casting = records.find(Participant, vote.casting_participant_id)
    if casting is not None:
        sentences.append(texts.text("{who} has the casting vote.", who=name_and_party(casting)))
    if vote.drawn_by_lot:
        sentences.append(texts.text("The votes are equal and lots are drawn."))
    if vote.result:
        sentences.append(ended(vote.result))
    return tuple(sentence for sentence in sentences if sentence)


def choice_name(texts: Catalogue, choice: Choice) -> str:
    """Return how somebody voted, as it stands in the roll."""
    match choice:
        case Choice.YES:
            return texts.text("yes")
        case Choice.NO:
            return texts.text("no")
        case Choice.ABSTAIN:
            return texts.text("abstains")


def _method(texts: Catalogue, vote: Vote) -> str:
    match vote.method:
        case VoteMethod.OPEN:
            return texts.text("A vote is called for and held openly.")
        case VoteMethod.SECRET:
            return texts.text("The vote is held by secret ballot.")
        case VoteMethod.ACCLAMATION:
            return texts.text("The decision is taken by acclamation.")


def _counts(texts: Catalogue, found: Count) -> str:
    if found.yes is None or found.no is None:
        return ""
    if found.abstain:
        return texts.text(
            "The vote is {yes} yes and {no} no; {abstain} abstain.",
            yes=found.yes,
            no=found.no,
            abstain=found.abstain,
        )
    return texts.text("The vote is {yes} yes and {no} no.", yes=found.yes, no=found.no)
