"""Votes: their account, and the table by name that an open vote asks for (KL 5:67)."""

from __future__ import annotations

from kcdesk.documents.rich_text import Pieces, lead_in
from kcdesk.documents.story import Story
from kcdesk.documents.table import TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Ballot, Choice, Vote
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant
from kcdesk.wording.name import name_and_party
from kcdesk.wording.secrecy import withheld
from kcdesk.wording.sentence import capital
from kcdesk.wording.subject import body_subject
from kcdesk.wording.vote import choice_name, count, vote_sentences

_CHOICES = (Choice.YES, Choice.NO, Choice.ABSTAIN)


def votes(story: Story, item: Item, parent: Element, width: float) -> Pieces:
    """Return the account of each vote of an item."""
    setter, style = story.typesetter, story.styles.text
    pieces: Pieces = []
    for vote in story.records.children(item.id, Vote):
        account = _account(story, vote)
        lead = lead_in(setter, story.heading(ItemPart.VOTES, story.texts.text("Vote")), style)
        stretches = [*lead, *setter.plain(account, style)]
        pieces.append(setter.paragraph(parent.add("P"), stretches, style))
        if story.records.children(vote.id, Ballot):
            pieces.append(table(setter, parent, _roll(story, vote), width))
    return pieces


def _account(story: Story, vote: Vote) -> str:
    if vote.secret and story.is_public:
        return withheld(story.texts, vote.secrecy_ground)
    subject = body_subject(story.texts, story.body) if story.profile.is_formal else ""
    return " ".join(vote_sentences(story.texts, story.records, vote, subject))


def _roll(story: Story, vote: Vote) -> TableText:
    texts = story.texts
    names = [choice_name(texts, choice) for choice in _CHOICES]
    head = [[texts.text("Member")], *([capital(name)] for name in names)]
    rows = []
    for ballot in story.records.children(vote.id, Ballot):
        participant = story.records.find(Participant, ballot.participant_id)
        who = name_and_party(participant) if participant else ""
        marks = [
            [name] if ballot.choice is choice else []
            for choice, name in zip(_CHOICES, names, strict=True)
        ]
        rows.append([[who], *marks])
    found = count(story.records, vote)
    total = [str(each or 0) for each in (found.yes, found.no, found.abstain)]
    rows.append([[texts.text("Total")], *([each] for each in total)])
    return TableText(
        head,
        rows,
        shares=(52, 16, 16, 16),
        row_heads=True,
        padding=2.0,
        align_amounts=False,
        total=True,
    )
