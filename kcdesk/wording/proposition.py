"""The order of propositions in customary words (KL 5:67), from the yrkanden and their fates."""

from __future__ import annotations

from kcdesk.domain.decision import MotionKind
from kcdesk.domain.participant import Participant
from kcdesk.domain.proposition import Proposal, Propositions
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.wording.name import possessive
from kcdesk.wording.subject import within


def proposition_order(texts: Catalogue, records: Records, found: Propositions, subject: str) -> str:
    """Return what the chair put and found; nothing while there is no order to tell of.

    Where there was a vote, what it came to is told there.
    """
    if not found.is_known:
        return ""
    words = _Words(texts, records, within(subject))
    sentences = [words.today(each, first=not at) for at, each in enumerate(found.waiting)]
    if found.waits is None and len(found.proposals) > 1:
        sentences.append(words.put(found, first=not sentences))
    return " ".join(sentences)


def proposal_words(texts: Catalogue, records: Records, proposal: Proposal) -> str:
    """Return what yes or no is a vote for: "bifall till förslaget", "avslag på förslaget"."""
    return _Words(texts, records, "").meant(proposal)


class _Words:
    def __init__(self, texts: Catalogue, records: Records, subject: str) -> None:
        self._texts = texts
        self._records = records
        self._subject = subject

    def today(self, proposal: Proposal, *, first: bool) -> str:
        """Return the sentence on whether the matter shall be decided today; ``first``: it is put
        before anything else.
        """
        texts = self._texts
        tabled = proposal.kind is MotionKind.TABLING
        wait = texts.text("be tabled") if tabled else texts.text("be referred back")
        now = texts.text("be decided today")
        put = (
            texts.text(
                "The chair first puts whether the item shall {now} or {wait}", now=now, wait=wait
            )
            if first
            else texts.text(
                "The chair then puts whether the item shall {now} or {wait}", now=now, wait=wait
            )
        )
        if not proposal.is_carried and not proposal.is_lost:
            return f"{put}."
        return texts.text(
            "{put}, and finds that it shall {result}.",
            put=put,
            result=wait if proposal.is_carried else now,
        )

    def put(self, found: Propositions, *, first: bool) -> str:
        """Return the sentence on the proposals that stand against each other; ``first``: nothing
        was put before.
        """
        put = self._put(found, first=first)
        chosen = None if found.is_voted else found.chosen
        if chosen is None:
            return f"{put}."
        return self._texts.text(
            "{put}, and finds that {subject} {chooses}.",
            put=put,
            subject=self._subject,
            chooses=self._chooses(chosen),
        )

    def _put(self, found: Propositions, *, first: bool) -> str:
        texts = self._texts
        names = [self._name(each) for each in found.proposals]
        if {each.kind for each in found.proposals} == {MotionKind.ASSENT, MotionKind.REJECTION}:
            if first:
                return texts.text("The chair puts assent to the proposal and its rejection")
            return texts.text("The chair then puts assent to the proposal and its rejection")
        if len(names) == 2:  # one against the other
            one, other = names
            if first:
                return texts.text("The chair puts {one} against {other}", one=one, other=other)
            return texts.text("The chair then puts {one} against {other}", one=one, other=other)
        listed = texts.listed(names)
        if first:
            return texts.text("The chair puts {all} one by one", all=listed)
        return texts.text("The chair then puts {all} one by one", all=listed)

    def meant(self, proposal: Proposal) -> str:
        """Return what a vote for a proposal is a vote for."""
        match proposal.kind:
            case MotionKind.REJECTION:
                return self._texts.text("rejection of the proposal")
            case MotionKind.TABLING:
                return self._texts.text("tabling of the item")
            case MotionKind.REFERRAL_BACK:
                return self._texts.text("referral back of the item")
        return self._texts.text("assent to {what}", what=self._name(proposal))

    def _chooses(self, proposal: Proposal) -> str:
        if proposal.kind is MotionKind.REJECTION:
            return self._texts.text("rejects the proposal")
        return self._texts.text("adopts {what}", what=self._name(proposal))

    def _name(self, proposal: Proposal) -> str:
        if proposal.kind is MotionKind.ASSENT:
            return self._texts.text("the proposal")
        if proposal.kind is MotionKind.REJECTION:
            return self._texts.text("its rejection")
        whose = self._texts.listed(
            list(dict.fromkeys(name for motion in proposal.motions for name in self._whose(motion)))
        )
        if not whose:
            return self._texts.text("the motion “{text}”", text=proposal.motions[0].text)
        return self._texts.text("{whose} motion", whose=whose)

    def _whose(self, motion: object) -> list[str]:
        movers: tuple[str, ...] = getattr(motion, "movers", ())
        people = [self._records.find(Participant, id) for id in movers]
        names = [
            f"{possessive(self._texts, each.name)} ({each.party})"
            if each.party
            else possessive(self._texts, each.name)
            for each in people
            if each is not None
        ]
        other: str = getattr(motion, "mover_text", "")
        return [*names, possessive(self._texts, other)] if other else names
