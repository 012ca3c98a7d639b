"""Where somebody writes: the meeting, its people, the item, and what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.services.command_words import Names
from kcdesk.services.edit_attendance import meeting_day
from kcdesk.services.item_name import item_name
from kcdesk.services.read_moment import read_moment
from kcdesk.services.read_people import directory, participant_names


@dataclass(frozen=True, slots=True)
class Situation:
    """``at`` is the time of day while the meeting is held, else None; ``lead_in`` is how the
    body's decisions begin ("Styrelsen beslutar"), ``language`` what commands are written in.
    """

    records: Records
    people: Records
    body: Records
    item_id: str
    today: date
    at: ClockTime | None = None
    lead_in: str = ""
    language: str = "sv"

    @property
    def item(self) -> Item:
        """The item that is written in."""
        return self.records.get(Item, self.item_id)

    @property
    def here(self) -> Message:
        """What the item is called: "§ 56"."""
        return item_name(self.records, profile(self.body, self.records).numbering, self.item_id)

    def names(self) -> Names:
        """Who can be named."""
        return Names(directory(self.records, self.people), participant_names(self.records))

    def read_day(self, text: str) -> Moment:
        """Return the day that words mean, seen from the meeting."""
        return read_moment(text, self.today, meeting_day(self.records))
