"""What a body's template and its promises offer to a new agenda."""

from __future__ import annotations

from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.position import FIRST
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id
from kcdesk.domain.standing_item import StandingItem
from kcdesk.services.agenda_offer import AgendaOffer
from kcdesk.services.ports import Shelf


def standing_offers(body: Records) -> tuple[AgendaOffer, ...]:
    """Return the items of the template, all of them suggested."""
    return tuple(
        AgendaOffer(
            _imagined(row.id, row, row.presenter),
            Item(
                id=row.id,
                title=row.title,
                kind=row.kind,
                planned_minutes=row.minutes,
            ),
            suggested=True,
        )
        for row in body.children(body.root_id, StandingItem)
        if row.title
    )


def promised_offers(shelf: Shelf, body: Records) -> tuple[AgendaOffer, ...]:
    """Return what was promised and is on no agenda yet; soonest wanted first."""
    rows = [row for row in body.children(body.root_id, PromisedMatter) if row.title]
    taken = shelf.taken_up([row.id for row in rows])
    waiting = [row for row in rows if row.id not in taken]
    waiting.sort(key=_wanted)
    return tuple(
        AgendaOffer(
            _imagined(row.id, row, ""),
            Item(id=row.id, title=row.title),
            waits=True,
            promised=True,
            told=row.source,
        )
        for row in waiting
    )


def _wanted(row: PromisedMatter) -> str:
    return row.wanted_by.day.isoformat() if row.wanted_by.day else "~"


def _imagined(id: str, row: StandingItem | PromisedMatter, presenter: str) -> Records:
    """Return the meeting that an offer without one comes from."""
    rows: list[Row] = [Meeting(id="planned"), Item(id=id, owner_id="planned", title=row.title)]
    if presenter:
        rows.append(Presenter(id=new_id(), owner_id=id, position=FIRST, name=presenter))
    return Records("planned", rows)
