"""Check 5: the yrkanden are recorded, each with its mover (KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.decision import Motion, MotionFate, MotionKind, Vote
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.section import Section, SectionKind
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_item

_OWN_WORDS = (MotionKind.AMENDMENT, MotionKind.OWN)


def standing_motions(context: CheckContext, item: Item) -> list[Motion]:
    """Return the motions of an item that were not withdrawn."""
    motions = context.meeting.children(item.id, Motion)
    return [each for each in motions if each.fate is not MotionFate.WITHDRAWN]


def section_of(context: CheckContext, item: Item, kind: SectionKind) -> Section | None:
    """Return the first section of a kind in which something is written."""
    sections = context.meeting.children(item.id, Section)
    return next((each for each in sections if each.kind is kind and context.text(each)), None)


def proposals(context: CheckContext, item: Item) -> int:
    """Return how many different proposals were put: the written one, which assent only supports,
    and each motion for something else.
    """
    found: set[tuple[MotionKind, str]] = set()
    if section_of(context, item, SectionKind.PROPOSAL) is not None:
        found.add((MotionKind.ASSENT, ""))
    for motion in standing_motions(context, item):
        own = motion.text.strip().casefold() if motion.kind in _OWN_WORDS else ""
        found.add((motion.kind, own))
        if motion.kind in (MotionKind.REJECTION, MotionKind.AMENDMENT):
            found.add((MotionKind.ASSENT, ""))  # something there is to reject or to amend
    return len(found)


def _look(context: CheckContext) -> Iterator[Remark]:
    for item in context.items:
        for motion in standing_motions(context, item):
            yield from _of(context, item, motion)
        votes = context.meeting.children(item.id, Vote)
        if votes and proposals(context, item) < 2:
            text = Message(
                "There was a vote, but the proposals that stood against each other are "
                "not recorded."
            )
            yield Remark(at_item(context, item, votes[0]), text, certain=False)


def _of(context: CheckContext, item: Item, motion: Motion) -> Iterator[Remark]:
    if motion.kind in _OWN_WORDS and not motion.text.strip():
        text = Message("The motion does not say what is moved.")
        yield Remark(at_item(context, item, motion, "text"), text, certain=False)
    if not context.people(motion.movers) and not motion.mover_text.strip():
        text = Message("The motion does not say who moved it.")
        place = at_item(context, item, motion, "movers")
        yield Remark(place, text, Severity.PRACTICE, certain=False)


CHECK = Check(
    5,
    Message("The motions are recorded, each with its mover"),
    "KL 5:67",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
