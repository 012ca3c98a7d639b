"""Votes in customary words: what yes and no mean, how many there were, who broke a tie."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.decision import Ballot, Choice, Vote, VoteMethod
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.tally import winner
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


def vote_sentences(
    texts: Catalogue, records: Records, vote: Vote, subject: str = ""
) -> tuple[str, ...]:
    """Return the account of a vote and its result; the secretary's words replace either.

    ``subject`` is how the body's decisions begin.
    """
    account = (vote.account,) if vote.account else account_sentences(texts, records, vote)
    result = ended(vote.result) if vote.result else result_sentence(texts, records, vote, subject)
    return (*account, result) if result else account


def result_sentence(texts: Catalogue, records: Records, vote: Vote, subject: str) -> str:
    """Return what the body decided by a vote; nothing while that is not known."""
    side = winner(records, vote)
    means = {Choice.YES: vote.yes_means, Choice.NO: vote.no_means}.get(side) if side else None
    if not means or not subject:
        return ""
    clause = _clause(texts, means.strip().rstrip("."))
    return texts.text("{subject} thereby decides {clause}.", subject=subject, clause=clause)


def account_sentences(texts: Catalogue, records: Records, vote: Vote) -> tuple[str, ...]:
    """Return how it was voted, what yes and no meant, and how many there were."""
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


_VERBS = (
    ("bifall till", "att bifalla"),
    ("bifall", "att bifalla förslaget"),
    ("avslag på", "att avslå"),
    ("avslag", "att avslå förslaget"),
    ("återremiss av", "att återremittera"),
    ("återremiss", "att återremittera ärendet"),
    ("bordläggning av", "att bordlägga"),
    ("bordläggning", "att bordlägga ärendet"),
    ("val av", "att välja"),
)
"""What the body does, by what a side meant: in Swedish the noun becomes a verb."""


def _clause(texts: Catalogue, means: str) -> str:
    """Return what a side meant as it stands after "beslutar"."""
    if texts.language != "sv":
        return texts.text("in favour of {what}", what=means)
    lower = means.lower()
    if lower.startswith("att "):
        return means[:1].lower() + means[1:]
    for noun, verb in _VERBS:
        if lower == noun or (lower.startswith(f"{noun} ") and " " in noun):
            return f"{verb}{means[len(noun) :]}"
    return texts.text("in favour of {what}", what=means)


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
