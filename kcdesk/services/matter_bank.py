"""Ärendebanken: all that waits for an agenda of a body, and the meetings that could take it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.decision import Decision
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.meeting_state import MeetingState
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.domain.waiting import waiting_items
from kcdesk.services.agenda_offer import AgendaOffer, waiting_offers
from kcdesk.services.planned_offer import promised_offers
from kcdesk.services.ports import Journal, Shelf
from kcdesk.services.summary import MeetingSummary


@dataclass(frozen=True, slots=True)
class WaitingMatter:
    """A matter as an agenda may have it, and what lets it wait: the ``decision`` that tabled it or
    referred it back, or a ``promise``.
    """

    offer: AgendaOffer
    decision: Decision | None = None
    promise: PromisedMatter | None = None

    @property
    def id(self) -> str:
        """The id of the item that waits, or of the promise."""
        return self.offer.item.id

    @property
    def since(self) -> date | None:
        """The day of the meeting that let it wait, or on which it was promised."""
        if self.promise is not None:
            return self.promise.promised_on
        return self.offer.meeting.root(Meeting).day.day


def waiting_matters(shelf: Shelf, journal: Journal, body: Records) -> tuple[WaitingMatter, ...]:
    """Return what was tabled or referred back, oldest first, then what was promised, soonest wanted
    first; nothing that a later agenda has.
    """
    tabled = [
        WaitingMatter(offer, decision=_decision(offer))
        for offer in waiting_offers(shelf, journal, body.root_id)
    ]
    promised = [
        WaitingMatter(offer, promise=body.get(PromisedMatter, offer.item.id))
        for offer in promised_offers(shelf, body)
    ]
    return (*tabled, *promised)


def coming_meetings(shelf: Shelf, body_id: str, today: date) -> tuple[MeetingSummary, ...]:
    """Return the meetings of a body whose agenda is open: in draft, and not over; soonest first,
    those without a day last.
    """
    found = [
        each
        for each in shelf.meetings(body_id)
        if each.state is MeetingState.DRAFT and (each.day.day is None or each.day.day >= today)
    ]
    return tuple(sorted(found, key=_day))


def _day(meeting: MeetingSummary) -> date:
    return meeting.day.day or date.max


def _decision(offer: AgendaOffer) -> Decision | None:
    found = [each for each in waiting_items(offer.meeting) if each.item.id == offer.item.id]
    return found[0].decision if found else None
