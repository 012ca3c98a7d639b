"""What stands in the library, read in one short query each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from kcdesk.domain.meeting_state import MeetingKind, MeetingState
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.regime import Regime
from kcdesk.services.summary import BodySummary, MeetingSummary

if TYPE_CHECKING:
    from kcdesk.services.ports import BinnedStream

# Days are taken apart by SQL: reading 10,000 of them one by one as JSON takes four times as long.

_FROM = "FROM meeting JOIN stream ON stream.id = meeting.id"

_MEETING = f"""
SELECT meeting.id, coalesce(meeting.body_id, ''), meeting.title, meeting.kind, meeting.state,
       meeting.place, json_extract(meeting.day, '$.day'), json_extract(meeting.day, '$.text'),
       json_extract(meeting.day, '$.tie')
{_FROM}
"""  # nobody's words are in it

# Newest first; meetings without a day come first of all, as they are the ones to come.
_NEWEST_FIRST = " ORDER BY 7 DESC NULLS FIRST, meeting.id"

# A body in the bin takes its meetings out of sight with it.
_NOT_BINNED = """
WHERE stream.binned_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM stream AS body WHERE body.id = meeting.body_id AND body.binned_at IS NOT NULL
)
"""

# A day is the first thing in its JSON text, which therefore sorts as the days do (what has no day
# comes after all that have one) and is found by the index meeting_by_day. Each year is found from
# the one after it.
_YEARS = """
WITH RECURSIVE newest (day) AS (
    SELECT '{"day":"9999'
    UNION ALL
    SELECT (
        SELECT meeting.day
        FROM meeting JOIN stream ON stream.id = meeting.id
        WHERE meeting.body_id = ?1 AND stream.binned_at IS NULL
          AND meeting.day < substr(newest.day, 1, 12)
        ORDER BY meeting.day DESC
        LIMIT 1
    )
    FROM newest WHERE newest.day IS NOT NULL
)
SELECT CAST(substr(day, 9, 4) AS INTEGER) FROM newest WHERE day < '{"day":"9999'
"""

_OF_YEAR = " AND meeting.body_id = ?1 AND meeting.day >= ?2 AND meeting.day < ?3"

_WITHOUT_DAY = """ AND meeting.body_id = ?1 AND meeting.day > '{"day":"~'"""

_BINNED = """
SELECT stream.id, stream.kind, stream.binned_at, coalesce(body.name, meeting.title, ''),
       json_extract(meeting.day, '$.day'), json_extract(meeting.day, '$.text'),
       json_extract(meeting.day, '$.tie')
FROM stream
LEFT JOIN body ON body.id = stream.id
LEFT JOIN meeting ON meeting.id = stream.id
WHERE stream.binned_at IS NOT NULL
ORDER BY stream.binned_at DESC, stream.id
"""

_LAST_PARAGRAPH = """
SELECT coalesce(max(meeting.first_paragraph - 1 + (
    SELECT count(*) FROM item
    WHERE item.stream_id = meeting.id AND item.owner_id = meeting.id AND item.numbered
)), 0)
FROM meeting JOIN stream ON stream.id = meeting.id
WHERE meeting.body_id = ? AND stream.binned_at IS NULL
  AND json_extract(meeting.day, '$.day') BETWEEN ? AND ?
  AND json_extract(meeting.day, '$.day') < ?
"""


def bodies(connection: sqlite3.Connection) -> list[BodySummary]:
    """Return the bodies that are not in the bin."""
    query = """
        SELECT body.id, body.organisation, body.name, body.regime
        FROM body JOIN stream ON stream.id = body.id
        WHERE stream.binned_at IS NULL
    """
    return [
        BodySummary(id, organisation, name, Regime(regime))
        for id, organisation, name, regime in connection.execute(query).fetchall()
    ]


def meetings(connection: sqlite3.Connection, body_id: str | None) -> list[MeetingSummary]:
    """Return a body's (or all) meetings that are not in the bin, newest first."""
    query = _MEETING + _NOT_BINNED
    if body_id is None:
        found = connection.execute(query + _NEWEST_FIRST)
    else:
        found = connection.execute(query + " AND meeting.body_id = ?" + _NEWEST_FIRST, (body_id,))
    return [_meeting(values) for values in found.fetchall()]


def years(connection: sqlite3.Connection, body_id: str) -> list[int | None]:
    """Return the years that a body has meetings in, newest first; None, first of all, stands for
    meetings without a day. Meetings in the bin do not count.
    """
    query = f"SELECT EXISTS (SELECT 1 {_FROM} {_NOT_BINNED} {_WITHOUT_DAY})"
    undated = connection.execute(query, (body_id,)).fetchone()[0]
    first: list[int | None] = [None] if undated else []
    return first + [year for (year,) in connection.execute(_YEARS, (body_id,)).fetchall()]


def meetings_of_year(
    connection: sqlite3.Connection, body_id: str, year: int | None
) -> list[MeetingSummary]:
    """Return a body's meetings of a year (None: those without a day) as ``meetings`` would."""
    if year is None:
        those, values = _WITHOUT_DAY, [body_id]
    else:
        those, values = _OF_YEAR, [body_id, f'{{"day":"{year:04}', f'{{"day":"{year + 1:04}']
    found = connection.execute(_MEETING + _NOT_BINNED + those + _NEWEST_FIRST, values)
    return [_meeting(each) for each in found.fetchall()]


def meeting(connection: sqlite3.Connection, meeting_id: str) -> MeetingSummary | None:
    """Return a meeting that is not in the bin, or None."""
    query = _MEETING + _NOT_BINNED + " AND meeting.id = ?"
    found = connection.execute(query, (meeting_id,)).fetchone()
    return None if found is None else _meeting(found)


def newest_meeting(connection: sqlite3.Connection) -> MeetingSummary | None:
    """Return the first of ``meetings``, or None."""
    found = connection.execute(_MEETING + _NOT_BINNED + _NEWEST_FIRST + " LIMIT 1").fetchone()
    return None if found is None else _meeting(found)


def last_paragraph(
    connection: sqlite3.Connection, body_id: str, year: int, before: date | None
) -> int:
    """Return the highest § of a body in a calendar year, before a day if one is given; else 0."""
    end = before.isoformat() if before else f"{year + 1}"
    values = (body_id, f"{year:04}-01-01", f"{year:04}-12-31", end)
    highest: int = connection.execute(_LAST_PARAGRAPH, values).fetchone()[0]
    return highest


def binned(connection: sqlite3.Connection) -> list[BinnedStream]:
    """Return what is in the bin, last thrown first."""
    from kcdesk.services.ports import BinnedStream

    return [
        BinnedStream(id, kind, datetime.fromisoformat(at), name, _day(*day))
        for id, kind, at, name, *day in connection.execute(_BINNED).fetchall()
    ]


def put_in_bin(connection: sqlite3.Connection, stream_id: str, at: datetime | None) -> None:
    """Mark a body or meeting as thrown away, or (``at`` None) as back. Raises ``KeyError``."""
    cursor = connection.execute(
        "UPDATE stream SET binned_at = ? WHERE id = ? AND kind <> 'library'",
        (at.isoformat() if at else None, stream_id),
    )
    if cursor.rowcount != 1:
        raise KeyError(stream_id)


def _meeting(values: Sequence[str]) -> MeetingSummary:
    id, body_id, title, kind, state, place, *day = values
    return MeetingSummary(
        id, body_id, _day(*day), title, MeetingKind(kind), MeetingState(state), place
    )


def _day(day: str | None, text: str | None, tie: str | None) -> Moment:
    return Moment(date.fromisoformat(day) if day else None, text or "", Tie(tie) if tie else None)
