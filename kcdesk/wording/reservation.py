"""Reservations and other notes on record, in customary words."""

from __future__ import annotations

from kcdesk.domain.decision import Reservation, ReservationKind
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.wording.name import names_of
from kcdesk.wording.sentence import ended


def reservation_sentence(texts: Catalogue, records: Records, reservation: Reservation) -> str:
    """Return who has what on record. The secretary's own words replace the customary ones."""
    if reservation.text.strip():
        return _with_names(texts, records, reservation)
    names = names_of(records, reservation.participants)
    if not names:
        return ""
    who, count = texts.listed(names), len(names)
    match reservation.kind:
        case ReservationKind.RESERVATION:
            return texts.plural(
                "{who} enters a reservation against the decision.",
                "{who} enter a reservation against the decision.",
                count,
                who=who,
            )
        case ReservationKind.MINUTES_NOTE:
            return texts.plural(
                "{who} submits a note to the minutes.",
                "{who} submit a note to the minutes.",
                count,
                who=who,
            )
        case ReservationKind.SPECIAL_STATEMENT:
            return texts.plural(
                "{who} submits a special statement.",
                "{who} submit a special statement.",
                count,
                who=who,
            )
        case ReservationKind.OPINION_NOTED:
            return texts.plural(
                "{who} has an opinion noted.", "{who} have an opinion noted.", count, who=who
            )
        case ReservationKind.ABSTENTION:
            return texts.plural(
                "{who} takes no part in the decision.",
                "{who} take no part in the decision.",
                count,
                who=who,
            )


def _with_names(texts: Catalogue, records: Records, reservation: Reservation) -> str:
    """Return the own words, led by the names unless they say them themselves."""
    text = ended(reservation.text)
    names = names_of(records, reservation.participants)
    plain = [name.split(" (")[0] for name in names]
    if not names or any(name in text for name in plain):
        return text
    return f"{texts.listed(names)}: {text}"
