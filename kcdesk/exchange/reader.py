"""A meeting from a file, strictly: all of it fits, or one error names the place that does not.

Ids may be short keys of one's own where a file is written by hand ("anna"); they are replaced by
UUIDs that follow from the content of the whole file, so that the same file always gives the same
ids. An id may be left out where nothing refers to the row. Instead of ``spans`` a block may have
``text``.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Sequence
from typing import Any

from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.person import Person
from kcdesk.domain.plain import Malformed, from_plain
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import normal, plain
from kcdesk.domain.row import ROW_TYPES, Row, reference_fields, types_of
from kcdesk.exchange.json_text import read_json
from kcdesk.exchange.limit import MAX_KEY, PATTERNS, RANGES
from kcdesk.exchange.refusal import Refused, below, expected
from kcdesk.exchange.shape import BODY, FORMAT, MEETING, PERSONS, VERSION, file_fields, file_lists
from kcdesk.services.bundle import MeetingBundle

TEXT = "text"
"""The name that a block's unmarked text may have in a file written by hand."""

_TOP = ("format", "version", BODY, PERSONS, MEETING)


def read_meeting(content: bytes) -> MeetingBundle:
    """Return the meeting of a file. Raises ``Refused``, which names the place."""
    data = read_json(content)
    _check_format(data)
    namespace = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16])
    reader = _Reader(namespace)
    try:
        body = reader.one(Body, data.get(BODY), BODY)
        persons = reader.many(Person, data.get(PERSONS, []), PERSONS, LIBRARY_ID)
        meeting = reader.one(Meeting, data.get(MEETING), MEETING, {"body_id": body[0].id})
    except Malformed as error:
        raise expected(error.place, error.expected) from error
    reader.check_references()
    return MeetingBundle(
        body=Records(body[0].id, body),
        persons=Records(LIBRARY_ID, persons),
        meeting=Records(meeting[0].id, meeting),
    )


def _check_format(data: Any) -> None:
    """Tell a meeting's file from others, and newer ones from ours, before anything else."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Refused(
            Message('this is no meeting file: "format" is not "{format}"', {"format": FORMAT})
        )
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise expected("version", Message("a whole number"))
    if version > VERSION:
        raise Refused(
            Message(
                "the file has version {found} of the format; this program reads version {known}",
                {"found": version, "known": VERSION},
            ),
            "version",
            remedy=Message("Update the program."),
        )
    for name in data:
        if name not in _TOP:
            raise _unknown(below("", name))


class _Reader:
    """Makes rows, and remembers what they are called and whom they refer to."""

    def __init__(self, namespace: uuid.UUID) -> None:
        self._namespace = namespace
        self._tables: dict[str, str] = {}
        self._references: list[tuple[str, str, tuple[str, ...]]] = []

    def one(
        self, cls: type[Row], data: Any, place: str, implied: dict[str, Any] | None = None
    ) -> list[Row]:
        """Return the root of a stream and all that it owns, owners first."""
        rows: list[Row] = []
        self._row(cls, data, place, implied or {}, rows)
        return rows

    def many(self, cls: type[Row], data: Any, place: str, owner_id: str) -> list[Row]:
        """Return the rows of a list and all that they own, owners first."""
        rows: list[Row] = []
        self._list(cls, data, place, owner_id, rows)
        return rows

    def check_references(self) -> None:
        """Raise ``Refused`` where a reference leads nowhere, or to a row of another kind."""
        for place, id, tables in self._references:
            if self._tables.get(id) not in tables:
                what = Message("the id of a row in this file: {kinds}", {"kinds": _kinds(tables)})
                raise expected(place, what)

    def _list(self, cls: type[Row], data: Any, place: str, owner_id: str, rows: list[Row]) -> None:
        if not isinstance(data, list):
            raise expected(place, Message("a list"))
        for index, (each, position) in enumerate(zip(data, spread(len(data)), strict=True)):
            implied = {"owner_id": owner_id, "position": position}
            self._row(cls, each, f"{place}[{index}]", implied, rows)

    def _row(
        self, cls: type[Row], data: Any, place: str, implied: dict[str, Any], rows: list[Row]
    ) -> None:
        if not isinstance(data, dict):
            raise expected(place, Message("an object with named values"))
        lists = {owned.plural: owned for owned in file_lists(cls)}
        own = {name: value for name, value in data.items() if name not in lists}
        values = dict(implied)
        values["id"] = self._identity(own, cls, place)
        if cls is Block and TEXT in own:
            values["spans"] = _text(own, place)
        for name, value in own.items():
            if name not in file_fields(cls):
                raise _unknown(below(place, name))
            values[name] = self._value(cls, name, value, below(place, name))
        row = cls(**values)
        rows.append(row)
        for name, owned in lists.items():
            if name in data:
                self._list(owned, data[name], below(place, name), row.id, rows)

    def _identity(self, own: dict[str, Any], cls: type[Row], place: str) -> str:
        """Note a row's id. Without one, its place in the file serves as its name."""
        if "id" in own:
            id = self._uuid(own.pop("id"), below(place, "id"))
        else:
            id = str(uuid.uuid5(self._namespace, f"place {place}"))
        if id in self._tables or id == LIBRARY_ID:
            raise Refused(Message("another row has the same id"), below(place, "id"))
        self._tables[id] = cls.table
        return id

    def _uuid(self, key: Any, place: str) -> str:
        if not isinstance(key, str) or not 0 < len(key) <= MAX_KEY:
            raise expected(place, Message("a text of 1 to {limit} characters", {"limit": MAX_KEY}))
        return key if _is_uuid(key) else str(uuid.uuid5(self._namespace, f"key {key}"))

    def _value(self, cls: type[Row], name: str, data: Any, place: str) -> Any:
        tables = reference_fields(cls).get(name)
        if tables is not None:
            return self._reference(types_of(cls)[name], data, place, tables)
        value = from_plain(types_of(cls)[name], data, place)
        _check_limits(cls, name, value, place)
        return normal(value) if cls is Block and name == "spans" else value

    def _reference(self, kind: Any, data: Any, place: str, tables: tuple[str, ...]) -> Any:
        read = from_plain(kind, data, place)
        if read is None or isinstance(read, str):
            return None if read is None else self._referred(read, place, tables)
        return tuple(
            self._referred(each, f"{place}[{index}]", tables) for index, each in enumerate(read)
        )

    def _referred(self, key: str, place: str, tables: tuple[str, ...]) -> str:
        id = self._uuid(key, place)
        self._references.append((place, id, tables))
        return id


def _text(own: dict[str, Any], place: str) -> Any:
    if "spans" in own:
        raise Refused(Message('a block has either "text" or "spans"'), below(place, TEXT))
    return plain(from_plain(str, own.pop(TEXT), below(place, TEXT)))


def _check_limits(cls: type[Row], name: str, value: Any, place: str) -> None:
    if value is None:
        return
    low, high = RANGES.get((cls.table, name), (None, None))
    if low is not None and high is not None and not low <= value <= high:
        raise expected(
            place, Message("a whole number from {low} to {high}", {"low": low, "high": high})
        )
    pattern = PATTERNS.get((cls.table, name))
    if pattern is not None and not re.fullmatch(pattern, value):
        raise expected(place, Message("a text of the form {pattern}", {"pattern": pattern}))


def _unknown(place: str) -> Refused:
    return Refused(Message("there is no such name in the format"), place)


def _kinds(tables: Sequence[str]) -> str:
    return ", ".join(f'"{ROW_TYPES[table].plural}"' for table in tables)


def _is_uuid(key: str) -> bool:
    try:
        return str(uuid.UUID(key)) == key
    except ValueError:
        return False
