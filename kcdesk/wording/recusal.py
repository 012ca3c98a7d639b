"""Jäv in customary words."""

from __future__ import annotations

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import Regime
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.wording.name import name_and_party
from kcdesk.wording.sentence import ended


def recusal_sentence(
    texts: Catalogue,
    records: Records,
    recusal: Recusal,
    regime: Regime,
    register: AttendanceRegister | None = None,
) -> str:
    """Return who takes no part because of jäv. ``register`` is the meeting's, where it is at hand.

    In fullmäktige he takes no part (KL 5:47); elsewhere he may not be present either (6:28, 6:30).
    """
    participant = records.find(Participant, recusal.participant_id)
    if participant is None:
        return ""
    if recusal.sentence:
        return ended(recusal.sentence)
    return composed_recusal(texts, records, recusal, regime, register)


def composed_recusal(
    texts: Catalogue,
    records: Records,
    recusal: Recusal,
    regime: Regime,
    register: AttendanceRegister | None = None,
) -> str:
    """Return the program's own sentence, with who serves instead."""
    participant = records.get(Participant, recusal.participant_id or "")
    who = name_and_party(participant)
    if regime is Regime.COUNCIL or not regime.is_formal:
        sentence = texts.text(
            "{who} takes no part in the item because of a conflict of interest.", who=who
        )
    else:
        sentence = texts.text(
            "{who} takes no part in the item and is not present at it,"
            " because of a conflict of interest.",
            who=who,
        )
    parts = [sentence, ended(recusal.ground)]
    item = records.find(Item, recusal.owner_id)
    if item is not None:
        register = register or AttendanceRegister(records)
        parts += [
            texts.text("{who} serves instead.", who=name_and_party(each))
            for each in register.serving(item)
            if register.stands_in(each, participant, item)
        ]
    return " ".join(part for part in parts if part)
