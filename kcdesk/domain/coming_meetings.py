"""Where the minutes tell of the coming meetings: in the item that is called so.

"15. Nästa möte", "§ 61 Nästa sammanträde", "Sammanträdestider 2027" … Without such an item they
stand at the end of the document.
"""

from __future__ import annotations

import re

from kcdesk.domain.item import Item
from kcdesk.domain.meeting import NextMeeting
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.records import Records

_NAMED = re.compile(
    r"((datum|tid|tid och plats|tider|dag) för )?"
    r"(nästa|nästkommande|kommande|närmaste) "
    r"((ordinarie|extra) )?(möten?|mötet|sammanträden?|sammanträdet)\b"
    r"|(mötes|sammanträdes)(tider|dagar|datum|plan)\b"
    r"|((date|time|date and place) of (the )?)?(next|coming|upcoming) meetings?\b"
    r"|meeting dates\b",
    re.IGNORECASE,
)


def coming_meetings_item(records: Records) -> Item | None:
    """Return the item in which the coming meetings stand, None where there is no such item."""
    return next((item for item in ordered_items(records) if _is_named_so(item)), None)


def coming_meetings_at(records: Records, item_id: str) -> tuple[NextMeeting, ...]:
    """Return the coming meetings that stand in an item."""
    found = records.children(records.root_id, NextMeeting)
    if not found or not _is_named_so(records.get(Item, item_id)):
        return ()
    first = coming_meetings_item(records)
    return found if first is not None and first.id == item_id else ()


def _is_named_so(item: Item) -> bool:
    """Whether an item's name, in the kallelse or in the minutes, begins so."""
    return any(_NAMED.match(name.strip()) for name in (item.title, item.heading))
