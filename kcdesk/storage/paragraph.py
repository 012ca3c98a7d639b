"""§ numbers: running per body and calendar year of the meeting's day, and never given twice.

They are given on the writer, where the whole library is seen and nothing else is written
meanwhile. What counts as given is all that meetings have, the bin left out; but minutes that have
gone out to be approved keep their §§ there too, as others have read them under those numbers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Set
from kcdesk.storage import log
from kcdesk.storage.beginning import store_closed
from kcdesk.storage.connection import Road, in_transaction
from kcdesk.storage.shelf import put_in_bin

_GIVEN = """
SELECT meeting.id, json_extract(meeting.day, '$.day'), meeting.first_paragraph,
       meeting.first_paragraph - 1 + (
           SELECT count(*) FROM item
           WHERE item.stream_id = meeting.id AND item.owner_id = meeting.id AND item.numbered
       )
FROM meeting JOIN stream ON stream.id = meeting.id
WHERE meeting.body_id = :body AND meeting.first_paragraph IS NOT NULL
  AND (stream.binned_at IS NULL OR meeting.state IN ('approval', 'notice', 'done'))
  AND json_extract(meeting.day, '$.day') BETWEEN :first_day AND :last_day
  AND meeting.id <> :id
"""

_MEETING = """
SELECT body_id, json_extract(day, '$.day'), first_paragraph, (
    SELECT count(*) FROM item
    WHERE item.stream_id = meeting.id AND item.owner_id = meeting.id AND item.numbered
)
FROM meeting WHERE id = ?
"""


_IS_OUT = "SELECT 1 FROM approval WHERE stream_id = ? AND sent_on IS NOT NULL"


@dataclass(frozen=True, slots=True)
class GivenParagraphs:
    """The §§ of one meeting, first and last included."""

    meeting_id: str
    day: date
    first: int
    last: int


def given(
    connection: sqlite3.Connection, body_id: str, year: int, except_id: str = ""
) -> list[GivenParagraphs]:
    """Return the §§ that the meetings of a body have in a calendar year, but for one meeting."""
    values = {
        "body": body_id,
        "first_day": f"{year:04}-01-01",
        "last_day": f"{year:04}-12-31",
        "id": except_id,
    }
    return [
        GivenParagraphs(id, date.fromisoformat(day), first, last)
        for id, day, first, last in connection.execute(_GIVEN, values).fetchall()
    ]


def clash(connection: sqlite3.Connection, meeting_id: str, first: int) -> GivenParagraphs | None:
    """Return whose §§ a meeting would have too, were ``first`` its first one; None: nobody's."""
    body_id, day, _, count = _meeting(connection, meeting_id)
    if body_id is None or day is None:
        return None
    last = first + count - 1
    for each in given(connection, body_id, day.year, meeting_id):
        if first <= each.last and each.first <= last:
            return each
    return None


def with_paragraphs(connection: sqlite3.Connection, meeting_id: str, group: Group) -> Group:
    """Return a group that gives the meeting its §§ besides what it does already.

    They follow the last one of the body and year; a meeting that has its number keeps it. Raises
    ``UserFacingError`` where another meeting has one of its §§.
    """
    body_id, day, first, _ = _meeting(connection, meeting_id)
    if first is not None:
        refuse_clash(connection, meeting_id, first)
        return group
    if body_id is None or day is None:
        return group
    free = 1 + max((each.last for each in given(connection, body_id, day.year)), default=0)
    numbering = Set("meeting", meeting_id, "first_paragraph", None, free)
    return Group(group.label, (*group.operations, numbering), group.undoes, group.id)


def refuse_clash(connection: sqlite3.Connection, meeting_id: str, first: int) -> None:
    """Raise ``UserFacingError`` where a meeting's §§ from ``first`` on are another's too."""
    found = clash(connection, meeting_id, first)
    if found is not None:
        is_out = connection.execute(_IS_OUT, (meeting_id,)).fetchone() is not None
        raise UserFacingError(
            Message(
                "§§ {first}–{last} are those of the meeting of {day}.",
                {"first": found.first, "last": found.last, "day": found.day},
            ),
            safe=Message("Nothing was changed."),
            why=Message("A § number stands for one decision of the body in a year."),
            remedy=Message(
                "Give what came after those §§ a letter: mark the item on the agenda as a § with a "
                "letter (58 a)."
            )
            if is_out
            else Message("Leave the first § empty in the meeting's head: a free one is given."),
        )


def number(
    connection: sqlite3.Connection, *, meeting_id: str, group: Group, at: datetime, author: str
) -> None:
    """Store a group of a meeting together with its §§, within the caller's transaction."""
    whole = with_paragraphs(connection, meeting_id, group)
    seq = log.last_seq(connection, meeting_id) + 1
    store_closed(connection, meeting_id, seq, whole, at, author)


def _bring_back(connection: sqlite3.Connection, *, id: str, at: datetime, author: str) -> None:
    put_in_bin(connection, id, None)
    query = "SELECT first_paragraph FROM meeting WHERE id = ?"
    row = connection.execute(query, (id,)).fetchone()
    if row is None or row[0] is None or clash(connection, id, row[0]) is None:
        return
    operation = Set("meeting", id, "first_paragraph", row[0], None)
    group = Group(Message("Leave the §§ to the meeting that has them now"), (operation,))
    store_closed(connection, id, log.last_seq(connection, id) + 1, group, at, author)


def _meeting(
    connection: sqlite3.Connection, meeting_id: str
) -> tuple[str | None, date | None, int | None, int]:
    row = connection.execute(_MEETING, (meeting_id,)).fetchone()
    if row is None:
        raise KeyError(meeting_id)
    body_id, day, first, count = row
    return body_id, date.fromisoformat(day) if day else None, first, count


class LibraryParagraphs:
    """The library's commands for §§; implements the port ``Paragraphs``."""

    def __init__(self, run: Road, author: str, now: Callable[[], datetime]) -> None:
        self._run = run
        self._author = author
        self._now = now

    def number(self, meeting_id: str, group: Group) -> None:
        """Store a group of a meeting together with its §§."""
        change = partial(
            number, meeting_id=meeting_id, group=group, at=self._now(), author=self._author
        )
        self._run(partial(in_transaction, change=change))

    def bring_back(self, stream_id: str) -> None:
        """Take a body or meeting out of the bin; §§ that another meeting was given meanwhile stay
        with that one. Raises ``KeyError``.
        """
        change = partial(_bring_back, id=stream_id, at=self._now(), author=self._author)
        self._run(partial(in_transaction, change=change))

    def clash(self, meeting_id: str, first: int) -> date | None:
        """Return the day of the meeting that has one of the §§ that a meeting would have.

        On the writer, after what was typed last: an item more may be the one too many.
        """
        found = self._run(partial(clash, meeting_id=meeting_id, first=first))
        return found.day if found else None
