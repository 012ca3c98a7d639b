"""Domain values as plain data (texts, numbers, lists, dicts) and back, from the declared types.

Used by everything that writes rows down: the SQL columns, the log's payloads (with
``domain.plain_group``), the exchange format and the seal. Fields that have their default value are
left out, so that a file stays readable and a later version can add fields; reading is strict and
names the place of what is wrong.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import date, time
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from kcdesk.domain.message import Message
from kcdesk.domain.row import ROW_TYPES, Row, once, types_of

MAX_INTEGER = 2**53 - 1
"""Integers beyond this are not kept exactly by every JSON reader."""


class Malformed(ValueError):
    """Plain data that does not fit the declared type. ``place`` is a path: ``items[2].kind``."""

    def __init__(self, place: str, expected: Message) -> None:
        super().__init__(f"{place}: expected {expected}")
        self.place = place
        self.expected = expected


def to_plain(value: Any) -> Any:
    """Return a domain value as plain data; dataclasses become dicts without default fields."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(getattr(value, name))
            for name, default in _defaults(type(value)).items()
            if default is _REQUIRED or getattr(value, name) != default
        }
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: Any, data: Any, place: str = "") -> Any:
    """Return the domain value of a declared type from plain data.

    Raises ``Malformed``, which names the place.
    """
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not type(None)]
        return None if data is None else from_plain(inner[0], data, place)
    if origin is tuple:
        if not isinstance(data, list):
            raise Malformed(place, Message("a list"))
        inner_kind = get_args(kind)[0]
        return tuple(from_plain(inner_kind, each, f"{place}[{i}]") for i, each in enumerate(data))
    if kind is bool:
        return _checked(data, isinstance(data, bool), place, Message("true or false"))
    if kind is int:
        fits = isinstance(data, int) and not isinstance(data, bool) and abs(data) <= MAX_INTEGER
        return _checked(data, fits, place, Message("a whole number"))
    if kind is str:
        return _checked(data, isinstance(data, str), place, Message("a text"))
    if kind is date:
        return _date(data, place)
    if kind is time:
        return _time(data, place)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind, data, place)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass(kind, data, place)
    raise TypeError(f"no way to read {kind!r}")


def row_to_plain(row: Row) -> dict[str, Any]:
    """Return a row with its table's name."""
    return {"table": row.table, **to_plain(row)}


def row_from_plain(data: Any, place: str = "") -> Row:
    """Return a row from ``row_to_plain``'s form. Raises ``Malformed``."""
    table = data.get("table") if isinstance(data, dict) else None
    if not isinstance(table, str) or table not in ROW_TYPES:
        raise Malformed(place, Message("a row with the name of its table"))
    fields = {name: value for name, value in data.items() if name != "table"}
    row: Row = from_plain(ROW_TYPES[table], fields, place)
    return row


def under(place: str, name: str) -> str:
    """Return the place of a named value within another one."""
    return f"{place}.{name}" if place else name


_REQUIRED = object()


@once
def _defaults(cls: type) -> dict[str, Any]:
    return {
        each.name: _REQUIRED if each.default is dataclasses.MISSING else each.default
        for each in dataclasses.fields(cls)
    }


def _checked(data: Any, fits: bool, place: str, expected: Message) -> Any:
    if not fits:
        raise Malformed(place, expected)
    return data


def _date(data: Any, place: str) -> date:
    try:
        day = date.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise Malformed(place, Message("a day such as 2026-03-02")) from error
    if day.isoformat() != data:
        raise Malformed(place, Message("a day such as 2026-03-02"))
    return day


def _time(data: Any, place: str) -> time:
    try:
        moment = time.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise Malformed(place, Message("a time such as 08:30")) from error
    if moment.strftime("%H:%M") != data:
        raise Malformed(place, Message("a time such as 08:30"))
    return moment


def _choice(kind: type[StrEnum], data: Any, place: str) -> StrEnum:
    if isinstance(data, str):
        for member in kind:
            if member.value == data:
                return member
    raise Malformed(place, Message("one of {choices}", {"choices": ", ".join(kind)}))


def _dataclass(kind: type, data: Any, place: str) -> Any:
    if not isinstance(data, dict):
        raise Malformed(place, Message("an object with named values"))
    kinds = types_of(kind)
    for name in data:
        if name not in kinds:
            raise Malformed(under(place, name), Message("nothing by this name"))
    values: dict[str, Any] = {}
    for name, default in _defaults(kind).items():
        if name in data:
            values[name] = from_plain(kinds[name], data[name], under(place, name))
        elif default is _REQUIRED:
            raise Malformed(under(place, name), Message("a value, which is missing"))
    return kind(**values)
