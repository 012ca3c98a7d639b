"""What a panel gets and how it is plugged in: the only thing that shell and screens share.

The composition root lists ``PaneSpec``s; the shell builds the widgets when a meeting opens and
puts them where the list says. A new panel edits no file of the shell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.domain.message import Message
    from kcdesk.domain.records import Records
    from kcdesk.domain.seal import SealContent
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.ports import Clock, Journal, Shelf
    from kcdesk.ui.qt.session_bridge import Selection, SessionBridge
    from kcdesk.ui.qt.speller import Speller


class PanePlace(StrEnum):
    """Where in the workspace a panel stands."""

    HEAD = "head"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"  # several share the place as tabs
    BOTTOM = "bottom"


@dataclass(eq=False, repr=False)
class MeetingContext:
    """All that a panel of an open meeting may need; it lives as long as the meeting is open.

    ``bridge`` edits the meeting, ``body_bridge`` its body, ``people_bridge`` the library's
    persons; ``selection`` is the item looked at. ``speller`` knows the language of the minutes.
    ``read_only``: the library may not be changed, and every edit is refused.
    """

    bridge: SessionBridge
    selection: Selection
    body_bridge: SessionBridge
    people_bridge: SessionBridge
    calendar: HolidayCalendar
    clock: Clock
    journal: Journal
    shelf: Shelf
    speller: Speller | None = None
    read_only: bool = False
    _known: dict[frozenset[str], tuple[SealContent, ...]] = field(default_factory=dict, init=False)

    @property
    def body(self) -> Records:
        """The rows of the meeting's body, newest."""
        return self.body_bridge.records

    def held_on(self) -> date | None:
        """Return the day of the meeting, where it is known."""
        from kcdesk.services.edit_attendance import meeting_day

        return meeting_day(self.bridge.records)

    @property
    def printed_body(self) -> Records:
        """The rows of the body as the minutes are printed with it: once they are signed, as it was
        then.
        """
        sealed = self.sealed
        if not sealed:
            return self.body
        from kcdesk.services.sealed_view import sealed_body

        return sealed_body(sealed, self.body)

    @property
    def sealed(self) -> tuple[SealContent, ...]:
        """What of the meeting is out for signature or sealed, as it was when it went out.

        Read once for each set of them: the preview asks after every pause, and sends its process
        only what is new.
        """
        from kcdesk.domain.lock import sent_approvals

        marks = frozenset(each.fingerprint for each in sent_approvals(self.bridge.records))
        if not marks:
            return ()
        if marks not in self._known:
            self._known = {marks: tuple(self.journal.sealed(self.bridge.records.root_id))}
        return self._known[marks]

    def bundle(self) -> MeetingBundle:
        """Return the meeting as it is now with all it takes to print it, whole in itself."""
        from kcdesk.services.export_meeting import bundled

        return bundled(self.bridge.records, self.body, self.people, self.sealed)

    @property
    def people(self) -> Records:
        """The rows of the library's people, newest."""
        return self.people_bridge.records


@dataclass(eq=False, repr=False)
class PaneSpec:
    """One panel: its name in settings, its title, its place, how it is made, how it is reached.

    ``shortcut`` is a portable key sequence ("Ctrl+1") that moves the focus there; empty: none.
    ``wide`` panels at the right share the room with the one in the centre, half and half. ``tab``
    is a shorter title for its tab; ``named`` gives another title where a meeting has none of what
    the title says. One that ``tells`` has a count there to keep: it is made soon,
    looked at or not.
    """

    key: str
    title: Message
    place: PanePlace
    factory: Callable[[MeetingContext], QWidget]
    shortcut: str = ""
    wide: bool = False
    tab: Message | None = None
    tells: bool = False
    named: Callable[[MeetingContext], Message | None] | None = None
