"""The meetings that are watched: few of many, and with no more rows than are asked for."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import Body, Regime
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.moment import Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.row import Row
from kcdesk.services.watch.entry import WatchKind
from kcdesk.services.watch.sources import watch_entries
from kcdesk.storage import watched
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.row_table import row_table
from tests.domain.calendars import LawCalendar
from tests.storage.sample import begin

BODY = Body(id="b", name="Styrelsen", regime=Regime.BOARD)


def meeting(id: str, **fields) -> Meeting:
    return Meeting(id=id, **{"body_id": "b", "day": Moment(date(2026, 11, 12)), **fields})


def keep(library: LibraryFile, *rows: Row) -> None:
    begin(library, rows)


def found(library: LibraryFile) -> list[str]:
    return sorted(each.meeting.root_id for each in library.watched())


def test_finished_meetings_are_left_out_unless_a_party_is_awaited(library: LibraryFile) -> None:
    keep(library, BODY)
    keep(library, meeting("open"))
    keep(library, meeting("done", state=MeetingState.DONE))
    keep(
        library,
        meeting("awaited", state=MeetingState.DONE),
        Delivery(id="d", owner_id="awaited", party="Berit"),
    )
    keep(
        library,
        meeting("settled", state=MeetingState.DONE),
        Delivery(id="e", owner_id="settled", appealed_on=date(2026, 12, 1)),
    )
    assert found(library) == ["awaited", "open"]


def test_what_is_in_the_bin_or_without_a_body_is_not_watched(library: LibraryFile) -> None:
    keep(library, BODY)
    keep(library, Body(id="c", regime=Regime.BOARD))
    keep(library, meeting("kept"))
    keep(library, meeting("thrown"))
    keep(library, meeting("of-c", body_id="c"))
    keep(library, meeting("alone", body_id=None))
    library.discard("thrown")
    library.discard("c")
    assert found(library) == ["kept"]


def test_only_the_rows_that_are_asked_for_are_read(library: LibraryFile) -> None:
    keep(library, BODY)
    keep(
        library,
        meeting("m"),
        Item(id="i", owner_id="m"),
        Approval(id="a", owner_id="m"),
        Notice(id="n", owner_id="a", board="Webben"),
    )
    (one,) = library.watched()
    assert sorted(row.table for row in one.meeting) == ["approval", "meeting", "notice"]
    assert one.body.root(Body).name == "Styrelsen"


def test_items_are_read_where_some_are_approved_at_once(library: LibraryFile) -> None:
    keep(library, BODY)
    keep(
        library,
        meeting("m"),
        Item(id="i", owner_id="m"),
        Approval(id="a", owner_id="m", items=("i",)),
    )
    (one,) = library.watched()
    assert [row.id for row in one.meeting.all(Item)] == ["i"]


def test_a_damaged_row_is_told(library: LibraryFile, path: Path) -> None:
    keep(library, BODY)
    keep(library, meeting("m"))
    other = sqlite3.connect(path)
    other.execute("UPDATE meeting SET day = 'no day'")
    other.commit()
    other.close()
    with pytest.raises(UserFacingError):
        library.watched()


def many(library: LibraryFile, count: int) -> None:
    """Write meetings beside the log, which nobody reads here: a thousand a blink."""

    def write(connection: sqlite3.Connection) -> None:
        with_rows = connection.execute
        with_rows("BEGIN")
        for number in range(count):
            id = f"m{number}"
            with_rows("INSERT INTO stream (id, kind) VALUES (?, 'meeting')", (id,))
            day = Moment(date(2020, 1, 1) + timedelta(days=number % 2500))
            state = MeetingState.DONE if number % 500 else MeetingState.APPROVAL
            row_table("meeting").insert(connection, id, meeting(id, day=day, state=state))
            approval = Approval(id=f"a{number}", owner_id=id)
            row_table("approval").insert(connection, id, approval)
            for item in range(3):
                row = Item(id=f"i{number}-{item}", owner_id=id, position=f"a{item}V")
                row_table("item").insert(connection, id, row)
        with_rows("COMMIT")

    library._run(write)


def explained(connection: sqlite3.Connection, query: str) -> list[tuple]:
    return connection.execute(query).fetchall()


def test_of_ten_thousand_meetings_the_unfinished_are_found_by_their_indexes(
    library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library, BODY)
    many(library, 10_000)
    read = dict.fromkeys(watched.TABLES, 0)
    fetch_of = type(row_table("meeting")).fetch_of

    def counting(self, connection, streams):
        rows = fetch_of(self, connection, streams)
        read[self._cls.table] = len(rows)
        return rows

    monkeypatch.setattr(type(row_table("meeting")), "fetch_of", counting)
    entries = watch_entries(library.watched(), LawCalendar(), date(2026, 11, 25))
    assert len(entries) == 20
    assert read["meeting"] == read["approval"] == 20
    assert read["item"] == 0
    # Each table but the list of meetings itself is looked up by stream, never read through.
    for table, narrower in watched.TABLES.items():
        streams = watched._IN_SIGHT.format(meetings=" UNION ".join(watched.MEETINGS))
        streams += f" AND meeting.id IN ({narrower})" if narrower else ""
        query = f"EXPLAIN QUERY PLAN {row_table(table)._select_of} ({streams})"
        plan = " | ".join(row[3] for row in library._read(partial(explained, query=query)))
        assert f"SCAN {table} |" not in plan, (table, plan)


def test_the_last_day_for_material_is_watched_until_it_has_passed(library: LibraryFile) -> None:
    planned = PlannedMeeting(
        id="p",
        owner_id="b",
        position="V",
        day=date(2026, 11, 12),
        material_by=date(2026, 10, 30),
    )
    other = PlannedMeeting(
        id="q",
        owner_id="b",
        position="Z",
        day=date(2026, 12, 10),
        material_by=date(2026, 11, 26),
    )
    keep(library, BODY, planned, other)
    keep(library, meeting("open"))
    for today, days in ((date(2026, 10, 30), [date(2026, 10, 30)]), (date(2026, 10, 31), [])):
        entries = watch_entries(library.watched(), LawCalendar(), today)
        assert [each.day for each in entries if each.kind is WatchKind.MATERIAL] == days
