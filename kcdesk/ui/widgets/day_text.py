"""Exact days as cells of a table show them and read them."""

from __future__ import annotations

from datetime import date

from kcdesk.i18n import _
from kcdesk.services.read_moment import read_moment


def day_text(day: date | None) -> str:
    """Return a day as numbers; empty for none."""
    return day.isoformat() if day is not None else ""


def read_day(text: str, today: date) -> date | None:
    """Return the day that a text means, None where it is empty.

    Raises ``ValueError`` with a text for people when it is no exact day.
    """
    moment = read_moment(text, today)
    if moment.is_unknown:
        return None
    if not moment.is_exact:
        raise ValueError(_("“{text}” is no day. Write it like 2026-03-02 or 2 March.", text=text))
    return moment.day
