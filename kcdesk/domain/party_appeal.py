"""Decisions under förvaltningsbesvär, and each party's own time for it (FL 44)."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.deadline import Deadline, HolidayCalendar, final_force, last_appeal_day_of_party
from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import ScheduledDay


def administrative_decisions(records: Records) -> tuple[Decision, ...]:
    """Return the decisions whose parties have a time of their own, in the order of the meeting."""
    decisions = records.all(Decision)
    return tuple(each for each in decisions if each.appeal is AppealRoute.ADMINISTRATIVE)


def deliveries(records: Records, decision_id: str) -> tuple[Delivery, ...]:
    """Return the parties of a decision."""
    rows = records.children(records.root_id, Delivery)
    return tuple(row for row in rows if row.decision_id == decision_id)


def item_of(records: Records, decision: Decision) -> Item | None:
    """Return the item of the agenda that a decision stands under."""
    item = records.find(Item, decision.owner_id)
    return top_item(records, item) if item is not None else None


def last_day(delivery: Delivery, calendar: HolidayCalendar) -> Deadline | None:
    """Return a party's last day to appeal; None until she has got the decision, and where the
    holidays of that year are not known.
    """
    if delivery.delivered_on is None:
        return None
    try:
        return last_appeal_day_of_party(delivery.delivered_on, calendar)
    except OverflowError:
        return None


def party_force(delivery: Delivery, calendar: HolidayCalendar) -> ScheduledDay | None:
    """Return from when the decision has laga kraft against a party, at the earliest; it has come
    once somebody confirms that she did not appeal.
    """
    last = last_day(delivery, calendar)
    if last is None:
        return None
    day = ScheduledDay(final_force(last))
    confirmed = delivery.confirmed_on is not None
    return replace(day, happened=day.day) if confirmed else day
