"""The parts of an item's text, one function a part; the body's profile puts them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kcdesk.documents.item.action import action_table, followed_table
from kcdesk.documents.item.decision import decisions
from kcdesk.documents.item.formal import order_of_propositions
from kcdesk.documents.item.vote import votes
from kcdesk.documents.rich_text import Pieces, lead_in, rich_text, with_headings
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.block import Block
from kcdesk.domain.body import ItemPart
from kcdesk.domain.decision import Motion, Reservation
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.participant import Participant
from kcdesk.domain.section import Contribution, Section
from kcdesk.wording.motion import motion_sentence
from kcdesk.wording.name import name_and_party
from kcdesk.wording.part import reservation_heading
from kcdesk.wording.reservation import reservation_sentence
from kcdesk.wording.secrecy import withheld


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part goes: under which element, how wide, and the level of headings in it."""

    parent: Element
    width: float
    level: int


Part = Callable[[Story, Item, Place], Pieces]


def sections(story: Story, found: Iterable[Section], place: Place) -> Pieces:
    """Return sections of running text, one after the other."""
    return [piece for section in found for piece in _section(story, section, place)]


def _section(story: Story, section: Section, place: Place) -> Pieces:
    setter, texts = story.typesetter, story.texts
    heading = section.label or story.section_heading(section.kind)
    if section.after_meeting:
        added = texts.text("added after the meeting")
        heading = f"{heading} ({added})" if heading else added.capitalize()
    if section.secret and story.is_public:
        sentence = withheld(texts, section.secrecy_ground)
        lead = lead_in(setter, heading, story.styles.text) if heading else []
        stretches = [*lead, *setter.plain(sentence, story.styles.text, italic=True)]
        return [setter.paragraph(place.parent.add("P"), stretches, story.styles.text)]
    blocks = story.records.children(section.id, Block)
    if not blocks:
        return []
    return rich_text(
        setter, place.parent, blocks, width=place.width, heading_level=place.level, lead=heading
    )


def _decisions_before_notes(story: Story, item: Item, place: Place) -> Pieces:
    return decisions(story, item, place.parent, place.width, place.level, before_notes=True)


def _decisions(story: Story, item: Item, place: Place) -> Pieces:
    return decisions(story, item, place.parent, place.width, place.level, before_notes=False)


def motions(story: Story, item: Item, place: Place) -> Pieces:
    """Return the yrkanden, each on its own line."""
    sentences = [
        sentence
        for motion in story.records.children(item.id, Motion)
        if (sentence := _motion(story, motion))
    ]
    customary = story.texts.plural("Motion", "Motions", len(sentences))
    heading = story.heading(ItemPart.MOTIONS, customary)
    return _sentences(story, place, heading, sentences)


def _motion(story: Story, motion: Motion) -> str:
    if motion.secret and story.is_public:
        return withheld(story.texts, motion.secrecy_ground)
    return motion_sentence(story.texts, story.records, motion)


def _sentences(story: Story, place: Place, heading: str, sentences: list[str]) -> Pieces:
    setter, style = story.typesetter, story.styles.text
    pieces: Pieces = []
    for number, sentence in enumerate(sentences):
        lead = [] if number else lead_in(setter, heading, style)
        stretches = [*lead, *setter.plain(sentence, style)]
        pieces.append(setter.paragraph(place.parent.add("P"), stretches, style))
    return pieces


def _proposition_order(story: Story, item: Item, place: Place) -> Pieces:
    return order_of_propositions(story, place.parent, item)


def _votes(story: Story, item: Item, place: Place) -> Pieces:
    return votes(story, item, place.parent, place.width)


def reservations(story: Story, item: Item, place: Place) -> Pieces:
    """Return reservations and other notes on record, with their written reasons."""
    setter, style = story.typesetter, story.styles.text
    pieces: Pieces = []
    for each in story.records.children(item.id, Reservation):
        heading = reservation_heading(story.texts, each.kind)
        sentence = (
            withheld(story.texts, each.secrecy_ground)
            if each.secret and story.is_public
            else reservation_sentence(story.texts, story.records, each)
        )
        if sentence:
            stretches = [*lead_in(setter, heading, style), *setter.plain(sentence, style)]
            pieces.append(setter.paragraph(place.parent.add("P"), stretches, style))
            heading = ""
        blocks = story.records.children(each.id, Block)
        pieces += rich_text(
            setter,
            place.parent,
            blocks,
            width=place.width,
            heading_level=place.level,
            lead=heading,
        )
    return pieces


def contributions(story: Story, item: Item, place: Place) -> Pieces:
    """Return what was said in a round, each led by its speaker."""
    setter = story.typesetter
    pieces: Pieces = []
    for each in story.records.children(item.id, Contribution):
        participant = story.records.find(Participant, each.participant_id)
        speaker = each.speaker or (name_and_party(participant) if participant else "")
        who = ", ".join(part for part in (speaker, each.organisation) if part)
        blocks = story.records.children(each.id, Block)
        if each.secret and story.is_public:
            sentence = withheld(story.texts, each.secrecy_ground)
            pieces += _sentences(story, place, who or sentence, [sentence] if who else [""])
        else:
            pieces += rich_text(
                setter,
                place.parent,
                blocks,
                width=place.width,
                heading_level=place.level,
                lead=f"{who}:" if who else "",
            )
    return with_headings(pieces, story.styles.label)


def _actions(story: Story, item: Item, place: Place) -> Pieces:
    followed = followed_table(story, item, place.parent, place.width)
    return [*followed, *action_table(story, item, place.parent, place.width)]


def recipients(story: Story, item: Item, place: Place) -> Pieces:
    """Return who the decision is sent to."""
    names = [each.name for each in story.records.children(item.id, Recipient) if each.name]
    if not names:
        return []
    sentence = story.texts.text("The decision is sent to: {names}", names=", ".join(names))
    paragraph = story.typesetter.paragraph(
        place.parent.add("P"), sentence, story.styles.small_quiet
    )
    paragraph.before = 8.0
    paragraph.after = 4.0
    return [paragraph]


PARTS: Mapping[ItemPart, Part] = {
    ItemPart.NOTES: _decisions_before_notes,
    ItemPart.CONTRIBUTIONS: contributions,
    ItemPart.MOTIONS: motions,
    ItemPart.PROPOSITION_ORDER: _proposition_order,
    ItemPart.VOTES: _votes,
    ItemPart.DECISIONS: _decisions,
    ItemPart.RESERVATIONS: reservations,
    ItemPart.ACTIONS: _actions,
    ItemPart.RECIPIENTS: recipients,
}
"""The parts that are more than sections; sub-items are items themselves."""
