"""What keeping every key costs the one who types: session.type with the library and without.

    python -m tests.benchmarks.storage

Types at a steady pace in a 60-item meeting, in turns with a journal that keeps nothing, so that
both see the same machine. Prints times in microseconds and their ratio, and how long it takes to
load the meeting and to list 10,000 meetings.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import Row, new_id
from kcdesk.domain.section import Section
from kcdesk.services.ports import LogEntry, WriterListener
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile

ITEMS, SECTIONS, BLOCKS = 60, 4, 12
ROUNDS, KEYS, PACE = 4, 500, 0.004
TEXT = "Ordföranden hälsade alla välkomna och förklarade mötet öppnat. "
MEETINGS = 10_000


class NoJournal:
    """Keeps nothing: what typing costs by itself."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def load(self, stream_id: str) -> Records:
        return self._records

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        return ()

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None: ...

    def append(self, stream_id: str, seq: int, group: Group) -> None: ...

    def amend(self, stream_id: str, seq: int, group: Group) -> None: ...

    def close_last(self, stream_id: str, seq: int) -> None: ...

    def drain(self) -> None: ...

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        raise NotImplementedError


def rows_of_a_long_meeting() -> list[Row]:
    root = Meeting(id=new_id())
    rows: list[Row] = [root]
    for place in spread(ITEMS):
        item = Item(id=new_id(), owner_id=root.id, position=place, title="Ärende")
        rows.append(item)
        for section_place in spread(SECTIONS):
            section = Section(id=new_id(), owner_id=item.id, position=section_place)
            rows.append(section)
            rows.extend(
                Block(id=new_id(), owner_id=section.id, position=each, spans=plain(TEXT * 5))
                for each in spread(BLOCKS)
            )
    return rows


def keys_timed(session: EditingSession, block_id: str) -> list[float]:
    """Type at a steady pace; return how long each key took, in seconds."""
    took = []
    for number in range(KEYS):
        letter = plain(TEXT[number % len(TEXT)])
        begin = time.perf_counter()
        session.type(Splice(block_id, number, (), letter), Message("Typing"))
        took.append(time.perf_counter() - begin)
        time.sleep(PACE)
    session.close_typing()
    return took


def say(line: str) -> None:
    """Print a line of the report."""
    sys.stdout.write(f"{line}\n")


def report(name: str, took: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(took, n=100)
    say(f"{name:12} p50 {cuts[49] * 1e6:7.0f} µs   p99 {cuts[98] * 1e6:7.0f} µs")
    return cuts[49], cuts[98]


def typing(folder: Path) -> None:
    rows = rows_of_a_long_meeting()
    blocks = [row.id for row in rows if isinstance(row, Block)]
    library = LibraryFile.new(folder / "a.kcdesk")
    group = Group(Message("New"), tuple(Insert(row) for row in rows))
    library.create(rows[0], rows[1:], group)
    begin = time.perf_counter()
    kept = EditingSession(rows[0].id, library)
    say(f"{len(rows)} rows loaded in {(time.perf_counter() - begin) * 1e3:.0f} ms")
    bare = EditingSession(rows[0].id, NoJournal(Records(rows[0].id, rows)))
    with_library: list[float] = []
    without: list[float] = []
    for number in range(ROUNDS):
        without += keys_timed(bare, blocks[number])
        with_library += keys_timed(kept, blocks[number])
    library.close()
    bare_p50, bare_p99 = report("memory only", without)
    p50, p99 = report("library", with_library)
    say(f"{'ratio':12} p50 {p50 / bare_p50:7.2f}      p99 {p99 / bare_p99:7.2f}")


def listing(folder: Path) -> None:
    library = LibraryFile.new(folder / "b.kcdesk")
    body = Body(id=new_id(), name="Styrelsen")
    days = (Moment(date(1990, 1, 1) + timedelta(days=number)) for number in range(MEETINGS))
    meetings = [Meeting(id=new_id(), body_id=body.id, day=day) for day in days]
    streams = [Group(Message("New"), (Insert(root),)) for root in (body, *meetings)]
    library.bring_in(Group(Message("New"), ()), streams)
    begin = time.perf_counter()
    listed = library.meetings()
    say(f"{len(listed)} meetings listed in {(time.perf_counter() - begin) * 1e3:.0f} ms")
    library.close()


def main() -> None:
    """Take all figures and print them."""
    with tempfile.TemporaryDirectory() as made:
        typing(Path(made))
        listing(Path(made))


if __name__ == "__main__":
    main()
