"""A meeting to open panels on: rows in memory, a clock that stands still, weekends only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import Body, Layout, NoticeBoard, Numbering, Regime
from kcdesk.domain.canonical import sha256
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealContent
from kcdesk.services.check.neighbour import Neighbours
from kcdesk.services.ports import LogEntry
from kcdesk.services.sealer import SentText
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_bridge import Selection, SessionBridge

TODAY = date(2026, 11, 12)  # a Thursday


class MemoryJournal:
    """Streams in memory; nothing is ever written, and nothing undone once read again."""

    def __init__(self, *streams: Records) -> None:
        self._streams = {each.root_id: each for each in streams}
        self._before: dict[str, Records] = {}  # without the last group, which may be amended

    def load(self, stream_id: str) -> Records:
        return self._streams[stream_id]

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        return ()

    def sealed(self, meeting_id: str) -> Sequence[SealContent]:
        return ()

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        self._before[stream_id] = self._streams[stream_id]
        self._streams[stream_id] = self._streams[stream_id].apply(group)

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        self._streams[stream_id] = self._before[stream_id].apply(group)

    def close_last(self, stream_id: str, seq: int) -> None: ...


class StillClock:
    """A clock that stands still, and can be set."""

    def __init__(self, today: date = TODAY) -> None:
        self.day = today

    def now(self) -> datetime:
        return datetime.combine(self.day, time(9, 46, 5), UTC)

    def today(self) -> date:
        return self.day

    def local(self) -> datetime:
        return self.now()


class Weekends:
    """A calendar in which only Saturdays and Sundays are closed."""

    def closed(self, day: date) -> Message | None:
        if day.weekday() < 5:
            return None
        return Message("Saturday") if day.weekday() == 5 else Message("Sunday")


class MemorySealer:
    """Signing in memory: the rows change as in a library, and no seal is kept."""

    def __init__(self, shelf: NumberShelf, journal: MemoryJournal | None) -> None:
        self._shelf = shelf
        self._journal = journal

    def send(self, meeting_id: str, approval_id: str, group: Group, day: date) -> None:
        self._store(meeting_id, approval_id, group, fingerprint="c4fdfaaf" * 8, sent_on=day)

    def take_back(self, meeting_id: str, approval_id: str, group: Group) -> None:
        self._store(meeting_id, approval_id, group, fingerprint="", sent_on=None)

    def seal(self, meeting_id: str, approval_id: str, group: Group, day: date) -> None:
        self._store(meeting_id, approval_id, group, sealed_on=day)

    def versions(self, meeting_id: str) -> Sequence[SentText]:
        return ()

    def recognised(self, content: bytes) -> None:
        return None

    def _store(self, meeting_id: str, approval_id: str, group: Group, **fields) -> None:
        records = self._journal.load(meeting_id)
        sets = [each for f, v in fields.items() for each in records.setting(approval_id, f, v)]
        self._shelf.number(meeting_id, Group(group.label, (*group.operations, *sets)))


class NumberShelf:
    """A shelf that knows the last § of the year, and gives the next."""

    def __init__(self, last_paragraph: int = 51, journal: MemoryJournal | None = None) -> None:
        self._last = last_paragraph
        self._journal = journal
        self.paragraphs = self
        self.sealer = MemorySealer(self, journal)

    def last_paragraph(self, body_id: str, year: int, before: date | None = None) -> int:
        return self._last

    def neighbours(self, body_id: str, day: date, meeting_id: str, today: date) -> Neighbours:
        return Neighbours(last_paragraph=self._last)

    def number(self, meeting_id: str, group: Group) -> None:
        records = self._journal.load(meeting_id)
        if records.root(Meeting).first_paragraph is None:
            numbering = records.setting(meeting_id, "first_paragraph", self._last + 1)
            group = Group(group.label, (*group.operations, *numbering))
        elif self.clash(meeting_id, records.root(Meeting).first_paragraph):
            raise UserFacingError(Message("Those §§ are taken."))
        self._journal.append(meeting_id, 0, group)

    def keep_text(self, text: str) -> str:
        self.kept = text
        return sha256(text)

    def clash(self, meeting_id: str, first: int) -> date | None:
        return date(2026, 10, 1) if first == self._last else None


def body(*, formal: bool = True, **fields) -> Records:
    """Return a formal body with two boards, or an informal one."""
    regime = Regime.COORDINATION_FEDERATION if formal else Regime.INFORMAL
    fields = {
        "organisation": "Samordningsförbundet Älvdalarna" if formal else "Älvdalarna",
        "name": "Styrelsen" if formal else "Kommunchefsgruppen",
        "regime": regime,
        "numbering": Numbering.PARAGRAPH if formal else Numbering.ITEM,
        "layout": Layout.SINGLE,
        "storage_location": "Norråsa kommunkansli",
        **fields,
    }
    boards = ("Norråsa kommun", "Övre Forsa kommun") if formal else ()
    rows = [
        NoticeBoard(id=f"board{n}", owner_id="b", position=f"a{n}V", name=name)
        for n, name in enumerate(boards)
    ]
    return Records("b", [Body(id="b", **fields), *rows])


def meeting(*rows, items: int = 3, **fields) -> Records:
    """Return a meeting of 12 November 2026 with items i0, i1 … and participants p0, p1."""
    fields = {
        "body_id": "b",
        "day": Moment(TODAY),
        "planned_start": ClockTime(time(8, 30)),
        "planned_end": ClockTime(time(12)),
        "place": "Sessionssalen, Norråsa kommunhus",
        **fields,
    }
    titles = ("Mötets öppnande", "Val av justerare", "Ekonomisk lägesrapport")
    agenda = [
        Item(id=f"i{n}", owner_id="m", position=f"a{n:02}V", title=titles[n % 3])
        for n in range(items)
    ]
    people = [
        Participant(id=f"p{n}", owner_id="m", position=f"a{n}V", name=name)
        for n, name in enumerate(("Maria Haglund", "Karin Ahlqvist"))
    ]
    return Records("m", [Meeting(id="m", **fields), *agenda, *people, *rows])


def context(
    meeting: Records, body: Records, *, today: date = TODAY, last_paragraph: int = 51
) -> MeetingContext:
    """Return what panels get for an open meeting."""
    people = Records(LIBRARY_ID)
    journal = MemoryJournal(meeting, body, people)
    return MeetingContext(
        bridge=SessionBridge(EditingSession(meeting.root_id, journal)),
        selection=Selection(),
        body_bridge=SessionBridge(EditingSession(body.root_id, journal)),
        people_bridge=SessionBridge(EditingSession(LIBRARY_ID, journal)),
        calendar=Weekends(),
        clock=StillClock(today),
        journal=journal,
        shelf=NumberShelf(last_paragraph, journal),
    )
