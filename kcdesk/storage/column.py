"""Domain values as SQL values and back, from the declared type of a field.

Texts, numbers, truth values, days and choices have columns of their own, so that SQL can search
and sort them; tuples and value objects are JSON text.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, Union, get_args, get_origin

from kcdesk.domain.canonical import canonical_json
from kcdesk.domain.plain import from_plain, to_plain

SqlValue = str | int | None
Encoder = Callable[[Any], SqlValue]
Decoder = Callable[[Any], Any]


def without_none(kind: Any) -> tuple[Any, bool]:
    """Return a type without its ``None``, and whether it had one."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(each for each in get_args(kind) if each is not type(None)), True
    return kind, False


def encoder(kind: Any) -> Encoder:
    """Return what turns a value of this type into its column's value."""
    inner, _ = without_none(kind)
    if inner in (str, int):
        return _as_is
    if inner is bool:
        return _optional(int)
    if inner is date:
        return _optional(date.isoformat)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return _optional(str)
    return _optional(_to_json)


def decoder(kind: Any) -> Decoder:
    """Return what turns a column's value into a value of this type.

    It raises ``ValueError`` for what another program may have put there.
    """
    inner, _ = without_none(kind)
    if inner in (str, int):
        return _as_is
    if inner is bool:
        return _optional(bool)
    if inner is date:
        return _optional(date.fromisoformat)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return _optional(inner)
    return _optional(partial(_from_json, inner))


def _as_is(value: Any) -> Any:
    return value


def _optional(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted


def _to_json(value: Any) -> str:
    return canonical_json(to_plain(value))


def _from_json(kind: Any, text: str) -> Any:
    return from_plain(kind, json.loads(text))
