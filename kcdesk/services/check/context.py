"""Everything that a check may look at, gathered once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kcdesk.domain.approval import Approval
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.numbering import numbers, ordered_items
from kcdesk.domain.participant import Participant
from kcdesk.domain.profile import Profile, profile
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.domain.row import Row, owned_types
from kcdesk.domain.schedule import Schedule, schedule
from kcdesk.services.check.neighbour import ALONE, Neighbours

_ORDER = tuple(MeetingState)


@dataclass(frozen=True)
class CheckContext:
    """A meeting with its body, the calendar, its neighbours and today.

    ``missing_glyphs`` returns the characters of a text that no font can print, each once.
    """

    meeting: Records
    body: Records
    calendar: HolidayCalendar
    today: date
    missing_glyphs: Callable[[str], tuple[str, ...]]
    neighbours: Neighbours = ALONE

    @cached_property
    def profile(self) -> Profile:
        """The body's profile with the meeting's own rules."""
        return profile(self.body, self.meeting)

    @cached_property
    def root(self) -> Meeting:
        """The meeting's own row."""
        return self.meeting.root(Meeting)

    @cached_property
    def body_root(self) -> Body:
        """The body's own row."""
        return self.body.root(Body)

    @cached_property
    def register(self) -> AttendanceRegister:
        """Who was there and who served."""
        return AttendanceRegister(self.meeting)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in order, sub-items after their item."""
        return ordered_items(self.meeting)

    def rows(self) -> Iterator[Row]:
        """Yield all rows of the meeting in its order, owners first; one at a time, as finding
        them all takes longer than a key may wait.
        """
        waiting: list[Row] = [self.root]
        while waiting:
            row = waiting.pop()
            yield row
            below = [
                child
                for cls in owned_types(row.table)
                for child in self.meeting.children(row.id, cls)
            ]
            waiting += reversed(below)

    @cached_property
    def top_items(self) -> tuple[Item, ...]:
        """The items of the agenda's top level."""
        return self.meeting.children(self.meeting.root_id, Item)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each item by its id."""
        return numbers(self.meeting, self.profile.numbering)

    @cached_property
    def approvals(self) -> tuple[Approval, ...]:
        """The approvals that are prepared."""
        return self.meeting.children(self.meeting.root_id, Approval)

    @cached_property
    def schedules(self) -> tuple[tuple[Approval | None, Schedule], ...]:
        """The dates of each approval; of the one to come (None) where none is prepared."""
        approvals: tuple[Approval | None, ...] = self.approvals or (None,)
        rules = (self.profile.take_down, self.calendar, self.profile.regime)
        prepares = self.profile.only_prepares
        return tuple(
            (each, schedule(self.meeting, each, *rules, only_prepares=prepares))
            for each in approvals
        )

    @cached_property
    def rest(self) -> Approval | None:
        """The approval of all that is not approved at once."""
        return next((each for each in self.approvals if not each.items), None)

    def approval_of(self, item: Item) -> Approval | None:
        """Return the approval that an item belongs to."""
        named = (each for each in self.approvals if item.id in each.items)
        return next(named, self.rest)

    def has_reached(self, state: MeetingState) -> bool:
        """Whether the minutes are in a state or past it."""
        return _ORDER.index(self.root.state) >= _ORDER.index(state)

    def is_published(self, approval: Approval) -> bool:
        """Whether the notice of an approval ought to hang: its own for what is approved at once,
        else with the state of the minutes.
        """
        at_once = bool(approval.items) and approval.approved_on is not None
        return at_once or self.has_reached(MeetingState.NOTICE)

    # ---- words ---------------------------------------------------------------------------

    @cached_property
    def _written(self) -> dict[str, str]:
        """The text of each owner of paragraphs."""
        found: dict[str, list[str]] = {}
        for row in self.meeting:
            if isinstance(row, Block):
                found.setdefault(row.owner_id, []).append(text_of(row.spans))
        return {id: "\n".join(parts).strip() for id, parts in found.items()}

    def text(self, row: Row) -> str:
        """Return the paragraphs that a row owns, outer spaces left out."""
        return self._written.get(row.id, "")

    def says_something(self, row: Row) -> bool:
        """Whether anything is written in a row or in what it owns."""
        return any(self.text(each) for each in self.meeting.subtree(row.id))

    def people(self, ids: Iterable[str]) -> tuple[Participant, ...]:
        """Return the participants of these ids that there are."""
        found = (self.meeting.find(Participant, id) for id in ids)
        return tuple(each for each in found if each is not None)
