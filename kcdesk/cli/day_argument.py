"""A day as an argument of a command: 2026-03-02."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date

from kcdesk.i18n import _

EARLIEST, LATEST = date(1953, 1, 1), date(2099, 12, 31)
"""Of the years around them the public holidays are known (``system.holidays``)."""


def day(text: str) -> date:
    """Return a day written as 2026-03-02."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            read = date.fromisoformat(text)
        except ValueError as error:
            raise ArgumentTypeError(_("there is no day {day}", day=text)) from error
        if EARLIEST <= read <= LATEST:
            return read
    raise ArgumentTypeError(
        _("expected a day such as 2026-03-02, from 1953 to 2099, not {day}", day=text)
    )
