"""What happens around the items in customary words: who comes and goes, and the breaks."""

from __future__ import annotations

from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.participant import Participant, Presence
from kcdesk.i18n import Catalogue
from kcdesk.wording.moment import time_span
from kcdesk.wording.name import name_and_party


def arrival_sentence(texts: Catalogue, participant: Participant, presence: Presence) -> str:
    """Return "Maria Haglund (S) anländer kl. 09.10."."""
    who = name_and_party(participant)
    if presence.from_time is None:
        return texts.text("{who} arrives.", who=who)
    return texts.text("{who} arrives {at}.", who=who, at=time_span(texts, presence.from_time, None))


def departure_sentence(texts: Catalogue, participant: Participant, presence: Presence) -> str:
    """Return "Maria Haglund (S) lämnar mötet kl. 11.20."."""
    who = name_and_party(participant)
    if presence.until_time is None:
        return texts.text("{who} leaves the meeting.", who=who)
    at = time_span(texts, presence.until_time, None)
    return texts.text("{who} leaves the meeting {at}.", who=who, at=at)


def adjournment_sentence(texts: Catalogue, adjournment: Adjournment) -> str:
    """Return "Mötet ajourneras kl. 10.00–10.15."."""
    span = time_span(texts, adjournment.from_time, adjournment.until_time)
    if not span:
        return texts.text("The meeting is adjourned.")
    return texts.text("The meeting is adjourned {span}.", span=span)
