"""What the agenda of a new meeting begins with: the items that were offered and taken, and the open
actions under the one that looks back.
"""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.domain.operation import Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.agenda_offer import AgendaOffer, agenda_rows
from kcdesk.services.follow_up import FollowUp, LookingBack, bring_along


def begin_agenda(
    meeting: Records,
    offers: Sequence[AgendaOffer],
    texts: Sequence[str],
    words: LookingBack,
    told: Sequence[tuple[FollowUp, str]],
) -> tuple[Row, ...]:
    """Return the rows, owners first. Where no item was taken that looks back, it makes one."""
    rows = agenda_rows(meeting, offers, texts)
    if not told:
        return rows
    group, _item_id = bring_along(Records(meeting.root_id, (*meeting, *rows)), words, told)
    return (*rows, *(each.row for each in group.operations if isinstance(each, Insert)))
