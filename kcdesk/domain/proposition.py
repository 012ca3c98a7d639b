"""What the chair put to the body, in which order, and what it chose (KL 5:67): from the yrkanden.

Whether a matter shall be decided today comes first: tabling, referral back. Then the proposals that
stand against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.block import Block
from kcdesk.domain.decision import Motion, MotionFate, MotionKind, Vote, VoteMethod
from kcdesk.domain.item import Item
from kcdesk.domain.records import Records
from kcdesk.domain.section import Section, SectionKind

WAIT = (MotionKind.TABLING, MotionKind.REFERRAL_BACK)
_OWN = (MotionKind.AMENDMENT, MotionKind.OWN)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One of the proposals put: the written one (``ASSENT``), its rejection, or a motion's own.

    ``motions`` are those that ask for it; they are none where only the written proposal does.
    """

    kind: MotionKind
    motions: tuple[Motion, ...] = ()

    @property
    def is_carried(self) -> bool:
        """Whether a motion for it was carried."""
        return any(motion.fate is MotionFate.CARRIED for motion in self.motions)

    @property
    def is_lost(self) -> bool:
        """Whether the motions for it were lost."""
        fates = {motion.fate for motion in self.motions}
        return fates == {MotionFate.LOST}


@dataclass(frozen=True, slots=True)
class Propositions:
    """All that the chair put. ``waiting`` are motions that the matter shall wait, each kind once;
    ``is_voted``: there was a vote, so what the chair found is not known.
    """

    waiting: tuple[Proposal, ...]
    proposals: tuple[Proposal, ...]
    is_voted: bool

    @property
    def waits(self) -> Proposal | None:
        """The motion to wait that was carried: nothing else is put then."""
        return next((each for each in self.waiting if each.is_carried), None)

    @property
    def chosen(self) -> Proposal | None:
        """What was chosen among the proposals; None while that is not known."""
        carried = [each for each in self.proposals if each.is_carried]
        if len(carried) == 1:
            return carried[0]
        left = [each for each in self.proposals if not each.is_lost]
        return left[0] if not carried and len(left) == 1 else None

    @property
    def is_known(self) -> bool:
        """Whether there is an order to tell of: a choice was made, or there was a vote."""
        if self.waits is not None:
            return True
        settled = all(each.is_carried or each.is_lost for each in self.waiting)
        if self.waiting and not (settled or self.is_voted):
            return False
        if len(self.proposals) > 1:
            return self.is_voted or self.chosen is not None
        return bool(self.waiting)


def propositions(records: Records, item: Item) -> Propositions:
    """Return what was put at an item, withdrawn motions left out."""
    standing = [
        each
        for each in records.children(item.id, Motion)
        if each.fate is not MotionFate.WITHDRAWN and not each.secret
    ]
    waiting = [Proposal(kind, _of(standing, kind)) for kind in WAIT if _of(standing, kind)]
    assent, rejection = _of(standing, MotionKind.ASSENT), _of(standing, MotionKind.REJECTION)
    own = [each for each in standing if each.kind in _OWN]
    amends = any(each.kind is MotionKind.AMENDMENT for each in own)
    proposals = []
    if assent or rejection or amends or _has_proposal(records, item):
        proposals.append(Proposal(MotionKind.ASSENT, assent))
    if rejection:
        proposals.append(Proposal(MotionKind.REJECTION, rejection))
    for text in dict.fromkeys(_words(each) for each in own):
        alike = tuple(each for each in own if _words(each) == text)
        proposals.append(Proposal(alike[0].kind, alike))
    return Propositions(tuple(waiting), tuple(proposals), _is_voted(records, item))


def _of(motions: list[Motion], kind: MotionKind) -> tuple[Motion, ...]:
    return tuple(each for each in motions if each.kind is kind)


def _words(motion: Motion) -> str:
    return motion.text.strip().casefold() or motion.id


def _has_proposal(records: Records, item: Item) -> bool:
    return any(
        section.kind is SectionKind.PROPOSAL and records.children(section.id, Block)
        for section in records.children(item.id, Section)
    )


def _is_voted(records: Records, item: Item) -> bool:
    votes = records.children(item.id, Vote)
    return any(vote.method is not VoteMethod.ACCLAMATION for vote in votes)
